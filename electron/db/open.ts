import Database from 'better-sqlite3-multiple-ciphers';
import { fail, ok, type Result } from '@shared/result';
import { migrate, type Migration } from './migrate';
import { nativeBinding } from './nativeBinding';
import { attemptSql } from './sqliteFailure';

export type Db = Database.Database;

/**
 * Opens or creates an encrypted database. `key` is the raw 32-byte SQLCipher key; `file` is the name for messages.
 * The handle holds the file's exclusive lock until it is closed: a second one, in this process or another, is told
 * in-use. damaged: not a database under this key, or not whole.
 */
export function openEncrypted(path: string, key: Uint8Array, file: string): Result<Db> {
  if (key.length !== 32) throw new Error('a database key has 32 bytes');
  const binding = nativeBinding();
  const made = attemptSql(
    file,
    () => new Database(path, { timeout: 0, ...(binding === undefined ? {} : { nativeBinding: binding }) }),
  );
  if (!made.ok) return made;
  const db = made.value;
  const whole = attemptSql(file, () => {
    configure(db, key);
    return isWhole(db);
  });
  if (whole.ok && whole.value) return made;
  db.close();
  return whole.ok ? fail({ code: 'damaged', file }) : whole;
}

function configure(db: Db, key: Uint8Array): void {
  // SQLCipher 4's own format, so that an archive can be read by other programs.
  db.pragma(`cipher='sqlcipher'`);
  db.pragma('legacy=4');
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  // Else sorting and VACUUM write plaintext to the system's temporary folder.
  db.pragma('temp_store=MEMORY');
  db.pragma('trusted_schema=OFF');
  db.pragma('cell_size_check=ON');
  db.pragma('mmap_size=0');
  db.pragma('locking_mode=EXCLUSIVE');
  // DELETE loses the last commit in a power loss, WAL loses more and cannot be copied without its log.
  db.pragma('journal_mode=TRUNCATE');
  db.pragma('synchronous=FULL');
  db.pragma('fullfsync=1');
  db.pragma('foreign_keys=ON');
  // EXCLUSIVE only takes the lock at the first write: take it now, so that a second opener is told at once.
  db.exec('BEGIN EXCLUSIVE; COMMIT');
}

function isWhole(db: Db): boolean {
  const found = db.prepare<[], { quick_check: string }>('PRAGMA quick_check(1)').all();
  if (found.length !== 1 || found[0]?.quick_check !== 'ok') return false;
  return db.prepare('PRAGMA foreign_key_check').all().length === 0;
}

/** The version of the engine itself. */
export function engineVersion(): string {
  const binding = nativeBinding();
  const db = new Database(':memory:', binding === undefined ? {} : { nativeBinding: binding });
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get();
  db.close();
  return version ?? '';
}

/**
 * The database as the vault's BodyStore (see vault/body.ts): `open` also migrates, and says newer-format when a later
 * release made the database; `copyInto` writes a compact copy under the same key to `path`, which must not exist; `rekey`
 * puts a closed database under another key; `fill` is one transaction.
 */
export function bodyStore(migrations: readonly Migration[]): {
  open(path: string, key: Uint8Array, file: string): Result<Db>;
  copyInto(db: Db, path: string, file: string): Result<null>;
  rekey(path: string, keys: Rekeying, work: (db: Db) => void, file: string): Result<null>;
  fill(db: Db, work: () => void, file: string): Result<null>;
} {
  return {
    open: (path, key, file) => {
      const opened = openEncrypted(path, key, file);
      if (!opened.ok) return opened;
      const migrated = migrate(opened.value, migrations, file);
      if (migrated.ok) return opened;
      opened.value.close();
      return migrated;
    },
    copyInto: (db, path, file) =>
      attemptSql(file, () => {
        db.prepare('VACUUM INTO ?').run(path);
        return null;
      }),
    rekey,
    fill: (db, work, file) =>
      attemptSql(file, () => {
        db.transaction(work).exclusive();
        return null;
      }),
  };
}

interface Rekeying {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

function rekey(path: string, keys: Rekeying, work: (db: Db) => void, file: string): Result<null> {
  const opened = openEncrypted(path, keys.from, file);
  if (!opened.ok) return opened;
  const db = opened.value;
  const done = attemptSql(file, () => {
    try {
      // Nothing of a copy that is not used yet has to come back after a crash.
      db.pragma('journal_mode=MEMORY');
      db.pragma(`rekey="x'${Buffer.from(keys.to).toString('hex')}'"`);
      db.transaction(() => work(db)).exclusive();
    } finally {
      db.close();
    }
  });
  if (!done.ok) return done;
  const whole = openEncrypted(path, keys.to, file);
  if (!whole.ok) return whole;
  whole.value.close();
  return ok(null);
}
