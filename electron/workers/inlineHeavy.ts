import { compareMethods } from '@shared/domain/analysis/comparison';
import { juryQuality } from '@shared/domain/analysis/juryQuality';
import { whatIf } from '@shared/domain/analysis/whatIf';
import { ok } from '@shared/result';
import { decryptWith, decryptWithPassphrase, encryptTo, encryptWithPassphrase, newKeyPair } from '../exchange/age';
import { decryptFile, encryptToFile } from '../exchange/ageFiles';
import { makeSigner, openSigner } from '../vault/signerCrypto';
import { makeSlot, openSlot } from '../vault/slotCrypto';
import type { Heavy } from './heavy';

/** The same functions as in the workers, called directly: for tests and scripts, never in the application. */
export function inlineHeavy(): Heavy {
  return {
    makeSlot,
    openSlot,
    makeSigner,
    openSigner,
    ageNewKeyPair: newKeyPair,
    ageEncryptWithPassphrase: (bytes, passphrase, logN) => encryptWithPassphrase({ bytes, passphrase, logN }),
    ageDecryptWithPassphrase: (bytes, passphrase) => decryptWithPassphrase({ bytes, passphrase }),
    ageWriteFile: encryptToFile,
    ageReadFile: decryptFile,
    ageEncryptTo: (recipient, bytes) => encryptTo({ recipient, bytes }),
    ageDecryptWith: (identity, bytes) => decryptWith({ identity, bytes }),
    // Loaded when first needed: most tests never touch a workbook, and exceljs is slow to load.
    readSpreadsheet: async ({ path }) => (await import('../files/spreadsheet')).readSpreadsheet(path),
    writeWorkbook: async ({ document, path }, onProgress, signal) =>
      (await import('../documents/winnersWorkbook')).writeWinnersWorkbook(document, path, onProgress, signal),
    writeMinutes: async ({ document, path }, onProgress, signal) =>
      (await import('../documents/minutes/writeMinutes')).writeMinutes(document, path, onProgress, signal),
    compareMethods: async (input, onProgress) => Promise.resolve(ok(compareMethods(input, onProgress))),
    juryQuality: async (input, onProgress) => Promise.resolve(ok(juryQuality(input, onProgress))),
    whatIf: async ({ input, change }) => Promise.resolve(ok(whatIf(input, change))),
    writeSnapshot: async ({ snapshot, path }, onProgress, signal) =>
      (await import('../documents/openSnapshot')).writeOpenSnapshot(snapshot, path, onProgress, signal),
    readSnapshot: async ({ path }) => (await import('../files/openSnapshotFile')).readSnapshotFile(path),
    close: () => Promise.resolve(),
  };
}
