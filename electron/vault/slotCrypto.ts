import { hkdfSync, randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { parseRecoveryCode } from './recoveryCode';
import { associatedData, type Secret, type Slot, type SlotCost, type SlotRole } from './slots';

/**
 * Wraps and unwraps the data key. This file loads libsodium (a megabyte of WebAssembly that then holds 256 MiB):
 * only the key derivation worker and tests import it.
 */
export interface MakeSlot {
  /** Contest id or package id. */
  readonly fileId: string;
  readonly role: SlotRole;
  readonly secret: Secret;
  /** For a password; a recovery code always uses HKDF. */
  readonly cost: SlotCost;
  readonly key: Uint8Array;
}

export interface OpenSlot {
  readonly fileId: string;
  readonly slot: Slot;
  readonly secret: Secret;
}

/** Throws when `secret` says it is a recovery code and is none: the caller made it. */
export async function makeSlot(input: MakeSlot): Promise<Slot> {
  await sodium.ready;
  const kdf: SlotCost = input.secret.kind === 'recovery' ? { name: 'hkdf-sha256' } : input.cost;
  const fixed = { id: randomHex(8), role: input.role, kdf, salt: randomHex(16) };
  const wrappingKey = deriveWrappingKey(input.secret, kdf, fixed.salt);
  if (wrappingKey === null) throw new Error('not a recovery code');
  const nonce = randomHex(24);
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    input.key,
    associatedData(input.fileId, fixed),
    null,
    bytes(nonce),
    wrappingKey,
  );
  wrappingKey.fill(0);
  return { ...fixed, nonce, wrapped: Buffer.from(wrapped).toString('hex') };
}

/** K, or null when the secret does not open this slot. */
export async function openSlot({ fileId, slot, secret }: OpenSlot): Promise<Uint8Array | null> {
  await sodium.ready;
  const wrappingKey = deriveWrappingKey(secret, slot.kdf, slot.salt);
  if (wrappingKey === null) return null;
  const sealed = bytes(slot.wrapped);
  const known = associatedData(fileId, slot);
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, known, bytes(slot.nonce), wrappingKey);
  } catch (error) {
    // libsodium reports a wrong tag only by throwing this very text.
    if (error instanceof Error && error.message.includes('ciphertext cannot be decrypted')) return null;
    throw error;
  } finally {
    wrappingKey.fill(0);
  }
}

function deriveWrappingKey(secret: Secret, cost: SlotCost, salt: string): Uint8Array | null {
  if (cost.name === 'hkdf-sha256') {
    const code = secret.kind === 'recovery' ? parseRecoveryCode(secret.text) : null;
    return code === null ? null : new Uint8Array(hkdfSync('sha256', code, bytes(salt), 'recovery', 32));
  }
  if (secret.kind === 'recovery') return null;
  // The same password typed on another keyboard or system may arrive decomposed (й, ё, ә are the usual victims).
  const password = new TextEncoder().encode(secret.text.normalize('NFC'));
  return sodium.crypto_pwhash(
    32,
    password,
    bytes(salt),
    cost.passes,
    cost.memoryKiB * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}

const randomHex = (length: number) => randomBytes(length).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
