import { contract, type CallName, type CallsOf } from '@shared/ipc/contract';
import type { EventName } from '@shared/ipc/events';

/**
 * What the locked window may still ask of the shell: its own state, the way out, and what an error needs. Whatever
 * shows, copies, prints, picks or sets something is refused. Of the desk's calls only those of the lock itself are
 * answered.
 */
const shellWhileLocked: Readonly<Record<CallsOf<'shell'>, 'answered' | 'refused'>> = {
  // A page that was loaded again learns by it that it is locked.
  'app.state': 'answered',
  // Whoever sits down must not switch the next lock off.
  'app.setPreferences': 'refused',
  'app.copyText': 'refused',
  'app.print': 'refused',
  'app.printToPdf': 'refused',
  'app.closeUnwritten': 'answered',
  'app.reportError': 'answered',
  'app.showing': 'answered',
  // It holds nothing of the contest, and is asked for when something has gone wrong.
  'app.showLog': 'answered',
  'app.about': 'refused',
  'lock.start': 'answered',
  'lock.ready': 'answered',
  'files.pick': 'refused',
  'files.pickSave': 'refused',
  'files.pickFolder': 'refused',
  'files.reveal': 'refused',
};
const deskWhileLocked: ReadonlySet<CallName> = new Set<CallsOf<'desk'>>(['lock.open', 'lock.leave']);

export function isAnsweredWhileLocked(name: CallName): boolean {
  if (contract[name].owner === 'desk') return deskWhileLocked.has(name);
  return shellWhileLocked[name as CallsOf<'shell'>] === 'answered';
}

/**
 * What becomes of an event while the window is locked. `now`: it says nothing of the contest and is needed; `newest`,
 * `each`: it is told after unlocking, the last one or all of them; `dropped`: it asks for what is refused.
 */
export const eventsWhileLocked: Readonly<Record<EventName, 'now' | 'newest' | 'each' | 'dropped'>> = {
  vault: 'newest',
  task: 'newest',
  opened: 'each',
  notOpened: 'newest',
  closing: 'now',
  menu: 'dropped',
  lock: 'now',
  deskDied: 'now',
};
