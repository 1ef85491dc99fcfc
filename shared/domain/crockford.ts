/** Crockford's base 32: no I, L, O, U, so that a code survives handwriting, a telephone and a wrong keyboard layout. */
const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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

/** Inverse of `toCrockford` for a code of `length` whole bytes; null for another length, sign, or non-zero padding. */
export function fromCrockford(code: string, length: number): Uint8Array | null {
  if (code.length !== Math.ceil((length * 8) / 5)) return null;
  const bytes = new Uint8Array(length);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const sign of code) {
    const digit = crockfordAlphabet.indexOf(sign);
    if (digit === -1) return null;
    bits = (bits << 5) | digit;
    held += 5;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
    }
    bits &= (1 << held) - 1;
  }
  return bits === 0 ? bytes : null;
}

/** Crockford's check symbol: the number modulo 37. Catches every single wrong sign and every swap of neighbours. */
export function checkSymbol(code: string): string {
  let remainder = 0;
  for (const sign of code) remainder = (remainder * 32 + crockfordAlphabet.indexOf(sign)) % 37;
  return `${crockfordAlphabet}*~$=U`.charAt(remainder);
}

/** What was typed, as the signs that were meant: case, spaces, dashes of any kind and look-alikes do not matter. */
export function meantSigns(typed: string): string {
  const signs = [...typed.normalize('NFKC').toUpperCase()].filter((sign) => !/[\s\p{Pd}_.]/u.test(sign));
  return signs.map((sign) => lookAlikes[sign] ?? sign).join('');
}

/** The signs that were meant; null when they are not exactly `characters` or one is outside the alphabet. */
export function readCrockford(typed: string, characters: number): string | null {
  const code = meantSigns(typed);
  const known = [...code].every((sign) => crockfordAlphabet.includes(sign));
  return known && code.length === characters ? code : null;
}
