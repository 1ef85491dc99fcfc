export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every interface language. An empty string means: not written yet; show another language instead. */
export interface LocalText {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

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
