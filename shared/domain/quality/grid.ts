import { rational, sum, subtract, multiply, divide, type Rational } from '../rational';
import { present, type Table } from '../methods/table';

/** Rows without a gap, and the positions of the rows that had to be left out. */
export interface CompleteRows {
  readonly rows: readonly (readonly Rational[])[];
  readonly leftOut: readonly number[];
}

export function completeRows(table: Table): CompleteRows {
  const rows: (readonly Rational[])[] = [];
  const leftOut: number[] = [];
  table.forEach((row, i) => {
    const marks = present(row);
    if (marks.length === row.length && row.length > 0) rows.push(marks);
    else leftOut.push(i);
  });
  return { rows, leftOut };
}

export const square = (x: Rational): Rational => multiply(x, x);

/** Mean of at least one value. */
export const average = (values: readonly Rational[]): Rational => divide(sum(values), rational(values.length));

/** Σ (x − mean)². */
export function squaresAround(values: readonly Rational[]): Rational {
  const mean = average(values);
  return sum(values.map((x) => square(subtract(x, mean))));
}

/** Variance with n − 1; null for fewer than two values. */
export const variance = (values: readonly Rational[]): Rational | null =>
  values.length < 2 ? null : divide(squaresAround(values), rational(values.length - 1));

/** Below so many jurors or nominees no coefficient says anything about the jury. */
const enough = 5;

/** `too_few_data` below 5 jurors or 5 nominees. */
export const tooFewData = (nominees: number, jurors: number): boolean => nominees < enough || jurors < enough;
