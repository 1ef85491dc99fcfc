import { at } from '../at';
import { add, compare, divide, rational, sum, toDecimal, fromDecimal, type Rational } from '../rational';
import type { Direction } from './outcome';

/** Marks, nominee × juror; null = no mark, which is never zero. Rows have equal length. */
export type Table = readonly (readonly (Rational | null)[])[];

export const present = (row: readonly (Rational | null)[]): readonly Rational[] => row.filter((v) => v !== null);

export const jurorsOf = (table: Table): number => table[0]?.length ?? 0;

export const columnOf = (table: Table, juror: number): readonly (Rational | null)[] =>
  table.map((row) => at(row, juror));

export const transpose = (table: Table): Table =>
  Array.from({ length: jurorsOf(table) }, (_, juror) => columnOf(table, juror));

export const meanOf = (values: readonly Rational[]): Rational | null =>
  values.length === 0 ? null : divide(sum(values), rational(values.length));

/** Of an even number the mean of the middle two. */
export function medianOf(values: readonly Rational[]): Rational | null {
  const sorted = values.toSorted(compare);
  const upper = sorted[values.length >> 1];
  const lower = sorted[(values.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : divide(add(upper, lower), rational(2));
}

/** Half away from zero, as ISU protocols and sports results are rounded. */
export const rounded = (value: Rational, digits: number | null): Rational =>
  digits === null ? value : fromDecimal(toDecimal(value, digits));

/**
 * Ranks 1 … n of one juror over what that juror has marked, best first; equals share the mean of their places
 * (fractional rank). Null stays null.
 */
export function ranksOf(column: readonly (Rational | null)[], direction: Direction): readonly (Rational | null)[] {
  return spread(column, direction, (before, size) => rational(2 * before + size + 1, 2));
}

/** Places 1-2-2-4 of one juror. */
export function ordinalsOf(column: readonly (Rational | null)[], direction: Direction): readonly (Rational | null)[] {
  return spread(column, direction, (before) => rational(before + 1));
}

function spread(
  column: readonly (Rational | null)[],
  direction: Direction,
  place: (before: number, size: number) => Rational,
): readonly (Rational | null)[] {
  const sign = direction === 'higher' ? -1 : 1;
  const marked = column
    .flatMap((value, i) => (value === null ? [] : [{ value, i }]))
    .toSorted((a, b) => sign * compare(a.value, b.value));
  const places = column.map((): Rational | null => null);
  for (let start = 0; start < marked.length;) {
    const first = at(marked, start).value;
    let end = start;
    while (end < marked.length && compare(at(marked, end).value, first) === 0) end += 1;
    for (const { i } of marked.slice(start, end)) places[i] = place(start, end - start);
    start = end;
  }
  return places;
}

/** Jurors' columns turned into fractional ranks, nominee × juror. */
export function rankTable(table: Table, direction: Direction): Table {
  const columns = Array.from({ length: jurorsOf(table) }, (_, j) => ranksOf(columnOf(table, j), direction));
  return table.map((_, i) => columns.map((column) => at(column, i)));
}
