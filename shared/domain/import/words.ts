import { fold } from '../fold';

/** A folded word of a header or a category's name; `cut` when a full stop shows that its end was left out. */
export interface Word {
  readonly text: string;
  readonly cut: boolean;
}

const shortestCut = 3;
const shortestForTypo = 6;

export function wordsOf(text: string): Word[] {
  return [...text.normalize('NFC').matchAll(/([\p{L}\p{M}\p{N}]+)(\.?)/gu)].map((found) => ({
    text: fold(found[1] ?? ''),
    cut: found[2] === '.',
  }));
}

/** Same words in the same order, where a cut word stands for its beginning and a long word may have one slip. */
export function sameWords(found: readonly Word[], wanted: readonly Word[]): boolean {
  return (
    found.length > 0 &&
    found.length === wanted.length &&
    found.every((word, i) => {
      const other = wanted[i];
      return other !== undefined && sameWord(word, other);
    })
  );
}

function sameWord(found: Word, wanted: Word): boolean {
  if (found.text === wanted.text) return true;
  if (found.cut && found.text.length >= shortestCut && wanted.text.startsWith(found.text)) return true;
  return wanted.text.length >= shortestForTypo && oneSlip(found.text, wanted.text);
}

/** One letter wrong, missing or too many. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1);
}
