import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// docs/promises.md names, for each promise, the file that keeps it and the test that would notice: both must be there.

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/promises.md'), 'utf8');

interface Promised {
  readonly promise: string;
  readonly keeper: string;
  readonly watcher: string;
  readonly title: string;
}

const row = /^\| (.+?) +\| `([^`]+)` +\| `([^`]+)` “([^”]+)” +\|$/;
const lines = page.split('\n').filter((line) => line.startsWith('|'));
const promises: readonly Promised[] = lines.flatMap((line) => {
  const [, promise, keeper, watcher, title] = row.exec(line) ?? [];
  return promise && keeper && watcher && title ? [{ promise, keeper, watcher, title }] : [];
});

/** What is written there for the eye, such as `\'`, is not what the test is called. */
const spoken = (source: string) => source.replaceAll(/\\(['"`])/g, '$1');

test('every line of the page names a promise, its keeper and its watcher', () => {
  const others = lines.filter((line) => !row.test(line));
  expect(others.filter((line) => !/^\| (promise|-+) /.test(line))).toEqual([]);
  expect(promises.length).toBeGreaterThan(50);
  expect(new Set(promises.map(({ promise }) => promise)).size).toBe(promises.length);
});

test.each(promises)('$promise', ({ keeper, watcher, title }) => {
  expect(existsSync(join(root, keeper)), keeper).toBe(true);
  expect(existsSync(join(root, watcher)), watcher).toBe(true);
  const source = spoken(readFileSync(join(root, watcher), 'utf8'));
  expect(
    ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`)),
    title,
  ).toBe(true);
});
