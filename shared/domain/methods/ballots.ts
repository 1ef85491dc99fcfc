import { at } from '../at';
import { compare, rational, type Rational } from '../rational';
import type { Direction } from './outcome';
import { columnOf, jurorsOf, type Table } from './table';

/** One ranking, or several equal ones: groups of nominees, best first, equals together. May be truncated. */
export interface Ballot {
  readonly count: number;
  readonly groups: readonly (readonly number[])[];
  /** Places that count as they stand, in place of those that the groups would have among the nominees here. */
  readonly places?: readonly (Rational | null)[];
}

/**
 * What it means that a ballot does not rank a nominee: `last` = below all that it ranks, equal among themselves;
 * `no_opinion` = nothing, only pairs that the ballot ranks both are compared.
 */
export type Unranked = 'last' | 'no_opinion';

/** Every juror's marks read as a ranking; `asGiven`: the marks are places that count as they stand. */
export function ballotsOf(table: Table, direction: Direction, asGiven = false): readonly Ballot[] {
  return Array.from({ length: jurorsOf(table) }, (_, j) => {
    const column = columnOf(table, j);
    return { count: 1, groups: groupsOf(column, direction), ...(asGiven ? { places: column } : {}) };
  });
}

function groupsOf(column: readonly (Rational | null)[], direction: Direction): readonly (readonly number[])[] {
  const sign = direction === 'higher' ? -1 : 1;
  const marked = column.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const groups: { value: Rational; members: number[] }[] = [];
  for (const { value, i } of marked.toSorted((a, b) => sign * compare(a.value, b.value) || a.i - b.i)) {
    const last = groups.at(-1);
    if (last !== undefined && compare(last.value, value) === 0) last.members.push(i);
    else groups.push({ value, members: [i] });
  }
  return groups.map((g) => g.members);
}

/** The ballot completed by a last group of equals. */
export function completed(ballot: Ballot, nominees: number): Ballot {
  const ranked = new Set(ballot.groups.flat());
  const rest = Array.from({ length: nominees }, (_, i) => i).filter((i) => !ranked.has(i));
  return rest.length === 0 ? ballot : { count: ballot.count, groups: [...ballot.groups, rest] };
}

/** Places of one ballot, nominee by nominee: fractional (1-2.5-2.5-4) or 1-2-2-4; null where not ranked. */
export function placesOnBallot(
  ballot: Ballot,
  nominees: number,
  style: 'fractional' | 'standard',
): readonly (Rational | null)[] {
  if (ballot.places !== undefined) return ballot.places;
  const places = Array.from({ length: nominees }, (): Rational | null => null);
  let before = 0;
  for (const group of ballot.groups) {
    const place = style === 'standard' ? rational(before + 1) : rational(2 * before + group.length + 1, 2);
    for (const i of group) places[i] = place;
    before += group.length;
  }
  return places;
}

/** votes[a][b]: how many ballots rank a strictly above b. */
export function pairwise(
  ballots: readonly Ballot[],
  nominees: number,
  unranked: Unranked,
): readonly (readonly number[])[] {
  const votes = Array.from({ length: nominees }, () => Array.from({ length: nominees }, () => 0));
  for (const ballot of ballots) {
    const { groups } = unranked === 'last' ? completed(ballot, nominees) : ballot;
    groups.forEach((upper, g) => {
      for (const lower of groups.slice(g + 1)) {
        for (const a of upper) {
          const row = at(votes, a);
          for (const b of lower) row[b] = at(row, b) + ballot.count;
        }
      }
    });
  }
  return votes;
}
