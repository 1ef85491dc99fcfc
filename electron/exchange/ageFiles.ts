import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { fail, ok, type Result } from '@shared/result';
import { writeAtomically } from '../vault/files';
import { attempt } from '../vault/fsFailure';
import { noKeyFits } from './age';
import { byPassphrase, toPassphrase } from './passphrase';
import { PiecesFailed, streamOf, type Pieces } from './pieces';

/** Age files that are written and read piece by piece: neither side ever holds more than a few pieces. */
export interface AgeFile {
  readonly path: string;
  readonly passphrase: string;
}

/** Writes the file whole or not at all; a failure among the pieces is given back. */
export async function encryptToFile(job: AgeFile & { readonly logN: number }, plain: Pieces): Promise<Result<null>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(toPassphrase(job.passphrase, job.logN));
  const { stream, failure } = streamOf(plain);
  try {
    return await attempt(job.path, async () => {
      await writeAtomically(job.path, await encrypter.encrypt(stream));
      return null;
    });
  } catch (error) {
    if (error instanceof PiecesFailed) return failure();
    throw error;
  }
}

/** What is handed over at once. */
const pieceBytes = 2 ** 20;

/** The content, authenticated as it comes. wrong-secret, damaged, or what the file system says. */
export function decryptFile({ path, passphrase }: AgeFile): Pieces & { close(): Promise<void> } {
  const file = createReadStream(path, { highWaterMark: 2 ** 18 });
  let content: ReadableStreamDefaultReader<Uint8Array> | null = null;
  let isOver = false;
  const begin = async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(byPassphrase(passphrase));
    const stream = await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
    return stream.getReader();
  };
  const gather = async (): Promise<Uint8Array | null> => {
    content ??= await begin();
    const parts: Uint8Array[] = [];
    for (let bytes = 0; bytes < pieceBytes && !isOver;) {
      const { done, value } = await content.read();
      if (done) isOver = true;
      else {
        parts.push(value);
        bytes += value.length;
      }
    }
    return parts.length === 0 ? null : new Uint8Array(Buffer.concat(parts));
  };
  return {
    next: async () => {
      if (isOver) return ok(null);
      const read = await attempt(path, () => orRefusal(gather()));
      const refused = !read.ok || typeof read.value === 'string';
      if (refused) {
        isOver = true;
        file.destroy();
      }
      if (!read.ok) return read;
      if (read.value === 'wrong-secret') return fail({ code: 'wrong-secret' });
      return read.value === 'damaged' ? fail({ code: 'damaged', file: basename(path) }) : ok(read.value);
    },
    close: () => {
      isOver = true;
      file.destroy();
      return Promise.resolve();
    },
  };
}

/** What the library throws means that these bytes do not open; what the file system throws goes on. */
async function orRefusal<T>(reading: Promise<T>): Promise<T | 'wrong-secret' | 'damaged'> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    return error.message === noKeyFits ? 'wrong-secret' : 'damaged';
  }
}
