import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { decryptWith, decryptWithPassphrase, encryptTo, encryptWithPassphrase, newKeyPair } from '../exchange/age';
import { decryptFile, encryptToFile, type AgeFile } from '../exchange/ageFiles';
import { askPieces, servePieces } from './piecePort';
import { serve } from './serve';

interface WithPort {
  readonly port: MessagePort;
}

const operations = {
  decryptWith,
  decryptWithPassphrase,
  encryptTo,
  encryptWithPassphrase,
  newKeyPair,
  encryptToFile: ({ port, ...job }: AgeFile & { readonly logN: number } & WithPort) =>
    encryptToFile(job, askPieces(port)),
  /** Until the port is closed. */
  decryptFile: async ({ port, ...file }: AgeFile & WithPort) => {
    servePieces(port, decryptFile(file));
    await once(port, 'close');
  },
};
export type AgeOperations = typeof operations;

serve(operations);
