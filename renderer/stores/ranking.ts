import { create } from 'zustand';
import { namesWinners } from '@shared/domain/combination';
import type { InputOf } from '@shared/ipc/contract';
import type { CategoryId, EntryId, RoundId } from '@shared/model/ids';
import type { EntryExplanation, PairExplanation } from '@shared/model/explanation';
import type { OpenTie, Standing, UnitedList } from '@shared/model/standing';
import type { Result } from '@shared/result';
import { api } from '../api';
import { useContest } from './contest';
import { report } from './session';

export interface RankingView {
  readonly round: RoundId;
  readonly category: CategoryId;
}

/** What may stand beside the table: how it came out as a whole, one total opened, or two compared. */
export type RankingPanel =
  | { readonly kind: 'outcome' }
  | { readonly kind: 'entry'; readonly explanation: EntryExplanation }
  | { readonly kind: 'pair'; readonly explanation: PairExplanation };

interface RankingStore {
  readonly view: RankingView | null;
  /** Of `view`; null until it has been computed. */
  readonly standing: Standing | null;
  /** Of all lists of the category of `view`; null where there is one list alone, or it has not been computed. */
  readonly united: UnitedList | null;
  readonly panel: RankingPanel | null;
  /** Computes the standing anew, and whatever the panel explains of it. */
  show(view: RankingView): Promise<void>;
  /** Nobody looks at a ranking any more. */
  leave(): void;
  explain(entry: EntryId): Promise<void>;
  compare(upper: EntryId, lower: EntryId): Promise<void>;
  setPanel(panel: RankingPanel | null): void;
  /**
   * Records the step that the tie waits for. When it ends the standing is fresh and the decision is shown beside it; the
   * dialog shows its own failure.
   */
  decide(decision: Omit<InputOf<'decisions.record'>, keyof RankingView>): Promise<Result<unknown>>;
  /** Records what people put above the rules; otherwise as `decide`. */
  overrule(decision: Omit<InputOf<'decisions.overrule'>, keyof RankingView>): Promise<Result<unknown>>;
}

/** Whether several rounds name winners of the category. */
function hasLists({ category }: RankingView): boolean {
  const { snapshot } = useContest.getState();
  if (snapshot === null) return false;
  const { contest } = snapshot;
  const isPooled = contest.categories.some((c) => c.id === category && c.winners.mode === 'pooled');
  return isPooled && contest.rounds.filter((round) => namesWinners(contest, round)).length > 1;
}

const outcome: RankingPanel = { kind: 'outcome' };

export const useRanking = create<RankingStore>()((set, get) => ({
  view: null,
  standing: null,
  united: null,
  panel: null,

  show: async (view) => {
    const before = get();
    const isSame = before.view?.round === view.round && before.view.category === view.category;
    if (!isSame) set({ standing: null, united: null, panel: before.panel?.kind === 'outcome' ? outcome : null });
    set({ view });
    const standing = report(await api.call('standing.get', view));
    // Another view was asked for meanwhile: its answer counts.
    if (get().view !== view || !standing.ok) return;
    set({ standing: standing.value });
    const united = hasLists(view) ? report(await api.call('standing.united', { category: view.category })) : null;
    if (get().view !== view) return;
    set({ united: united?.ok === true ? united.value : null });
    const { panel } = get();
    if (panel?.kind === 'entry') await get().explain(panel.explanation.entry);
    if (panel?.kind === 'pair') await get().compare(panel.explanation.upper, panel.explanation.lower);
  },

  leave: () => set({ view: null }),

  explain: async (entry) => {
    const { view } = get();
    if (view === null) return;
    const explained = report(await api.call('standing.entry', { round: view.round, entry }));
    if (get().view !== view) return;
    set({ panel: explained.ok ? { kind: 'entry', explanation: explained.value } : null });
  },

  compare: async (upper, lower) => {
    const { view } = get();
    if (view === null) return;
    const explained = report(await api.call('standing.pair', { round: view.round, upper, lower }));
    if (get().view !== view) return;
    set({ panel: explained.ok ? { kind: 'pair', explanation: explained.value } : null });
  },

  setPanel: (panel) => set({ panel }),

  decide: async (decision) => {
    const { view, show } = get();
    if (view === null) throw new Error('a decision without a ranking');
    const recorded = await useContest.getState().run('decisions.record', { ...view, ...decision }, { quiet: true });
    if (recorded.ok) {
      set({ panel: outcome });
      await show({ ...view });
    }
    return recorded;
  },

  overrule: async (decision) => {
    const { view, show } = get();
    if (view === null) throw new Error('a decision without a ranking');
    const recorded = await useContest.getState().run('decisions.overrule', { ...view, ...decision }, { quiet: true });
    if (recorded.ok) {
      set({ panel: outcome });
      await show({ ...view });
    }
    return recorded;
  },
}));

// Every write replaces slices of the snapshot, and any of them may move a total.
useContest.subscribe(({ snapshot }, before) => {
  const { view, show } = useRanking.getState();
  if (view !== null && snapshot !== null && snapshot !== before.snapshot) void show({ ...view });
});

/** The tie that keeps the round open, if there is one. */
export function blockingTie(standing: Standing | null): OpenTie | null {
  return standing?.openTies.find((tie) => tie.crossesLine) ?? null;
}
