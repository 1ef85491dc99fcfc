import { completed, placesOnBallot } from '../domain/methods/ballots';
import { at } from '../domain/at';
import { range } from '../domain/methods/outcome';
import { rational, type Rational } from '../domain/rational';
import type { Cast, Voters } from './data';

/** A table of more cells would be a matter of statistics of an electorate, not of a jury. */
const mostCells = 400_000;

/**
 * Every single ballot as a column of fractional places, or null where there are too many. `last`: whom a ballot does not
 * rank shares its last places; else they have none on it. Ballots without a name are numbered in the order of what they
 * say, so that their order in the snapshot plays no part.
 */
export function votersOfRankings(cast: readonly Cast[], nominees: number, last: boolean): Voters | null {
  if (tooMany(cast, nominees)) return null;
  const columns = cast.flatMap(({ juror, ballot }) => {
    const places = placesOnBallot(last ? completed(ballot, nominees) : ballot, nominees, 'fractional');
    return repeated(juror, ballot.count).map((name) => ({ name, places }));
  });
  return tableOf(columns, nominees, 'lower');
}

/** Every single ballot of grades as a column of their indices, 0 = the worst. */
export function votersOfGrades(
  cast: readonly {
    readonly juror: string | null;
    readonly count: number;
    readonly grades: readonly (number | null)[];
  }[],
  nominees: number,
): Voters | null {
  if (
    tooMany(
      cast.map((c) => ({ ballot: c })),
      nominees,
    )
  )
    return null;
  const columns = cast.flatMap(({ juror, count, grades }) => {
    const places = grades.map((grade) => (grade === null ? null : rational(grade)));
    return repeated(juror, count).map((name) => ({ name, places }));
  });
  return tableOf(columns, nominees, 'higher');
}

const tooMany = (cast: readonly { readonly ballot: { readonly count: number } }[], nominees: number): boolean =>
  cast.reduce((total, { ballot }) => total + ballot.count, 0) * nominees > mostCells;

const repeated = (juror: string | null, count: number): readonly (string | null)[] =>
  range(count).map((k) => (juror === null || count === 1 ? juror : `${juror}/${k + 1}`));

interface Column {
  readonly name: string | null;
  readonly places: readonly (Rational | null)[];
}

function tableOf(columns: readonly Column[], nominees: number, direction: Voters['direction']): Voters {
  return {
    jurors: columns.map((column, j) => column.name ?? `ballot ${j + 1}`),
    table: range(nominees).map((i) => columns.map((column) => at(column.places, i))),
    direction,
  };
}
