import { add, compare, divide, equal, multiply, rational, subtract, sum, zero, type Rational } from '../rational';
import { jurorsOf, present, ranksOf, type Table } from '../methods/table';
import { toDouble } from '../methods/standardised';
import { square } from './grid';

export const alphaMetrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type AlphaMetric = (typeof alphaMetrics)[number];

/** More different values would need too many pairs; only `ratio` looks at pairs. */
const mostRatioValues = 2_000;

/**
 * Krippendorff's alpha, 1 − D_o / D_e, over all marks of nominees with at least two; gaps are no obstacle. Exact up to
 * the last division, but for `ratio`. Null where nothing varies, or (ratio) over more than 2,000 different values.
 */
export function krippendorffAlpha(table: Table, metric: AlphaMetric): number | null {
  const units = table.map(present).filter((unit) => unit.length > 1);
  const pooled = units.flat();
  if (pooled.length < 2) return null;
  if (metric === 'ordinal') {
    // Krippendorff's ordinal difference is the distance of the pooled mid-ranks, so it is an interval alpha over these.
    const ranks = ranksOf(pooled, 'lower').filter((r) => r !== null);
    let from = 0;
    return alphaOf(
      units.map((unit) => ranks.slice(from, (from += unit.length))),
      squaredDistances,
    );
  }
  if (metric === 'interval') return alphaOf(units, squaredDistances);
  if (metric === 'nominal') return alphaOf(units, unlikePairs);
  return tallied(pooled).length > mostRatioValues ? null : ratioAlpha(units);
}

/** `disagreement`: Σ of differences over ordered pairs of the values. */
function alphaOf(
  units: readonly (readonly Rational[])[],
  disagreement: (values: readonly Rational[]) => Rational,
): number | null {
  const pooled = units.flat();
  const n = pooled.length;
  const expected = divide(disagreement(pooled), rational(n - 1));
  if (expected.n === 0n) return null;
  // By size of the unit, so that fractions stay small.
  const bySize = new Map<number, Rational>();
  for (const unit of units) bySize.set(unit.length, add(bySize.get(unit.length) ?? zero, disagreement(unit)));
  const observed = sum([...bySize].map(([size, value]) => divide(value, rational(size - 1))));
  return toDouble(subtract(rational(1), divide(observed, expected)));
}

/** Σ over ordered pairs of (a − b)² = 2(n Σx² − (Σx)²). */
function squaredDistances(values: readonly Rational[]): Rational {
  const total = sum(values);
  const squares = sum(values.map(square));
  return multiply(rational(2), subtract(multiply(rational(values.length), squares), square(total)));
}

interface Tally {
  readonly value: Rational;
  count: number;
}

function tallied(values: readonly Rational[]): readonly Tally[] {
  const tallies: Tally[] = [];
  for (const value of values.toSorted(compare)) {
    const last = tallies.at(-1);
    if (last !== undefined && equal(last.value, value)) last.count += 1;
    else tallies.push({ value, count: 1 });
  }
  return tallies;
}

/** Number of ordered pairs of different values. */
function unlikePairs(values: readonly Rational[]): Rational {
  const alike = tallied(values).reduce((total, { count }) => total + count ** 2, 0);
  return rational(values.length ** 2 - alike);
}

/** In doubles, added in the order of the values: the fractions of this metric have no common measure to speak of. */
function ratioAlpha(units: readonly (readonly Rational[])[]): number | null {
  const pooled = units.flat();
  const expected = ratioPairs(pooled) / (pooled.length - 1);
  if (!(expected > 0)) return null;
  const each = units.map((unit) => ratioPairs(unit) / (unit.length - 1)).toSorted((a, b) => a - b);
  return 1 - each.reduce((a, b) => a + b, 0) / expected;
}

/** Σ over ordered pairs of ((a − b) / (a + b))²; a sum of zero is a difference that no ratio could tell. */
function ratioPairs(values: readonly Rational[]): number {
  const tallies = tallied(values).map(({ value, count }) => ({ value: toDouble(value), count }));
  let total = 0;
  tallies.forEach((a, i) => {
    for (const b of tallies.slice(i + 1)) {
      const whole = a.value + b.value;
      if (whole !== 0) total += 2 * a.count * b.count * ((a.value - b.value) / whole) ** 2;
    }
  });
  return total;
}

/**
 * The figure that R's package irr (0.84.1) prints for a table without gaps: there it counts every value m − 1 times, so
 * that n(m − 1) stands where Krippendorff has n. Given so that published figures can be compared; null where there are
 * gaps, for then irr counts as Krippendorff does.
 */
export function alphaAsIrr(table: Table, alpha: number | null): number | null {
  const jurors = jurorsOf(table);
  const values = table.length * jurors;
  if (alpha === null || jurors < 2 || values < 2 || table.some((row) => row.includes(null))) return null;
  const times = jurors - 1;
  return 1 - ((1 - alpha) * (times * values - 1)) / (times * (values - 1));
}
