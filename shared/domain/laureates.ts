import type { WinnersRule } from '../model/category';
import type { EntryId, NomineeId } from '../model/ids';
import type { Standing, StandingRow } from '../model/standing';
import { byName, type Person } from './evaluation';

export interface Laureate {
  readonly entry: EntryId;
  readonly nominee: NomineeId;
  readonly number: number;
  readonly name: string;
  /** The prize place; null in a list without places. */
  readonly place: number | null;
}

/** `decided` false: the line is not drawn yet, a tie on a prize line is open, or other rules choose the winners. */
export type LaureateList =
  | { readonly decided: false }
  | { readonly decided: true; readonly ranked: boolean; readonly laureates: readonly Laureate[] };

/**
 * The laureates of a category from its standing in the last round. Unranked laureates come alphabetically by sort key
 * and without places; ranked ones by prize place (a place of two winners holds two). Whether the standing is still
 * provisional is the standing's own to say.
 */
export function laureatesOf(standing: Standing, rule: WinnersRule, people: readonly Person[]): LaureateList {
  const { line } = standing;
  if (line === null || line.kind !== 'laureates' || !line.decided || standing.openTies.some((t) => t.crossesLine)) {
    return { decided: false };
  }
  const known = new Map(people.map((p) => [p.id, p]));
  const rows = standing.rows.filter((row) => row.status === 'laureate');
  const ranked = rule.mode !== 'laureates_unranked';
  const alphabetical = (rowsOfPlace: readonly StandingRow[]): readonly StandingRow[] =>
    rowsOfPlace.toSorted((a, b) => byName(personOf(a, known), personOf(b, known)));
  const laureates = alphabetical(rows)
    .map((row): Laureate => ({
      entry: row.entry,
      nominee: row.nominee,
      number: row.number,
      name: row.name,
      place: ranked ? prizePlace(rule, row.place ?? 0) : null,
    }))
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return { decided: true, ranked, laureates };
}

function personOf(row: StandingRow, known: ReadonlyMap<NomineeId, Person>): Person {
  const person = known.get(row.nominee);
  if (person === undefined) throw new RangeError(`laureate ${row.nominee} is not among the nominees`);
  return person;
}

/** The prize that a place of the ranking takes: with one first and two second prizes, places 2 and 3 both take 2. */
function prizePlace(rule: WinnersRule, place: number): number {
  if (rule.mode !== 'ranked') return place;
  let below = 0;
  for (const prize of rule.places.toSorted((a, b) => a.place - b.place)) {
    below += prize.count;
    if (place <= below) return prize.place;
  }
  return place;
}
