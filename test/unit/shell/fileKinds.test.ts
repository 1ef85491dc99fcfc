import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOfFile } from '../../../electron/fileKinds';

const folder = mkdtempSync(join(tmpdir(), 'tarazy-kinds-'));
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test.each([
  ['a.tarazy', Buffer.from('\u0089TARAZY\n…', 'latin1'), 'contest'],
  ['a.tballot', 'age-encryption.org/v1\n', 'ballot'],
  ['a.TSCORES', 'age-encryption.org/v1\n', 'returned-ballot'],
  ['a.xlsx', 'PK\u0003\u0004', 'spreadsheet'],
  ['a.csv', 'аты;тегі\n', 'spreadsheet'],
  ['a.json', '\u{feff}\n  {"format": "tarazy-snapshot"}', 'snapshot'],
])('%s is taken', async (name, content, kind) => {
  expect(await kindOfFile(file(name, content))).toEqual({ ok: true, value: kind });
});

test.each([
  ['empty.tarazy', ''],
  ['page.xlsx', '<html>'],
  ['list.json', '[1, 2]'],
  ['binary.csv', Buffer.from([0x61, 0, 0x62])],
  ['letter.docx', 'PK\u0003\u0004'],
  ['no-ending', 'age-encryption.org/v1\n'],
])('%s is refused', async (name, content) => {
  expect(await kindOfFile(file(name, content))).toMatchObject({
    ok: false,
    failure: { code: 'not-this-kind', file: name },
  });
});

test('a file that is not there is said to be missing', async () => {
  expect(await kindOfFile(join(folder, 'gone.csv'))).toEqual({
    ok: false,
    failure: { code: 'not-found', file: 'gone.csv' },
  });
});
