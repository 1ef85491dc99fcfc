import type { Heavy } from '../workers/heavy';
import type { Secret, Slot, SlotRole } from './slots';

export interface Unlocked {
  readonly key: Uint8Array;
  /** Of the slot that opened. */
  readonly role: SlotRole;
}

/** Tries every slot that this kind of secret can open. A password costs one derivation per slot. */
export async function unlock(
  heavy: Heavy,
  fileId: string,
  slots: readonly Slot[],
  secret: Secret,
): Promise<Unlocked | null> {
  for (const slot of slots) {
    if ((slot.kdf.name === 'hkdf-sha256') !== (secret.kind === 'recovery')) continue;
    const key = await heavy.openSlot({ fileId, slot, secret });
    if (key !== null) return { key, role: slot.role };
  }
  return null;
}
