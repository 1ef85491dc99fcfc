import { fail, type Result } from '@shared/result';
import type { ContestVault } from '../vault/contestVault';
import type { Alongside } from '../vault/slotKeeper';
import { commit, type Writing } from './change';
import type { Desk } from './context';

/** A slot of the header, and what the database says of it: both or neither. */
export const inOneStep =
  (desk: Desk, vault: ContestVault, write: (writing: Writing) => void): Alongside =>
  (put: () => Result<null>): Result<unknown> => {
    // A key takes a second to derive; meanwhile the user may have closed the contest and opened another.
    if (!isStillOpen(desk, vault)) return fail({ code: 'no-contest-open' });
    return commit(
      desk,
      (writing) => {
        write(writing);
        return put();
      },
      'always',
    );
  };

export const isStillOpen = (desk: Desk, vault: ContestVault): boolean => desk.contest === vault;
