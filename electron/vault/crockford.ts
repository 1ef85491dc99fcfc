/** Crockford's base32: no I, L, O, U, so that a code survives being read aloud and copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkAlphabet = `${alphabet}*~$=U`;

/** Upper case, O→0, I and L→1, without spaces and hyphens. Does not check that only code characters remain. */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Big-endian bits, the last character padded with zero bits: ⌈8·length ∕ 5⌉ characters. */
export function encodeCrockford(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += alphabet.charAt((bits >> held) & 31);
    }
    bits &= (1 << held) - 1;
  }
  return held === 0 ? text : text + alphabet.charAt((bits << (5 - held)) & 31);
}

/** Inverse of `encodeCrockford` for normalised text; null for any other character, length, or non-zero padding. */
export function decodeCrockford(text: string, length: number): Uint8Array | null {
  if (text.length !== Math.ceil((length * 8) / 5)) return null;
  const bytes = new Uint8Array(length);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const digit = alphabet.indexOf(char);
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

/** Crockford's check symbol: the number modulo 37. Catches every single wrong character and every swap of neighbours. */
export function checkSymbol(code: string): string {
  let remainder = 0;
  for (const char of code) remainder = (remainder * 32 + alphabet.indexOf(char)) % 37;
  return checkAlphabet.charAt(remainder);
}
