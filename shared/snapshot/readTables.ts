import type { Rational } from '../domain/rational';
import { transpose, type Table } from '../domain/methods/table';
import { emptyData, type RoundData } from './data';
import { byId, exactlyOrNull, requireJuror, requireNominee, type People } from './people';
import { refuse, type Path } from './problem';
import type { Figure, InputOf } from './schema';

type Labels = Pick<InputOf<'scores'>, 'nominees' | 'jurors' | 'rows'>;

interface Labelled {
  readonly jurors: readonly string[];
  readonly table: Table;
}

export function readScores(
  input: InputOf<'scores'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const { jurors, table } = labelled(input.table, input, nominees, listed, people, [...path, 'table'], path);
  return { ...emptyData, direction: input.direction ?? 'higher', jurors, table };
}

export function readPlaces(
  input: InputOf<'places'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const { jurors, table } = labelled(input.table, input, nominees, listed, people, [...path, 'table'], path);
  refuseNegative(table, [...path, 'table']);
  return { ...emptyData, direction: 'lower', jurors, table };
}

/** Several dances of one final; rows and columns mean the same in each. */
export function readDances(
  input: InputOf<'dances'>,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  path: Path,
): RoundData {
  const dances = input.dances.map((dance, d) => {
    const at = [...path, 'dances', d];
    const own = labelled(dance, input, nominees, listed, people, at, path);
    refuseNegative(own.table, at);
    return own;
  });
  const [only] = dances;
  return {
    ...emptyData,
    direction: 'lower',
    jurors: only?.jurors ?? [],
    table: dances.length === 1 ? (only?.table ?? null) : null,
    dances: dances.map((d) => d.table),
  };
}

/** The table as nominee × juror in canonical order, checked against the names that its rows and columns stand for. */
function labelled(
  raw: readonly (readonly (Figure | null)[])[],
  labels: Labels,
  nominees: readonly string[],
  listed: readonly string[],
  people: People,
  at: Path,
  path: Path,
): Labelled {
  const byJuror = labels.rows === 'jurors';
  const width = raw[0]?.length ?? 0;
  raw.forEach((row, r) => {
    if (row.length !== width) refuse([...at, r], `has ${row.length} cells, the first row has ${width}`);
  });
  const names = labels.nominees ?? listed;
  names.forEach((id, i) => requireNominee(people, id, [...path, 'nominees', i]));
  const [nomineeCount, jurorCount] = byJuror ? [width, raw.length] : [raw.length, width];
  if (raw.length > 0 && names.length !== nomineeCount) {
    refuse(at, `has ${nomineeCount} ${byJuror ? 'columns' : 'rows'} for ${names.length} nominees`);
  }
  const numbered = Array.from({ length: jurorCount }, (_, j) => String(j + 1));
  const own = labels.jurors ?? people.listedJurors ?? numbered;
  if (own.length !== jurorCount)
    refuse(at, `has ${jurorCount} ${byJuror ? 'rows' : 'columns'} for ${own.length} jurors`);
  if (labels.jurors !== undefined) own.forEach((id, j) => requireJuror(people, id, [...path, 'jurors', j]));
  once(names, [...path, 'nominees']);
  once(own, [...path, 'jurors']);
  const values = raw.map((row, r) => row.map((value, c) => exactlyOrNull(value, [...at, r, c])));
  const upright = byJuror ? transpose(values) : values;
  const jurors = own.map((id, j) => ({ id, j })).filter(({ id }) => !people.absentJurors.has(id));
  const seats = jurors.toSorted((a, b) => byId(a.id, b.id));
  const rowOf = new Map(names.map((id, i) => [id, i]));
  const table = nominees.map((id) => {
    const row = upright[rowOf.get(id) ?? -1];
    return seats.map(({ j }): Rational | null => row?.[j] ?? null);
  });
  return { jurors: seats.map((s) => s.id), table };
}

function once(names: readonly string[], path: Path): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (seen.has(name)) refuse([...path, i], `"${name}" stands twice`);
    seen.add(name);
  });
}

function refuseNegative(table: Table, path: Path): void {
  for (const value of table.flat()) if (value !== null && value.n <= 0n) refuse(path, 'a place is greater than zero');
}
