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

interface Column {
  readonly count: number;
  readonly sum: Rational;
}

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

  const overall = overallColumns(complete);
  const groups: (readonly number[])[] = [];
  const resolve = (tied: readonly number[], place: number): void => {
    const [only] = tied;
    if (only === undefined) return;
    if (tied.length === 1) {
      groups.push(tied);
      return;
    }
    for (const i of tied) rules[i] = 10;
    const counted = (i: number): readonly Rational[] => placesOf(i).filter((p) => compare(p, rational(place)) <= 0);
    const [most = []] = groupsBy(tied, (a, b) => counted(b).length - counted(a).length);
    const [lowest = []] = groupsBy(most, (a, b) => compare(sum(counted(a)), sum(counted(b))));
    const others = tied.filter((i) => !lowest.includes(i));
    if (lowest.length === 1) {
      groups.push(lowest);
      resolve(others, place + 1);
      return;
    }
    for (const i of lowest) rules[i] = 11;
    const [best = lowest] = majorityGroups(lowest, overall.columns, overall.majority, place);
    groups.push(best);
    // Whom rule 11 compared come before those whom rule 10 had already put behind them.
    resolve(
      lowest.filter((i) => !best.includes(i)),
      place + best.length,
    );
    resolve(others, place + lowest.length);
  };
  let place = 1;
  for (const tied of byTotal) {
    resolve(tied, place);
    place += tied.length;
  }
  return { scores: totals, groups, details: details(), notices };
}

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

function columnsOf(places: Table): readonly (readonly Column[])[] {
  return places.map((row) =>
    range(places.length).map((p) => {
      const counted = row.filter((v) => v !== null).filter((v) => compare(v, rational(p + 1)) <= 0);
      return { count: counted.length, sum: sum(counted) };
    }),
  );
}

/** Rule 11 looks at all judges of all dances as if they were one panel. */
function overallColumns(dances: readonly Table[]): Pick<Dance, 'columns' | 'majority'> {
  const couples = dances[0]?.length ?? 0;
  const joined = range(couples).map((i) => dances.flatMap((table) => at(table, i)));
  return { columns: columnsOf(joined), majority: Math.floor(jurorsOf(joined) / 2) + 1 };
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
