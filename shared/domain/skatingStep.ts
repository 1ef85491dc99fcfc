import type { PlacesUpTo } from '../model/standing';
import type { Candidate, Evaluation } from './evaluation';
import { figuresFor, leastDigits } from './figure';
import { separateEquals, type Better, type Skated } from './methods/skating';
import { isJuryRound } from './roundKinds';
import type { Step } from './tieSplit';

/**
 * Rules 10 and 11 of the skating system among those whose sum of places (rule 9) is equal: a step of the chain where
 * several rounds that jurors mark count in the total, each ranked by rules 5 to 8. It says nothing where somebody has no place
 * in a round, or where not as many jurors have placed everybody of the group.
 */
export function skatingSteps(ev: Evaluation): readonly Step[] {
  const rounds = ev.counted.map((c) => c.round);
  const { acrossJurors } = ev.input.contest.rules.aggregation;
  if (acrossJurors !== 'skating' || rounds.length < 2 || !rounds.every(isJuryRound)) return [];
  return [{ rule: 'skating_10_11', split: (group, place) => splitBySkating(group, place, rounds.length) }];
}

const splitBySkating = (group: readonly Candidate[], place: number, dances: number): ReturnType<Step['split']> => {
  const couples = group.map(skatedOf);
  const judges = couples[0]?.given.length ?? 0;
  if (couples.some(({ places, given }) => places.length < dances || given.length !== judges)) return null;
  const { groups, between } = separateEquals([...group.keys()], place, couples);
  return {
    groups: groups.map((members) => members.flatMap((i) => group[i] ?? [])),
    describe: (upper, lower) => {
      const review = between(group.indexOf(upper), group.indexOf(lower));
      if (review === null) return { by: 'nothing' };
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
