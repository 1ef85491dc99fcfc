import { create } from 'zustand';
import type { CallName, InputOf, OutputOf } from '@shared/ipc/contract';
import type { OpenWarning, Slices, Snapshot, VaultState } from '@shared/model/snapshot';
import type { Result } from '@shared/result';
import { api } from '../api';
import { report, useSession } from './session';
import { dropSetupDrafts } from './setup';

type WriteArea =
  'setup' | 'nominees' | 'check' | 'jury' | 'ballots' | 'tallies' | 'round' | 'decisions' | 'access' | 'seal';
/** Calls that change the contest: each answers with the slices it has touched, freshly read. */
export type WriteCall = {
  [K in Extract<CallName, `${WriteArea}.${string}`>]: OutputOf<K> extends Slices ? K : never;
}[Exclude<Extract<CallName, `${WriteArea}.${string}`>, 'nominees.preview' | 'nominees.readRegional'>];

interface ContestStore {
  /** Null while no contest is open; the screens of a contest are only mounted when there is one. */
  readonly snapshot: Snapshot | null;
  readonly vault: VaultState | null;
  readonly warnings: readonly OpenWarning[];
  load(opened: {
    readonly snapshot: Snapshot;
    readonly vault: VaultState;
    readonly warnings?: readonly OpenWarning[];
  }): void;
  /** The contest is closed already: its screens go. */
  unload(): void;
  apply(slices: Slices): void;
  /**
   * Calls, puts the fresh slices in place, gives the answer back. A failure is shown at the head of the screen, unless
   * `quiet` says that the caller shows it beside the field it concerns.
   */
  run<K extends WriteCall>(
    call: K,
    input: InputOf<K>,
    options?: { readonly quiet?: boolean },
  ): Promise<Result<OutputOf<K>>>;
  publish(): Promise<void>;
  dismissWarnings(): void;
  /**
   * Publishes what the file does not hold yet and goes to the start screen. Where it cannot be written the contest is
   * closed all the same: the work waits on this computer, and the start screen says why.
   */
  close(): Promise<void>;
}

export const useContest = create<ContestStore>()((set, get) => ({
  snapshot: null,
  vault: null,
  warnings: [],

  load: ({ snapshot, vault, warnings = [] }) => {
    dropSetupDrafts();
    set({ snapshot, vault, warnings });
  },

  unload: () => set({ snapshot: null, vault: null, warnings: [] }),

  apply: (slices) => {
    const { snapshot } = get();
    if (snapshot !== null) set({ snapshot: { ...snapshot, ...slices } });
  },

  run: async (call, input, options = {}) => {
    const result = await api.call(call, input);
    if (result.ok) {
      get().apply(slicesIn(result.value));
      if (options.quiet !== true) useSession.getState().showFailure(null);
      return result;
    }
    return options.quiet === true ? result : report(result);
  },

  publish: async () => {
    const result = report(await api.call('contest.publish', {}));
    if (!result.ok) return;
    set({ vault: result.value });
    useSession.getState().showFailure(null);
  },

  dismissWarnings: () => set({ warnings: [] }),

  close: async () => {
    const result = await api.call('contest.close', {});
    get().unload();
    useSession.getState().go({ name: 'start' });
    report(result);
  },
}));

const sliceNames = [
  'contest',
  'people',
  'jury',
  'ballots',
  'tallies',
  'situations',
  'decisions',
  'access',
  'seals',
  'log',
] as const;

/** Answers may carry more than slices (how many were added, which file was written). */
function slicesIn(answer: unknown): Slices {
  const parts = new Map(Object.entries(answer ?? {}));
  return Object.fromEntries(sliceNames.flatMap((name) => (parts.has(name) ? [[name, parts.get(name)]] : [])));
}

/** The open contest, for screens that exist only while there is one. */
export function useSnapshot(): Snapshot {
  const snapshot = useContest((s) => s.snapshot);
  if (snapshot === null) throw new Error('a contest screen is mounted without a contest');
  return snapshot;
}

/** Called once: the vault tells of every save and publication. */
export function listenToVault(): void {
  api.on('vault', (vault) => {
    if (useContest.getState().snapshot !== null) useContest.setState({ vault });
  });
}
