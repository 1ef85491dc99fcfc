import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { removeLeftovers } from '../vault/files';
import type { AgeOperations } from './age';
import type { AnalysisOperations } from './analysis';
import { workerClient } from './client';
import type { Heavy } from './heavy';
import type { KdfOperations } from './kdf';
import type { MinutesOperations } from './minutes';
import { askPieces, servePieces } from './piecePort';
import type { WorkbookOperations } from './workbook';

/**
 * Heavy work in worker threads. `folder` is where the bundled workers lie (`kdf.js`, `age.js`, …), with a slash at
 * its end: from the desk's own bundle that is `new URL('./', import.meta.url)`. Tables are read in a process, which only
 * the main process can start.
 */
export function workerHeavy(folder: URL, readSpreadsheet: Heavy['readSpreadsheet']): Heavy {
  // A derivation leaves 256 MiB of WebAssembly memory behind: its thread ends soon after.
  const kdf = workerClient<KdfOperations>(new URL('kdf.js', folder), { threads: 1, idleMs: 1_000 });
  const age = workerClient<AgeOperations>(new URL('age.js', folder), {
    threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
    idleMs: 5_000,
  });
  const workbook = workerClient<WorkbookOperations>(new URL('workbook.js', folder), { threads: 1, idleMs: 5_000 });
  const minutes = workerClient<MinutesOperations>(new URL('minutes.js', folder), { threads: 1, idleMs: 5_000 });
  const analysis = workerClient<AnalysisOperations>(new URL('analysis.js', folder), { threads: 1, idleMs: 5_000 });
  return {
    makeSlot: (input) => kdf.call('makeSlot', input),
    openSlot: (input) => kdf.call('openSlot', input),
    makeSigner: (input) => kdf.call('makeSigner', input),
    openSigner: (input) => kdf.call('openSigner', input),
    ageNewKeyPair: () => age.call('newKeyPair', undefined),
    ageEncryptWithPassphrase: (bytes, passphrase, logN) =>
      age.call('encryptWithPassphrase', { bytes, passphrase, logN }),
    ageDecryptWithPassphrase: (bytes, passphrase) => age.call('decryptWithPassphrase', { bytes, passphrase }),
    ageWriteFile: async (job, plain, signal) => {
      const { port1, port2: port } = new MessageChannel();
      servePieces(port1, plain);
      const options = { transfer: [port] };
      const result = await age.callCancellable('encryptToFile', { ...job, port }, signal, options);
      port1.close();
      if (result.ok) return result.value;
      await removeLeftovers(dirname(job.path), `.${basename(job.path)}.`);
      return result;
    },
    ageReadFile: (file) => {
      const { port1, port2: port } = new MessageChannel();
      const stop = new AbortController();
      const options = { transfer: [port] };
      const ended = age.callCancellable('decryptFile', { ...file, port }, stop.signal, options).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      const pieces = askPieces(port1);
      return {
        next: () => pieces.next(),
        close: async () => {
          stop.abort();
          port1.close();
          const died = await ended;
          if (died !== null) throw died.error;
        },
      };
    },
    ageEncryptTo: (recipient, bytes) => age.call('encryptTo', { recipient, bytes }),
    ageDecryptWith: (identity, bytes) => age.call('decryptWith', { identity, bytes }),
    readSpreadsheet,
    writeWorkbook: async (job, onProgress, signal) => {
      const result = await workbook.callCancellable('writeWorkbook', job, signal, { onProgress });
      return result.ok ? result.value : cleared(job.path, result);
    },
    writeMinutes: async (job, onProgress, signal) => {
      const result = await minutes.callCancellable('writeMinutes', job, signal, { onProgress });
      return result.ok ? result.value : cleared(job.path, result);
    },
    // Each in a thread of its own: a change of the contest ends what is under way and asks anew.
    compareMethods: (input, onProgress, signal) =>
      analysis.callCancellable('compareMethods', input, signal, { onProgress }),
    juryQuality: (input, onProgress, signal) => analysis.callCancellable('juryQuality', input, signal, { onProgress }),
    whatIf: (job, onProgress, signal) => analysis.callCancellable('whatIf', job, signal, { onProgress }),
    writeSnapshot: async (job, onProgress, signal) => {
      const result = await analysis.callCancellable('writeSnapshot', job, signal, { onProgress });
      return result.ok ? result.value : cleared(job.path, result);
    },
    readSnapshot: async (job, onProgress, signal) => {
      const result = await analysis.callCancellable('readSnapshot', job, signal, { onProgress });
      return result.ok ? result.value : result;
    },
    close: async () => {
      await Promise.all([kdf.close(), age.close(), workbook.close(), minutes.close(), analysis.close()]);
    },
  };
}

/** The thread was ended in the middle: what it had begun beside the target is nobody's any more. */
async function cleared<T>(path: string, stopped: T): Promise<T> {
  await removeLeftovers(dirname(path), `.${basename(path)}.`);
  return stopped;
}
