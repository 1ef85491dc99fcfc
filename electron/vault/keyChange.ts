import { fail, ok, type Result } from '@shared/result';
import type { BodyStore, Db } from './body';
import { attemptNow } from './fsFailure';
import { bodyKey } from './keys';
import { dropNext, putNextInPlace } from './nextCopy';
import type { Slot } from './slots';
import { stampOf, type WorkingFolder } from './workingCopy';

/** Another K, and the slots that wrap it: the former ones open nothing that is written from now on. */
export interface NewKey {
  readonly key: Uint8Array;
  readonly slots: readonly Slot[];
}

export interface KeyChange {
  readonly db: Db;
  readonly folder: WorkingFolder;
  readonly store: BodyStore;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** What stands before the body, under the new key. */
  readonly head: Uint8Array;
  readonly file: string;
  /** Puts into the new database what has to be there together with the key. */
  readonly write: (db: Db) => void;
}

/** The database as it is open afterwards, under `key`; a failure in `refused` says that nothing has changed. */
export interface KeyChanged {
  readonly db: Db;
  readonly refused: Result<null>;
}

/**
 * Puts the working copy under another key: a compact copy is rekeyed, written to and checked beside it, and takes its
 * place. `db` is closed. At every moment either the former copy or the new one opens, with all that was committed.
 * A failure: the working copy cannot be opened any more in this process; on the disk it is whole.
 */
export function changeKeyOfCopy(change: KeyChange): Result<KeyChanged> {
  const { db, folder, store, from, to, head, file } = change;
  const ready = makeNext(change);
  if (!ready.ok) return ok({ db, refused: ready });
  db.close();
  const put = attemptNow(file, () => {
    putNextInPlace(folder, head);
    return null;
  });
  if (put.ok) return reopened(store.open(folder.body, bodyKey(to), file), put);
  // The database's name decides; where it is the new one's already, the next opening ends what was begun.
  if (stampOf(folder.nextBody) === null) return put;
  const dropped = attemptNow(file, () => dropNext(folder));
  return dropped.ok ? reopened(store.open(folder.body, bodyKey(from), file), put) : dropped;
}

const reopened = (db: Result<Db>, refused: Result<null>): Result<KeyChanged> =>
  db.ok ? ok({ db: db.value, refused }) : db;

function makeNext({ db, folder, store, from, to, file, write }: KeyChange): Result<null> {
  const room = attemptNow(file, () => dropNext(folder));
  if (!room.ok) return room;
  const copied = store.copyInto(db, folder.nextBody, file);
  const keys = { from: bodyKey(from), to: bodyKey(to) };
  const made = copied.ok ? store.rekey(folder.nextBody, keys, write, file) : copied;
  if (made.ok) return made;
  const dropped = attemptNow(file, () => dropNext(folder));
  return dropped.ok ? fail(made.failure) : dropped;
}
