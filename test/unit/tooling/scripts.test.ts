import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

// What the set-up scripts decide, asked from the scripts themselves in a process of their own: they are plain JavaScript.

const lib = resolve(import.meta.dirname, '../../../scripts/lib');

function ask(module: string, expression: string): unknown {
  const code = `import * as m from ${JSON.stringify(resolve(lib, module))}; console.log(JSON.stringify(${expression}));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}

const lock = (packages: object) => JSON.stringify({ packages });
const a = { version: '1.0.0', integrity: 'x' };

test.each([
  ['the same packages', lock({ '': {}, 'node_modules/a': a }), lock({ 'node_modules/a': a }), true],
  ['an optional package of another platform', lock({ 'node_modules/a': { ...a, optional: true } }), lock({}), true],
  ['a missing package', lock({ 'node_modules/a': a }), lock({}), false],
  ['another version', lock({ 'node_modules/a': { ...a, version: '2.0.0' } }), lock({ 'node_modules/a': a }), false],
  ['a package that is no longer named', lock({}), lock({ 'node_modules/a': a }), false],
])('node_modules with %s', (_what, wanted, installed, expected) => {
  expect(ask('dependencies.mjs', `m.inStep(${wanted}, ${installed})`)).toBe(expected);
});

test('libraries that the loader cannot find are named with the package that has them', () => {
  const ldd = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgtk-3.so.0 => not found\n';
  expect(ask('system.mjs', `m.missingLibraries(${JSON.stringify(ldd)}).map(m.needOfLibrary)`)).toEqual([
    { what: 'the library libnss3.so', packages: ['libnss3'] },
    { what: 'the library libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  ]);
});

test('reports of the runners are summed with what went wrong outside any test', () => {
  const vitest = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ],
  };
  expect(ask('counts.mjs', `m.countVitest(${JSON.stringify(vitest)})`)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
  expect(ask('counts.mjs', `m.countPlaywright(${JSON.stringify(playwright)})`)).toEqual({
    passed: 5,
    failed: 3,
    skipped: 0,
  });
  expect(ask('counts.mjs', 'm.summary({ passed: 5, failed: 0, skipped: 2 })')).toBe('5 passed, 0 failed, 2 skipped');
});

test('a full run of a harness replaces its own part of the document and no other', () => {
  const report = (name: string, tried: number) => ({
    name,
    numbers: [1],
    title: 'title',
    promises: [{ what: 'losses', tried, found: 0 }],
    figures: ['tried'],
    skipped: [],
    seconds: 61,
    seed: 7,
  });
  const merged = (document: string, one: ReturnType<typeof report>) =>
    ask('reliability.mjs', `m.merged(${JSON.stringify(document)}, ${JSON.stringify(one)}, '2026-11-25')`) as string;
  const empty = '# Reliability\n\n## Shown able to fail\n\nBroken on purpose.\n';
  const first = merged(merged(empty, report('a', 1000)), report('b', 2000));
  expect(first).toContain('| losses | 1,000 | 0 |');
  expect(first.indexOf('### b')).toBeLessThan(first.indexOf('## Shown able to fail'));
  const second = merged(first, report('a', 3000));
  expect(second).toContain('| losses | 3,000 | 0 |');
  expect(second).not.toContain('| losses | 1,000 | 0 |');
  expect(second).toContain('| losses | 2,000 | 0 |');
  expect(second).toContain('Broken on purpose.');
});
