import { decryptWith, decryptWithPassphrase, encryptTo, encryptWithPassphrase, newKeyPair } from '../exchange/age';
import { makeSlot, openSlot } from '../vault/slotCrypto';
import type { Heavy } from './heavy';

/** The same functions as in the workers, called directly: for tests and scripts, never in the application. */
export function inlineHeavy(): Heavy {
  return {
    makeSlot,
    openSlot,
    ageNewKeyPair: newKeyPair,
    ageEncryptWithPassphrase: (bytes, passphrase, logN) => encryptWithPassphrase({ bytes, passphrase, logN }),
    ageDecryptWithPassphrase: (bytes, passphrase) => decryptWithPassphrase({ bytes, passphrase }),
    ageEncryptTo: (recipient, bytes) => encryptTo({ recipient, bytes }),
    ageDecryptWith: (identity, bytes) => decryptWith({ identity, bytes }),
    close: () => Promise.resolve(),
  };
}
