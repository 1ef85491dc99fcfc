import { transpose, type Table } from '../domain/methods/table';
import type { Rational } from '../domain/rational';
import { byId, exactly, requireJuror, requireNominee, type People } from './people';
import { refuse, type Path } from './problem';
import type { Figure, InputOf } from './schema';

type Labels = Pick<InputOf<'scores'>, 'nominees' | 'jurors' | 'rows'>;

interface Labelled {
  readonly jurors: readonly string[];
  readonly table: Table;
  /** The same of all who are in the table, also of those who do not stand here. */
  readonly whole: Table;
}

/** The table as nominee × juror in canonical order, checked against the names that its rows and columns stand for. */
export function labelled(
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
    const other =
      names.length === jurorCount ? ` (the table is turned: say "rows": "${byJuror ? 'nominees' : 'jurors'}")` : '';
    refuse(at, `has ${nomineeCount} ${byJuror ? 'columns' : 'rows'} for ${names.length} nominees${other}`);
  }
  const numbered = Array.from({ length: jurorCount }, (_, j) => String(j + 1));
  const own = labels.jurors ?? people.listedJurors ?? numbered;
  if (own.length !== jurorCount)
    refuse(at, `has ${jurorCount} ${byJuror ? 'rows' : 'columns'} for ${own.length} jurors`);
  if (labels.jurors !== undefined) own.forEach((id, j) => requireJuror(people, id, [...path, 'jurors', j]));
  once(names, [...path, 'nominees']);
  once(own, [...path, 'jurors']);
  const known = new Map<Figure, Rational>();
  const values = raw.map((row, r) =>
    row.map((value, c): Rational | null => {
      if (value === null) return null;
      let mark = known.get(value);
      if (mark === undefined) known.set(value, (mark = exactly(value, [...at, r, c])));
      return mark;
    }),
  );
  const upright = byJuror ? transpose(values) : values;
  const jurors = own.map((id, j) => ({ id, j })).filter(({ id }) => !people.absentJurors.has(id));
  const seats = jurors.toSorted((a, b) => byId(a.id, b.id));
  const rowOf = new Map(names.map((id, i) => [id, i]));
  const table = nominees.map((id) => {
    const row = upright[rowOf.get(id) ?? -1];
    return seats.map(({ j }): Rational | null => row?.[j] ?? null);
  });
  const whole = upright.map((row) => seats.map(({ j }): Rational | null => row[j] ?? null));
  return { jurors: seats.map((s) => s.id), table, whole };
}

function once(names: readonly string[], path: Path): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (seen.has(name)) refuse([...path, i], `"${name}" stands twice`);
    seen.add(name);
  });
}
