import { fromDecimal, type Rational } from '@shared/domain/rational';
import type { Table } from '@shared/domain/methods/table';
import { toDouble } from '@shared/domain/methods/standardised';
import type { Ballot } from '@shared/domain/methods/ballots';

/** Marks as people write them. */
export const tableOf = (rows: readonly (readonly (number | null)[])[]): Table =>
  rows.map((row) => row.map((x) => (x === null ? null : fromDecimal(x))));

export const doubles = (values: readonly (Rational | null)[]): readonly (number | null)[] =>
  values.map((v) => (v === null ? null : toDouble(v)));

/** Places 1-2-2-4 of groups, by position. */
export function placesOf(groups: readonly (readonly number[])[]): readonly number[] {
  const places: number[] = [];
  let before = 0;
  for (const group of groups) {
    for (const i of group) places[i] = before + 1;
    before += group.length;
  }
  return places;
}

/** `A>B=C*3` over the letters from A. */
function ballot(text: string): Ballot {
  const [order = '', count = '1'] = text.split('*');
  return {
    count: Number(count),
    groups: order.split('>').map((group) => group.split('=').map((name) => name.charCodeAt(0) - 65)),
  };
}
export const ballots = (...texts: readonly string[]): readonly Ballot[] => texts.map(ballot);
