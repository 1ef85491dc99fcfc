/**
 * Kazakh alphabetical order. Electron's ICU has no Kazakh and SQLite knows no collations, so a key is stored whose
 * code-unit order (JavaScript `<`) and UTF-8 byte order (SQLite BINARY) both are the alphabet's order.
 *
 * Order: separators, digits, Cyrillic letters in the Kazakh alphabet (42), Latin letters, everything else. In Kazakh
 * ё is a letter of its own after е. Equal letters are told apart by accents, then by case (small first), then by the
 * text itself, so that two different names never share a key.
 */
const separators = ` _-‐–—,;:!?.·'’‘"“”«»()[]{}@*/\\&#%№+<=>`;
const digits = '0123456789';
const cyrillic = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

/** Weights start above every code the key itself uses for markers and hexadecimal digits, and stay below surrogates. */
const firstWeight = 0x100;
const weights = new Map([...`${separators}${digits}${cyrillic}${latin}`].map((char, i) => [char, firstWeight + i]));
const unlisted = String.fromCharCode(0x2ff);
const levelEnd = '\u0001';

/** Key for `ORDER BY`: compare with `<` or as UTF-8 bytes. Text is taken NFC, runs of white space as one space. */
export function sortKey(text: string): string {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  let primary = '';
  let accents = '';
  let cases = '';
  for (const char of clean) {
    const lower = char.toLowerCase();
    const parts = weights.has(lower) ? [lower] : [...lower.normalize('NFD')];
    for (const part of parts) {
      const weight = weights.get(part);
      if (weight !== undefined) {
        primary += String.fromCharCode(weight);
        accents += '0';
        cases += char === lower ? '0' : '1';
      } else if (/\p{M}/u.test(part)) {
        accents += `1${codePoint(part)}`;
      } else {
        primary += `${unlisted}${codePoint(part)}`;
        accents += '0';
        cases += char === lower ? '0' : '1';
      }
    }
  }
  return [primary, accents, cases, [...clean].map(codePoint).join('')].join(levelEnd);
}

/** Order of two texts for a list shown in the Kazakh interface; 0 only for equal texts. */
export function compareKazakh(a: string, b: string): number {
  const [ka, kb] = [sortKey(a), sortKey(b)];
  return ka < kb ? -1 : ka > kb ? 1 : 0;
}

function codePoint(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).padStart(6, '0');
}
