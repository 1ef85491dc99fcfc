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

/** `decided` false: the line is not drawn yet, a tie on a prize line is open, or the jury has not chosen. */
export type LaureateList =
  | { readonly decided: false }
  | { readonly decided: true; readonly ranked: boolean; readonly laureates: readonly Laureate[] };

/**
 * The laureates of a category from its standing in the last round. Unranked laureates come alphabetically by sort key
 * and without places; ranked ones by prize place (a place of two winners holds two). Whether the standing is still
 * provisional is the standing's own to say.
 */
export function laureatesOf(standing: Standing, rule: WinnersRule, people: readonly Person[]): LaureateList {
  if (!standing.settled) return { decided: false };
  const known = new Map(people.map((p) => [p.id, p]));
  const rows = standing.rows.filter((row) => row.status === 'laureate');
  const ranked = rule.mode !== 'laureates_unranked' && rule.mode !== 'jury_choice' && rule.mode !== 'pooled';
  const prize = prizesOf(rows, rule);
  const alphabetical = (rowsOfPlace: readonly StandingRow[]): readonly StandingRow[] =>
    rowsOfPlace.toSorted((a, b) => byName(personOf(a, known), personOf(b, known)));
  const laureates = alphabetical(rows)
    .map((row): Laureate => ({
      entry: row.entry,
      nominee: row.nominee,
      number: row.number,
      name: row.name,
      place: ranked ? (prize.get(row) ?? null) : null,
    }))
    .toSorted((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER));
  return { decided: true, ranked, laureates };
}

function personOf(row: StandingRow, known: ReadonlyMap<NomineeId, Person>): Person {
  const person = known.get(row.nominee);
  if (person === undefined) throw new RangeError(`laureate ${row.nominee} is not among the nominees`);
  return person;
}

/**
 * The prize of each: with one first and two second prizes, the second and the third laureate both take 2. Whom a rule
 * kept out takes none, and whom people added stands beside the prizes.
 */
function prizesOf(rows: readonly StandingRow[], rule: WinnersRule): ReadonlyMap<StandingRow, number> {
  const running = rows.filter((row) => row.reason?.by !== 'added' && row.place !== null);
  let start = 0;
  return new Map(
    running.map((row, i) => {
      if (i > 0 && running[i - 1]?.place !== row.place) start = i;
      return [row, prizePlace(rule, start + 1)] as const;
    }),
  );
}

function prizePlace(rule: WinnersRule, place: number): number {
  if (rule.mode !== 'ranked') return place;
  let below = 0;
  for (const prize of rule.places.toSorted((a, b) => a.place - b.place)) {
    below += prize.count;
    if (place <= below) return prize.place;
  }
  return place;
}
