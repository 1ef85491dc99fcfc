import { hkdfSync, randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { parseRecoveryCode } from './recoveryCode';
import { associatedData, type Secret, type Slot, type SlotCost, type SlotRole } from './slots';

/**
 * Wraps and unwraps the data key. This file loads libsodium (a megabyte of WebAssembly that then holds 256 MiB):
 * only the key derivation worker and tests import it. The age worker loads libsodium by itself.
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
  const kdf: SlotCost = input.secret.kind === 'recovery' ? { name: 'hkdf-sha256' } : input.cost;
  const fixed = { id: randomHex(8), role: input.role, kdf, salt: randomHex(16) };
  const sealed = await wrapBytes(input.key, input.secret, fixed, (slot) => associatedData(input.fileId, slot));
  return { ...fixed, ...sealed };
}

/** K, or null when the secret does not open this slot. */
export const openSlot = ({ fileId, slot, secret }: OpenSlot): Promise<Uint8Array | null> =>
  unwrapBytes(slot, secret, associatedData(fileId, slot));

/** What a wrapped key needs besides its associated data. */
interface Derivation {
  readonly kdf: SlotCost;
  readonly salt: string;
}

export async function wrapBytes<F extends Derivation>(
  plain: Uint8Array,
  secret: Secret,
  fixed: F,
  known: (fixed: F) => Uint8Array,
): Promise<{ readonly nonce: string; readonly wrapped: string }> {
  await sodium.ready;
  const wrappingKey = deriveWrappingKey(secret, fixed.kdf, fixed.salt);
  if (wrappingKey === null) throw new Error('not a recovery code');
  const nonce = randomHex(24);
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    plain,
    known(fixed),
    null,
    bytes(nonce),
    wrappingKey,
  );
  wrappingKey.fill(0);
  return { nonce, wrapped: Buffer.from(wrapped).toString('hex') };
}

/** Null when the secret does not open it. */
export async function unwrapBytes(
  sealed: Derivation & { readonly nonce: string; readonly wrapped: string },
  secret: Secret,
  known: Uint8Array,
): Promise<Uint8Array | null> {
  await sodium.ready;
  const wrappingKey = deriveWrappingKey(secret, sealed.kdf, sealed.salt);
  if (wrappingKey === null) return null;
  const [cipher, nonce] = [bytes(sealed.wrapped), bytes(sealed.nonce)];
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, cipher, known, nonce, wrappingKey);
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

export const randomHex = (length: number) => randomBytes(length).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
