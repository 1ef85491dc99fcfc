import { at } from '../at';
import { divide, multiply, rational, subtract, type Rational } from '../rational';
import { toDouble } from '../methods/standardised';
import { range } from '../methods/outcome';
import type { Table } from '../methods/table';
import { fQuantile } from './distributions';
import { average, completeRows, squaresAround } from './grid';

export const iccForms = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const;
/**
 * Shrout & Fleiss (1979). 1 = every nominee has other jurors, 2 = jurors a sample, absolute agreement, 3 = these
 * jurors, consistency; `,1` = reliability of one juror, `,k` of the mean of all. In McGraw & Wong (1996): oneway,
 * twoway agreement, twoway consistency.
 */
export type IccForm = (typeof iccForms)[number];

export interface MeanSquares {
  readonly between: Rational;
  readonly within: Rational;
  readonly jurors: Rational;
  readonly error: Rational;
}

export interface Icc {
  readonly nominees: number;
  readonly jurors: number;
  /** Nominees with gaps, left out as positions in the table. */
  readonly leftOut: readonly number[];
  readonly meanSquares: MeanSquares;
  /** Null where it is not defined (no variance at all). */
  readonly forms: Readonly<Record<IccForm, { value: number | null; lower: number | null; upper: number | null }>>;
}

/** Mean squares of the complete rows, exact; null below two nominees or two jurors. */
function meanSquares(rows: readonly (readonly Rational[])[]): MeanSquares | null {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const columns = range(k).map((j) => rows.map((row) => at(row, j)));
  const total = squaresAround(rows.flat());
  const between = multiply(rational(k), squaresAround(rows.map(average)));
  const jurors = multiply(rational(n), squaresAround(columns.map(average)));
  const within = subtract(total, between);
  return {
    between: divide(between, rational(n - 1)),
    within: divide(within, rational(n * (k - 1))),
    jurors: divide(jurors, rational(k - 1)),
    error: divide(subtract(within, jurors), rational((n - 1) * (k - 1))),
  };
}

/** The six forms with their 95 % limits over the nominees that all jurors marked; null below 2 × 2. */
export function icc(table: Table): Icc | null {
  const { rows, leftOut } = completeRows(table);
  const squares = meanSquares(rows);
  if (squares === null) return null;
  const n = rows.length;
  const k = at(rows, 0).length;
  const [b, w] = [toDouble(squares.between), toDouble(squares.within)];
  const [j, e] = [toDouble(squares.jurors), toDouble(squares.error)];
  const values: Record<IccForm, number> = {
    'ICC(1,1)': (b - w) / (b + (k - 1) * w),
    'ICC(2,1)': (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
    'ICC(3,1)': (b - e) / (b + (k - 1) * e),
    'ICC(1,k)': (b - w) / b,
    'ICC(2,k)': (b - e) / (b + (j - e) / n),
    'ICC(3,k)': (b - e) / b,
  };
  const limits = limitsOf(n, k, { b, w, j, e }, values['ICC(2,1)']);
  const form = (name: IccForm): Icc['forms'][IccForm] => {
    const [lower, upper] = limits[name];
    const value = defined(values[name]);
    return { value, lower: value === null ? null : defined(lower), upper: value === null ? null : defined(upper) };
  };
  return {
    nominees: n,
    jurors: k,
    leftOut,
    meanSquares: squares,
    forms: {
      'ICC(1,1)': form('ICC(1,1)'),
      'ICC(2,1)': form('ICC(2,1)'),
      'ICC(3,1)': form('ICC(3,1)'),
      'ICC(1,k)': form('ICC(1,k)'),
      'ICC(2,k)': form('ICC(2,k)'),
      'ICC(3,k)': form('ICC(3,k)'),
    },
  };
}

const defined = (value: number): number | null => (Number.isFinite(value) ? value : null);

type Limits = readonly [number, number];

/** 95 % limits after Shrout & Fleiss (1979) and McGraw & Wong (1996). */
function limitsOf(
  n: number,
  k: number,
  { b, w, j, e }: { readonly b: number; readonly w: number; readonly j: number; readonly e: number },
  agreement: number,
): Readonly<Record<IccForm, Limits>> {
  const p = 0.975;
  const [df1, dfw, dfe] = [n - 1, n * (k - 1), (n - 1) * (k - 1)];
  const single = (f: Limits): Limits => [(f[0] - 1) / (f[0] + k - 1), (f[1] - 1) / (f[1] + k - 1)];
  const ofMean = (f: Limits): Limits => [1 - 1 / f[0], 1 - 1 / f[1]];
  const one: Limits = [b / w / fQuantile(p, df1, dfw), (b / w) * fQuantile(p, dfw, df1)];
  const three: Limits = [b / e / fQuantile(p, df1, dfe), (b / e) * fQuantile(p, dfe, df1)];
  const fj = j / e;
  const inner = k * agreement * fj;
  const outer = n * (1 + (k - 1) * agreement) - k * agreement;
  const df = (dfe * (inner + outer) ** 2) / ((n - 1) * k ** 2 * agreement ** 2 * fj ** 2 + outer ** 2);
  const spread = k * j + (k * n - k - n) * e;
  const [up, down] = df > 0 ? [fQuantile(p, df1, df), fQuantile(p, df, df1)] : [Number.NaN, Number.NaN];
  const two: Limits = [(n * (b - up * e)) / (up * spread + n * b), (n * (down * b - e)) / (spread + n * down * b)];
  const stepped = (r: number): number => (r * k) / (1 + r * (k - 1));
  return {
    'ICC(1,1)': single(one),
    'ICC(2,1)': two,
    'ICC(3,1)': single(three),
    'ICC(1,k)': ofMean(one),
    'ICC(2,k)': [stepped(two[0]), stepped(two[1])],
    'ICC(3,k)': ofMean(three),
  };
}

/**
 * Variance components of the balanced crossed model nominee + juror + residual, from the mean squares; a negative
 * estimate is shown as zero. Null below 2 × 2, or where a row is incomplete.
 */
export function varianceComponents(
  table: Table,
): { readonly nominee: Rational; readonly juror: Rational; readonly residual: Rational } | null {
  const { rows, leftOut } = completeRows(table);
  const squares = meanSquares(rows);
  if (squares === null || leftOut.length > 0) return null;
  const part = (square: Rational, times: number): Rational => {
    const value = divide(subtract(square, squares.error), rational(times));
    return value.n < 0n ? rational(0) : value;
  };
  return {
    nominee: part(squares.between, at(rows, 0).length),
    juror: part(squares.jurors, rows.length),
    residual: squares.error,
  };
}
