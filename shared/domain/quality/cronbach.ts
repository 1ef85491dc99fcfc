import { at } from '../at';
import { divide, multiply, rational, subtract, sum } from '../rational';
import { range } from '../methods/outcome';
import { toDouble } from '../methods/standardised';
import type { Table } from '../methods/table';
import { correlation } from './concordance';
import { completeRows, squaresAround } from './grid';

export interface Cronbach {
  readonly nominees: number;
  readonly items: number;
  /** k/(k − 1) · (1 − Σ var(item) / var(sum)). Null where the sums do not vary. */
  readonly raw: number | null;
  /** From the mean correlation of the items; null where an item does not vary. */
  readonly standardised: number | null;
}

/** Cronbach's alpha with jurors as items, over the nominees that all marked; null below 2 × 2. */
export function cronbachAlpha(table: Table): Cronbach | null {
  const { rows } = completeRows(table);
  const k = rows[0]?.length ?? 0;
  if (rows.length < 2 || k < 2) return null;
  const columns = range(k).map((j) => rows.map((row) => at(row, j)));
  // Both variances have the same n − 1, so that the sums of squares stand in the same relation.
  const ofSums = squaresAround(rows.map(sum));
  const ofItems = sum(columns.map(squaresAround));
  const raw =
    ofSums.n === 0n ? null : toDouble(multiply(rational(k, k - 1), subtract(rational(1), divide(ofItems, ofSums))));
  const correlations = range(k).flatMap((a) => range(a).map((b) => correlation(at(columns, a), at(columns, b))));
  const known = correlations.filter((r) => r !== null).toSorted((a, b) => a - b);
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const standardised = known.length < correlations.length ? null : (k * mean) / (1 + (k - 1) * mean);
  return {
    nominees: rows.length,
    items: k,
    raw,
    standardised: standardised !== null && Number.isFinite(standardised) ? standardised : null,
  };
}
