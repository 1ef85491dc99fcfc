import { rational, type Rational } from '../rational';

/**
 * Solves a regular system exactly, by Bareiss' fraction-free elimination (every intermediate number stays an integer of
 * bounded length). A singular system is a bug and throws.
 */
export function solve(matrix: readonly (readonly Rational[])[], right: readonly Rational[]): readonly Rational[] {
  const n = matrix.length;
  const rows = matrix.map((line, i) => whole([...line, right[i] ?? rational(0)]));
  let previous = 1n;
  for (let k = 0; k < n; k += 1) {
    const found = rows.findIndex((row, i) => i >= k && row[k] !== 0n);
    const [pivotRow, displaced] = [rows[found], rows[k]];
    if (pivotRow === undefined || displaced === undefined) throw new RangeError('a singular system');
    rows[found] = displaced;
    rows[k] = pivotRow;
    const pivot = pivotRow[k] ?? 0n;
    rows.forEach((row, i) => {
      if (i === k) return;
      const factor = row[k] ?? 0n;
      for (let j = 0; j <= n; j += 1) row[j] = ((row[j] ?? 0n) * pivot - (pivotRow[j] ?? 0n) * factor) / previous;
    });
    previous = pivot;
  }
  return rows.map((row, i) => rational(row[n] ?? 0n, row[i] ?? 0n));
}

function whole(line: readonly Rational[]): bigint[] {
  const common = line.reduce((lcm, { d }) => lcm * rational(d, lcm).n, 1n);
  return line.map(({ n, d }) => (n * common) / d);
}
