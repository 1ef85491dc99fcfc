import type { EntryId } from '../../model/ids';
import type { TallyIssue } from '../../model/tallyImport';
import { fold } from '../fold';
import { sameWords, wordsOf } from './words';

/** Somebody of the round, as a table may name them. */
export interface Nameable {
  readonly entry: EntryId;
  readonly number: number;
  readonly name: string;
  readonly withdrawn: boolean;
}

export interface FoundNominee {
  readonly entry: EntryId | null;
  readonly issue: TallyIssue | null;
}

export type NomineeFinder = (name: string, number: number | null) => FoundNominee;

/**
 * Finds who is meant. A name is the same when its letters are, whatever their case, alphabet of look-alikes, blanks or
 * the order of words. Of namesakes the number decides. One slip in a long word, or a patronymic more or less, is only
 * suggested. The number alone finds somebody where the row has no name.
 */
export function nomineeFinder(people: readonly Nameable[]): NomineeFinder {
  const keyed = people.map((person) => ({ person, key: wordsKey(person.name) }));
  const byKey = new Map<string, Nameable[]>();
  for (const { person, key } of keyed) byKey.set(key, [...(byKey.get(key) ?? []), person]);
  const one = (found: readonly Nameable[], number: number | null, issue: TallyIssue | null): FoundNominee => {
    const [first, ...others] = found;
    const meant = others.length === 0 ? first : found.find((person) => person.number === number);
    if (first === undefined) return { entry: null, issue: 'unknown' };
    if (meant === undefined) return { entry: null, issue: 'ambiguous' };
    return { entry: meant.entry, issue: meant.withdrawn ? 'withdrawn' : issue };
  };
  return (name, number) => {
    const key = wordsKey(name);
    if (key === '') return one(number === null ? [] : people.filter((p) => p.number === number), number, null);
    const same = byKey.get(key);
    if (same !== undefined) return one(same, number, null);
    const near = keyed.filter(({ person, key: other }) => isNear(name, person.name) || isPart(key, other));
    return one(
      near.map(({ person }) => person),
      number,
      'spelling',
    );
  };
}

/** Folded words in alphabetical order. */
const wordsKey = (name: string): string => fold(name).split(' ').toSorted().join(' ').trim();

const isNear = (found: string, wanted: string): boolean => sameWords(wordsOf(found), wordsOf(wanted));

/** At least two words, all of which the other has. */
function isPart(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  const [short, long] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  return short.length >= 2 && short.every((word) => long.has(word));
}
