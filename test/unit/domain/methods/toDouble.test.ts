import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDouble } from '@shared/domain/methods/standardised';
import { rational } from '@shared/domain/rational';

describe('the double nearest to a fraction', () => {
  test.each([
    [1n, 3n, 1 / 3],
    [-(10n ** 30n), 3n, -1e30 / 3],
    [10n ** 40n, 1n, 1e40],
    [1n, 10n ** 30n, 1e-30],
    [-2n, 10n ** 30n, -2e-30],
    [10n ** 30n + 1n, 10n ** 30n, 1],
  ])('%s / %s', (n, d, expected) => {
    expect(toDouble(rational(n, d))).toBe(expected);
  });
  test('is as close as 15 digits tell, whatever the size of both', () => {
    const big = fc.bigInt({ min: 1n, max: 10n ** 60n });
    fc.assert(
      fc.property(big, big, fc.boolean(), (n, d, negative) => {
        const value = toDouble(rational(negative ? -n : n, d));
        expect(Math.sign(value)).toBe(negative ? -1 : 1);
        expect(Math.abs(value) / (Number(n) / Number(d))).toBeCloseTo(1, 14);
      }),
    );
  });
});
