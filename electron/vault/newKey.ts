import type { ContestId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { NewKey } from './keyChange';
import { newDataKey } from './keys';
import { newRecoveryCode } from './recoveryCode';
import type { PasswordCost, Secret, Slot, SlotRole } from './slots';
import { unlock } from './unlock';

export interface NewKeyWanted {
  readonly heavy: Heavy;
  readonly contestId: ContestId;
  /** Of the open contest, today. */
  readonly slots: readonly Slot[];
  readonly cost: PasswordCost;
  /** The secretary's password or the recovery code. */
  readonly current: Secret;
  /** The secretary's password from now on. */
  readonly next: string;
  /** Null: the chair's slot goes. */
  readonly chair: { readonly current: string; readonly next: string } | null;
}

export interface MadeKey {
  readonly next: NewKey;
  /** To be printed now: it is stored nowhere. */
  readonly recoveryCode: string;
}

/**
 * Draws another K and wraps it for whoever stays, each with a fresh salt, and under a new recovery code. wrong-secret:
 * `current` is neither the secretary's nor the code; wrong-password-of: the chair's is not the chair's.
 */
export async function makeNewKey(wanted: NewKeyWanted): Promise<Result<MadeKey>> {
  const { heavy, contestId, slots, cost, current, next, chair } = wanted;
  const opens = async (secret: Secret, isTried: (role: SlotRole) => boolean): Promise<boolean> => {
    const tried = slots.filter(({ role }) => isTried(role));
    const unlocked = await unlock(heavy, contestId, tried, secret);
    unlocked?.key.fill(0);
    return unlocked !== null;
  };
  if (!(await opens(current, (role) => role !== 'chair'))) return fail({ code: 'wrong-secret' });
  if (chair !== null && !(await opens({ kind: 'password', text: chair.current }, (role) => role === 'chair')))
    return fail({ code: 'wrong-password-of', who: 'chair' });

  const key = newDataKey();
  const recovery = newRecoveryCode();
  const wrap = (role: SlotRole, secret: Secret): Promise<Slot> =>
    heavy.makeSlot({ fileId: contestId, role, secret, cost, key });
  const made = [
    await wrap('secretary', { kind: 'password', text: next }),
    ...(chair === null ? [] : [await wrap('chair', { kind: 'password', text: chair.next })]),
    await wrap('recovery', { kind: 'recovery', text: recovery.text }),
  ];
  return ok({ next: { key, slots: made }, recoveryCode: recovery.text });
}
