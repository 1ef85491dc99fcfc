import { at } from '../at';
import { compare, divide, multiply, rational, sum, type Rational } from '../rational';
import { groupsByScore, type Direction, type Notice, type Outcome } from './outcome';
import { jurorsOf, medianOf, present, rounded, type Table } from './table';

/** How the marks of several jurors become one figure. `highest` and `lowest` are dropped before. */
export interface Across {
  readonly by: 'mean' | 'sum' | 'median';
  readonly highest: number;
  readonly lowest: number;
}

export interface Aggregate {
  /** Null where there is no mark at all. */
  readonly value: Rational | null;
  /** Marks that were dropped as highest or lowest, as positions in the row; of equals those that stand first. */
  readonly dropped: readonly number[];
  /** Too few marks to drop any: all were kept. */
  readonly untrimmed: boolean;
  /** Marks were missing, and the sum is mean × number of marks that a complete row would keep. */
  readonly estimated: boolean;
  /** How many marks the figure stands for: one for a mean or median, the kept marks of a full row for a sum. */
  readonly terms: number;
}

/**
 * One row. Dropping needs more marks than are dropped (m ≥ 2k + 1 for k at each end); with fewer all are kept. A sum
 * over a row with gaps is the mean of what was kept times the number that a full row would keep, so that a missing
 * juror costs nobody anything.
 */
export function aggregateRow(row: readonly (Rational | null)[], across: Across): Aggregate {
  const marks = row.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const cut = across.highest + across.lowest;
  const untrimmed = cut > 0 && marks.length <= cut;
  const sorted = marks.toSorted((a, b) => compare(a.value, b.value) || a.i - b.i);
  const [from, to] = untrimmed ? [0, sorted.length] : [across.lowest, sorted.length - across.highest];
  const kept = sorted.slice(from, to).map((m) => m.value);
  const dropped = [...sorted.slice(0, from), ...sorted.slice(to)].map((m) => m.i).toSorted((a, b) => a - b);
  if (kept.length === 0) return { value: null, dropped: [], untrimmed: false, estimated: false, terms: 1 };
  if (across.by === 'median') return { value: medianOf(kept), dropped, untrimmed, estimated: false, terms: 1 };
  const mean = divide(sum(kept), rational(kept.length));
  if (across.by === 'mean') return { value: mean, dropped, untrimmed, estimated: false, terms: 1 };
  const full = untrimmed ? row.length : row.length - cut;
  return {
    value: multiply(mean, rational(full)),
    dropped,
    untrimmed,
    estimated: marks.length < row.length,
    terms: full,
  };
}

/** Mean, sum, median, trimmed mean or trimmed sum of each nominee's marks, rounded to `digits` where rules say so. */
export function aggregate(table: Table, across: Across, direction: Direction, digits: number | null): Outcome {
  const rows = table.map((marks) => ({ marks, ...aggregateRow(marks, across) }));
  const scores = rows.map(({ value }) => (value === null ? null : rounded(value, digits)));
  return {
    scores,
    groups: groupsByScore(scores, direction),
    details: rows.map(({ marks, value, dropped }) => ({
      marks,
      dropped,
      scores: present(marks).length,
      unrounded: value,
    })),
    notices: rows.flatMap((row, i) => noticesOf(row, i, table)),
  };
}

export function noticesOf(row: Aggregate, nominee: number, table: Table): readonly Notice[] {
  const scores = present(at(table, nominee)).length;
  const notices: Notice[] = [];
  if (row.untrimmed) notices.push({ kind: 'too-few-to-trim', nominee, scores });
  if (row.estimated) notices.push({ kind: 'sum-estimated', nominee, scores, jurors: jurorsOf(table) });
  return notices;
}
