import { at } from '../at';
import { divide, fromDecimal, multiply, rational, subtract, sum, type Rational } from '../rational';
import { groupsByScore, type Direction, type Outcome } from './outcome';
import { columnOf, jurorsOf, meanOf, present, type Table } from './table';

/** Roots leave the rationals: what comes from them is rounded to this many decimals before anything is ordered. */
const digits = 9;

/**
 * Mean of the marks standardised per juror: (x − mean_j) / s_j over what the juror marked, s with n − 1, and 0 where the
 * juror gave one mark or all alike. Means and variances are exact; the roots are doubles, added in ascending order and
 * rounded to 9 decimals before ordering.
 */
export function standardised(table: Table, direction: Direction): Outcome {
  const rows = standardisedRows(table);
  const scores = rows.map((row): Rational | null => {
    const values = row.filter((z) => z !== null).toSorted((a, b) => a - b);
    if (values.length === 0) return null;
    return exactly(values.reduce((a, b) => a + b, 0) / values.length);
  });
  return {
    scores,
    groups: groupsByScore(scores, direction),
    details: rows.map((row) => ({ z: row.map((z) => (z === null ? null : exactly(z))) })),
    notices: [],
  };
}

/** The single marks standardised, nominee × juror, rounded to 9 decimals: for the eye, their mean is taken before. */
export const standardisedMarks = (table: Table): Table =>
  standardisedRows(table).map((row) => row.map((z) => (z === null ? null : exactly(z))));

function standardisedRows(table: Table): readonly (readonly (number | null)[])[] {
  const columns = Array.from({ length: jurorsOf(table) }, (_, j) => standardise(columnOf(table, j)));
  return table.map((_, i) => columns.map((column) => at(column, i)));
}

const exactly = (value: number): Rational => fromDecimal(value.toFixed(digits));

function standardise(column: readonly (Rational | null)[]): readonly (number | null)[] {
  const marks = present(column);
  const mean = meanOf(marks);
  if (mean === null) return column.map(() => null);
  const squares = sum(marks.map((x) => square(subtract(x, mean))));
  if (squares.n === 0n) return column.map((x) => (x === null ? null : 0));
  const variance = divide(squares, rational(marks.length - 1));
  return column.map((x) => {
    if (x === null) return null;
    const off = subtract(x, mean);
    const z = Math.sqrt(toDouble(divide(square(off), variance)));
    return off.n < 0n ? -z : z;
  });
}

const square = (x: Rational): Rational => multiply(x, x);

/** The double nearest to a fraction, as closely as 20 significant digits tell; for statistics, never for an order. */
export function toDouble(value: Rational): number {
  const [n, d] = [Number(value.n), Number(value.d)];
  if (Math.abs(n) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return n / d;
  const negative = value.n < 0n;
  const top = negative ? -value.n : value.n;
  const exponent = top.toString().length - value.d.toString().length;
  const shift = 20 - exponent;
  const scaled = shift >= 0 ? (top * 10n ** BigInt(shift)) / value.d : top / (value.d * 10n ** BigInt(-shift));
  return Number(`${negative ? '-' : ''}${scaled}e${-shift}`);
}
