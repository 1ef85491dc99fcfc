import { z } from 'zod';

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

/** A text in every interface language. An empty string means: not written yet; show another language instead. */
export interface LocalText {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

const text = z.string().max(2000);
export const localText = z.object({ kk: text, ru: text, en: text }).readonly();

const fallback: Record<Language, readonly Language[]> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'kk', 'en'],
  en: ['en', 'ru', 'kk'],
};

/** The text in `lang`, or in the next language in which it was written; never `undefined`. */
export function inLanguage(value: LocalText, lang: Language): string {
  for (const l of fallback[lang]) if (value[l] !== '') return value[l];
  return '';
}
