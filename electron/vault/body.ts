import type Database from 'better-sqlite3-multiple-ciphers';
import type { Result } from '@shared/result';

export type Db = Database.Database;

/**
 * What the vault needs of a database, without knowing its tables. `open` opens or creates, holds the file's exclusive
 * lock, checks and migrates; `copyInto` writes a compact encrypted copy under the same key to `path`, which must not
 * exist. `file` is the name for messages.
 */
export interface BodyStore {
  open(path: string, key: Uint8Array, file: string): Result<Db>;
  copyInto(db: Db, path: string, file: string): Result<null>;
  /**
   * Puts the database at `path`, which nobody has open and which may be lost on the way, from one key under another,
   * does `work` in it, and looks whether it is whole. It is durable then.
   */
  rekey(
    path: string,
    keys: { readonly from: Uint8Array; readonly to: Uint8Array },
    work: (db: Db) => void,
    file: string,
  ): Result<null>;
  /** Does `work` in one transaction; what the disk refuses becomes a failure, and then nothing of it is there. */
  fill(db: Db, work: () => void, file: string): Result<null>;
}
