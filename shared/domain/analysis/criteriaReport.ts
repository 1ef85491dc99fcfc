import type { CriterionReport, Shift } from '../../model/analysis';
import type { CriterionId } from '../../model/ids';
import { meanPoints } from '../contribution';
import type { Evaluation } from '../evaluation';
import { toDouble } from '../methods/standardised';
import { influenceOfCriteria } from '../quality/influence';
import { at } from '../at';
import { divide, multiply, rational, sum } from '../rational';
import type { RubricLine } from '../rubric';
import { rounded6 } from './statistics';

/**
 * What decided the figures of the round: w_c · cov(x_c, S) / var(S), exact until it is rounded, over everybody who has a
 * figure there. `without` says who would stand elsewhere without one.
 */
export function criteriaReport(
  ev: Evaluation,
  lines: readonly RubricLine[],
  without: (criterion: CriterionId) => readonly Shift[],
): readonly CriterionReport[] {
  const scores = ev.candidates.map((c) => c.score).filter((score) => score.mean !== null);
  const points = lines.map((line) => scores.flatMap((score) => meanPoints(score, line) ?? []));
  const influence = influenceOfCriteria(points);
  const ranges = lines.map((line) => multiply(line.perStep, rational(line.steps)));
  const whole = sum(ranges);
  return lines.map((line, i) => ({
    criterion: line.criterion,
    weight: whole.n === 0n ? 0 : rounded6(toDouble(divide(at(ranges, i), whole))),
    influence: influence === null ? null : rounded6(toDouble(at(influence, i))),
    shifts: without(line.criterion),
  }));
}
