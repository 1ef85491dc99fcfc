import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from '@shared/domain/methods/linear';
import { multiply, rational, sum, type Rational } from '@shared/domain/rational';
import { at } from '@shared/domain/at';
import { tableOf } from './table';

const exact = (values: readonly number[]): readonly Rational[] => values.map((x) => rational(x));

test('a system by hand, also where the first equation does not have the first unknown', () => {
  // 2x + y = 5, x − y = 1; then y = 3, x = 2.
  expect(solve([exact([2, 1]), exact([1, -1])], exact([5, 1]))).toEqual(exact([2, 1]));
  expect(solve([exact([0, 1]), exact([1, 0])], exact([3, 2]))).toEqual(exact([2, 3]));
});

test('fractions stay exact', () => {
  // x/3 + y/7 = 1, x/2 = 1.
  const matrix = [
    [rational(1, 3), rational(1, 7)],
    [rational(1, 2), rational(0)],
  ];
  expect(solve(matrix, exact([1, 1]))).toEqual([rational(2), rational(7, 3)]);
});

test('finds what the right side was made of, for any regular system', () => {
  const entry = fc.integer({ min: -5, max: 5 });
  const size = fc.integer({ min: 1, max: 4 });
  const system = size.chain((n) =>
    fc.tuple(
      fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      fc.array(entry, { minLength: n, maxLength: n }),
    ),
  );
  const determinant = (m: readonly (readonly number[])[]): number =>
    m.length === 0
      ? 1
      : at(m, 0).reduce(
          (total, x, j) =>
            total + (j % 2 === 0 ? x : -x) * determinant(m.slice(1).map((row) => row.filter((_, k) => k !== j))),
          0,
        );
  fc.assert(
    fc.property(system, ([matrix, unknowns]) => {
      const lines = tableOf(matrix).map((row) => row.filter((x) => x !== null));
      const wanted = exact(unknowns);
      const right = lines.map((line) => sum(line.map((x, j) => multiply(x, at(wanted, j)))));
      if (determinant(matrix) === 0) expect(() => solve(lines, right)).toThrow(new RangeError('a singular system'));
      else expect(solve(lines, right)).toEqual(wanted);
    }),
  );
});

test('a list with a hole is a bug and is not read as zero', () => {
  expect(() => solve([exact([1, 0]), exact([0, 1])], exact([1]))).toThrow(RangeError);
  expect(at([7, 8], 1)).toBe(8);
  expect(() => at([7, 8], 2)).toThrow('no entry 2 of 2');
});
