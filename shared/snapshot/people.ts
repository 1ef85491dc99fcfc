import { fromDecimal, fromFraction, type Rational } from '../domain/rational';
import { refuse, type Path } from './problem';
import type { Figure, Snapshot } from './schema';

export interface Person {
  readonly id: string;
  /** Position in the list, from 1. */
  readonly number: number;
  readonly name: string;
  /** Running order; the position in the list where none is given. */
  readonly order: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly cost: Rational | null;
}

/** Everybody by id, in code point order, so that no order of input plays a part in any result. */
export interface People {
  readonly nominees: ReadonlyMap<string, Person>;
  readonly withdrawn: ReadonlySet<string>;
  /** As listed, for tables whose rows or columns bear no names. */
  readonly listedNominees: readonly string[];
  readonly listedJurors: readonly string[] | null;
  /** The same as a set; null = anybody may judge. */
  readonly knownJurors: ReadonlySet<string> | null;
  readonly absentJurors: ReadonlySet<string>;
}

/** What was written under that very name; ids may be words that every object knows (`constructor`). */
export const ownOf = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** Text may have a decimal comma. */
export function exactly(value: Figure, path: Path): Rational {
  if (typeof value === 'string' && value.includes('/')) return fromFraction(value.replace(/^\+/, ''));
  if (typeof value === 'string') return fromDecimal(value.replace(',', '.'));
  if (typeof value === 'number' && !Number.isFinite(value)) refuse(path, 'is not a finite number');
  return fromDecimal(value);
}

export const exactlyOrNull = (value: Figure | null, path: Path): Rational | null =>
  value === null ? null : exactly(value, path);

export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function peopleOf(snapshot: Snapshot): People {
  const nominees = new Map<string, Person>();
  const withdrawn = new Set<string>();
  const listedNominees = snapshot.nominees.map((n, i) => {
    const own = typeof n === 'string' ? { id: n } : n;
    const path = ['nominees', i];
    if (nominees.has(own.id) || withdrawn.has(own.id)) refuse(path, `a second nominee "${own.id}"`);
    if (own.withdrawn === true) withdrawn.add(own.id);
    else {
      nominees.set(own.id, {
        id: own.id,
        number: i + 1,
        name: own.name ?? own.id,
        order: own.order ?? i,
        attributes: own.attributes ?? {},
        cost: own.cost === undefined ? null : exactly(own.cost, [...path, 'cost']),
      });
    }
    return own.id;
  });
  const absentJurors = new Set<string>();
  const seen = new Set<string>();
  const listedJurors =
    snapshot.jurors?.map((j, i) => {
      const own = typeof j === 'string' ? { id: j } : j;
      if (seen.has(own.id)) refuse(['jurors', i], `a second juror "${own.id}"`);
      seen.add(own.id);
      if (own.state === 'absent') absentJurors.add(own.id);
      return own.id;
    }) ?? null;
  return {
    nominees,
    withdrawn,
    listedNominees,
    listedJurors,
    knownJurors: listedJurors === null ? null : seen,
    absentJurors,
  };
}

/** The nominee of that id must be in the list; withdrawn ones may still be mentioned and are passed over. */
export function requireNominee(people: People, id: string, path: Path): void {
  if (!people.nominees.has(id) && !people.withdrawn.has(id)) refuse(path, `no nominee "${id}" in the list of nominees`);
}

/** Where a list of jurors is given, nobody else may judge. */
export function requireJuror(people: People, id: string, path: Path): void {
  if (people.knownJurors !== null && !people.knownJurors.has(id)) {
    refuse(path, `no juror "${id}" in the list of jurors`);
  }
}

/** Ids of jurors in code point order, without those who are absent. */
export const seatsOf = (people: People, ids: Iterable<string>): readonly string[] =>
  [...new Set(ids)].filter((id) => !people.absentJurors.has(id)).toSorted(byId);
