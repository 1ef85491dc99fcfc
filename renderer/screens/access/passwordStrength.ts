import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { usualWords } from './usualWords';

/*
 * With its lists of leaked passwords this is more than the first screen's whole script: only usePasswordStrength loads it,
 * when somebody is about to think a password up.
 */

/** `common`: a word or password that is tried first; `pattern`: a run, a repeat, a date. */
export type Weakness = 'common' | 'pattern';
export type Strength =
  { readonly level: 'weak'; readonly because: Weakness | null } | { readonly level: 'fair' | 'strong' };

const judge = new ZxcvbnFactory({
  dictionary: { ...dictionary, usual: [...usualWords] },
  graphs: { qwerty: adjacencyGraphs.qwerty, keypad: adjacencyGraphs.keypad },
});

const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбю.ё';
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`";

/** As the same keys would have written it in Latin: «йцукен» is «qwerty», and «пароль» is on every list as «gfhjkm». */
const byKeys = (text: string): string =>
  [...text.toLowerCase()].map((letter) => latinKeys[cyrillicKeys.indexOf(letter)] ?? letter).join('');

const patterns: ReadonlySet<string> = new Set([
  'straightRow',
  'keyPattern',
  'simpleRepeat',
  'extendedRepeat',
  'sequences',
  'recentYears',
  'dates',
]);

/**
 * How a password would stand against somebody who has the file and tries for years: a guess costs about a second, so 10⁸
 * of them are three years of one computer, and 10¹⁰ three centuries. A word for the user, not a gate.
 */
export function passwordStrength(password: string): Strength {
  const text = password.normalize('NFC');
  const asTyped = judge.check(text);
  const asKeys = judge.check(byKeys(text));
  const weaker = asKeys.guesses < asTyped.guesses ? asKeys : asTyped;
  if (weaker.score === 4) return { level: 'strong' };
  if (weaker.score === 3) return { level: 'fair' };
  const { warning } = weaker.feedback;
  if (warning !== null) return { level: 'weak', because: patterns.has(warning) ? 'pattern' : 'common' };
  // The library warns of words in its own lists only.
  const isUsual = weaker.sequence.some(
    ({ pattern, token }) => pattern === 'dictionary' && token.length * 2 > text.length,
  );
  return { level: 'weak', because: isUsual ? 'common' : null };
}
