import { at } from '../at';
import { divide, multiply, rational, subtract, sum, type Rational } from '../rational';
import { rankTable, type Table } from '../methods/table';
import type { Direction } from '../methods/outcome';
import { toDouble } from '../methods/standardised';
import { chiSquareTail } from './distributions';
import { average, completeRows, square, squaresAround } from './grid';

export interface Concordance {
  readonly nominees: number;
  readonly jurors: number;
  readonly leftOut: readonly number[];
  readonly rankSums: readonly Rational[];
  /** Kendall's W, 0–1, corrected for equal ranks. */
  readonly w: Rational;
  readonly uncorrected: Rational;
  /** Friedman's χ² = m(n − 1)W with n − 1 degrees of freedom. */
  readonly chiSquare: Rational;
  readonly df: number;
  readonly p: number;
}

/**
 * Kendall's coefficient of concordance over the nominees that all jurors marked, each juror's marks turned into
 * fractional ranks. Null below two nominees or two jurors, or where every juror marked all alike.
 */
export function concordance(table: Table, direction: Direction): Concordance | null {
  const { rows, leftOut } = completeRows(table);
  const n = rows.length;
  const m = rows[0]?.length ?? 0;
  if (n < 2 || m < 2) return null;
  const ranks = rankTable(rows, direction);
  const rankSums = ranks.map((row) => sum(row.filter((r) => r !== null)));
  const spread = squaresAround(rankSums);
  const full = rational(m * m * (n ** 3 - n));
  const columns = Array.from({ length: m }, (_, j) => ranks.map((row) => at(row, j)).filter((r) => r !== null));
  const tied = sum(columns.map(tieTerm));
  const possible = subtract(full, multiply(rational(m), tied));
  if (possible.n === 0n) return null;
  const w = divide(multiply(rational(12), spread), possible);
  const chiSquare = multiply(rational(m * (n - 1)), w);
  return {
    nominees: n,
    jurors: m,
    leftOut,
    rankSums,
    w,
    uncorrected: divide(multiply(rational(12), spread), full),
    chiSquare,
    df: n - 1,
    p: chiSquareTail(toDouble(chiSquare), n - 1),
  };
}

/** Σ (t³ − t) over the groups of equal ranks of one juror. */
function tieTerm(ranks: readonly Rational[]): Rational {
  const sizes = new Map<string, number>();
  for (const { n, d } of ranks) sizes.set(`${n}/${d}`, (sizes.get(`${n}/${d}`) ?? 0) + 1);
  return rational([...sizes.values()].reduce((total, t) => total + t ** 3 - t, 0));
}

/** Pearson's correlation of two lists of equal length; null where one of them does not vary. */
export function correlation(x: readonly Rational[], y: readonly Rational[]): number | null {
  if (x.length < 2) return null;
  const [mx, my] = [average(x), average(y)];
  const product = sum(x.map((v, i) => multiply(subtract(v, mx), subtract(at(y, i), my))));
  const [sx, sy] = [squaresAround(x), squaresAround(y)];
  if (sx.n === 0n || sy.n === 0n) return null;
  const r = Math.sqrt(toDouble(divide(square(product), multiply(sx, sy))));
  return product.n < 0n ? -r : r;
}
