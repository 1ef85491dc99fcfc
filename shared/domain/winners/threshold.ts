import type { Round } from '../../model/round';
import type { Threshold } from '../../model/rules';
import type { RoundScore } from '../contribution';
import { betterBy, type Candidate } from '../evaluation';
import type { Direction } from '../methods/outcome';
import { add, fromDecimal, multiply, rational, zero, type Rational } from '../rational';
import { pointsAt, type Rubric } from '../rubric';
import { mostOf, tallyRules } from '../tallies';

/** The total that somebody needs, and whether it is reached. */
export interface Bar {
  readonly needed: (candidate: Candidate) => Rational;
  readonly reaches: (candidate: Candidate) => boolean;
}

/**
 * A share is that of the total of full marks in every round that counts, with as many jurors as are present where
 * scores are added up; of a table that is every question answered, or the points of the best place. Exact; who has no
 * total reaches nothing. Where the lower total is the better one, it is reached from above; the set-up offers no threshold
 * with methods whose figures are no points.
 */
export function barOf(threshold: Threshold, direction: Direction): Bar {
  const better = betterBy(direction);
  const highest = new Map<Rubric, Rational>();
  const full = (rubric: Rubric): Rational => {
    let sum = highest.get(rubric);
    if (sum === undefined) {
      sum = rubric.lines.reduce((total, line) => add(total, pointsAt(line, line.steps)), zero);
      highest.set(rubric, sum);
    }
    return sum;
  };
  const mostIn = (round: Round, { rubric, factor }: RoundScore): Rational => {
    const table = tallyRules(round);
    if (table !== null) return mostOf(table) ?? zero;
    return rubric === null ? zero : multiply(factor, full(rubric));
  };
  const needed = (candidate: Candidate): Rational => {
    if ('points' in threshold) return fromDecimal(threshold.points);
    const most = candidate.parts.reduce(
      (total, { counted, score }) => add(total, multiply(counted.factor, mostIn(counted.round, score))),
      zero,
    );
    return multiply(most, multiply(fromDecimal(threshold.percentOfMax), rational(1, 100)));
  };
  return {
    needed,
    reaches: (candidate) => {
      if (candidate.total === null) return false;
      const difference = better(candidate.total, needed(candidate));
      return threshold.strict ? difference > 0 : difference >= 0;
    },
  };
}
