import { at } from './at';

/**
 * Letters that people mistake for one another in Kazakhstan's spreadsheets. Source: the usual Latin look-alikes on a
 * Cyrillic keyboard, the fallbacks people type without a Kazakh layout, and the old single-byte Kazakh fonts.
 */

/** Latin letters that look like Cyrillic ones; to be replaced only inside a word that already holds a Cyrillic letter. */
export const latinLookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs('ABCEHIKMOPTXY', 'АВСЕНІКМОРТХУ'),
  ...pairs('aceiopxyh', 'асеіорхуһ'),
  ...pairs('əƏɵƟ', 'әӘөӨ'),
]);

/** Kazakh letters → what is typed where the keyboard has none. For search and duplicates only, never for a stored name. */
export const kazakhFallback: ReadonlyMap<string, string> = new Map(pairs('әғқңөұүһіё', 'агкноуухие'));

/** Letters that only the old single-byte Kazakh fonts put into a name. */
export const legacyKazakhLetters = /[ЈјЄєЌќЅѕҐґЎў]/u;

const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;

export const hasCyrillic = (text: string): boolean => cyrillic.test(text);
const hasLatin = (text: string): boolean => latin.test(text);

/** A single word written in two alphabets: a look-alike slipped in. */
export function hasMixedWord(text: string): boolean {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => hasCyrillic(word) && hasLatin(word));
}

function pairs(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].map((letter, i) => [letter, at(target, i)]);
}
