import { at } from '../at';
import { add, compare, rational, sum, zero, type Rational } from '../rational';
import { compareKeys, groupsBy, range, type Notice, type Outcome } from './outcome';
import { columnOf, jurorsOf, type Table } from './table';

/** Which rule gave a couple its place: 5–8 in a single dance; 9 the sum of places, 10 and 11 where sums are equal. */
export type SkatingRule = 9 | 10 | 11;

/** Result of one dance: groups best first; the place of equals is the mean of theirs. */
interface Dance {
  readonly places: readonly Rational[];
  /** For every couple and column p: judges who placed it p-th or better, and the sum of those places. */
  readonly columns: readonly (readonly Column[])[];
  readonly majority: number;
}

type Column = Better;

/**
 * Skating system, rules 5–8 (one dance): the couple with a majority of places p-th and better, p = 1, 2 …; of several
 * the larger majority, then the lower sum of those places, then the next column. Places, couple × judge; complete.
 */
function skateDance(places: Table): Dance {
  const columns = columnsOf(places);
  const majority = Math.floor(jurorsOf(places) / 2) + 1;
  const groups = majorityGroups(range(places.length), columns, majority, 1);
  return { places: meanPlaces(groups, places.length), columns, majority };
}

/**
 * Skating system over one or several dances (rules 5–11), the judges' columns the same in all. A judge with a gap in any
 * dance is left out of all of them; who placed nobody in a dance did not sit in its panel, which is no gap.
 * A dance that nobody judged (yet) is none; without any there are no places. One dance: its places stand. Several: rule 9 sum of places; rule 10 for a place p under review, more dances with p-th
 * and better, then the lower sum of those; rule 11 all judges of all dances as one dance, from column p on. Once a
 * couple is placed by rule 10, all others of the tie begin again with rule 10 for the next place; after rule 11 those
 * whom it compared do so first.
 */
export function skating(dances: readonly Table[]): Outcome {
  const couples = dances[0]?.length ?? 0;
  const leftOut = withGaps(dances);
  const panels = dances.map((table) => panelOf(table, leftOut));
  const complete = panels.filter((table) => jurorsOf(table) > 0);
  const shown = panels.map((table) => (jurorsOf(table) > 0 ? skateDance(table) : null));
  const judged = shown.filter((dance) => dance !== null);
  const notices = [...leftOut].map((juror): Notice => ({ kind: 'juror-left-out', juror }));
  const placesOf = (i: number): readonly Rational[] => judged.map((d) => at(d.places, i));
  const totals = range(couples).map((i) => sum(placesOf(i)));
  if (judged.length === 0)
    return { scores: totals.map(() => null), groups: [], details: totals.map(() => null), notices };
  const rules = range(couples).map((): SkatingRule => 9);
  const details = (): Outcome['details'] =>
    range(couples).map((i) => ({
      dances: shown.map((d) =>
        d === null
          ? { place: null }
          : {
              place: at(d.places, i),
              majority: d.majority,
              columns: at(d.columns, i).map((c) => ({ count: c.count, sum: c.sum })),
            },
      ),
      total: at(totals, i),
      ...(judged.length > 1 ? { rule: at(rules, i) } : {}),
    }));
  const byTotal = groupsBy(range(couples), (a, b) => compare(at(totals, a), at(totals, b)));
  if (judged.length < 2) return { scores: totals, groups: byTotal, details: details(), notices };

  const skated = range(couples).map((i): Skated => ({
    places: placesOf(i),
    given: complete.flatMap((table) => at(table, i).filter((v) => v !== null)),
  }));
  const groups: (readonly number[])[] = [];
  let place = 1;
  for (const tied of byTotal) {
    const apart = separateEquals(tied, place, skated);
    groups.push(...apart.groups);
    for (const [i, rule] of apart.rules) rules[i] = rule;
    place += tied.length;
  }
  return { scores: totals, groups, details: details(), notices };
}

/** Of one couple: the place in each dance, and the places that the judges of all dances gave. */
export interface Skated {
  readonly places: readonly Rational[];
  readonly given: readonly Rational[];
}

/** Dances or judges that place a couple so or better, and the sum of those places. */
export interface Better {
  readonly count: number;
  readonly sum: Rational;
}

/** What rule 10 or 11 held against each other for a place. */
export interface Reviewed {
  readonly rule: 10 | 11;
  /** The place or better that was counted. */
  readonly place: number;
  readonly upper: Better;
  readonly lower: Better;
}

export interface Apart {
  /** Best first; who stays together is equal by every rule. */
  readonly groups: readonly (readonly number[])[];
  /** The last rule that was asked about each. */
  readonly rules: ReadonlyMap<number, SkatingRule>;
  /** What put one above the other, who is in a later group. Who is not of the tie is a bug and throws. */
  readonly between: (upper: number, lower: number) => Reviewed;
}

/**
 * Couples of an equal sum of places (rule 9), for `place` and the next ones. Rule 10: more dances with this place or better,
 * then the lower sum of those; rule 11: all judges of all dances as one dance, from this place on. All have been placed by the
 * same judges.
 */
export function separateEquals(tied: readonly number[], place: number, couples: readonly Skated[]): Apart {
  const rules = new Map<number, SkatingRule>();
  const groups: (readonly number[])[] = [];
  const reviews: {
    readonly tied: ReadonlySet<number>;
    readonly lowest: ReadonlySet<number>;
    readonly place: number;
  }[] = [];
  const upTo = (i: number, from: number): Better => better(at(couples, i).places, from);
  let overall: { readonly columns: readonly (readonly Column[])[]; readonly majority: number } | null = null;
  const overallNow = () => (overall ??= overallOf(couples));

  const resolve = (members: readonly number[], under: number): void => {
    if (members.length < 2) {
      if (members.length > 0) groups.push(members);
      return;
    }
    for (const i of members) rules.set(i, 10);
    const [most = []] = groupsBy(members, (a, b) => upTo(b, under).count - upTo(a, under).count);
    const [lowest = []] = groupsBy(most, (a, b) => compare(upTo(a, under).sum, upTo(b, under).sum));
    reviews.push({ tied: new Set(members), lowest: new Set(lowest), place: under });
    const others = members.filter((i) => !lowest.includes(i));
    if (lowest.length === 1) {
      groups.push(lowest);
      resolve(others, under + 1);
      return;
    }
    for (const i of lowest) rules.set(i, 11);
    const { columns, majority } = overallNow();
    const [best = lowest] = majorityGroups(lowest, columns, majority, under);
    groups.push(best);
    // Whom rule 11 compared come before those whom rule 10 had already put behind them.
    resolve(
      lowest.filter((i) => !best.includes(i)),
      under + best.length,
    );
    resolve(others, under + lowest.length);
  };
  resolve(tied, place);
  return {
    groups,
    rules,
    between: (upper, lower) => {
      const review = reviews.findLast((r) => r.tied.has(upper) && r.tied.has(lower));
      if (review === undefined) throw new RangeError('not of one tie');
      if (!review.lowest.has(lower))
        return { rule: 10, place: review.place, upper: upTo(upper, review.place), lower: upTo(lower, review.place) };
      const { columns, majority } = overallNow();
      return { rule: 11, ...firstColumn(at(columns, upper), at(columns, lower), majority, review.place) };
    },
  };
}

/** The first place, from `from` on, at which the better of two has a majority and they differ. */
function firstColumn(
  upper: readonly Column[],
  lower: readonly Column[],
  majority: number,
  from: number,
): Pick<Reviewed, 'place' | 'upper' | 'lower'> {
  const found = range(upper.length).find((p) => {
    const [a, b] = [at(upper, p), at(lower, p)];
    return p + 1 >= from && a.count >= majority && (a.count !== b.count || compare(a.sum, b.sum) !== 0);
  });
  const p = found ?? upper.length - 1;
  return { place: p + 1, upper: at(upper, p), lower: at(lower, p) };
}

const better = (places: readonly Rational[], place: number): Better => {
  const counted = places.filter((p) => compare(p, rational(place)) <= 0);
  return { count: counted.length, sum: sum(counted) };
};

/** Judges who placed some couples of a dance and not others, ascending. */
function withGaps(dances: readonly Table[]): ReadonlySet<number> {
  const width = Math.max(0, ...dances.map(jurorsOf));
  const gap = (table: Table, j: number): boolean => {
    const placed = table.filter((row) => (row[j] ?? null) !== null).length;
    return placed > 0 && placed < table.length;
  };
  return new Set(range(width).filter((j) => dances.some((table) => gap(table, j))));
}

/** The columns of those who judged the dance. */
function panelOf(table: Table, leftOut: ReadonlySet<number>): Table {
  const seats = range(jurorsOf(table)).filter((j) => !leftOut.has(j) && at(columnOf(table, j), 0) !== null);
  return table.map((row) => seats.map((j) => at(row, j)));
}

function columnsOf(places: Table, last = places.length): readonly (readonly Column[])[] {
  return places.map((row) =>
    range(last).map((p) =>
      better(
        row.filter((v) => v !== null),
        p + 1,
      ),
    ),
  );
}

/** Rule 11 looks at all judges of all dances as if they were one panel. */
function overallOf(couples: readonly Skated[]) {
  const given = couples.map((couple) => couple.given);
  // Among some of a final the last places are higher than the number of these.
  const last = Math.max(0, ...given.flat().map((place) => Math.ceil(Number(place.n) / Number(place.d))));
  return { columns: columnsOf(given, last), majority: Math.floor((given[0]?.length ?? 0) / 2) + 1 };
}

/** Rules 5–8 among `members`, from column `from` on (counted from 1). */
function majorityGroups(
  members: readonly number[],
  columns: readonly (readonly Column[])[],
  majority: number,
  from: number,
): readonly (readonly number[])[] {
  const key = (i: number): readonly Rational[] => {
    const own = at(columns, i);
    const reached = own.findIndex((c, p) => p + 1 >= from && c.count >= majority);
    if (reached < 0) return [rational(own.length)];
    return [rational(reached), ...own.slice(reached).flatMap((c) => [rational(-c.count), c.sum])];
  };
  return groupsBy(members, (a, b) => compareKeys(key(a), key(b)));
}

function meanPlaces(groups: readonly (readonly number[])[], size: number): readonly Rational[] {
  const places = range(size).map(() => zero);
  let before = 0;
  for (const group of groups) {
    for (const i of group) places[i] = add(rational(before), rational(group.length + 1, 2));
    before += group.length;
  }
  return places;
}
