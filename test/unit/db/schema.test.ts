import Database from 'better-sqlite3-multiple-ciphers';
import { expect, it } from 'vitest';
import { ballotMigrations } from '../../../electron/db/ballot/migrations/list';
import { contestMigrations } from '../../../electron/db/migrations/contest';
import { migrate, schemaText } from '../../../electron/db/migrate';

/** A released migration never changes: whoever changes the schema adds one, and sees the difference here. */
it.each([
  ['contest', contestMigrations],
  ['ballot', ballotMigrations],
] as const)('the schema of a %s database is the committed one', async (name, all) => {
  const db = new Database(':memory:');
  expect(migrate(db, all, 'f')).toMatchObject({ ok: true });
  await expect(schemaText(db)).toMatchFileSnapshot(`schema.${name}.sql`);
  db.close();
});
