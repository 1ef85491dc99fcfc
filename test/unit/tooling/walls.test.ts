import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

// The import rules are only worth something if a violation is seen: each one is broken here, in a small house of its own.

const root = resolve(import.meta.dirname, '../../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

function cruise(folder: string): Cruise {
  const args = [
    cruiser,
    '--output-type',
    'json',
    '--config',
    '.dependency-cruiser.cjs',
    'electron',
    'renderer',
    'shared',
    'scripts/verifier',
  ];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }).toString('utf8'),
  ) as Cruise;
}

/** Everything below is right except the files planted per rule; each planted file breaks the rule of its key. */
const sound: Readonly<Record<string, string>> = {
  'shared/model/thing.ts': 'import { z } from "zod"; export const thing = z.string();',
  'shared/domain/rule.ts': 'import { thing } from "../model/thing"; export const rule = thing;',
  'shared/ipc/contract.ts': 'import { thing } from "@shared/model/thing"; export type Contract = typeof thing;',
  'electron/main.ts': 'import { join } from "node:path"; export const main = join("a", "b");',
  'electron/db/rows.ts': 'import { thing } from "@shared/model/thing"; export const rows = [thing];',
  'electron/vault/box.ts': 'export const box = 1;',
  'electron/usecases/act.ts':
    'import { box } from "../vault/box"; import { rows } from "../db/rows"; export const act = [box, rows];',
  'electron/preload.ts':
    'import { contextBridge } from "electron"; import type { Contract } from "@shared/ipc/contract"; export const c: Contract[] = [contextBridge as never];',
  'renderer/main.tsx':
    'import { useState } from "react"; import type { Contract } from "@shared/ipc/contract"; export const m = [useState] as unknown as Contract;',
  'scripts/verifier/main.ts': 'import { join } from "node:path"; export const main = join("a", "b");',
  'test/helper.ts': 'export const helper = 1;',
};

const planted: readonly { readonly rule: string; readonly files: Readonly<Record<string, string>> }[] = [
  {
    rule: 'verifier-is-a-stranger',
    files: { 'scripts/verifier/borrowed.ts': 'import { rule } from "@shared/domain/rule"; export const b = rule;' },
  },
  {
    rule: 'no-cycles',
    files: {
      'shared/domain/egg.ts': 'import { hen } from "./hen"; export const egg = (): unknown => hen;',
      'shared/domain/hen.ts': 'import { egg } from "./egg"; export const hen = (): unknown => egg;',
    },
  },
  {
    rule: 'no-barrels',
    files: {
      'shared/domain/index.ts': 'export * from "./rule";',
      'electron/viaBarrel.ts': 'import { rule } from "@shared/domain/index"; export const r = rule;',
    },
  },
  { rule: 'no-unresolvable', files: { 'electron/lost.ts': 'import { gone } from "./gone"; export const g = gone;' } },
  {
    rule: 'shared-is-alone',
    files: { 'shared/model/peek.ts': 'import { main } from "../../electron/main"; export const p = main;' },
  },
  {
    rule: 'shared-only-zod',
    files: { 'shared/model/node.ts': 'import { join } from "node:path"; export const j = join;' },
  },
  {
    rule: 'shared-only-zod',
    files: { 'shared/model/lib.ts': 'import { useState } from "react"; export const u = useState;' },
  },
  {
    rule: 'domain-knows-no-ipc',
    files: { 'shared/domain/wire.ts': 'import type { Contract } from "../ipc/contract"; export type W = Contract;' },
  },
  {
    rule: 'renderer-sees-shared',
    files: { 'renderer/peek.ts': 'import { main } from "../electron/main"; export const p = main;' },
  },
  {
    rule: 'renderer-without-node',
    files: { 'renderer/node.ts': 'import { join } from "node:path"; export const j = join;' },
  },
  {
    rule: 'renderer-without-electron',
    files: { 'renderer/shell.ts': 'import { shell } from "electron"; export const s = shell;' },
  },
  {
    rule: 'electron-without-renderer',
    files: { 'electron/screen.ts': 'import { m } from "../renderer/main"; export const s = m;' },
  },
  {
    rule: 'preload-is-thin',
    files: { 'electron/preload.ts': 'import { thing } from "@shared/model/thing"; export const t = thing;' },
  },
  {
    rule: 'rooms-know-no-usecase',
    files: { 'electron/db/boss.ts': 'import { act } from "../usecases/act"; export const a = act;' },
  },
  {
    rule: 'only-usecases-see-the-database',
    files: { 'electron/vault/rows.ts': 'import { rows } from "../db/rows"; export const r = rows;' },
  },
  {
    rule: 'database-knows-no-vault',
    files: { 'electron/db/key.ts': 'import { box } from "../vault/box"; export const k = box;' },
  },
  {
    rule: 'app-without-tests',
    files: { 'electron/hook.ts': 'import { helper } from "../test/helper"; export const h = helper;' },
  },
];

function build(...parts: readonly Readonly<Record<string, string>>[]): string {
  const house = mkdtempSync(join(tmpdir(), 'tarazy-walls-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json'])
    cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const [path, text] of parts.flatMap((part) => Object.entries(part))) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}

describe('import rules', () => {
  const houses: string[] = [];
  const violations = (...parts: readonly Readonly<Record<string, string>>[]) => {
    const house = build(...parts);
    houses.push(house);
    return cruise(house).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  };
  afterAll(() => {
    for (const house of houses) rmSync(house, { recursive: true, force: true });
  });

  test('a sound house has no violation', () => {
    expect(violations(sound)).toEqual([]);
  });

  test('every planted violation is seen, by its own rule', () => {
    const seen = violations(sound, ...planted.map(({ files }) => files));
    const unseen = planted.filter(
      ({ rule, files }) => !Object.keys(files).some((path) => seen.includes(`${rule}: ${path}`)),
    );
    expect(unseen).toEqual([]);
  });

  test('every rule has its planted violation', async () => {
    const { default: config } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: readonly { name: string }[] };
    };
    expect(config.forbidden.map((rule) => rule.name).toSorted()).toEqual(
      [...new Set(planted.map(({ rule }) => rule))].toSorted(),
    );
  });

  test('the real tree is cruised, not an empty one', () => {
    expect(cruise(root).summary.totalCruised).toBeGreaterThan(50);
  });
});
