import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const sources = ['electron', 'shared'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name)),
);

/** A bundler does not ask for it. Plain Node, in which the end-to-end tests run the same calls, refuses the file without. */
test('what is imported from JSON is said to be JSON', () => {
  const bare = sources.flatMap((name) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .filter((line) => /^import \w+ from '.*\.json';$/.test(line))
      .map((line) => `${name}: ${line}`),
  );
  expect(bare).toEqual([]);
});
