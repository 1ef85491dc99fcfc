import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ageKind } from './ageHeader';
import { maxPackageBytes } from './package';

/**
 * The SHA-256 of a `.tballot` file, read piece by piece before any key is derived; null when it is no package at all or
 * larger than any that we write.
 */
export async function surveyPackage(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) head = Buffer.from(piece.subarray(0, 200));
    bytes += piece.length;
    if (bytes > maxPackageBytes) return null;
    hash.update(piece);
  }
  return ageKind(head) === 'passphrase' ? hash.digest('hex') : null;
}
