import type { Contest } from '../model/contest';
import type { Round } from '../model/round';
import { directionOf } from './fieldMethods';
import { rational, type Rational } from './rational';
import { isJuryRound, isRankedRound } from './roundKinds';
import { apportion, sumOfWeights } from './weights';

/** A round that counts in a total, with the exact factor that its figure is multiplied by. */
export interface CountedRound {
  readonly round: Round;
  readonly factor: Rational;
  /** For the screen, whole basis points: they sum to 10 000, except where rounds are added up (then the factor). */
  readonly weight: number;
}

/** Votes are no points: they are ranked by themselves and never added to anything. */
const isAddable = (round: Round): boolean => isRankedRound(round) && round.rules.kind !== 'vote_import';

/**
 * The rounds that make the total in the standing of `target`, first to last. Votes, and in a weighted mean every table,
 * stand alone: they have no scale in common with marks.
 * - weighted_mean: every jury round up to the target that has a weight, weights normalised over these. A target
 *   without a weight of its own stands alone (a regional qualifier whose marks are not carried on).
 * - sum: every round of marks, results or counts up to the target times its factor (10 000 = once, null = once); 0 = not counted.
 *   Where the jury's figures are better the lower they are, marks and tables are added up each by themselves.
 * - last_round, union: the target alone. (A union of two separate lists is made of two such standings.)
 */
export function countedRounds(contest: Pick<Contest, 'rounds' | 'rules'>, target: Round): readonly CountedRound[] {
  if (!isRankedRound(target)) return [];
  const upTo = contest.rounds.slice(0, contest.rounds.findIndex((r) => r.id === target.id) + 1);
  const alone = [{ round: target, factor: rational(1), weight: 10_000 }];
  if (target.rules.kind === 'vote_import') return alone;
  switch (contest.rules.combination) {
    case 'weighted_mean': {
      if (target.weight === null || target.weight === 0 || !isJuryRound(target)) return alone;
      const weighted = upTo
        .filter(isJuryRound)
        .flatMap((r) => (r.weight === null || r.weight === 0 ? [] : [{ round: r, own: r.weight }]));
      const total = sumOfWeights(weighted.map((w) => w.own));
      const shown = apportion(weighted.map((w) => w.own));
      return weighted.map(({ round, own }, i) => ({ round, factor: rational(own, total), weight: shown[i] ?? 0 }));
    }
    case 'sum': {
      // Places of jurors, where less is better, and points of tables have no sum.
      const mixes = directionOf(contest.rules.aggregation) === 'higher';
      const counted = upTo.filter(
        (r) => isAddable(r) && r.weight !== 0 && (mixes || isJuryRound(r) === isJuryRound(target)),
      );
      return counted.map((r) => ({
        round: r,
        factor: rational(r.weight ?? 10_000, 10_000),
        weight: r.weight ?? 10_000,
      }));
    }
    case 'last_round':
    case 'union':
      return alone;
  }
}

/** Nothing comes after the last round: what stands there decides the laureates. */
export const isLastRound = (contest: Pick<Contest, 'rounds'>, round: Round): boolean =>
  contest.rounds.at(-1)?.id === round.id;

/**
 * Names winners: the last round, and in a union of lists every round that says how many of the pooled categories it
 * names.
 */
export const namesWinners = (contest: Pick<Contest, 'rounds' | 'rules' | 'categories'>, round: Round): boolean =>
  isLastRound(contest, round) ||
  (contest.rules.combination === 'union' &&
    'winnersCount' in round.rules &&
    round.rules.winnersCount !== null &&
    contest.categories.some((c) => c.winners.mode === 'pooled'));

/** Whose winners do not run in this round: the key of an earlier list, or null. */
export const excludedList = ({ rules }: Round): string | null =>
  rules.kind === 'jury' || rules.kind === 'jury_live' ? rules.excludesWinnersOf : null;
