import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { byPassphrase, toPassphrase } from './passphrase';

/**
 * The age file format (age-encryption.org/v1). Loads the library, and scrypt blocks its thread for about a second: only
 * the age worker and tests import this file.
 */
export interface AgeKeyPair {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

export interface PassphraseInput {
  readonly bytes: Uint8Array;
  readonly passphrase: string;
}

export async function newKeyPair(): Promise<AgeKeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** `logN`: base-2 logarithm of scrypt's work factor, at most 20 (no reader accepts more). */
export async function encryptWithPassphrase(input: PassphraseInput & { readonly logN: number }): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(toPassphrase(input.passphrase, input.logN));
  return encrypter.encrypt(input.bytes);
}

/** What the library says when no key fits; a test holds it to these words. */
export const noKeyFits = "no identity matched any of the file's recipients";

/** Null: the passphrase is not the one. damaged: it is, but what lies behind it is not whole; or no age file at all. */
export async function decryptWithPassphrase(input: PassphraseInput): Promise<Uint8Array | 'damaged' | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(byPassphrase(input.passphrase));
  try {
    return await decrypter.decrypt(input.bytes);
  } catch (error) {
    if (error instanceof Error) return error.message === noKeyFits ? null : 'damaged';
    throw error;
  }
}

export async function encryptTo(input: {
  readonly recipient: string;
  readonly bytes: Uint8Array;
}): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(input.recipient);
  return encrypter.encrypt(input.bytes);
}

/** Null when it is no age file, is damaged, or was not encrypted to this identity. */
export async function decryptWith(input: {
  readonly identity: string;
  readonly bytes: Uint8Array;
}): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(input.identity);
  return decryptOrNull(decrypter, input.bytes);
}

/**
 * Whatever the library throws on bytes that came from outside is a refusal: its errors have no types, and every one
 * of them means that these bytes do not open. A wrong identity string is thrown earlier, by addIdentity.
 */
async function decryptOrNull(decrypter: Decrypter, bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
