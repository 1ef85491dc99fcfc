import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { removeLeftovers } from '../vault/files';
import type { AgeOperations } from './age';
import { workerClient } from './client';
import type { Heavy } from './heavy';
import type { KdfOperations } from './kdf';
import type { MinutesOperations } from './minutes';
import type { WorkbookOperations } from './workbook';

/**
 * Heavy work in worker threads. `folder` is where the bundled workers lie (`kdf.js`, `age.js`, …), with a slash at
 * its end: from the desk's own bundle that is `new URL('./', import.meta.url)`.
 */
export function workerHeavy(folder: URL): Heavy {
  // A derivation leaves 256 MiB of WebAssembly memory behind: its thread ends soon after.
  const kdf = workerClient<KdfOperations>(new URL('kdf.js', folder), { threads: 1, idleMs: 1_000 });
  const age = workerClient<AgeOperations>(new URL('age.js', folder), {
    threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
    idleMs: 5_000,
  });
  const workbook = workerClient<WorkbookOperations>(new URL('workbook.js', folder), { threads: 1, idleMs: 5_000 });
  const minutes = workerClient<MinutesOperations>(new URL('minutes.js', folder), { threads: 1, idleMs: 5_000 });
  return {
    makeSlot: (input) => kdf.call('makeSlot', input),
    openSlot: (input) => kdf.call('openSlot', input),
    makeSigner: (input) => kdf.call('makeSigner', input),
    openSigner: (input) => kdf.call('openSigner', input),
    ageNewKeyPair: () => age.call('newKeyPair', undefined),
    ageEncryptWithPassphrase: (bytes, passphrase, logN) =>
      age.call('encryptWithPassphrase', { bytes, passphrase, logN }),
    ageDecryptWithPassphrase: (bytes, passphrase) => age.call('decryptWithPassphrase', { bytes, passphrase }),
    ageEncryptTo: (recipient, bytes) => age.call('encryptTo', { recipient, bytes }),
    ageDecryptWith: (identity, bytes) => age.call('decryptWith', { identity, bytes }),
    readSpreadsheet: (file) => workbook.call('readSpreadsheet', file),
    writeWorkbook: async (job, onProgress, signal) => {
      const result = await workbook.callCancellable('writeWorkbook', job, signal, { onProgress });
      return result.ok ? result.value : cleared(job.path, result);
    },
    writeMinutes: async (job, onProgress, signal) => {
      const result = await minutes.callCancellable('writeMinutes', job, signal, { onProgress });
      return result.ok ? result.value : cleared(job.path, result);
    },
    close: async () => {
      await Promise.all([kdf.close(), age.close(), workbook.close(), minutes.close()]);
    },
  };
}

/** The thread was ended in the middle: what it had begun beside the target is nobody's any more. */
async function cleared<T>(path: string, stopped: T): Promise<T> {
  await removeLeftovers(dirname(path), `.${basename(path)}.`);
  return stopped;
}
