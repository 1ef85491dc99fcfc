import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '@shared/domain/at';
import { leastCost } from '@shared/domain/allocation/hungarian';

const costs = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
  fc.array(fc.array(fc.bigInt({ min: -9n, max: 9n }), { minLength: rows + more, maxLength: rows + more }), {
    minLength: rows,
    maxLength: rows,
  }),
);
const total = (cost: readonly (readonly bigint[])[], chosen: readonly number[]): bigint =>
  chosen.reduce((sum, column, row) => sum + at(at(cost, row), column), 0n);

/** By trying all: the least total of the rows from `row` on, over the columns not used yet. */
function least(cost: readonly (readonly bigint[])[], row = 0, used: readonly number[] = []): bigint {
  if (row === cost.length) return 0n;
  const ways = at(cost, row).flatMap((own, c) => (used.includes(c) ? [] : [own + least(cost, row + 1, [...used, c])]));
  return ways.reduce((a, b) => (b < a ? b : a));
}

test('costs least of all assignments, and gives no column twice', () => {
  fc.assert(
    fc.property(costs, (cost) => {
      const chosen = leastCost(cost);
      expect(new Set(chosen).size).toBe(cost.length);
      expect(total(cost, chosen)).toBe(least(cost));
    }),
  );
});

test('the workers of a textbook: the greedy choice of the cheapest cell is not the best', () => {
  // Greedy takes 1 and is left with 9; 2 + 3 is less.
  expect(
    leastCost([
      [1n, 2n],
      [3n, 9n],
    ]),
  ).toEqual([1, 0]);
});

test('nobody to assign, and more rows than columns', () => {
  expect(leastCost([])).toEqual([]);
  expect(() => leastCost([[1n], [2n]])).toThrow(new RangeError('more rows than columns'));
});
