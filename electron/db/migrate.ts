import type Database from 'better-sqlite3-multiple-ciphers';
import { fail, ok, type Result } from '@shared/result';
import { attemptSql } from './sqliteFailure';

/** One step of the schema. Versions start at 1 and rise by one; a step that was released is never changed. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Database.Database): void;
}

/**
 * Brings the schema to the newest version, all steps in one transaction: after a failure or a crash the database is
 * exactly as it was. newer-format when a later release has already migrated it. A step that breaks a foreign key or
 * throws is a bug and is thrown.
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  file: string,
): Result<{ readonly from: number; readonly to: number }> {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} must have version ${index + 1}`);
  });
  const version = attemptSql(file, () => Number(db.pragma('user_version', { simple: true })));
  if (!version.ok) return version;
  const from = version.value;
  const to = migrations.length;
  if (from > to) return fail({ code: 'newer-format', file });
  if (from === to) return ok({ from, to });
  const run = db.transaction(() => {
    // Tables may be rebuilt in any order; what is left broken at the end is refused below.
    db.pragma('defer_foreign_keys=ON');
    for (const migration of migrations.slice(from)) migration.up(db);
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0) throw new Error('a migration broke a foreign key');
    db.pragma(`user_version=${to}`);
  });
  const done = attemptSql(file, () => run.exclusive());
  return done.ok ? ok({ from, to }) : done;
}

/** The whole schema as text, in an order that does not depend on history: compared with a committed snapshot. */
export function schemaText(db: Database.Database): string {
  const rows = db
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return rows.map((row) => `${row.sql};\n`).join('\n');
}
