import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresFor } from '@shared/domain/figure';
import { rational } from '@shared/domain/rational';
import { apportion, isFull, shareTheRest, sumOfWeights } from '@shared/domain/weights';

describe('figures of a list', () => {
  it('have the digits of the contest where that tells them apart', () => {
    const figures = figuresFor([rational(1, 3), rational(1, 2), rational(1, 2)], 2);
    expect(figures.of(rational(1, 3))).toEqual({ exact: '1/3', text: '0.33' });
    expect(figures.of(rational(80))).toEqual({ exact: '80', text: '80.00' });
  });

  it('get more digits, all of them, where unequal ones would look equal', () => {
    const list = [rational(8_333_333, 100_000), rational(8_333_334, 100_000), rational(50)];
    const figures = figuresFor(list, 2);
    expect(list.map((v) => figures.of(v).text)).toEqual(['83.33333', '83.33334', '50.00000']);
  });

  it('never show unequal values alike', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 9999 })), { maxLength: 12 }), (pairs) => {
        const list = pairs.map(([n, d]) => rational(n, d));
        const figures = figuresFor(list, 2);
        const exact = new Set(list.map((v) => figures.of(v).exact));
        expect(new Set(list.map((v) => figures.of(v).text)).size).toBe(exact.size);
      }),
    );
  });
});

describe('weights', () => {
  it('share the rest evenly to exactly 100 %', () => {
    expect(shareTheRest([2000, null, null, null])).toEqual([2000, 2667, 2667, 2666]);
    expect(shareTheRest([null, null])).toEqual([5000, 5000]);
    expect(shareTheRest([10_000])).toEqual([10_000]);
    expect(shareTheRest([10_000, null])).toEqual([10_000, 0]);
    expect(shareTheRest([9000])).toBeNull();
    expect(shareTheRest([9000, 2000, null])).toBeNull();
    expect(isFull([2000, 8000])).toBe(true);
    expect(isFull([2000, 8001])).toBe(false);
  });

  it('apportion whole shares that sum to the amount', () => {
    expect(apportion([1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(apportion([0, 0], 5)).toEqual([3, 2]);
    expect(apportion([1, 2], 10)).toEqual([3, 7]);
    expect(apportion([])).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (claims) => {
        const shares = apportion(claims);
        expect(sumOfWeights(shares)).toBe(10_000);
        expect(shares.every((s) => Number.isInteger(s) && s >= 0)).toBe(true);
      }),
    );
  });
});
