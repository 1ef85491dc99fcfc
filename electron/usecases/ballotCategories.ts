import { criteriaOf } from '@shared/domain/rubric';
import type { BallotCategory } from '@shared/model/ballot';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';

/** The categories as a juror of this round marks them; null scales are the round's. */
export function ballotCategories(contest: Contest, round: Round): readonly BallotCategory[] {
  const rules = round.rules;
  if (rules.kind !== 'jury' && rules.kind !== 'jury_live') return [];
  return contest.categories.map((c) => ({
    id: c.id,
    name: c.name,
    criteria: criteriaOf(c, round).map((k) => ({
      id: k.id,
      name: k.name,
      hint: k.hint,
      levels: k.levels,
      weight: k.weight,
      scale: k.scale ?? rules.scale,
    })),
  }));
}
