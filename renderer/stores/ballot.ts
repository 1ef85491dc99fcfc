import { create } from 'zustand';
import { returnedFileName } from '@shared/domain/ballotFileName';
import type { InputOf } from '@shared/ipc/contract';
import type { BallotCard, BallotDelta, BallotProgress, BallotSnapshot, Receipt } from '@shared/model/ballotSession';
import type { RecusalGround } from '@shared/model/card';
import type { CriterionId, EntryId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { ok, type Result } from '@shared/result';
import { api } from '../api';
import {
  arrival,
  firstOpen,
  neighbour,
  nextOpen,
  withTyped,
  type Cell,
  type Ground,
  type TypedMark,
} from './ballotWalk';
import { beforeLocking } from './beforeLocking';
import { report, useSession } from './session';

export type BallotView = 'instructions' | 'nominee' | 'table' | 'receipt';
/** What a ballot says once and for all; cards and progress live beside it. */
export type BallotText = Omit<
  BallotSnapshot,
  'cards' | 'progress' | 'submitted' | 'editable' | 'canUndo' | 'canRedo' | 'savedAt' | 'place'
>;

/** A mark that was typed and is not acknowledged yet. Painted at once, gone with the answer, good or bad. */
interface Asked extends TypedMark {
  readonly turn: number;
}

interface BallotStore {
  readonly text: BallotText | null;
  readonly cards: ReadonlyMap<EntryId, BallotCard>;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly progress: BallotProgress;
  readonly submitted: Receipt | null;
  /** The file of a submission of this session; after reopening it is not known where the file went. */
  readonly file: FileRef | null;
  readonly editable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly savedAt: string | null;
  /** Calls that are on their way. */
  readonly waiting: number;
  /** The last call failed: what it asked for was not saved. */
  readonly unsaved: boolean;
  readonly view: BallotView;
  readonly place: Cell | null;
  /** Counts up when the keyboard's focus is to go to the current place. */
  readonly focusTurn: number;
  load(snapshot: BallotSnapshot): void;
  show(view: BallotView): void;
  /** Goes to a nominee; without `criterion` to its first blank. `focus` takes the keyboard along. */
  goTo(entry: EntryId, criterion?: CriterionId | null, focus?: boolean): void;
  step(by: 1 | -1): void;
  /** The next nominee that waits for marks; false when none does. */
  goToNextOpen(): boolean;
  goToFirstOpen(): boolean;
  mark(entry: EntryId, criterion: CriterionId, value: number | null): void;
  comment(entry: EntryId, text: string): void;
  recuse(entry: EntryId, ground: RecusalGround, note: string): Promise<boolean>;
  withdrawRecusal(entry: EntryId): Promise<void>;
  /** The answer to what a re-issued ballot offers of the earlier one. */
  carry(take: boolean): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Asks where to, writes the file, shows the receipt. False when cancelled or failed. */
  submit(allowIncomplete: boolean): Promise<boolean>;
  saveAgain(): Promise<boolean>;
  correct(): Promise<void>;
  close(): Promise<void>;
  /** The ballot is closed already: its screen has gone. */
  unload(): void;
}

const cellKey = (entry: EntryId, criterion: CriterionId): string => `${String(entry)}:${String(criterion)}`;
const nothing = {
  text: null,
  cards: new Map<EntryId, BallotCard>(),
  asked: new Map<string, Asked>(),
  progress: { scored: 0, recused: 0, total: 0, missing: 0 },
  submitted: null,
  file: null,
  editable: false,
  canUndo: false,
  canRedo: false,
  savedAt: null,
  waiting: 0,
  unsaved: false,
  view: 'nominee' as const,
  place: null,
  focusTurn: 0,
};

// One call at a time, in the order in which they were typed: an answer never overtakes another.
let tail: Promise<unknown> = Promise.resolve();
function inTurn<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  const answer = tail.then(call, call);
  tail = answer;
  return answer;
}
/** Waits until all that was typed has been answered. */
export async function untilAnswered(): Promise<void> {
  for (let last: unknown = null; last !== tail;) {
    last = tail;
    await tail;
  }
}
// A mark that was typed is saved before the window locks.
beforeLocking(untilAnswered);
let turn = 0;
/** The newest text of a comment that is being typed: while one save waits its turn the later ones join it. */
const typedComments = new Map<EntryId, string>();
let placeWaits = false;

export const useBallot = create<BallotStore>()((set, get) => {
  const changed = async (call: () => Promise<Result<BallotDelta>>): Promise<Result<BallotDelta>> => {
    set((s) => ({ waiting: s.waiting + 1 }));
    const result = await inTurn(call);
    set((s) => ({ waiting: s.waiting - 1, unsaved: !result.ok }));
    if (result.ok) {
      const { card, progress, canUndo, canRedo, savedAt } = result.value;
      set((s) => ({ cards: new Map(s.cards).set(card.entry, card), progress, canUndo, canRedo, savedAt }));
    } else report(result);
    return result;
  };
  const groundNow = () => groundInSight(get());
  const goToCell = (cell: Cell | null, focus: boolean): boolean => {
    if (cell === null) return false;
    set((s) => ({ place: cell, focusTurn: focus ? s.focusTurn + 1 : s.focusTurn }));
    rememberPlace();
    return true;
  };
  // Not worth a failure on the screen: it is only where the next session begins.
  const rememberPlace = () => {
    if (placeWaits) return;
    placeWaits = true;
    void inTurn(() => {
      placeWaits = false;
      const { place } = get();
      return place === null ? Promise.resolve(ok(null)) : api.call('ballot.setPlace', place);
    });
  };
  const travel = async (call: 'ballot.undo' | 'ballot.redo') => {
    const { editable, canUndo, canRedo, waiting } = get();
    // While something is on its way its answer will allow the undo.
    if (!editable || (waiting === 0 && !(call === 'ballot.undo' ? canUndo : canRedo))) return;
    const result = await changed(() => api.call(call, {}));
    if (result.ok) get().goTo(result.value.card.entry, result.value.criterion, true);
  };
  const pickPlaceFor = async (sequence: number): Promise<FileRef | null> => {
    const { text } = get();
    if (text === null) return null;
    const suggestedName = returnedFileName(text.juror.number, inLanguage(text.round.name, 'kk'), sequence);
    const picked = report(await api.call('files.pickSave', { kind: 'returned-ballot', suggestedName }));
    return picked.ok ? picked.value : null;
  };

  return {
    ...nothing,

    load: (snapshot) => {
      const ground = groundOf(snapshot);
      const known = snapshot.entries.find((entry) => entry.id === Number(snapshot.place?.entry));
      const first = known ?? snapshot.entries[0];
      const isNew = snapshot.place === null && snapshot.savedAt === null && snapshot.submitted === null;
      const { cards: _cards, place: _place, ...rest } = snapshot;
      set((s) => ({
        ...nothing,
        ...parts(rest),
        cards: ground.cards,
        place: first === undefined ? null : { ...arrival(ground, first), ...(known && snapshot.place) },
        view: isNew ? 'instructions' : 'nominee',
        focusTurn: s.focusTurn + 1,
      }));
    },

    show: (view) => set((s) => ({ view, focusTurn: s.focusTurn + 1 })),

    goTo: (entry, criterion = null, focus = true) => {
      const ground = groundNow();
      const found = ground?.entries.find((e) => e.id === Number(entry));
      if (ground === null || found === undefined) return;
      const cell = arrival(ground, found);
      goToCell(criterion === null ? cell : { ...cell, criterion }, focus);
    },

    step: (by) => {
      const { place } = get();
      const ground = groundNow();
      if (ground !== null && place !== null) goToCell(neighbour(ground, place.entry, by), true);
    },

    goToNextOpen: () => {
      const { place } = get();
      const ground = groundNow();
      return ground !== null && place !== null && goToCell(nextOpen(ground, place.entry), true);
    },

    goToFirstOpen: () => {
      const ground = groundNow();
      return ground !== null && goToCell(firstOpen(ground), true);
    },

    mark: (entry, criterion, value) => {
      if (!get().editable) return;
      const key = cellKey(entry, criterion);
      turn += 1;
      const mine = turn;
      set((s) => ({ asked: new Map(s.asked).set(key, { entry, criterion, value, turn: mine }) }));
      void changed(() => api.call('ballot.mark', { entry, criterion, value })).then(() => {
        if (get().asked.get(key)?.turn !== mine) return;
        const asked = new Map(get().asked);
        asked.delete(key);
        set({ asked });
      });
    },

    comment: (entry, text) => {
      if (!get().editable) return;
      const isWaiting = typedComments.has(entry);
      typedComments.set(entry, text);
      if (isWaiting) return;
      void changed(() => {
        const newest = typedComments.get(entry) ?? text;
        typedComments.delete(entry);
        return api.call('ballot.comment', { entry, text: newest });
      });
    },

    recuse: async (entry, ground, note) => {
      const result = await changed(() => api.call('ballot.recuse', { entry, ground, note }));
      return result.ok;
    },

    withdrawRecusal: async (entry) => {
      const result = await changed(() => api.call('ballot.withdrawRecusal', { entry }));
      if (result.ok) get().goTo(entry);
    },

    carry: async (take) => {
      const result = report(await inTurn(() => api.call('ballot.carry', { take })));
      if (result.ok) set({ ...parts(result.value), cards: groundOf(result.value).cards });
    },

    undo: () => travel('ballot.undo'),
    redo: () => travel('ballot.redo'),

    submit: async (allowIncomplete) => {
      const to = await pickPlaceFor((get().submitted?.sequence ?? 0) + 1);
      if (to === null) return false;
      const input: InputOf<'ballot.submit'> = { to: to.token, allowIncomplete };
      const result = report(await inTurn(() => api.call('ballot.submit', input)));
      if (!result.ok) return false;
      const { snapshot, receipt, file } = result.value;
      set({ ...parts(snapshot), cards: groundOf(snapshot).cards, submitted: receipt, file, view: 'receipt' });
      useSession.getState().showFailure(null);
      return true;
    },

    saveAgain: async () => {
      const { submitted } = get();
      const to = submitted === null ? null : await pickPlaceFor(submitted.sequence);
      if (submitted === null || to === null) return false;
      const result = report(await inTurn(() => api.call('ballot.saveAgain', { to: to.token })));
      if (!result.ok) return false;
      set({ file: result.value, submitted: { ...submitted, fileName: result.value.name } });
      useSession.getState().showFailure(null);
      return true;
    },

    correct: async () => {
      const result = report(await inTurn(() => api.call('ballot.correct', {})));
      if (!result.ok) return;
      const snapshot = result.value;
      set((s) => ({
        ...parts(snapshot),
        cards: groundOf(snapshot).cards,
        view: 'nominee',
        focusTurn: s.focusTurn + 1,
      }));
    },

    close: async () => {
      const result = report(await inTurn(() => api.call('ballot.close', {})));
      if (!result.ok) return;
      // The screen goes first: it is mounted only while there is a ballot.
      useSession.getState().go({ name: 'start' });
      set(nothing);
    },

    unload: () => set(nothing),
  };
});

function groundOf(snapshot: BallotSnapshot): Ground {
  const { entries, categories } = snapshot;
  return { entries, categories, cards: new Map(snapshot.cards.map((card) => [card.entry, card])) };
}

function parts(snapshot: Omit<BallotSnapshot, 'cards' | 'place'>) {
  const { progress, submitted, editable, canUndo, canRedo, savedAt, ...text } = snapshot;
  return { text, progress, submitted, editable, canUndo, canRedo, savedAt };
}

/** The open ballot, for screens that exist only while there is one. */
export function useBallotText(): BallotText {
  const text = useBallot((s) => s.text);
  if (text === null) throw new Error('a ballot screen is mounted without a ballot');
  return text;
}

/** The ground as the juror sees it: who types quickly is not sent back to a mark that is still on its way. */
export function groundInSight({ text, cards, asked }: Pick<BallotStore, 'text' | 'cards' | 'asked'>): Ground | null {
  if (text === null) return null;
  return withTyped({ entries: text.entries, categories: text.categories, cards }, asked.values());
}

/** The mark as it was typed, acknowledged or about to be; null while blank. */
export function useMark(entry: EntryId, criterion: CriterionId): number | null {
  return useBallot((s) => shownMark(s, entry, criterion));
}

function shownMark(
  { asked, cards }: Pick<BallotStore, 'asked' | 'cards'>,
  entry: EntryId,
  criterion: CriterionId,
): number | null {
  const typed = asked.get(cellKey(entry, criterion));
  if (typed !== undefined) return typed.value;
  return cards.get(entry)?.marks[Number(criterion)] ?? null;
}

export const useCard = (entry: EntryId): BallotCard | undefined => useBallot((s) => s.cards.get(entry));

/** Nominees that wait for marks. */
export const useRemaining = (): number =>
  useBallot(({ progress }) => progress.total - progress.scored - progress.recused);
