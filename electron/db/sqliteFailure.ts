import Database from 'better-sqlite3-multiple-ciphers';
import type { Failure } from '@shared/errors';
import { fail, ok, type Result } from '@shared/result';

const byCode: Readonly<Record<string, (file: string) => Failure>> = {
  SQLITE_BUSY: (file) => ({ code: 'in-use', file }),
  SQLITE_LOCKED: (file) => ({ code: 'in-use', file }),
  SQLITE_FULL: (file) => ({ code: 'disk-full', file }),
  SQLITE_READONLY: (file) => ({ code: 'read-only', file }),
  SQLITE_PERM: (file) => ({ code: 'no-permission', file }),
  SQLITE_CANTOPEN: (file) => ({ code: 'no-permission', file }),
  SQLITE_NOTADB: (file) => ({ code: 'damaged', file }),
  SQLITE_CORRUPT: (file) => ({ code: 'damaged', file }),
};

/** The failure a SQLite error stands for, or null when it is a bug of ours (syntax, constraint, misuse). */
function sqliteFailure(error: unknown, file: string): Failure | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const primary = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? '';
  if (primary === 'SQLITE_IOERR') return { code: 'io', file, detail: error.code };
  return byCode[primary]?.(file) ?? null;
}

/** Runs database work; what the disk or another process refuses becomes a failure, everything else is thrown. */
export function attemptSql<T>(file: string, work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    const failure = sqliteFailure(error, file);
    if (failure === null) throw error;
    return fail(failure);
  }
}
