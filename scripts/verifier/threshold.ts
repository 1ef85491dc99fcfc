import type { Doc } from './doc';
import { isCountedDown } from './field';
import { fraction, minus, order, plus, printed, times, zero, type Fraction } from './fraction';
import type { Criterion } from './rules';
import { basisPoints } from './rules';
import { isTable } from './tables';
import type { Candidate } from './standing';

/** What full marks of every juror would give: the sum over the rounds that make the total. */
function highest(contest: Doc, { parts }: Candidate): Fraction {
  const perJuror = contest.get('rules').get('aggregation').get('perJuror').text;
  return parts.reduce((sum, { factor, score }) => {
    if (score === null) return sum;
    const most = score.most ?? times(fraction(BigInt(score.times)), fullMarks(score.criteria, perJuror));
    return plus(sum, times(factor, most));
  }, zero);
}

function fullMarks(criteria: readonly Criterion[], perJuror: string): Fraction {
  if (criteria.length === 0) return zero;
  if (perJuror === 'weighted_mean_0_100') return fraction(100n);
  return criteria.map((c) => (perJuror === 'points' ? c.max : times(basisPoints(c.weight), c.max))).reduce(plus, zero);
}

/** The threshold as it is for one nominee; nothing is asked of votes. */
export function needed(
  contest: Doc,
  round: Doc,
  candidate: Candidate,
): {
  readonly reachedBy: (total: Fraction) => boolean;
} {
  const rule = contest.get('rules').get('threshold');
  if (rule.isNull || round.get('rules').get('kind').text === 'vote_import') return { reachedBy: () => true };
  const bar =
    rule.get('points').value === undefined
      ? times(highest(contest, candidate), times(printed(rule.get('percentOfMax').number), fraction(1n, 100n)))
      : printed(rule.get('points').number);
  const isStrict = rule.get('strict').value === true;
  const isDown = !isTable(round) && isCountedDown(contest.get('rules').get('aggregation').get('acrossJurors').text);
  const level = isDown ? minus(zero, bar) : bar;
  return { reachedBy: (total) => order(total, level) > (isStrict ? 0 : -1) };
}
