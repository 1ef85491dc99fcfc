import { add, divide, multiply, rational, sum, zero, type Rational } from '../rational';
import type { Direction } from './outcome';
import { bestFirst } from './performance';
import { rounded } from './table';

/** A round that counts: its figures and places, nominee by nominee; null = none. */
export interface CountedScores {
  readonly factor: Rational;
  readonly direction: Direction;
  readonly scores: readonly (Rational | null)[];
  readonly places: readonly (Rational | null)[];
}

/**
 * How rounds make a total: `sum` Σ factor × figure; `mean` the same over Σ factor; `places` Σ factor × place (factored
 * places, the lowest is best); `best` the sum of the best `keep` figures.
 */
export interface CombinationRule {
  readonly by: 'sum' | 'mean' | 'places' | 'best';
  readonly keep: number;
  /** A round without a figure: no total (null), or zero where the rules say so. */
  readonly missing: 'no_total' | 'zero';
  readonly digits: number | null;
}

export interface Totals {
  readonly totals: readonly (Rational | null)[];
  readonly direction: Direction;
}

/** All rounds have to point in one direction, except where places are added; otherwise it is a bug and throws. */
export function combineRounds(rounds: readonly CountedScores[], nominees: number, rule: CombinationRule): Totals {
  const direction = rule.by === 'places' ? 'lower' : (rounds[0]?.direction ?? 'higher');
  if (rule.by !== 'places' && rounds.some((r) => r.direction !== direction)) {
    throw new RangeError('rounds of opposite directions cannot be added');
  }
  const totals = Array.from({ length: nominees }, (_, i) => {
    const total = totalOf(rounds, i, rule, direction);
    return total === null ? null : rounded(total, rule.digits);
  });
  return { totals, direction };
}

function totalOf(
  rounds: readonly CountedScores[],
  nominee: number,
  rule: CombinationRule,
  direction: Direction,
): Rational | null {
  const figures = rounds.flatMap((round) => {
    const own = (rule.by === 'places' ? round.places : round.scores)[nominee] ?? null;
    const value = own ?? (rule.missing === 'zero' ? zero : null);
    return value === null ? [] : [{ factor: round.factor, value: multiply(round.factor, value) }];
  });
  const values = figures.map((f) => f.value);
  if (values.length === 0) return null;
  if (rule.by === 'best') {
    const sorted = bestFirst(values);
    return sum((direction === 'higher' ? sorted : sorted.toReversed()).slice(0, rule.keep));
  }
  if (values.length < rounds.length) return null;
  const total = sum(values);
  if (rule.by !== 'mean') return total;
  const weight = figures.reduce((w, f) => add(w, f.factor), zero);
  return weight.n === 0n ? null : divide(total, weight);
}

/** How a list of figures is brought to a common measure before it is blended with another. */
export type Normalisation =
  | { readonly by: 'none' | 'share' | 'of_best' | 'range' | 'rank_points' | 'place' }
  | { readonly by: 'points'; readonly points: readonly Rational[] };

/**
 * `share` of the sum, `of_best` in relation to the best, `range` 0 (worst) to 1 (best), `rank_points` n for the first
 * down to 1 (equals share), `points` by place from a list (equals share the mean, nothing after its end), `place` itself
 * (equals share), the lowest is best. All others but `none` turn the direction to "higher is better"; a share of zero in
 * all is zero.
 */
export function normalise(
  scores: readonly (Rational | null)[],
  places: readonly (Rational | null)[],
  direction: Direction,
  how: Normalisation,
): Totals {
  const known = scores.filter((s) => s !== null);
  const each = (f: (value: Rational, place: Rational) => Rational): Totals => ({
    totals: scores.map((s, i) => (s === null ? null : f(s, places[i] ?? zero))),
    direction: 'higher',
  });
  const safe = (top: Rational, bottom: Rational): Rational => (bottom.n === 0n ? zero : divide(top, bottom));
  const ordered = direction === 'higher' ? bestFirst(known) : bestFirst(known).toReversed();
  const [best, worst] = [ordered[0] ?? zero, ordered.at(-1) ?? zero];
  switch (how.by) {
    case 'none':
      return { totals: scores, direction };
    case 'share': {
      const all = sum(known);
      return { totals: scores.map((s) => (s === null ? null : safe(s, all))), direction };
    }
    case 'of_best':
      return each((s) => (direction === 'higher' ? safe(s, best) : safe(best, s)));
    case 'range': {
      const span = add(best, { n: -worst.n, d: worst.d });
      return each((s) => safe(add(s, { n: -worst.n, d: worst.d }), span));
    }
    case 'place':
      return { totals: scores.map((s, i) => (s === null ? null : (places[i] ?? null))), direction: 'lower' };
    case 'rank_points':
      return each((_, place) => add(rational(known.length + 1), { n: -place.n, d: place.d }));
    case 'points':
      return each((_, place) => pointsOf(how.points, place, places));
  }
}

function pointsOf(points: readonly Rational[], place: Rational, places: readonly (Rational | null)[]): Rational {
  const size = places.filter((p) => p !== null && p.n === place.n && p.d === place.d).length;
  const first = Number((place.n * 2n) / place.d - BigInt(size) + 1n) / 2;
  const own = Array.from({ length: size }, (_, k) => points[first - 1 + k] ?? zero);
  return divide(sum(own), rational(size));
}
