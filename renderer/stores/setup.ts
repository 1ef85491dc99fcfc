/**
 * What was typed in the set-up and is not saved yet, kept while the user looks at other tabs and places. Null or absent:
 * as saved. Saving hands a draft to the desk and drops it; what is shown then comes from the fresh slice.
 */
import { create } from 'zustand';
import { isTallyRound } from '@shared/domain/roundKinds';
import { tallyRules } from '@shared/domain/tallies';
import type { InputOf } from '@shared/ipc/contract';
import type { Contest, ContestHead } from '@shared/model/contest';
import type { Criterion } from '@shared/model/criteria';
import type { CategoryId } from '@shared/model/ids';
import type { Round, TableRules } from '@shared/model/round';

export type CategoryDraft = InputOf<'setup.saveCategory'>;

type SavedCriterion = InputOf<'setup.saveCriteria'>['criteria'][number];
export interface CriterionDraft extends Omit<SavedCriterion, 'weight'> {
  /** Also those that have no id yet need a name in a list. */
  readonly key: string;
  /** Basis points; null while the field is empty. */
  readonly weight: number | null;
}

type SavedRound = InputOf<'setup.saveRounds'>['rounds'][number];
export interface RoundDraft extends SavedRound {
  readonly key: string;
}
export interface RoundsDraft {
  readonly rounds: readonly RoundDraft[];
  readonly combination: InputOf<'setup.saveRounds'>['combination'];
}

export type RulesDraft = InputOf<'setup.saveRules'>;

export interface SetupDrafts {
  readonly head: ContestHead | null;
  /** By category id, `new` for one that is being added. */
  readonly categories: Readonly<Record<string, CategoryDraft>>;
  readonly criteria: Readonly<Record<CategoryId, readonly CriterionDraft[]>>;
  readonly rounds: RoundsDraft | null;
  readonly rules: RulesDraft | null;
  /** Why rules are changed although ballots are out; null: they are only looked at. */
  readonly amending: string | null;
}

const nothing: SetupDrafts = { head: null, categories: {}, criteria: {}, rounds: null, rules: null, amending: null };

export const useSetupDrafts = create<SetupDrafts>()(() => nothing);

/** Whether any rule was typed in; the head needs no reason. */
export const hasRuleDrafts = ({ categories, criteria, rounds, rules }: SetupDrafts): boolean =>
  Object.keys(categories).length > 0 || Object.keys(criteria).length > 0 || rounds !== null || rules !== null;

// A reason is given for one change: once that is saved or discarded, the next one needs its own.
useSetupDrafts.subscribe((now, before) => {
  if (now.amending !== null && hasRuleDrafts(before) && !hasRuleDrafts(now))
    useSetupDrafts.setState({ amending: null });
});

/** Called when another contest is opened: drafts belong to the one they were typed in. */
export function dropSetupDrafts(): void {
  useSetupDrafts.setState(nothing, true);
}

/** What a save hands over besides the draft: the reason, where one is needed. */
export function amendment(): { readonly reason?: string } {
  const { amending } = useSetupDrafts.getState();
  return amending === null ? {} : { reason: amending };
}

let lastKey = 0;
export function newKey(): string {
  lastKey += 1;
  return `new-${lastKey}`;
}

export function criterionDrafts(criteria: readonly Criterion[]): readonly CriterionDraft[] {
  return criteria.map(({ id, name, hint, levels, weight }) => ({
    key: String(id),
    id,
    name,
    hint,
    levels: [...levels],
    weight,
  }));
}

export function roundsDraft(contest: Contest): RoundsDraft {
  return {
    combination: contest.rules.combination,
    rounds: contest.rounds.map((round) => ({
      key: String(round.id),
      id: round.id,
      name: round.name,
      kind: round.rules.kind === 'technical' ? 'technical' : isTallyRound(round) ? 'table' : 'jury',
      scale: round.rules.kind === 'jury' || round.rules.kind === 'jury_live' ? round.rules.scale : null,
      ...tableOf(round),
      advance: round.advance,
      weight: round.weight,
    })),
  };
}

const tableOf = (round: Round): { readonly table?: TableRules } => {
  const table = tallyRules(round);
  return table === null ? {} : { table };
};

export function rulesDraft(contest: Contest): RulesDraft {
  const { ties, jury, aggregation } = contest.rules;
  const { acrossJurors, trim, displayDigits, rounding = {}, placeStyle = 'standard' } = aggregation;
  const { threshold, budget, quotas, oneAward } = contest.rules;
  const last = contest.rounds.at(-1)?.rules;
  const pool = last !== undefined && 'winnersCount' in last ? last.winnersCount : null;
  const winners = { threshold, budget, quotas: [...quotas], oneAward: oneAward ?? false, pool };
  return {
    ties: [...ties],
    jury,
    across: { acrossJurors, ...(trim === undefined ? {} : { trim }) },
    displayDigits,
    rounding,
    placeStyle,
    winners,
  };
}

export function sumOfDraft(criteria: readonly CriterionDraft[]): number {
  return criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
}
