import type { ContestVault } from '../vault/contestVault';
import type { Desk } from './context';

/** How long nothing may change before the work is written to the file. */
const idleMs = 10_000;

/**
 * Keeps the window informed and writes the file when the work rests. A failure to write is part of the state and is
 * shown there; the next change tries again.
 */
export function followVault(desk: Desk, vault: ContestVault): void {
  let timer: NodeJS.Timeout | undefined;
  vault.onState((state) => {
    desk.emit('vault', state);
    clearTimeout(timer);
    if (!state.dirty || state.publishing) return;
    timer = setTimeout(() => {
      if (desk.contest === vault) void vault.publish();
    }, idleMs);
    timer.unref();
  });
}

/** After imports and closings the file is written at once; the answer to the user does not wait for it. */
export function publishNow(desk: Desk): void {
  void desk.contest?.publish();
}
