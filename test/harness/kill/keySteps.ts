import { readLog } from '../../../electron/db/log';
import type { Desk } from '../../../electron/usecases/context';

/** Both passwords after the key was changed `n` times. */
export const passwordsAfter = (n: number): { readonly secretary: string; readonly chair: string } => ({
  secretary: `хатшының ${n}-құпиясөзі`,
  chair: `төрағаның ${n}-құпиясөзі`,
});

/** How often the key of the contest was changed, as its log tells. */
export function keyChangesOf(desk: Desk): number {
  if (desk.contest === null) throw new Error('no contest is open');
  return readLog(desk.contest.db, 100_000).filter(({ action }) => action === 'key_changed').length;
}
