import { groupsByScore, placesOf } from '../domain/methods/outcome';
import { columnOf, rounded, transpose, type Table } from '../domain/methods/table';
import { equal } from '../domain/rational';
import { emptyData, type RoundData, type Voters } from './data';
import { labelled } from './labelled';
import { byId, type People } from './people';
import { refuse, type Path } from './problem';
import type { InputOf } from './schema';

export function readScores(
  input: InputOf<'scores'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  cardDigits: number | null,
  path: Path,
): RoundData {
  const { jurors, table } = labelled(input.table, input, nominees, listed, people, [...path, 'table'], path);
  const cards =
    cardDigits === null
      ? table
      : table.map((row) => row.map((mark) => (mark === null ? null : rounded(mark, cardDigits))));
  return { ...emptyData, direction: input.direction ?? 'higher', jurors, table: cards };
}

export function readPlaces(
  input: InputOf<'places'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const { jurors, table, whole } = labelled(input.table, input, nominees, listed, people, [...path, 'table'], path);
  refuseNegative(table, [...path, 'table']);
  return { ...emptyData, direction: 'lower', jurors, table, places: areRankings(whole) ? 'complete' : 'part' };
}

/** Several dances of one final; rows and columns mean the same in each. */
export function readDances(
  input: InputOf<'dances'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const read = input.dances.map((dance, d) => {
    const at = [...path, 'dances', d];
    const own = labelled(dance, input, nominees, listed, people, at, path);
    refuseNegative(own.table, at);
    return own;
  });
  const jurors = [...new Set(read.flatMap((d) => d.jurors))].toSorted(byId);
  // A panel without names may be of another size in each dance: a column that nobody filled is a seat that was not taken.
  const dances = read.map((own): Table => {
    const column = new Map(own.jurors.map((juror, j) => [juror, j]));
    return own.table.map((row) => jurors.map((juror) => row[column.get(juror) ?? -1] ?? null));
  });
  const [only = []] = dances;
  return {
    ...emptyData,
    direction: 'lower',
    jurors,
    table: dances.length === 1 ? only : null,
    places: 'complete',
    dances,
    voters: allDances(jurors, dances),
  };
}

/** Every judge of every dance as a voter. */
function allDances(jurors: readonly string[], dances: readonly Table[]): Voters {
  const seats = dances.flatMap((dance, d) =>
    jurors.flatMap((juror, j) => {
      const column = columnOf(dance, j);
      return column.every((place) => place === null) ? [] : [{ juror: `${d + 1}/${juror}`, column }];
    }),
  );
  return {
    direction: 'lower',
    jurors: seats.map((s) => s.juror),
    table: (dances[0] ?? []).map((_, i) => seats.map((s) => s.column[i] ?? null)),
  };
}

function refuseNegative(table: Table, path: Path): void {
  for (const value of table.flat()) if (value !== null && value.n <= 0n) refuse(path, 'a place is greater than zero');
}

/**
 * Whether every juror's places are a ranking of those in the table, however equals are numbered. If not, the table is the
 * top of a longer list, or part of one.
 */
function areRankings(table: Table): boolean {
  return transpose(table).every((column) => {
    const groups = groupsByScore(column, 'lower');
    return numberings.some((style) =>
      placesOf(groups, column.length, style).every((place, i) => {
        const own = column[i] ?? null;
        return place === null ? own === null : own !== null && equal(own, place);
      }),
    );
  });
}

const numberings = ['standard', 'fractional', 'modified', 'dense'] as const;
