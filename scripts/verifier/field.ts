import { duels, byPaths, skated } from './duels';
import { below, count, half, placesBelowZero, type Keys, type Said, type Worths } from './said';
import {
  fraction,
  mean,
  minus,
  nearest,
  order,
  over,
  plus,
  root,
  text,
  times,
  total,
  zero,
  type Fraction,
} from './fraction';

/** Methods that compare a nominee with everybody whom the same juror marked; null: this one does not. */
export function worthInField(method: string, field: readonly Said[], jurors: number): Worths | null {
  switch (method) {
    case 'rank_sum': {
      const rungs = rungsOf(field);
      return field.map((said) =>
        perJuror(said, jurors, (points, juror) => below(lead(rungs(points, juror), 'before'))),
      );
    }
    case 'borda': {
      const rungs = rungsOf(field);
      return field.map((said) => perJuror(said, jurors, (points, juror) => lead(rungs(points, juror), 'behind')));
    }
    case 'best_of_majority': {
      const rungs = rungsOf(field);
      return placesBelowZero(field.map((said) => majorityOfPlaces(said, rungs)));
    }
    case 'majority_judgment':
      return placesBelowZero(field.map((said) => gauges([...said.values()])));
    case 'copeland':
      return duels(field);
    case 'schulze':
      return byPaths(field);
    case 'skating':
      return skated(field);
    case 'z_score':
      return standardised(field);
    case 'severity':
      return corrected(field);
    default:
      return null;
  }
}

/** Methods whose figure is a place. */
export const isPlace = (method: string): boolean =>
  ['best_of_majority', 'majority_judgment', 'schulze', 'skating'].includes(method);
/** Methods whose figure is better the lower it is. */
export const isCountedDown = (method: string): boolean => method === 'rank_sum' || isPlace(method);

/** Where points stand in one juror's list: how many are before, behind, and equal, itself among them. */
interface Rung {
  readonly before: number;
  readonly behind: number;
  readonly equals: number;
}

function rungsOf(field: readonly Said[]): (points: Fraction, juror: number) => Rung {
  const lists = new Map<number, ReadonlyMap<string, Rung>>();
  for (const [juror, list] of listsOf(field)) {
    const sorted = list.toSorted((a, b) => order(b, a)).map(text);
    const rungs = new Map<string, Rung>();
    for (const [i, own] of sorted.entries()) {
      const before = rungs.get(own)?.before ?? i;
      rungs.set(own, { before, behind: sorted.length - 1 - i, equals: i - before + 1 });
    }
    lists.set(juror, rungs);
  }
  return (points, juror) => lists.get(juror)?.get(text(points)) ?? { before: 0, behind: 0, equals: 1 };
}

/** How many of the same juror's nominees are before one, or behind; an equal is half a one. */
const lead = (rung: Rung, side: 'before' | 'behind'): Fraction =>
  plus(count(rung[side]), times(half, count(rung.equals - 1)));

/** Added up over the jurors; who was not marked by all gets the mean times their number. */
function perJuror(said: Said, jurors: number, worth: (points: Fraction, juror: number) => Fraction): Fraction | null {
  if (said.size === 0) return null;
  return times(mean([...said].map(([juror, points]) => worth(points, juror))), count(jurors));
}

/** The best place that more than half gave or bettered; how many did; the sum of their places; the sum of all. */
function majorityOfPlaces(said: Said, rungs: ReturnType<typeof rungsOf>): Keys {
  const places = [...said].map(([juror, points]) => rungs(points, juror).before + 1).toSorted((a, b) => a - b);
  const middle = places[Math.floor(places.length / 2)];
  if (middle === undefined) return [];
  const majority = places.filter((place) => place <= middle);
  const sum = (all: readonly number[]): Fraction => count(all.reduce((a, b) => a + b, 0));
  return [count(-middle), count(majority.length), minus(zero, sum(majority)), minus(zero, sum(places))];
}

/**
 * Again and again the median grade (of an even number the lower middle) and the larger of the shares above (+) and below
 * (−), then the median's share goes over to the next grade on that side.
 */
function gauges(grades: readonly Fraction[]): Keys {
  const keys: Fraction[] = [];
  let left = grades.toSorted(order).map((grade) => ({ grade, share: fraction(1n, BigInt(grades.length)) }));
  while (left.length > 0) {
    let under = zero;
    let i = 0;
    while (order(plus(under, left[i]?.share ?? zero), half) < 0) under = plus(under, left[i++]?.share ?? zero);
    const median = left[i]?.grade ?? zero;
    const shareOf = (which: (difference: number) => boolean): Fraction =>
      total(left.filter(({ grade }) => which(order(grade, median))).map(({ share }) => share));
    const [up, down] = [shareOf((d) => d > 0), shareOf((d) => d < 0)];
    const isUp = order(up, down) > 0;
    keys.push(median, isUp ? up : minus(zero, down));
    if (up.n === 0n && down.n === 0n) break;
    const side = left.filter(({ grade }) => (isUp ? order(grade, median) > 0 : order(grade, median) < 0));
    const next = (isUp ? side[0] : side.at(-1))?.grade ?? median;
    left = left
      .map(({ grade, share }) => ({ grade: order(grade, median) === 0 ? next : grade, share }))
      .toSorted((a, b) => order(a.grade, b.grade));
  }
  return keys;
}

/** Each juror's points less their mean, over their spread (n − 1); the mean of that, to nine decimals. */
function standardised(field: readonly Said[]): Worths {
  const spreads = new Map(
    [...listsOf(field)].map(([juror, list]) => {
      const middle = mean(list);
      const squares = total(list.map((each) => times(minus(each, middle), minus(each, middle))));
      return [juror, { middle, squares, size: list.length }] as const;
    }),
  );
  const z = (points: Fraction, juror: number): Fraction => {
    const { middle = zero, squares = zero, size: length = 0 } = spreads.get(juror) ?? {};
    const off = minus(points, middle);
    if (squares.n === 0n) return zero;
    const size = root(over(times(times(off, off), count(length - 1)), squares));
    return off.n < 0n ? minus(zero, size) : size;
  };
  return field.map((said) =>
    said.size === 0 ? null : nearest(mean([...said].map(([juror, points]) => z(points, juror))), 9),
  );
}

function listsOf(field: readonly Said[]): ReadonlyMap<number, readonly Fraction[]> {
  const lists = new Map<number, Fraction[]>();
  for (const said of field) for (const [juror, points] of said) lists.set(juror, [...(lists.get(juror) ?? []), points]);
  return lists;
}

/**
 * How much each juror marks above the others (all together zero) so that what is left fits best by least squares; then the
 * mean of what the jurors gave less that. Nobody has one where jurors and nominees fall into parts.
 */
function corrected(field: readonly Said[]): Worths {
  const jurors = [...listsOf(field).keys()];
  if (jurors.length === 0 || !hangsTogether(field, jurors)) return field.map(() => null);
  // For each juror: over the own nominees, Σ (points − mean of theirs) = Σ (excess − mean excess of theirs).
  const lines = jurors.map((juror) => {
    const own = field.filter((said) => said.has(juror));
    const factors = jurors.map((other) => {
      const theirs = total(own.map((said) => (said.has(other) ? fraction(1n, BigInt(said.size)) : zero)));
      return minus(other === juror ? count(own.length) : zero, theirs);
    });
    const right = total(own.map((said) => minus(said.get(juror) ?? zero, mean([...said.values()]))));
    return [...factors, right];
  });
  const excess = solved([...lines.slice(0, -1), [...jurors.map(() => fraction(1n)), zero]]);
  const of = new Map(jurors.map((juror, j) => [juror, excess[j] ?? zero]));
  return field.map((said) =>
    said.size === 0 ? null : mean([...said].map(([juror, points]) => minus(points, of.get(juror) ?? zero))),
  );
}

function hangsTogether(field: readonly Said[], jurors: readonly number[]): boolean {
  const reached = new Set(jurors.slice(0, 1));
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const said of field)
      if ([...said.keys()].some((juror) => reached.has(juror))) for (const juror of said.keys()) reached.add(juror);
  }
  return reached.size === jurors.length;
}

/** Unknowns of as many equations, the right side last in each. */
function solved(equations: readonly (readonly Fraction[])[]): readonly Fraction[] {
  let rows = equations;
  for (let column = 0; column < equations.length; column += 1) {
    const at = rows.findIndex((row, i) => i >= column && (row[column] ?? zero).n !== 0n);
    const pivot = rows[at];
    if (pivot === undefined) throw new RangeError('no one solution');
    const scaled = pivot.map((each) => over(each, pivot[column] ?? zero));
    const others = rows.filter((_, i) => i !== at);
    const cleared = others.map((row) =>
      row.map((each, k) => minus(each, times(row[column] ?? zero, scaled[k] ?? zero))),
    );
    rows = [...cleared.slice(0, column), scaled, ...cleared.slice(column)];
  }
  return rows.map((row) => row.at(-1) ?? zero);
}
