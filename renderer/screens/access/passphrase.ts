import type { Language } from '@shared/model/language';

/*
 * Syllables instead of words: a list of Kazakh words that is free and long enough could not be had, and four groups of
 * three syllables are shorter to type than five words of the same strength. The consonants leave out what makes up
 * words that nobody wants to read aloud.
 */
const syllables = {
  cyrillic: { consonants: [...'бвгдзлмнрт'], vowels: [...'аеиоу'] },
  latin: { consonants: [...'bdlmnrstvz'], vowels: [...'aeiou'] },
};
const groups = 4;
const syllablesInGroup = 3;
const differentSyllables = 50;

/** What a guesser who knows how it is made has to try: 50 to the 12th, whole bits. */
export const passphraseBits = Math.floor(Math.log2(differentSyllables) * groups * syllablesInGroup);

/** In the letters that the interface's language is typed in; both Cyrillic layouts have them at the same places. */
export function newPassphrase(language: Language): string {
  const { consonants, vowels } = syllables[language === 'en' ? 'latin' : 'cyrillic'];
  const group = () =>
    Array.from({ length: syllablesInGroup }, () => {
      const drawn = below(differentSyllables);
      return `${consonants[Math.floor(drawn / vowels.length)] ?? ''}${vowels[drawn % vowels.length] ?? ''}`;
    }).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** Every number equally likely: a byte above the last whole multiple is drawn again. */
function below(count: number): number {
  const limit = 256 - (256 % count);
  for (;;) {
    const [byte = limit] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return byte % count;
  }
}
