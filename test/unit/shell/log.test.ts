import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { describe, logInfo, partsOf, startLog } from '../../../electron/log';

group('what the log says of an error', () => {
  test('the place in the code, with file names only', () => {
    const error = {
      name: 'Error',
      message: 'no round',
      stack: 'Error: no round\n    at run (/home/aigerim/app/desk.js:10:5)',
    };
    expect(describe(error)).toBe('Error: (message left out)\n    at run (desk.js:10:5)');
  });

  test.each([
    'no nominee "Серікова Айгерім"',
    'left over: dimash serikov',
    'IIN 990101400123 is not one',
    'cannot read /home/aigerim/ballot.tscores',
    'wrong code 7KQX-92MD-ABCD',
    'wrong password qwerty123',
    'Айгерім is not defined',
    'Cannot open it: exit code 1',
  ])('a message that may quote data is left out whole: %s', (message) => {
    expect(describe({ name: 'Error', message, stack: '' })).toBe('Error: (message left out)');
  });

  test.each([
    ["Cannot read properties of undefined (reading 'name')", 'Cannot read properties of undefined (reading "…")'],
    ['e.map is not a function', 'e.map is not a function'],
    ['UNIQUE constraint failed: juror.name', 'UNIQUE constraint failed: juror.name'],
    ['exit code 134', 'exit code 134'],
  ])('what the engines say stays readable: %s', (message, written) => {
    expect(describe({ name: 'TypeError', message, stack: '' })).toBe(`TypeError: ${written}`);
  });

  test('a line of the message that looks like a place in the code is none', () => {
    const message = 'lost:\n    at Серікова';
    expect(describe({ name: 'Error', message, stack: `Error: ${message}\n    at run (desk.js:1:2)` })).toBe(
      'Error: (message left out)\n    at run (desk.js:1:2)',
    );
  });

  test('a parser’s message, which quotes what it read, is left out whole', () => {
    let thrown: unknown;
    try {
      JSON.parse('{"name": Айгерім}');
    } catch (error) {
      thrown = error;
    }
    expect(describe(partsOf(thrown))).not.toContain('Айгерім');
  });

  test('a thrown value that is no error gives nothing of itself away', () => {
    expect(describe(partsOf('password'))).toBe('string: (message left out)');
  });
});

test('the log never grows beyond two files of about a megabyte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tarazy-log-'));
  startLog(folder);
  const line = 'x'.repeat(10_000);
  for (let count = 0; count < 350; count += 1) logInfo(line);
  logInfo('the last line');
  const newest = join(folder, 'tarazy.log');
  await expect.poll(() => existsSync(newest) && readFileSync(newest, 'utf8')).toContain('the last line');
  const files = readdirSync(folder);
  expect(files.toSorted()).toEqual(['tarazy.log', 'tarazy.old.log']);
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(1_100_000);
  rmSync(folder, { recursive: true });
});
