/** Crockford's base 32: no I, L, O, U, so that a code survives handwriting, a telephone and a wrong keyboard layout. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters that people type for the ones they see on paper: Latin look-alikes, then the Russian and Kazakh layouts. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  Һ: 'H',
  І: '1',
  К: 'K',
  М: 'M',
  О: '0',
  Р: 'P',
  Т: 'T',
  У: 'Y',
  Ү: 'Y',
  Х: 'X',
};

/** The first `characters` × 5 bits of `bytes`, most significant bit first. Throws when there are too few bytes. */
export function toCrockford(bytes: Uint8Array, characters: number): string {
  if (bytes.length * 8 < characters * 5) throw new Error('too few bytes for a code of this length');
  let text = '';
  let pool = 0;
  let bits = 0;
  let next = 0;
  while (text.length < characters) {
    if (bits < 5) {
      pool = ((pool << 8) | (bytes[next] ?? 0)) & 0xfff;
      next += 1;
      bits += 8;
    }
    bits -= 5;
    text += crockfordAlphabet.charAt((pool >> bits) & 31);
  }
  return text;
}

/** Groups of four with dashes: `XXXX-XXXX-XXXX`. */
export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/**
 * What was typed, as the characters that were meant: case, spaces, dashes of any kind and look-alikes do not matter.
 * Null when the rest is not exactly `characters` long or holds a sign outside the alphabet.
 */
export function readCrockford(typed: string, characters: number): string | null {
  let code = '';
  for (const sign of typed.normalize('NFKC').toUpperCase()) {
    if (/[\s\p{Pd}_.]/u.test(sign)) continue;
    const meant = lookAlikes[sign] ?? sign;
    if (!crockfordAlphabet.includes(meant)) return null;
    code += meant;
  }
  return code.length === characters ? code : null;
}
