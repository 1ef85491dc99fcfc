import { create } from 'zustand';
import type { LockState } from '@shared/model/lock';
import { api } from '../api';
import { saves } from './beforeLocking';
import { useContest } from './contest';
import { report, useSession } from './session';

interface LockStore {
  readonly state: LockState;
  /** Where the keyboard was when the window was locked. */
  readonly focused: HTMLElement | null;
}

export const useLock = create<LockStore>()(() => ({
  state: { kind: 'open', canLock: false, closed: false },
  focused: null,
}));

/** Called once: follows the main process, which alone says whether the window is locked. */
export function listenToLock(): void {
  api.on('lock', (state) => {
    const before = useLock.getState().state;
    if (state.kind === 'open') open(state);
    else if (before.kind === 'open') void hide(state);
    else useLock.setState({ state });
  });
  for (const name of ['keydown', 'keyup', 'keypress', 'paste'] as const)
    window.addEventListener(name, keepFromHidden, { capture: true });
}

export const lockNow = async (): Promise<void> => void report(await api.call('lock.start', {}));

async function hide(state: LockState): Promise<void> {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  // What is saved when its field is left is saved now.
  focused?.blur();
  document.documentElement.dataset['locked'] = '';
  useLock.setState({ state, focused });
  // By the next turn what the blur has set off has reached its store.
  await new Promise((done) => setTimeout(done));
  await Promise.all(saves.map((save) => save()));
  report(await api.call('lock.ready', {}));
}

function open(state: Extract<LockState, { readonly kind: 'open' }>): void {
  if (state.closed) letGo();
  delete document.documentElement.dataset['locked'];
  useLock.setState({ state });
}

/** What was locked has been closed in the desk: nothing of it stays in the page. */
function letGo(): void {
  useContest.getState().unload();
  useSession.getState().go({ name: 'start' });
  useSession.setState({ dialog: null });
  // Who opens no ballot does not load what marks it.
  void import('./ballot').then(({ useBallot }) => useBallot.getState().unload());
}

/** Keys reach the lock only: behind it stands a page that would take figures for marks. */
function keepFromHidden(event: Event): void {
  if (useLock.getState().state.kind === 'open') return;
  if (event.target instanceof Element && event.target.closest('.lock') !== null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
