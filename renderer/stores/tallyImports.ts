import { create } from 'zustand';
import type { Failure } from '@shared/errors';
import type { ContestId, EntryId, RoundId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import type { TallyPlan, TallyPreview } from '@shared/model/tallyImport';
import { api } from '../api';
import { useContest } from './contest';

/** A table of figures that is being looked at; nothing of it is written until `write`. */
export interface TallyDraft {
  /** A draft belongs to the contest and round in which it was begun. */
  readonly contest: ContestId;
  readonly round: RoundId;
  readonly file: FileRef;
  readonly plan: TallyPlan;
  /** The last preview that could be made; stays while the next one is read, so that the list does not blink. */
  readonly preview: TallyPreview | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
}

interface TallyStore {
  readonly draft: TallyDraft | null;
  begin(contest: ContestId, round: RoundId, file: FileRef): Promise<void>;
  /** Changes the plan and reads the file anew under it. */
  correct(part: Partial<TallyPlan>): Promise<void>;
  leaveRowOut(row: number): Promise<void>;
  takeRowBack(row: number): Promise<void>;
  /** The row is about this nominee. */
  assign(row: number, entry: EntryId): Promise<void>;
  drop(): void;
  /** Writes what the preview shows; null when it failed, which the draft then says. */
  write(reason: string | null): Promise<number | null>;
}

export const useTallyImport = create<TallyStore>()((set, get) => ({
  draft: null,

  begin: (contest, round, file) =>
    read({ contest, round, file, plan: {}, preview: null, failure: null, isReading: true }, set, get),

  correct: async (part) => {
    const { draft } = get();
    if (draft !== null) await read({ ...draft, plan: { ...draft.plan, ...part } }, set, get);
  },

  leaveRowOut: async (row) => get().correct({ leaveOut: [...(get().draft?.plan.leaveOut ?? []), row] }),

  takeRowBack: async (row) =>
    get().correct({ leaveOut: (get().draft?.plan.leaveOut ?? []).filter((left) => left !== row) }),

  assign: async (row, entry) => {
    const others = (get().draft?.plan.assigned ?? []).filter((one) => one.row !== row);
    await get().correct({ assigned: [...others, { row, entry }] });
  },

  drop: () => set({ draft: null }),

  write: async (reason) => {
    const { draft } = get();
    if (draft === null) return null;
    const { round, file, plan } = draft;
    set({ draft: { ...draft, isReading: true } });
    const { run } = useContest.getState();
    const input = { round, file: file.token, plan, ...(reason === null ? {} : { reason }) };
    const result = await run('tallies.import', input, { quiet: true });
    if (!result.ok) {
      set({ draft: { ...draft, failure: result.failure } });
      return null;
    }
    set({ draft: null });
    return result.value.written;
  },
}));

type Write = (part: { readonly draft: TallyDraft }) => void;

async function read(draft: TallyDraft, set: Write, get: () => TallyStore): Promise<void> {
  const asked = { ...draft, isReading: true };
  set({ draft: asked });
  const { round, file, plan } = draft;
  const result = await api.call('tallies.preview', { round, file: file.token, plan });
  // Somebody has asked for something newer, or closed the panel.
  if (get().draft !== asked) return;
  set({
    draft: result.ok
      ? { ...asked, preview: result.value, failure: null, isReading: false }
      : { ...asked, failure: result.failure, isReading: false },
  });
}
