import { at } from '../at';
import { add, divide, multiply, rational, sum, zero, type Rational } from '../rational';
import type { Ballot } from './ballots';
import { groupsByScore, range, type Outcome } from './outcome';

/**
 * What one ballot gives: `n` (first of n gets n points), `n-1` (first gets n − 1, last 0), `dowdall` (1, 1/2, 1/3 …), or
 * a list of points by position (12, 10, 8, 7 … and nothing after its end).
 */
export type Points = 'n' | 'n-1' | 'dowdall' | readonly Rational[];

/**
 * Points of those whom a ballot does not rank: `share` = the mean of the positions that are left (unranked last), `last`
 * = each the points of the last position,
 * `zero` = none, the ranked keep the points of a complete ballot; `no_opinion` = the ballot counts as one among those
 * whom it ranks (the first of k gets k or k − 1 points), which is the modified Borda count.
 */
export type BordaUnranked = 'share' | 'last' | 'zero' | 'no_opinion';

/**
 * Sum of points by position; equals on a ballot share the mean of their positions' points. The highest is best.
 * `estimated`: the mean over the ballots that rank a nominee times the number of all ballots, so that a ballot which does
 * not costs nobody anything; who is on none has no figure then.
 */
export function borda(
  ballots: readonly Ballot[],
  nominees: number,
  points: Points,
  unranked: BordaUnranked,
  estimated = false,
): Outcome {
  const totals: Rational[] = range(nominees).map(() => zero);
  const received = range(nominees).map((): { points: Rational; times: number }[] => []);
  const give = (members: readonly number[], each: Rational, count: number): void => {
    for (const i of members) {
      totals[i] = add(at(totals, i), multiply(each, rational(count)));
      at(received, i).push({ points: each, times: count });
    }
  };
  for (const { groups, count } of ballots) {
    const ranked = groups.flat();
    const length = unranked === 'no_opinion' ? ranked.length : nominees;
    let before = 0;
    for (const group of groups) {
      give(group, meanPoints(points, length, before, group.length), count);
      before += group.length;
    }
    if ((unranked === 'share' || unranked === 'last') && before < nominees) {
      const seen = new Set(ranked);
      give(
        range(nominees).filter((i) => !seen.has(i)),
        unranked === 'last'
          ? pointsAt(points, nominees, nominees - 1)
          : meanPoints(points, nominees, before, nominees - before),
        count,
      );
    }
  }
  const scores = estimated ? range(nominees).map((i) => scaled(at(totals, i), at(received, i), ballots)) : totals;
  return {
    scores,
    groups: groupsByScore(scores, 'higher'),
    details: received.map((own) => ({ received: own })),
    notices: [],
  };
}

function scaled(
  total: Rational,
  received: readonly { readonly times: number }[],
  ballots: readonly Ballot[],
): Rational | null {
  const own = received.reduce((n, r) => n + r.times, 0);
  const all = ballots.reduce((n, b) => n + b.count, 0);
  return own === 0 ? null : multiply(total, rational(all, own));
}

function meanPoints(points: Points, length: number, before: number, size: number): Rational {
  const each = range(size).map((k) => pointsAt(points, length, before + k));
  return divide(sum(each), rational(size));
}

/** Points of a position, counted from 0. */
function pointsAt(points: Points, length: number, position: number): Rational {
  if (points === 'n') return rational(length - position);
  if (points === 'n-1') return rational(length - position - 1);
  if (points === 'dowdall') return rational(1, position + 1);
  return points[position] ?? zero;
}
