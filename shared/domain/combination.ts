import type { Contest } from '../model/contest';
import type { Round } from '../model/round';
import { apportion, sumOfWeights } from './weights';
import { rational, type Rational } from './rational';

/** A round that counts in a total, with the exact factor that its figure is multiplied by. */
export interface CountedRound {
  readonly round: Round;
  readonly factor: Rational;
  /** For the screen, whole basis points: they sum to 10 000, except where rounds are added up (then the factor). */
  readonly weight: number;
}

export const isJuryRound = (round: Round): boolean => round.rules.kind === 'jury' || round.rules.kind === 'jury_live';

/**
 * The rounds that make the total in the standing of `target`, first to last.
 * - weighted_mean: every jury round up to the target that has a weight, weights normalised over these. A target
 *   without a weight of its own stands alone (a regional qualifier whose marks are not carried on).
 * - sum: every jury round up to the target times its factor (10 000 = once, null = once); 0 = not counted.
 * - last_round, union: the target alone. (A union of two separate lists is made of two such standings.)
 */
export function countedRounds(contest: Pick<Contest, 'rounds' | 'rules'>, target: Round): readonly CountedRound[] {
  if (!isJuryRound(target)) return [];
  const upTo = contest.rounds.slice(0, contest.rounds.findIndex((r) => r.id === target.id) + 1).filter(isJuryRound);
  const alone = [{ round: target, factor: rational(1), weight: 10_000 }];
  switch (contest.rules.combination) {
    case 'weighted_mean': {
      if (target.weight === null || target.weight === 0) return alone;
      const weighted = upTo.flatMap((r) => (r.weight === null || r.weight === 0 ? [] : [{ round: r, own: r.weight }]));
      const total = sumOfWeights(weighted.map((w) => w.own));
      const shown = apportion(weighted.map((w) => w.own));
      return weighted.map(({ round, own }, i) => ({ round, factor: rational(own, total), weight: shown[i] ?? 0 }));
    }
    case 'sum': {
      const counted = upTo.filter((r) => r.weight !== 0);
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
