import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ContestId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import type { BodyStore, Db } from './body';
import { readHead, type Header } from './container';
import { attempt } from './fsFailure';
import { haveCommonSlot } from './headKeys';
import { bodyKey, headerIsGenuine } from './keys';
import type { Slot } from './slots';
import { copyBody, type WorkingFolder } from './workingCopy';

export interface Peek<T> {
  readonly path: string;
  readonly contestId: ContestId;
  readonly folder: WorkingFolder;
  readonly store: BodyStore;
  readonly key: Uint8Array;
  /** Of the open contest: what shares none of them is under another key. */
  readonly slots: readonly Slot[];
  readonly read: (db: Db) => T;
}

export interface Peeked<T> {
  readonly header: Header;
  readonly bytes: number;
  readonly contents: T;
}

/**
 * Looks into a file of the open contest that another computer wrote, through an encrypted copy that is gone afterwards.
 * other-key: it is under another key; altered: it is not of this contest, or not as it was written.
 */
export async function peek<T>({
  path,
  contestId,
  folder,
  store,
  key,
  slots,
  read,
}: Peek<T>): Promise<Result<Peeked<T>>> {
  const file = basename(path);
  const head = await readHead(path);
  if (!head.ok) return head;
  const { header, headerBytes, mac } = head.value;
  if (header.contestId !== contestId) return fail({ code: 'altered', file });
  if (!headerIsGenuine(key, headerBytes, mac))
    return fail({ code: haveCommonSlot(header.slots, slots) ? 'altered' : 'other-key', file });
  const copy = join(folder.root, `peek-${randomBytes(4).toString('hex')}.tmp`);
  try {
    const copied = await attempt(path, async () => copyBody(path, head.value, copy, file));
    if (!copied.ok) return copied;
    if (!copied.value.ok) return copied.value;
    const db = store.open(copy, bodyKey(key), file);
    if (!db.ok) return db;
    try {
      return ok({ header, bytes: head.value.raw.length + header.body.bytes, contents: read(db.value) });
    } finally {
      db.value.close();
    }
  } finally {
    await rm(copy, { force: true });
    await rm(`${copy}-journal`, { force: true });
  }
}
