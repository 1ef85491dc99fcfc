import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Private to the user of this computer: these files hold keys (wrapped) and work in progress (encrypted). */
export const privateFile = 0o600;
const privateFolder = 0o700;

/**
 * Makes names in a folder (new, renamed, removed) survive a power loss. Windows and some network file systems cannot
 * open or sync a folder; there a name is as durable as the system makes it.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!cannotSync(error)) throw error;
  } finally {
    await handle.close();
  }
}

/** `syncFolder` without waiting. */
export function syncFolderSync(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!cannotSync(error)) throw error;
  } finally {
    closeSync(descriptor);
  }
}

const cannotSync = (error: unknown): boolean => isErrno(error, 'EINVAL', 'ENOTSUP');

/**
 * Makes the folder and those above it that are missing. Every new name is durable: a file that is synced in a folder
 * whose own name is lost is lost with it.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: privateFolder });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || made === dirname(made)) return;
  }
}

/** Replaces `path` by `bytes`, which may come piece by piece: after a crash at any moment the file holds either all of the old or all of the new. */
export async function writeAtomically(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', privateFile);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/** Removes what a killed process left behind in `folder`: files whose name starts with `prefix` and ends with `.tmp`. */
export async function removeLeftovers(folder: string, prefix: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    // Nothing to tidy where nothing can be listed; the work that follows reports why.
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return;
    throw error;
  }
  for (const name of names) {
    if (!name.startsWith(prefix) || !/\.tmp(-journal)?$/.test(name)) continue;
    try {
      await rm(join(folder, name), { force: true });
    } catch (error) {
      if (!isErrno(error, 'EROFS', 'EACCES', 'EPERM', 'EBUSY')) throw error;
    }
  }
}

/** `writeAtomically` without waiting; `durable` false leaves it to the system when bytes and name reach the disk. */
export function writeAtomicallySync(path: string, bytes: Uint8Array, durable: boolean): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx', privateFile);
    try {
      writeFileSync(descriptor, bytes);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
    if (durable) syncFolderSync(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
