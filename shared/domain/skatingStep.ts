import type { PlacesUpTo } from '../model/standing';
import { at } from './at';
import type { Candidate, Evaluation } from './evaluation';
import { figuresFor, leastDigits } from './figure';
import { separateEquals, type Better, type Skated } from './methods/skating';
import { isJuryRound } from './roundKinds';
import type { Step } from './tieSplit';

/**
 * Rules 10 and 11 of the skating system among those whose sum of places (rule 9) is equal: a step of the chain where
 * several rounds that jurors mark count in the total, each ranked by rules 5 to 8. It says nothing where not as many jurors
 * have placed everybody of the group, somebody having danced an earlier round in another category.
 */
export function skatingSteps(ev: Evaluation): readonly Step[] {
  const rounds = ev.counted.map((c) => c.round);
  const { acrossJurors } = ev.input.contest.rules.aggregation;
  if (acrossJurors !== 'skating' || rounds.length < 2 || !rounds.every(isJuryRound)) return [];
  return [{ rule: 'skating_10_11', split: splitBySkating }];
}

const splitBySkating: Step['split'] = (group, place) => {
  const couples = group.map(skatedOf);
  if (new Set(couples.map(({ given }) => given.length)).size > 1) return null;
  const { groups, between } = separateEquals([...group.keys()], place, couples);
  return {
    groups: groups.map((members) => members.map((i) => at(group, i))),
    describe: (upper, lower) => {
      const review = between(group.indexOf(upper), group.indexOf(lower));
      const sums = [review.upper.sum, review.lower.sum];
      const figures = figuresFor(sums, leastDigits(sums, 2));
      const told = ({ count, sum }: Better): PlacesUpTo => ({ count, sum: figures.of(sum) });
      return {
        by: 'skating',
        rule: review.rule,
        place: review.place,
        upper: told(review.upper),
        lower: told(review.lower),
      };
    },
    decision: null,
  };
};

const skatedOf = ({ parts }: Candidate): Skated => ({
  places: parts.flatMap(({ score }) => score.mean ?? []),
  given: parts.flatMap(({ score }) => score.cells.flatMap((cell) => cell.given ?? [])),
});
