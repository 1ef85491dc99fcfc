import { placesOf } from '../domain/methods/outcome';
import { separateEquals, type Skated } from '../domain/methods/skating';
import { ordinalsOf, transpose, type Table } from '../domain/methods/table';
import type { TieKey } from '../domain/methods/tieBreak';
import { rational } from '../domain/rational';
import { votersOf, type RoundData } from './data';
import type { MethodOutcome } from './methodOutcome';

interface Dance {
  readonly data: RoundData;
  readonly outcome: MethodOutcome;
}

/**
 * Rules 10 and 11 of the skating system among equal sums of places, over the rounds that count; none where there is but one, or
 * one that no jurors placed. Nothing is said where somebody lacks a place, or not as many jurors placed everybody.
 */
export function skatingKeys(counted: readonly Dance[]): readonly TieKey[] {
  const dances = counted.flatMap(({ data, outcome }) => {
    const table = placedBy(data);
    return table === null ? [] : [{ table, places: placesOf(outcome.groups, table.length, 'fractional') }];
  });
  if (dances.length < 2 || dances.length < counted.length) return [];
  const coupleOf = (i: number): Skated => ({
    places: dances.flatMap(({ places }) => places[i] ?? []),
    given: dances.flatMap(({ table }) => (table[i] ?? []).flatMap((place) => place ?? [])),
  });
  const key: TieKey['key'] = (i, group, place) => {
    const couples = group.map(coupleOf);
    const judges = couples[0]?.given.length;
    if (couples.some(({ places, given }) => places.length < dances.length || given.length !== judges)) return null;
    const { groups } = separateEquals([...group.keys()], place, couples);
    return [rational(groups.findIndex((members) => members.includes(group.indexOf(i))))];
  };
  return [{ name: 'skating', key }];
}

/** The places that the jurors give, as the method reads them; none of who leaves out somebody whom others placed. */
function placedBy(data: RoundData): Table | null {
  const voters = votersOf(data);
  if (voters === null) return null;
  const columns =
    data.places !== null && data.table !== null
      ? transpose(data.table)
      : transpose(voters.table).map((column) => ordinalsOf(column, voters.direction));
  const isMarked = voters.table.map((row) => row.some((mark) => mark !== null));
  return transpose(
    columns.map((column) =>
      column.some((place, i) => place === null && isMarked[i] === true) ? column.map(() => null) : column,
    ),
  );
}
