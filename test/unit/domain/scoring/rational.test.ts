import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  equal,
  fromDecimal,
  fromFraction,
  multiply,
  rational,
  subtract,
  sum,
  toDecimal,
  toFraction,
} from '@shared/domain/rational';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => rational(n, d));

describe('exact fractions', () => {
  it('are reduced with a positive denominator', () => {
    expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(rational(0, -7)).toEqual({ n: 0n, d: 1n });
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError);
  });

  it('take decimals as printed, not as stored', () => {
    expect(add(fromDecimal(0.1), fromDecimal(0.2))).toEqual(fromDecimal('0.3'));
    expect(fromDecimal(1e-7)).toEqual(rational(1, 10_000_000));
    expect(fromDecimal(1.5e21)).toEqual(rational(15n * 10n ** 20n));
    expect(fromDecimal('-2.50')).toEqual(rational(-5, 2));
    for (const wrong of [Number.NaN, Infinity, '1,5', '', '1.', 'x'])
      expect(() => fromDecimal(wrong)).toThrow(RangeError);
  });

  it('round half away from zero, on both sides', () => {
    expect(toDecimal(rational(1, 8), 2)).toBe('0.13');
    expect(toDecimal(rational(-1, 8), 2)).toBe('-0.13');
    expect(toDecimal(rational(5, 2), 0)).toBe('3');
    expect(toDecimal(rational(-5, 2), 0)).toBe('-3');
    expect(toDecimal(rational(2, 3), 4)).toBe('0.6667');
    expect(toDecimal(rational(-1, 1000), 2)).toBe('0.00');
    expect(toDecimal(rational(1005, 1000), 2)).toBe('1.01');
  });

  it('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(subtract(a, b), b)).toEqual(a);
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(compare(a, b) === 0).toBe(equal(a, b));
        expect(fromFraction(toFraction(a))).toEqual(a);
      }),
    );
  });

  it('are never further than half a unit from their decimal text', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 9 }), (a, digits) => {
        const error = subtract(fromDecimal(toDecimal(a, digits)), a);
        const distance = error.n < 0n ? subtract(rational(0), error) : error;
        expect(compare(distance, rational(1n, 2n * 10n ** BigInt(digits)))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
