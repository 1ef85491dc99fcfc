import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import { migrate, schemaText, type Migration } from '../../../electron/db/migrate';

const one: Migration = {
  version: 1,
  name: 'one',
  up: (db) => db.exec('CREATE TABLE a(id INTEGER PRIMARY KEY) STRICT'),
};
const two: Migration = {
  version: 2,
  name: 'two',
  up: (db) => db.exec('CREATE TABLE b(a INTEGER NOT NULL REFERENCES a(id)) STRICT; INSERT INTO a VALUES (1)'),
};
const version = (db: Database.Database) => db.pragma('user_version', { simple: true });

describe('migrations', () => {
  it('run once each and in order', () => {
    const db = new Database(':memory:');
    expect(migrate(db, [one], 'f')).toEqual({ ok: true, value: { from: 0, to: 1 } });
    expect(migrate(db, [one, two], 'f')).toEqual({ ok: true, value: { from: 1, to: 2 } });
    expect(migrate(db, [one, two], 'f')).toEqual({ ok: true, value: { from: 2, to: 2 } });
    expect(schemaText(db)).toContain('CREATE TABLE b');
  });

  it('refuse what a later release made, and change nothing', () => {
    const db = new Database(':memory:');
    migrate(db, [one, two], 'f');
    expect(migrate(db, [one], 'Jana.tarazy')).toEqual({
      ok: false,
      failure: { code: 'newer-format', file: 'Jana.tarazy' },
    });
    expect(version(db)).toBe(2);
  });

  it('are all undone when one of them fails or leaves a reference that leads nowhere', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys=ON');
    const failing: Migration = {
      version: 3,
      name: 'failing',
      up: (each) => {
        each.exec('CREATE TABLE c(id INTEGER)');
        throw new Error('bug in a migration');
      },
    };
    expect(() => migrate(db, [one, two, failing], 'f')).toThrow('bug in a migration');
    expect(schemaText(db)).toBe('');
    expect(version(db)).toBe(0);
    const dangling: Migration = { version: 3, name: 'dangling', up: (each) => each.exec('INSERT INTO b VALUES (77)') };
    expect(() => migrate(db, [one, two, dangling], 'f')).toThrow('foreign key');
    expect(schemaText(db)).toBe('');
  });

  it('must be numbered without gaps', () => {
    expect(() => migrate(new Database(':memory:'), [two], 'f')).toThrow('version 1');
  });
});
