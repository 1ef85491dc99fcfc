import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readApart } from '../../../electron/workers/readApart';
import { forkReader } from '../../harness/lib/forkedReader';

// A table is read in a process of its own: real processes, that answer, die, or never start.

const folder = mkdtempSync(join(tmpdir(), 'tarazy-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let last = 0;

function reading(body: string) {
  const entry = join(folder, `${++last}.mjs`);
  writeFileSync(entry, body);
  return readApart(() => forkReader(entry), '/somewhere/тізім.xlsx');
}

const ready = `process.send({ kind: 'ready' });`;

test('what it says is what was read', async () => {
  const answer = `process.send({ kind: 'read', result: { ok: true, value: { sheets: [], path: m.path } } })`;
  expect(await reading(`process.on('message', (m) => ${answer}); ${ready}`)).toEqual({
    ok: true,
    value: { sheets: [], path: '/somewhere/тізім.xlsx' },
  });
});

test.each(['process.abort()', 'process.exit(0)', "process.kill(process.pid, 'SIGKILL')"])(
  'a process that a file ends (%s) is a file that is too large',
  async (end) => {
    expect(await reading(`process.on('message', () => ${end}); ${ready}`)).toEqual({
      ok: false,
      failure: { code: 'workbook-too-large', file: 'тізім.xlsx' },
    });
  },
);

test('a reader that throws, or that never starts, is no fault of the file', async () => {
  const threw = `process.send({ kind: 'threw', message: 'a bug' })`;
  await expect(reading(`process.on('message', () => ${threw}); ${ready}`)).rejects.toThrow('a bug');
  await expect(reading('process.exit(1)')).rejects.toThrow('did not start');
});
