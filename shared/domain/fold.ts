import { hasCyrillic, kazakhFallback, latinLookAlikes } from './letters';

/**
 * Folding for search and for suspecting duplicates: «Жумабаев» finds «Жұмабаев», «Артем» finds «Артём», «Beles» finds
 * «Béles», and Latin letters that slipped into a Cyrillic word do not hide it. Stored names are never changed by it.
 */

/** Text of a nominee → what is stored for searching: folded words, single spaces. */
export function searchKeyOf(texts: readonly string[]): string {
  const words = new Set<string>();
  for (const text of texts) for (const word of wordsOf(text)) for (const form of foldWord(word)) words.add(form);
  return [...words].join(' ');
}

/** True when every word of the query occurs somewhere in the key; an empty query matches everything. */
export function matches(searchKey: string, query: string): boolean {
  return wordsOf(query).every((word) => foldWord(word).some((form) => searchKey.includes(form)));
}

/** One folded form of a whole text, for comparing two names: letters and digits only, single spaces. */
export function fold(text: string): string {
  return wordsOf(text)
    .map((word) => foldWord(word).at(-1) ?? '')
    .join(' ');
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** A word wholly of Latin look-alikes may be meant in either alphabet: both forms, the Cyrillic one last. */
function foldWord(word: string): string[] {
  const asLatin = plain(word);
  if (hasCyrillic(word)) return [plain(toCyrillic(word))];
  const letters = word.match(/\p{L}/gu) ?? [];
  const couldBeCyrillic = letters.length > 0 && letters.every((letter) => latinLookAlikes.has(letter));
  return couldBeCyrillic ? [asLatin, plain(toCyrillic(word))] : [asLatin];
}

function toCyrillic(word: string): string {
  return [...word].map((letter) => latinLookAlikes.get(letter) ?? letter).join('');
}

function plain(word: string): string {
  const lower = [...word.toLowerCase()].map((letter) => kazakhFallback.get(letter) ?? letter).join('');
  // й is и with a breve: it is a letter, not an accented и, so only the accents of Latin letters fall.
  return lower.replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}
