import { create } from 'zustand';
import type { Failure } from '@shared/errors';
import type { BatchId, ContestId } from '@shared/model/ids';
import type { ImportPlan, ImportPreview } from '@shared/model/imports';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../api';
import { useContest } from './contest';

/** A spreadsheet that is being looked at; nothing of it is written until `write`. */
export interface ImportDraft {
  /** A draft belongs to the contest in which it was begun and is not offered in another one. */
  readonly contest: ContestId;
  readonly file: FileRef;
  readonly plan: ImportPlan;
  /** The last preview that could be made; stays while the next one is read, so that the list does not blink. */
  readonly preview: ImportPreview | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
}

interface ImportStore {
  readonly draft: ImportDraft | null;
  begin(contest: ContestId, file: FileRef): Promise<void>;
  /** Changes the plan and reads the file anew under it. */
  correct(part: Partial<ImportPlan>): Promise<void>;
  /** Another sheet or header row: corrections of columns and rows no longer mean anything there. */
  readElsewhere(place: Pick<ImportPlan, 'sheet' | 'headerRow'>): Promise<void>;
  leaveRowOut(row: number): Promise<void>;
  takeRow(row: number): Promise<void>;
  drop(): void;
  /** Writes what the preview shows; null when it failed, which the draft then says. */
  write(): Promise<{ readonly added: number; readonly batch: BatchId | null } | null>;
}

export const useImport = create<ImportStore>()((set, get) => ({
  draft: null,

  begin: (contest, file) => read({ contest, file, plan: {}, preview: null, failure: null, isReading: true }, set, get),

  correct: async (part) => {
    const { draft } = get();
    if (draft !== null) await read({ ...draft, plan: { ...draft.plan, ...part } }, set, get);
  },

  readElsewhere: async (place) => {
    const { draft } = get();
    if (draft === null) return;
    const { defaultCategory } = draft.plan;
    await read(
      { ...draft, plan: { ...place, ...(defaultCategory === undefined ? {} : { defaultCategory }) } },
      set,
      get,
    );
  },

  leaveRowOut: async (row) => {
    const { takeAnyway = [], leaveOut = [] } = get().draft?.plan ?? {};
    // A row that was taken in spite of its problem goes back to where it was.
    if (takeAnyway.includes(row)) await get().correct({ takeAnyway: takeAnyway.filter((taken) => taken !== row) });
    else await get().correct({ leaveOut: [...leaveOut, row] });
  },

  takeRow: async (row) => {
    const { takeAnyway = [], leaveOut = [] } = get().draft?.plan ?? {};
    if (leaveOut.includes(row)) await get().correct({ leaveOut: leaveOut.filter((left) => left !== row) });
    else await get().correct({ takeAnyway: [...takeAnyway, row] });
  },

  drop: () => set({ draft: null }),

  write: async () => {
    const { draft } = get();
    if (draft === null) return null;
    set({ draft: { ...draft, isReading: true } });
    const { run } = useContest.getState();
    const result = await run('nominees.import', { file: draft.file.token, plan: draft.plan }, { quiet: true });
    if (!result.ok) {
      set({ draft: { ...draft, failure: result.failure } });
      return null;
    }
    set({ draft: null });
    const batches = result.value.people?.batches ?? [];
    const newest = batches.reduce<BatchId | null>((last, { id }) => (last === null || id > last ? id : last), null);
    return { added: result.value.added, batch: newest };
  },
}));

type Write = (part: { readonly draft: ImportDraft }) => void;

async function read(draft: ImportDraft, set: Write, get: () => ImportStore): Promise<void> {
  const asked = { ...draft, isReading: true };
  set({ draft: asked });
  const result = await api.call('nominees.preview', { file: draft.file.token, plan: draft.plan });
  // Somebody has asked for something newer, or closed the panel.
  if (get().draft !== asked) return;
  set({
    draft: result.ok
      ? { ...asked, preview: result.value, failure: null, isReading: false }
      : { ...asked, failure: result.failure, isReading: false },
  });
}
