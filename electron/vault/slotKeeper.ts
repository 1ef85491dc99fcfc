import type { ContestId } from '@shared/model/ids';
import type { LogPerson } from '@shared/model/log';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import { newRecoveryCode } from './recoveryCode';
import { passwordCostHere, type PasswordCost, type Secret, type Slot, type SlotRole } from './slots';
import { unlock } from './unlock';

/** Does `put` together with whatever must be true with it, or neither. */
export type Alongside = (put: () => Result<null>) => Result<unknown>;

/** The open contest as far as its slots go. */
export interface Slotted {
  readonly contestId: ContestId;
  readonly heavy: Heavy;
  readonly slots: () => readonly Slot[];
  /** K as it is now: another array once it was changed. */
  readonly key: () => Uint8Array;
  /** Makes the slots durable in the copy of the head; what `alongside` does is done with it or not at all. */
  readonly put: (alongside: Alongside, change: (slots: readonly Slot[]) => readonly Slot[]) => Result<null>;
}

/** Who opens an open contest, and how that changes slot by slot under one and the same K. */
export class SlotKeeper {
  readonly #contest: Slotted;

  constructor(contest: Slotted) {
    this.#contest = contest;
  }

  /**
   * Sets the password of the secretary or the chair (whose slot is made when there is none). `current` is any secret
   * that opens the file: a forgotten password is replaced with the recovery code. wrong-secret: it does not.
   * An old copy of the file still opens with the old password.
   */
  async changePassword(input: {
    readonly role: 'secretary' | 'chair';
    readonly current: Secret;
    readonly next: string;
    readonly cost?: PasswordCost;
    readonly alongside?: Alongside;
  }): Promise<Result<null>> {
    const secret: Secret = { kind: 'password', text: input.next };
    const { role, current, cost = passwordCostHere(), alongside } = input;
    return this.#replace(role, current, secret, cost, alongside);
  }

  /** Replaces the recovery code; the printed one no longer opens the file. Gives the new one as it is printed. */
  async renewRecoveryCode(current: Secret, alongside?: Alongside): Promise<Result<string>> {
    const code = newRecoveryCode();
    const secret: Secret = { kind: 'recovery', text: code.text };
    const done = await this.#replace('recovery', current, secret, { name: 'hkdf-sha256' }, alongside);
    return done.ok ? ok(code.text) : done;
  }

  /**
   * Takes the chair's slot away; the secretary's and the recovery code stay. `current` is any secret that opens the file.
   * Whoever has an old copy of the file and the chair's password can read that copy for ever.
   */
  async removeChair(current: Secret, alongside: Alongside = (put) => put()): Promise<Result<null>> {
    if ((await this.#roleOf(current, () => true)) === null) return fail({ code: 'wrong-secret' });
    return this.#contest.put(alongside, (slots) => slots.filter(({ role }) => role !== 'chair'));
  }

  /** Whose secret this is; null when it opens no slot. */
  async holderOf(secret: Secret): Promise<LogPerson | null> {
    const role = await this.#roleOf(secret, () => true);
    return role === null ? null : holderOf(role);
  }

  /** Whether this code, as somebody typed it from paper, opens the file today. */
  async recoveryCodeOpens(text: string): Promise<boolean> {
    return (await this.#roleOf({ kind: 'recovery', text }, (role) => role === 'recovery')) !== null;
  }

  async #roleOf(secret: Secret, isTried: (role: SlotRole) => boolean): Promise<SlotRole | null> {
    const { heavy, contestId, slots } = this.#contest;
    const tried = slots().filter(({ role }) => isTried(role));
    const unlocked = await unlock(heavy, contestId, tried, secret);
    unlocked?.key.fill(0);
    return unlocked?.role ?? null;
  }

  async #replace(
    role: SlotRole,
    current: Secret,
    next: Secret,
    cost: Slot['kdf'],
    alongside: Alongside = (put) => put(),
  ): Promise<Result<null>> {
    const { heavy, contestId, slots, key: keyNow, put } = this.#contest;
    const keyBefore = keyNow();
    const unlocked = await unlock(heavy, contestId, slots(), current);
    if (unlocked === null) return fail({ code: 'wrong-secret' });
    const { key } = unlocked;
    const slot = await heavy.makeSlot({ fileId: contestId, role, secret: next, cost, key });
    key.fill(0);
    // Meanwhile the key may have been changed: then what was typed opens nothing any more, and neither would the slot.
    if (keyNow() !== keyBefore) return fail({ code: 'wrong-secret' });
    return put(alongside, (before) => [...before.filter((one) => one.role !== role), slot]);
  }
}

/** A contest's slot by its holder; a juror's slot is in no contest. */
export function holderOf(role: SlotRole): LogPerson {
  if (role === 'juror') throw new Error("a juror's slot in a contest");
  return role;
}
