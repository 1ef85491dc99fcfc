import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageId, type PackageId } from '@shared/model/ids';
import { isErrno, writeAtomically } from '../../vault/files';

/**
 * Which package file a begun ballot came from: `<data>/ballots/<package id>/source`, the SHA-256 of the encrypted
 * file. With it a second opening derives one key instead of two.
 */
const folderOf = (dataDir: string) => join(dataDir, 'ballots');
const sourceOf = (dataDir: string, id: string) => join(folderOf(dataDir), id, 'source');

export const rememberSource = (dataDir: string, id: PackageId, sha256: string): Promise<void> =>
  writeAtomically(sourceOf(dataDir, id), Buffer.from(sha256));

/** The ballot that was begun from a file with this hash. */
export async function knownPackage(dataDir: string, sha256: string): Promise<PackageId | null> {
  const names = (await orMissing(readdir(folderOf(dataDir)))) ?? [];
  for (const name of names) {
    const id = packageId.safeParse(name);
    if (!id.success) continue;
    if ((await orMissing(readFile(sourceOf(dataDir, name), 'utf8'))) === sha256) return id.data;
  }
  return null;
}

async function orMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}
