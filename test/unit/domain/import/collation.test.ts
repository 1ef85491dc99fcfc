import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKazakh, sortKey } from '@shared/domain/collation';

const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('Kazakh alphabetical order', () => {
  it('is the order of the 42 letters', () => {
    const shuffled = [...alphabet].toSorted();
    expect(shuffled.join('')).not.toBe(alphabet);
    expect(shuffled.toSorted(compareKazakh).join('')).toBe(alphabet);
    expect(alphabet).toHaveLength(42);
  });

  it('sorts names as a Kazakh reader expects', () => {
    const sorted = ['Әбенов', 'Ёлкин', 'Еркін', 'Жұмабаев', 'Жүнісов', 'Иса', 'Ілияс', 'Ысқақ', 'Эмма', 'Aida', 'Бек'];
    expect(sorted.toSorted(compareKazakh)).toEqual([
      'Әбенов',
      'Бек',
      'Еркін',
      'Ёлкин',
      'Жұмабаев',
      'Жүнісов',
      'Иса',
      'Ысқақ',
      'Ілияс',
      'Эмма',
      'Aida',
    ]);
  });

  it('puts digits before Cyrillic and Cyrillic before Latin, and a shorter name before its continuation', () => {
    expect(['Zed', 'Яна', '9 май', 'Ким Б', 'Ким', 'Кимов'].toSorted(compareKazakh)).toEqual([
      '9 май',
      'Ким',
      'Ким Б',
      'Кимов',
      'Яна',
      'Zed',
    ]);
  });

  it('tells case and accents apart only after the letters', () => {
    expect(['Béles а', 'Beles б', 'beles', 'Beles', 'Béles'].toSorted(compareKazakh)).toEqual([
      'beles',
      'Beles',
      'Béles',
      'Béles а',
      'Beles б',
    ]);
  });

  it('is the same for both Unicode forms and for other white space', () => {
    expect(sortKey('Йо\u00a0ра  é')).toBe(sortKey(' Йо ра é '.normalize('NFD')));
  });

  it('agrees with a full ICU, as code units and as UTF-8 bytes', () => {
    const icu = new Intl.Collator('kk');
    const word = fc.string({
      unit: fc.constantFrom(...alphabet, ...alphabet.toUpperCase(), ...'abcxyzABCXYZ0129 -'),
      maxLength: 8,
    });
    const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x, y] = [tidy(a), tidy(b)];
        const order = Math.sign(icu.compare(x, y));
        expect(Math.sign(compareKazakh(x, y))).toBe(order);
        expect(Math.sign(Buffer.compare(bytes(sortKey(x)), bytes(sortKey(y))))).toBe(order);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps bytes and code units in step for any text, and never gives two texts one key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [x, y] = [sortKey(a), sortKey(b)];
        expect(Math.sign(Buffer.compare(bytes(x), bytes(y)))).toBe(x < y ? -1 : x > y ? 1 : 0);
        const tidy = (t: string) => t.normalize('NFC').replace(/\s+/gu, ' ').trim();
        expect(x === y).toBe(tidy(a) === tidy(b));
      }),
    );
  });
});
