/**
 * Where the user is and what the whole window shows. How screens use it:
 *
 *   const go = useSession((s) => s.go);              go({ name: 'start' })   replaces the whole screen
 *   const goTo = useSession((s) => s.goTo);          goTo('nominees')        a place inside the open contest
 *                                                    goTo('ballots', { juror: id })   … and what to point at there
 *   const focus = usePlaceFocus();                   what a link asked to point at, or {}
 *   toast({ text, undoLabel?, onUndo? })             from components/Toast: a thing done, with an optional way back
 *   showFailure(failure) / showFailure(null)         one failure beside the screen's head; forms may keep their own
 *   await runTask(label, (task) => api.call('ballots.issue', { …, task }))   progress with «stop» in every screen
 *
 * Calls that change the contest go through `run` in stores/contest.ts. Other calls: `api.call` and `report`.
 * Nothing here knows what the database holds.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Failure, FileKind } from '@shared/errors';
import type { CategoryId, EntryId, JurorId, NomineeId, RoundId } from '@shared/model/ids';
import { languages } from '@shared/model/language';
import type { Place } from '@shared/model/menu';
import type { FileRef, OpenedFile, Preferences, Recent } from '@shared/model/snapshot';
import { themes } from '@shared/model/theme';
import type { Result } from '@shared/result';
import { api } from '../api';
import { useOpenDialogs } from '../components/Dialog';
import { closeToasts } from '../components/Toast';
import { switchLanguage } from '../i18n';

/** What a link wants to be looked at in the place it leads to. */
export interface PlaceFocus {
  readonly round?: RoundId;
  readonly category?: CategoryId;
  readonly juror?: JurorId;
  readonly entry?: EntryId;
  readonly nominee?: NomineeId;
  /** Name of a tab of the place, such as `criteria` in the set-up. */
  readonly tab?: string;
  /** Returned ballots or a spreadsheet that were dropped on the window or opened from outside. */
  readonly files?: readonly FileRef[];
  /** A region's results file for a national contest. */
  readonly regional?: FileRef;
}

/** A file that is to be opened, however it was named. */
export type OpenFrom =
  { readonly kind: 'file'; readonly file: FileRef } | { readonly kind: 'recent'; readonly recent: Recent };

/** A file that arrived, and is to go where it belongs. */
export interface Incoming {
  readonly kind: FileKind;
  readonly from: OpenFrom;
}

export type Screen =
  | { readonly name: 'start' }
  | { readonly name: 'create' }
  | { readonly name: 'open'; readonly from: OpenFrom }
  | { readonly name: 'ballotOpen'; readonly from: OpenFrom }
  | { readonly name: 'resultsOpen'; readonly from: OpenFrom }
  /** A renewed recovery code, shown this once. */
  | { readonly name: 'newCode'; readonly code: string }
  | { readonly name: 'contest'; readonly place: Place; readonly focus: PlaceFocus }
  | { readonly name: 'ballot' }
  /** A sealed result, read by the organiser. */
  | { readonly name: 'results' }
  /** An open snapshot, ranked anew. */
  | { readonly name: 'snapshot'; readonly file: FileRef };

export interface RunningTask {
  readonly id: string;
  readonly label: string;
  readonly done: number;
  /** 0 while the length is not known. */
  readonly total: number;
  readonly unit: 'files' | 'bytes';
  readonly cancelling: boolean;
}

interface Session {
  readonly preferences: Preferences;
  readonly version: string;
  readonly screen: Screen;
  readonly failure: Failure | null;
  readonly task: RunningTask | null;
  readonly deskDied: { readonly reference: string } | null;
  /** Why the file could not take the last work when the window was to be closed; the user is asked. */
  readonly closing: Failure | null;
  /** Files that cannot be taken in where the user is now, each until it was taken or declined; the screen offers how. */
  readonly offered: readonly Incoming[];
  /** A new recovery code is on the screen, or comes with the next answer; it exists nowhere else. See `useHoldCode`. */
  readonly isCodeShown: boolean;
  /** Shown over any screen. */
  readonly dialog: 'keys' | 'about' | 'locking' | null;
  go(screen: Screen): void;
  goTo(place: Place, focus?: PlaceFocus): void;
  showFailure(failure: Failure | null): void;
  setPreferences(change: Partial<Preferences>): Promise<void>;
  /** Runs one long call at a time; the answer is handed back, a failure is shown unless the user stopped it himself. */
  runTask<T>(label: string, start: (task: string) => Promise<Result<T>>): Promise<Result<T>>;
  cancelTask(): Promise<void>;
}

export const useSession = create<Session>()((set, get) => ({
  preferences: { language: 'kk', theme: 'system', lockAfter: 'never', lockOnSleep: false },
  version: '',
  screen: { name: 'start' },
  failure: null,
  task: null,
  deskDied: null,
  closing: null,
  offered: [],
  isCodeShown: false,
  dialog: null,

  go: (screen) => {
    closeToasts();
    set({ screen, failure: null });
    // What belongs into a contest waits until one is open.
    if (screen.name === 'contest') arrive(get().offered.filter(belongsIntoContest));
  },
  goTo: (place, focus = {}) => {
    closeToasts();
    set({ screen: { name: 'contest', place, focus }, failure: null });
  },

  showFailure: (failure) => set({ failure }),

  setPreferences: async (change) => {
    const result = await api.call('app.setPreferences', change);
    if (!result.ok) {
      set({ failure: result.failure });
      return;
    }
    await applyPreferences(result.value);
  },

  runTask: async (label, start) => {
    const id = crypto.randomUUID();
    set({ task: { id, label, done: 0, total: 0, unit: 'files', cancelling: false }, failure: null });
    try {
      const result = await start(id);
      if (!result.ok && result.failure.code !== 'cancelled') set({ failure: result.failure });
      return result;
    } finally {
      if (get().task?.id === id) set({ task: null });
    }
  },
  cancelTask: async () => {
    const { task } = get();
    if (task === null || task.cancelling) return;
    set({ task: { ...task, cancelling: true } });
    report(await api.call('task.cancel', { task: task.id }));
  },
}));

/** Hands a result on and shows its failure. */
export function report<T>(result: Result<T>): Result<T> {
  if (!result.ok) useSession.setState({ failure: result.failure });
  return result;
}

const nowhere: PlaceFocus = {};
export function usePlaceFocus(): PlaceFocus {
  return useSession((s) => (s.screen.name === 'contest' ? s.screen.focus : nowhere));
}

async function applyPreferences(preferences: Preferences): Promise<void> {
  await switchLanguage(preferences.language);
  document.documentElement.lang = preferences.language;
  document.documentElement.dataset['theme'] = preferences.theme;
  useSession.setState({ preferences });
}

/** While `isHeld` the screen shows a new recovery code, or is about to: files wait, and the menu leads nowhere. */
export function useHoldCode(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    useSession.setState({ isCodeShown: true });
    return () => useSession.setState({ isCodeShown: false });
  }, [isHeld]);
}

const belongsIntoContest = ({ kind }: Incoming): boolean => kind === 'returned-ballot' || kind === 'spreadsheet';

/**
 * Goes where files belong, or keeps them on offer where work would be lost by going there. All of them are taken, and
 * join what is on offer already.
 */
export function arrive(files: readonly Incoming[]): void {
  if (files.length === 0) return;
  const { screen, offered, go, goTo } = useSession.getState();
  const earlier = offered.filter((file) => !files.some((one) => isSame(one, file)));
  const belongings = [...earlier, ...files].filter(belongsIntoContest);
  // The one that came last is opened first.
  const openings = [...files, ...earlier].filter((file) => !belongsIntoContest(file));
  // Going anywhere would take an open question away, with what was typed into it and what its answer has still to say.
  if (useOpenDialogs.getState().count > 0) {
    useSession.setState({ offered: [...belongings, ...openings] });
    return;
  }
  if (screen.name === 'contest') {
    const kind = belongings[0]?.kind;
    const now = belongings.filter((file) => file.kind === kind);
    const later = belongings.filter((file) => file.kind !== kind);
    useSession.setState({ offered: [...later, ...openings] });
    if (kind !== undefined) goTo(kind === 'spreadsheet' ? 'nominees' : 'ballots', { files: now.flatMap(tokenOf) });
    return;
  }
  const isBusy = screen.name === 'ballot' || screen.name === 'create' || screen.name === 'newCode';
  const first = files.find((file) => !belongsIntoContest(file));
  if (first === undefined || isBusy) {
    useSession.setState({ offered: [...belongings, ...openings] });
    return;
  }
  const others = [...openings, ...atItsDoor(screen)].filter((file) => file !== first && !isSame(file, first));
  useSession.setState({ offered: [...belongings, ...others] });
  go(screenThatOpens(first));
}

/** The file whose password or code is being asked: it is not open yet, so it waits when another one takes its place. */
function atItsDoor(screen: Screen): readonly Incoming[] {
  if (screen.name === 'open') return [{ kind: 'contest', from: screen.from }];
  if (screen.name === 'ballotOpen') return [{ kind: 'ballot', from: screen.from }];
  return screen.name === 'resultsOpen' ? [{ kind: 'results', from: screen.from }] : [];
}

/** Where the password or the code of a file is asked; a snapshot has neither. */
export function screenThatOpens({ kind, from }: Incoming): Screen {
  if (kind === 'ballot') return { name: 'ballotOpen', from };
  if (kind === 'results') return { name: 'resultsOpen', from };
  if (kind === 'snapshot' && from.kind === 'file') return { name: 'snapshot', file: from.file };
  return { name: 'open', from };
}

/** A file has one token, however often it comes. */
const isSame = ({ from: one }: Incoming, { from: other }: Incoming): boolean =>
  one.kind === 'file' && other.kind === 'file' ? one.file.token === other.file.token : one === other;

const tokenOf = ({ from }: Incoming): readonly FileRef[] => (from.kind === 'file' ? [from.file] : []);

/** Files that the application opens, however they came. */
export function takeOpened(files: readonly OpenedFile[]): void {
  arrive(files.map(({ kind, file }) => ({ kind, from: { kind: 'file', file } })));
}

/** Files dropped anywhere on the window. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  const result = report(await api.drop(files));
  if (result.ok) takeOpened(result.value);
}

/** Begins with the preferences with which the page was served: it looks right before anything is answered. */
export function beginSession(): Preferences {
  const { lang, dataset } = document.documentElement;
  const preferences: Preferences = {
    // How it locks is known, and of use, only when the main process has answered.
    ...useSession.getState().preferences,
    language: languages.find((each) => each === lang) ?? 'kk',
    theme: themes.find((each) => each === dataset['theme']) ?? 'system',
  };
  useSession.setState({ preferences });
  return preferences;
}

/** Listens to the events that concern the whole window, and asks for the state. */
export async function startSession(): Promise<void> {
  // Before the first call: the main process sends what it was started with as soon as the page asks for its state.
  api.on('task', ({ task, done, total, unit = 'files' }) => {
    const running = useSession.getState().task;
    if (running?.id === task) useSession.setState({ task: { ...running, done, total, unit } });
  });
  api.on('deskDied', (deskDied) => useSession.setState({ deskDied, task: null }));
  api.on('opened', takeOpened);
  api.on('closing', (closing) => useSession.setState({ closing }));
  api.on('notOpened', (failure) => {
    useSession.getState().showFailure(failure);
  });
  const state = await api.call('app.state', {});
  if (!state.ok) return useSession.getState().showFailure(state.failure);
  useSession.setState({ version: state.value.version });
  await applyPreferences(state.value.preferences);
}
