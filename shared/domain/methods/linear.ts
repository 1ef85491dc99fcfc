import { at } from '../at';
import { rational, type Rational } from '../rational';

/**
 * Solves a regular system exactly, by Bareiss' fraction-free elimination (every intermediate number stays an integer of
 * bounded length). A singular system is a bug and throws.
 */
export function solve(matrix: readonly (readonly Rational[])[], right: readonly Rational[]): readonly Rational[] {
  const n = matrix.length;
  const rows = matrix.map((line, i) => whole([...line, at(right, i)]));
  let previous = 1n;
  for (let k = 0; k < n; k += 1) {
    const found = rows.findIndex((row, i) => i >= k && row[k] !== 0n);
    if (found < 0) throw new RangeError('a singular system');
    const pivotRow = at(rows, found);
    rows[found] = at(rows, k);
    rows[k] = pivotRow;
    const pivot = at(pivotRow, k);
    rows.forEach((row, i) => {
      if (i === k) return;
      const factor = at(row, k);
      for (let j = 0; j <= n; j += 1) row[j] = (at(row, j) * pivot - at(pivotRow, j) * factor) / previous;
    });
    previous = pivot;
  }
  return rows.map((row, i) => rational(at(row, n), at(row, i)));
}

function whole(line: readonly Rational[]): bigint[] {
  const common = line.reduce((lcm, { d }) => lcm * rational(d, lcm).n, 1n);
  return line.map(({ n, d }) => (n * common) / d);
}
