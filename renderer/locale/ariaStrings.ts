import { LocalizedStringDictionary, type LocalizedString } from '@internationalized/string';
import * as english from 'react-aria-components/i18n/en-US';
import * as russian from 'react-aria-components/i18n/ru-RU';
import type { Language } from '@shared/model/language';
import { kkAria, type AriaTexts } from './kkAria';

/**
 * The locale under which react-aria runs. Kazakh runs as Russian in Kazakhstan, which has the dates and figures wanted;
 * that locale is given Kazakh texts below. English is that of dd/MM.
 */
export const ariaLocale: Readonly<Record<Language, string>> = { kk: 'ru-KZ', ru: 'ru-RU', en: 'en-GB' };

// The package declares the default export of these files as a type only: the one place where its types are corrected.
type Texts = Readonly<Record<string, AriaTexts>>;
const textsOf = (module: object): Texts => (module as unknown as { readonly default: Texts }).default;

type Dictionary = LocalizedStringDictionary<string, LocalizedString>;
const dictionaries = new Map<string, Dictionary>();

/** The texts of one package in the three languages; made once. */
export function ariaDictionary(packageName: string): Dictionary {
  const made = dictionaries.get(packageName);
  if (made !== undefined) return made;
  const en = { ...textsOf(english)[packageName] };
  const ru = { ...textsOf(russian)[packageName] };
  const dictionary = new LocalizedStringDictionary<string, LocalizedString>(
    { 'ru-KZ': { ...ru, ...kkAria[packageName] }, 'ru-RU': ru, 'en-GB': en, 'en-US': en },
    'en-US',
  );
  dictionaries.set(packageName, dictionary);
  return dictionary;
}

/** Hands react-aria these texts instead of its own. Called once, before anything is drawn. */
export function installAriaStrings(): void {
  const provide: (packageName: string) => Dictionary = ariaDictionary;
  LocalizedStringDictionary.getGlobalDictionaryForPackage =
    provide as typeof LocalizedStringDictionary.getGlobalDictionaryForPackage;
}
