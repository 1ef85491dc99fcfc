import { randomBytes } from 'node:crypto';
import { Stanza, type Identity, type Recipient } from 'age-encryption';
import sodium from 'libsodium-wrappers-sumo';

/*
 * age's own stanza for a passphrase (age-encryption.org/v1, "The scrypt recipient type"), with libsodium's scrypt in
 * WebAssembly: the library's, in JavaScript, takes 1.6 times as long, and Electron's node:crypto longer still.
 */

/** Encrypts to a passphrase; `logN`: base-2 logarithm of scrypt's work factor. */
export const toPassphrase = (passphrase: string, logN: number): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = new Uint8Array(randomBytes(saltBytes));
    const key = await derive(passphrase, salt, logN);
    const body = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(fileKey, null, null, noNonce, key);
    key.fill(0);
    return [new Stanza(['scrypt', unpadded(salt), String(logN)], body)];
  },
});

/** Decrypts what was encrypted to this passphrase. Throws on a stanza that age does not write. */
export const byPassphrase = (passphrase: string): Identity => ({
  unwrapFileKey: async (stanzas) => {
    const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
    if (stanza === undefined) return null;
    if (stanzas.length !== 1) throw new Error('a passphrase stands alone');
    const [, saltText = '', work = '', ...more] = stanza.args;
    const salt = new Uint8Array(Buffer.from(saltText, 'base64'));
    const isOurs = salt.length === saltBytes && unpadded(salt) === saltText && more.length === 0;
    if (!isOurs || !/^[1-9][0-9]?$/.test(work) || Number(work) > mostLogN || stanza.body.length !== bodyBytes)
      throw new Error('not a stanza that age writes');
    const key = await derive(passphrase, salt, Number(work));
    try {
      return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, stanza.body, null, noNonce, key);
    } catch (error) {
      // libsodium reports a wrong tag only by throwing this very text.
      if (error instanceof Error && error.message.includes('ciphertext cannot be decrypted')) return null;
      throw error;
    } finally {
      key.fill(0);
    }
  },
});

/** No reader accepts more. */
const mostLogN = 20;
const saltBytes = 16;
/** The key of the file and a tag. */
const bodyBytes = 32;
/** The derived key encrypts once: it has a salt of its own. */
const noNonce = new Uint8Array(12);

const label = Buffer.from('age-encryption.org/v1/scrypt');

async function derive(passphrase: string, salt: Uint8Array, logN: number): Promise<Uint8Array> {
  await sodium.ready;
  const labelled = new Uint8Array(Buffer.concat([label, salt]));
  return sodium.crypto_pwhash_scryptsalsa208sha256_ll(passphrase, labelled, 2 ** logN, 8, 1, 32);
}

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '');
