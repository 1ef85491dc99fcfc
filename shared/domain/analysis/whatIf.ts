import type { Change, WhatIf } from '../../model/analysis';
import type { Category } from '../../model/category';
import type { Criterion } from '../../model/criteria';
import type { CriterionId, JurorId } from '../../model/ids';
import type { Round } from '../../model/round';
import { evaluate, type StandingInput } from '../evaluation';
import { criteriaOf } from '../rubric';
import { apportion, sumOfWeights } from '../weights';
import { placed, shiftsBetween } from './placed';

/**
 * The official computation on an altered contest. Who stands in the round is as it is; recorded decisions hold where
 * their tie is still the same. Criteria without weight are left out, and their marks with them: a card that lacked only
 * these counts.
 */
export function whatIf(input: StandingInput, change: Change): WhatIf {
  const altered = alter(input, change);
  const ev = evaluate(altered);
  if (!altered.seats.some((s) => s.round === altered.round && s.attendance.state === 'present'))
    return { state: 'nothing_left', of: 'jurors' };
  if (criteriaOf(ev.category, ev.target).length === 0) return { state: 'nothing_left', of: 'criteria' };
  const official = placed(evaluate(input));
  const { rows, line } = placed(ev);
  const before = new Map(official.rows.map((row) => [row.entry, row]));
  return {
    state: 'ready',
    line,
    rows: rows.map((row) => {
      const { place = null, figure = null, side = 'none' } = before.get(row.entry) ?? {};
      return { ...row, official: { place, figure, side } };
    }),
    shifts: shiftsBetween(official.rows, rows),
  };
}

export function alter(input: StandingInput, { without, weights }: Change): StandingInput {
  const jurors = withoutJurors(input, new Set(without));
  return weights.length === 0 ? jurors : withWeights(jurors, new Map(weights.map((w) => [w.criterion, w.weight])));
}

function withoutJurors(input: StandingInput, out: ReadonlySet<JurorId>): StandingInput {
  if (out.size === 0) return input;
  const stays = ({ juror }: { readonly juror: JurorId }): boolean => !out.has(juror);
  return { ...input, seats: input.seats.filter(stays), cards: input.cards.filter(stays) };
}

function withWeights(input: StandingInput, weights: ReadonlyMap<CriterionId, number>): StandingInput {
  const { contest } = input;
  const reweighed = (criteria: readonly Criterion[]): readonly Criterion[] => reweigh(criteria, weights);
  return {
    ...input,
    contest: {
      ...contest,
      categories: contest.categories.map((c): Category => ({ ...c, criteria: reweighed(c.criteria) })),
      rounds: contest.rounds.map((r): Round => {
        const { rules } = r;
        return (rules.kind === 'jury' || rules.kind === 'jury_live') && rules.criteria !== null
          ? { ...r, rules: { ...rules, criteria: reweighed(rules.criteria) } }
          : r;
      }),
    },
  };
}

/** Brought back to the sum that they had, in whole basis points, so that totals stay on their scale. */
function reweigh(criteria: readonly Criterion[], weights: ReadonlyMap<CriterionId, number>): readonly Criterion[] {
  if (!criteria.some((c) => weights.has(c.id))) return criteria;
  const wanted = criteria.map((c) => ({ criterion: c, weight: weights.get(c.id) ?? c.weight }));
  const kept = wanted.filter((w) => w.weight > 0 || !weights.has(w.criterion.id));
  const sum = sumOfWeights(criteria.map((c) => c.weight));
  if (sum === 0) return kept.map(({ criterion, weight }) => ({ ...criterion, weight }));
  const shares = apportion(
    kept.map((w) => w.weight),
    sum,
  );
  return kept.map(({ criterion }, i) => ({ ...criterion, weight: shares[i] ?? 0 }));
}
