import { renameSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { exists, syncFolder, syncFolderSync } from './files';
import { writeLocalHead, type WorkingFolder } from './workingCopy';

/*
 * The database and the copy of the head beside it change together only where the key changes, and two files cannot be
 * renamed in one step. So both are made ready under names of their own, and the renaming of the database decides:
 *
 *   next-body.db            not yet decided: what is there stays (the head is removed first)
 *   next-body.db, next-header.json     the same
 *   next-header.json        decided: the new database is in its place, its head follows
 */

/** Puts `next-body.db`, which must be whole and durable, and its head in the place of the working copy. Nobody has that open. */
export function putNextInPlace(folder: WorkingFolder, head: Uint8Array): void {
  writeLocalHead({ head: folder.nextHead }, head);
  // A journal of the replaced database must never be applied to the new one; it is empty, since that was closed.
  rmSync(`${folder.body}-journal`, { force: true });
  renameSync(folder.nextBody, folder.body);
  syncFolderSync(folder.root);
  renameSync(folder.nextHead, folder.head);
  syncFolderSync(folder.root);
}

/** Takes back what was made ready and is not decided. */
export function dropNext(folder: WorkingFolder): void {
  rmSync(folder.nextHead, { force: true });
  syncFolderSync(folder.root);
  rmSync(folder.nextBody, { force: true });
  rmSync(`${folder.nextBody}-journal`, { force: true });
}

/** After a crash in the middle of it: ends what was decided, takes back what was not. Only while holding the lock. */
export async function settleNext(folder: WorkingFolder): Promise<void> {
  if (!(await exists(folder.nextBody)) && (await exists(folder.nextHead))) {
    await rename(folder.nextHead, folder.head);
    await syncFolder(folder.root);
    return;
  }
  await rm(folder.nextHead, { force: true });
  await syncFolder(folder.root);
  await rm(folder.nextBody, { force: true });
  await rm(`${folder.nextBody}-journal`, { force: true });
}
