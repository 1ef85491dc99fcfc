import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Private to the user of this computer: these files hold keys (wrapped) and work in progress (encrypted). */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/**
 * Makes a rename survive a power loss. Windows and some network file systems cannot open or sync a folder; there the
 * rename is as durable as the system makes it.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP')))
      throw error;
  } finally {
    await handle.close();
  }
}

/** Replaces `path` by `bytes`: after a crash at any moment the file holds either all of the old or all of the new. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
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

/** `writeAtomically` without waiting; `durable` false leaves it to the system when the bytes reach the disk. */
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
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
