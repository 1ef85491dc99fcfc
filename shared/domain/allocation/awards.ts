import { at } from '../at';
import { compare, rational, sum, type Rational } from '../rational';
import { range } from '../methods/outcome';
import type { Direction } from '../methods/outcome';
import { leastCost } from './hungarian';

/**
 * One award each: at most one category per nominee, `seats` laureates per category. Figures are category × nominee; null
 * = not eligible there.
 */
export interface AwardProblem {
  readonly figures: readonly (readonly (Rational | null)[])[];
  readonly seats: readonly number[];
  readonly direction: Direction;
}

export interface Awarded {
  /** Nominees of every category, the better figure first. */
  readonly laureates: readonly (readonly number[])[];
  /** Sum of the figures of all who won. */
  readonly total: Rational;
  /** Seats that nobody eligible is left for: the rule that cannot be satisfied. */
  readonly vacant: readonly { readonly category: number; readonly seats: number }[];
  /** Whether another assignment would be as good; null where that was not examined (greedy). */
  readonly unique: boolean | null;
  /**
   * Who would have won a category but has another award (`by`): greedily, had one already; in the best assignment, has a
   * better figure than somebody who won there.
   */
  readonly blocked: readonly { readonly category: number; readonly nominee: number; readonly by: number }[];
  /** Greedy only: equals across the last seat of a category, of whom their position alone took some. */
  readonly undecided: readonly { readonly category: number; readonly nominees: readonly number[] }[];
}

/** The best total over as many filled seats as possible. Exact. */
export function assignBest(problem: AwardProblem): Awarded {
  const seats = problem.seats.flatMap((count, category) => range(count).map(() => category));
  const nominees = problem.figures[0]?.length ?? 0;
  const known = problem.figures.flat().filter((f) => f !== null);
  const scale = known.reduce((lcm, { d }) => lcm * rational(d, lcm).n, 1n);
  const whole = (value: Rational): bigint => (value.n * scale) / value.d;
  const sign = problem.direction === 'higher' ? -1n : 1n;
  // Leaving one seat empty costs more than any choice of figures can gain.
  const empty = known.reduce((total, f) => total + (f.n < 0n ? -whole(f) : whole(f)), 0n) * 2n + 1n;
  const costs = seats.map((category) => [
    ...range(nominees).map((i) => {
      const own = at(at(problem.figures, category), i);
      return own === null ? empty * 2n : sign * whole(own);
    }),
    ...seats.map(() => empty),
  ]);
  const chosen = leastCost(costs);
  const laureates = problem.seats.map((): number[] => []);
  seats.forEach((category, s) => {
    const nominee = at(chosen, s);
    if (nominee < nominees) at(laureates, category).push(nominee);
  });
  const cost = costOf(costs, chosen);
  const unique = seats.every((category, s) => {
    const nominee = at(chosen, s);
    if (nominee >= nominees) return true;
    // A seat of the same category is the same seat: the nominee is barred from all of them.
    const barred = costs.map((row, r) =>
      seats[r] === category ? row.map((c, i) => (i === nominee ? empty * 2n : c)) : row,
    );
    return costOf(barred, leastCost(barred)) > cost;
  });
  const towards = problem.direction === 'higher' ? 1 : -1;
  const award = new Map(laureates.flatMap((members, category) => members.map((n) => [n, category] as const)));
  const blocked = problem.seats.flatMap((places, category) => {
    const winners = at(laureates, category);
    const vacant = winners.length < places;
    const ranked = byFigure(problem, category, range(nominees));
    const worst = ranked.findLast(({ nominee }) => winners.includes(nominee));
    const better = (figure: Rational): boolean => worst !== undefined && towards * compare(figure, worst.figure) > 0;
    const above = vacant ? ranked : ranked.filter(({ figure }) => better(figure));
    return above.flatMap(({ nominee }) => {
      const by = award.get(nominee);
      return by === undefined || by === category ? [] : [{ category, nominee, by }];
    });
  });
  return { ...written(problem, laureates), unique, blocked, undecided: [] };
}

const costOf = (costs: readonly (readonly bigint[])[], chosen: readonly number[]): bigint =>
  chosen.reduce((total, column, row) => total + at(at(costs, row), column), 0n);

/**
 * By rank: categories in the order of `order`, each to its best nominees who have nothing yet. Equal figures in one
 * category are taken by position, so decide ties before.
 */
export function assignGreedy(problem: AwardProblem, order: readonly number[]): Awarded {
  const taken = new Map<number, number>();
  const blocked: { category: number; nominee: number; by: number }[] = [];
  const undecided: { category: number; nominees: readonly number[] }[] = [];
  const laureates = problem.seats.map((): number[] => []);
  for (const category of order) {
    const ranked = byFigure(problem, category, range(at(problem.figures, category).length));
    let left = at(problem.seats, category);
    const free = ranked.filter(({ nominee }) => !taken.has(nominee));
    const last = free[left - 1];
    const equals = free.filter(({ figure }) => last !== undefined && compare(figure, last.figure) === 0);
    if (equals.some((e) => free.indexOf(e) >= left))
      undecided.push({ category, nominees: equals.map((e) => e.nominee) });
    for (const { nominee } of ranked) {
      if (left === 0) break;
      const by = taken.get(nominee);
      if (by !== undefined) {
        blocked.push({ category, nominee, by });
        continue;
      }
      taken.set(nominee, category);
      at(laureates, category).push(nominee);
      left -= 1;
    }
  }
  return { ...written(problem, laureates), unique: null, blocked, undecided };
}

/** Those of the members who are eligible, the better figure first; equals as they stand. */
function byFigure(
  problem: AwardProblem,
  category: number,
  members: readonly number[],
): readonly { readonly nominee: number; readonly figure: Rational }[] {
  const sign = problem.direction === 'higher' ? -1 : 1;
  return members
    .flatMap((nominee) => {
      const figure = at(at(problem.figures, category), nominee);
      return figure === null ? [] : [{ nominee, figure }];
    })
    .toSorted((a, b) => sign * compare(a.figure, b.figure) || a.nominee - b.nominee);
}

function written(
  problem: AwardProblem,
  laureates: readonly (readonly number[])[],
): Pick<Awarded, 'laureates' | 'total' | 'vacant'> {
  const sorted = laureates.map((members, category) => byFigure(problem, category, members));
  return {
    laureates: sorted.map((members) => members.map((m) => m.nominee)),
    total: sum(sorted.flat().map((m) => m.figure)),
    vacant: sorted.flatMap((members, category) => {
      const seats = at(problem.seats, category) - members.length;
      return seats > 0 ? [{ category, seats }] : [];
    }),
  };
}
