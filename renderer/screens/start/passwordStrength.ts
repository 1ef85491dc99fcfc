export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** The container accepts no shorter password. */
const shortestPassword = 8;

const usual = [
  'password',
  'qwerty',
  'йцукен',
  'asdfgh',
  'фывапр',
  '123456',
  '654321',
  'парол',
  'құпиясөз',
  'tarazy',
  'jana',
];

/**
 * How a password would stand against somebody who has the file and tries for days: by length and variety, with
 * repeats, runs and the usual words counted as nothing. A word for the user, not a gate: only `short` is refused.
 */
export function passwordStrength(password: string): Strength {
  if ([...password.normalize('NFC')].length < shortestPassword) return 'short';
  let rest = password.toLowerCase();
  for (const word of usual) rest = rest.replaceAll(word, '');
  rest = rest.replaceAll(/(.)\1{2,}/gu, '$1').replaceAll(/(19|20)\d\d/g, '');
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const bits = new Set(rest).size < 4 ? 0 : [...withoutRuns(rest)].length * (2.6 + kinds * 0.7);
  if (bits < 36) return 'weak';
  return bits < 56 ? 'fair' : 'strong';
}

/** Neighbours of the alphabet or of the digits (abc, 4321) count once. */
function withoutRuns(text: string): string {
  const letters = [...text];
  return letters
    .filter((letter, index) => {
      const before = letters[index - 1];
      return before === undefined || Math.abs((letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) !== 1;
    })
    .join('');
}
