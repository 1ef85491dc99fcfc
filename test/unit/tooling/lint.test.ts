import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The lint rules that carry the architecture and the honesty of the code, each broken once; and the type worlds, which
// `npm test` leaves to the linter's own compiler.

const root = resolve(import.meta.dirname, '../../..');

const planted: Readonly<Record<string, { readonly rule: string; readonly text: string }>> = {
  'electron/any.ts': { rule: 'no-explicit-any', text: 'export const a = (x: any): unknown => x;' },
  'electron/floating.ts': {
    rule: 'no-floating-promises',
    text: 'const work = (): Promise<void> => Promise.resolve();\nexport function go(): void {\n  work();\n}',
  },
  'electron/console.ts': { rule: 'no-console', text: 'console.log(1);' },
  'electron/raw.ts': {
    rule: 'no-restricted-imports',
    text: "import { ipcMain } from 'electron';\nexport const raw = ipcMain;",
  },
  'renderer/a/b/far.ts': {
    rule: 'no-restricted-imports',
    text: "import { x } from '../../../shared/x';\nexport const y = x;",
  },
  'shared/suppressed.ts': { rule: 'ban-ts-comment', text: '// @ts-ignore\nexport const s: number = 1;' },
  'shared/swallowed.ts': { rule: 'no-empty', text: 'export function f(): void {\n  try {\n    f();\n  } catch {}\n}' },
  'shared/later.ts': { rule: 'no-warning-comments', text: '// TODO: later\nexport const l = 1;' },
  'renderer/markup.tsx': {
    rule: 'no-danger',
    text: "export const M = () => <p dangerouslySetInnerHTML={{ __html: '<b>' }} />;",
  },
  'shared/node.ts': { rule: 'TS2591', text: 'export const version: string = process.version;' },
  'shared/dom.ts': { rule: 'TS2584', text: 'export const page: unknown = document.body;' },
  'electron/wrong.ts': { rule: 'TS2322', text: "export const n: number = 'one';" },
  'renderer/node.ts': { rule: 'TS2591', text: 'export const version: string = process.version;' },
};

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'tarazy-lint-'));
  const worlds = ['shared', 'electron', 'renderer'].map((world) => `tsconfig.${world}.json`);
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', ...worlds]) cpSync(join(root, file), join(house, file));
  writeFileSync(
    join(house, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', files: [], references: worlds.map((path) => ({ path })) }),
  );
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const [path, { text }] of Object.entries({ ...planted, 'shared/x.ts': { text: 'export const x = 1;' } })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  }
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

test('each planted fault is found by its rule', () => {
  const args = ['--type-aware', '--type-check', '--format', 'unix', 'electron', 'renderer', 'shared'];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), args, {
    cwd: house,
    encoding: 'utf8',
    timeout: 20_000,
  });
  const unseen = Object.entries(planted).filter(
    ([path, { rule }]) => !stdout.split('\n').some((line) => line.startsWith(`${path}:`) && line.includes(`(${rule})`)),
  );
  expect(unseen, stdout).toEqual([]);
});
