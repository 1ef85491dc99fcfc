import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, test } from 'vitest';
import { contestId } from '@shared/model/ids';
import { readTemplate } from '@shared/model/template';
import { insertContest, readContest } from '../../../electron/db/contest';
import { contestMigrations } from '../../../electron/db/migrations/contest';
import { migrate } from '../../../electron/db/migrate';

const root = resolve(import.meta.dirname, '../../..');
const pack = resolve(root, '../shared/domain/templates');
const id = contestId.parse('0c9cbe51-7a4f-4f0e-9c0a-6b6a0e7a2f11');
const at = '2026-11-22T09:00:00.000Z';

function throughTheDatabase(path: string) {
  const template = readTemplate(JSON.parse(readFileSync(path, 'utf8')));
  const db = new Database(':memory:');
  expect(migrate(db, contestMigrations, 'test').ok).toBe(true);
  insertContest(db, id, template, template.head, at);
  const contest = readContest(db);
  db.close();
  return { template, contest };
}

const expectWhole = (path: string) => {
  const { template, contest } = throughTheDatabase(path);
  expect(contest).toEqual({
    id,
    templateKey: template.key,
    head: template.head,
    rules: template.rules,
    categories: template.categories,
    rounds: template.rounds,
    locked: false,
    createdAt: at,
  });
};

test('the shipped template comes back from the database as it went in', () => {
  expectWhole(join(root, 'resources/templates/jana-beles.json'));
});

describe.skipIf(!existsSync(pack))('every contest of the domain pack (skipped where the pack is absent)', () => {
  const files = existsSync(pack) ? readdirSync(pack).filter((name) => name.endsWith('.json')) : [];
  test.each(files)('%s comes back from the database as it went in', (name) => {
    expectWhole(join(pack, name));
  });
});
