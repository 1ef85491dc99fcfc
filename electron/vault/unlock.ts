import type { Heavy } from '../workers/heavy';
import type { Secret, Slot } from './slots';

/** Tries every slot that this kind of secret can open. A password costs one derivation per slot. */
export async function unlock(
  heavy: Heavy,
  fileId: string,
  slots: readonly Slot[],
  secret: Secret,
): Promise<Uint8Array | null> {
  for (const slot of slots) {
    if ((slot.kdf.name === 'hkdf-sha256') !== (secret.kind === 'recovery')) continue;
    const key = await heavy.openSlot({ fileId, slot, secret });
    if (key !== null) return key;
  }
  return null;
}
