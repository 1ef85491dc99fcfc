import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintText } from '@shared/domain/fingerprint';
import { decryptWithPassphrase, encryptWithPassphrase } from '../../../electron/exchange/age';
import { hex, sha256 } from '../../../electron/exchange/hashes';
import { newSigningKeys, signBytes } from '../../../electron/exchange/keys';
import { readResults } from '../../../electron/exchange/resultsFile';
import { closeAll } from '../../../electron/usecases/contestFile';
import { openedResults } from '../../../electron/usecases/results/data';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { writeResults } from '../../../electron/usecases/seal/write';
import { verifyContent } from '../../../scripts/verifier/verify';
import { closedContest, passwords } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

const root = resolve(import.meta.dirname, '../../..');
let desk: TestDesk;
let file: { readonly path: string; readonly code: string; readonly content: Uint8Array };

// Nobody below changes them.
beforeAll(async () => {
  desk = testDesk();
  await closedContest(desk);
  must(await makeSeal(desk, passwords));
  const path = join(desk.folder, 'Нәтиже.tresults');
  const { code } = must(await writeResults(desk, { file: desk.files.grant(path).token, task: 'results' }));
  const content = await decryptWithPassphrase({ bytes: new Uint8Array(readFileSync(path)), passphrase: code });
  if (!(content instanceof Uint8Array)) throw new Error('the file does not open with its code');
  file = { path, code, content };
});
afterAll(() => closeAll(desk));

const problems = (content: Uint8Array, printed: string | null = null): readonly string[] =>
  verifyContent(content, printed).finding.problems.map(({ check, kind }) => `${check}: ${kind}`);

interface Manifest {
  format: number;
  rounds: { ballots: { state: string; hash: string | null }[] }[];
  ranking: { rows: { place: number; total: string; status: string; reason?: null; grant?: null }[] }[];
  log: { lines: number; head: string };
  signers: { secretary: string; chair: string };
  parts: { name: string; length: number; sha256: string }[];
}

/** What somebody with both keys, or with keys of their own, makes of the file: parts and manifest changed and signed anew. */
function forged(change: (manifest: Manifest, parts: Map<string, Buffer>) => void): Uint8Array {
  const bytes = Buffer.from(file.content);
  const end = 4 + bytes.readUInt32LE(0);
  const manifest = JSON.parse(bytes.subarray(4, end).toString('utf8')) as Manifest;
  const parts = new Map<string, Buffer>();
  let at = end + 128;
  for (const { name, length } of manifest.parts) parts.set(name, bytes.subarray(at, (at += length)));
  change(manifest, parts);
  manifest.parts = [...parts].map(([name, part]) => ({ name, length: part.length, sha256: hex(sha256(part)) }));
  const [secretary, chair] = [newSigningKeys(), newSigningKeys()];
  manifest.signers = { secretary: hex(secretary.public), chair: hex(chair.public) };
  const signed = Buffer.from(JSON.stringify(manifest));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signed.length);
  const signatures = [secretary, chair].map((keys) => signBytes('seal', signed, keys.secret));
  return new Uint8Array(Buffer.concat([head, signed, ...signatures, ...parts.values()]));
}

const foreignKeys = ['log: signerNotInLog', 'log: signerNotInLog'];

test('a sealed contest holds, and so does its printed fingerprint', () => {
  const verdict = verifyContent(file.content, null);
  expect(verdict.finding.problems).toEqual([]);
  const printed = fingerprintText(snapshotOf(desk).seals[0]?.fingerprint ?? '');
  expect(problems(file.content, printed.toLowerCase())).toEqual([]);
  expect(problems(file.content, `${printed.slice(0, -1)}${printed.endsWith('7') ? '8' : '7'}`)).toEqual([
    'fingerprint: fingerprint',
  ]);
  for (const check of ['signatures', 'parts', 'rules', 'log', 'packages', 'ballots', 'counted', 'ranking'] as const)
    expect(verdict.finding.tried(check)).toBeGreaterThan(0);
});

test('a result of the first format, without reasons and grants, still opens and holds', () => {
  const old = forged((manifest, parts) => {
    const told = JSON.parse(parts.get('contest.json')?.toString('utf8') ?? '') as { format: number };
    told.format = 1;
    parts.set('contest.json', Buffer.from(JSON.stringify(told)));
    manifest.format = 1;
    for (const { rows } of manifest.ranking) {
      for (const row of rows) {
        delete row.reason;
        delete row.grant;
      }
    }
  });
  expect(problems(old)).toEqual(foreignKeys);
  const read = readResults(old, 'n.tresults');
  if (!read.ok) throw new Error(read.failure.code);
  expect(openedResults('n.tresults', new Uint8Array(0), read.value).recomputed).toBe(true);
});

test('a seal signed anew by other keys is not the one that the log tells of', () => {
  expect(problems(forged(() => {}))).toEqual(foreignKeys);
});

test('a place, a total and a status that the ballots do not make are named row by row', () => {
  const content = forged(({ ranking }) => {
    const [first, second] = ranking.at(-2)?.rows ?? [];
    if (!first || !second) throw new Error('too few rows');
    [first.place, second.place] = [second.place, first.place];
    [first.total, second.total] = [second.total, first.total];
  });
  expect(problems(content)).toEqual([
    ...foreignKeys,
    'ranking: rowDiffers',
    'ranking: rowDiffers',
    'ranking: rowOrder',
  ]);
  const about = verifyContent(content, null).finding.problems.map((problem) => problem.about);
  expect(about.find((text) => text.startsWith('№ 1 Ахметова Аяжан: 2'))).toContain('≠ № 1 Ахметова Аяжан: 1');
});

test('a ballot that was left out is missed by what counts and by the ranking', () => {
  const content = forged((manifest, parts) => {
    const ballot = manifest.rounds[0]?.ballots.find((b) => b.hash !== null);
    parts.delete(`ballot/${ballot?.hash ?? ''}`);
  });
  expect(problems(content)).toContain('counted: countedDiffers');
});

test('a mark that was changed under another key is no ballot that the log knows of', () => {
  const content = forged((manifest, parts) => {
    const ballot = manifest.rounds[0]?.ballots.find((b) => b.hash !== null);
    const part = parts.get(`ballot/${ballot?.hash ?? ''}`);
    if (!ballot || !part) throw new Error('no ballot');
    const keys = newSigningKeys();
    const json = JSON.parse(part.subarray(4, -64).toString('utf8')) as {
      jurorKey: string;
      cards: { marks: { value: number }[] }[];
    };
    json.jurorKey = hex(keys.public);
    const mark = json.cards[0]?.marks[0];
    if (!mark) throw new Error('no mark');
    mark.value = 0;
    const bytes = Buffer.from(JSON.stringify(json));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(bytes.length);
    parts.delete(`ballot/${ballot.hash ?? ''}`);
    ballot.hash = hex(sha256(bytes));
    parts.set(`ballot/${ballot.hash}`, Buffer.concat([head, bytes, signBytes('ballot', bytes, keys.secret)]));
  });
  expect(problems(content)).toEqual(
    expect.arrayContaining(['log: noImportLine', 'counted: countedDiffers', 'ranking: rowDiffers']),
  );
});

test('a log line that was taken out is seen, also when the chain was made anew without the line of an import', () => {
  const without = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const imports = (line: string): boolean => line.includes('"ballot_imported"');
  const read = (parts: Map<string, Buffer>): string[] =>
    (parts.get('log.jsonl') ?? Buffer.alloc(0)).toString('utf8').split('\n').slice(0, -1);
  expect(problems(forged((_, parts) => parts.set('log.jsonl', without(read(parts).slice(1)))))).toContain(
    'log: logHead',
  );
  const rechained = forged((manifest, parts) => {
    const lines = read(parts);
    lines.splice(lines.findIndex(imports), 1);
    let head: Uint8Array = new Uint8Array(32);
    for (const line of lines) head = sha256(Buffer.concat([head, Buffer.from(line)]));
    manifest.log = { lines: lines.length, head: hex(head) };
    parts.set('log.jsonl', without(lines));
  });
  expect(problems(rechained)).toContain('log: noImportLine');
});

// The harness `tamper` goes through many more files and places.
test('one byte changed in any place, and it never holds', () => {
  const accepted: number[] = [];
  const content = Uint8Array.from(file.content);
  for (let at = 0; at < content.length; at += 389) {
    content[at] = (content[at] ?? 0) ^ (1 << (at % 8));
    if (verifyContent(content, null).finding.problems.length === 0) accepted.push(at);
    content[at] = file.content[at] ?? 0;
  }
  expect(accepted).toEqual([]);
});

test('the built file alone checks a result in an empty folder, in plain words and exit codes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tarazy-verify-'));
  const built = join(folder, 'build');
  mkdirSync(built);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'vite.verify.config.ts', '--outDir', built, '--logLevel', 'warn'];
  expect(spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0 });
  expect(readdirSync(built)).toEqual(['tarazy-verify.mjs']);
  const alone = join(folder, 'alone');
  mkdirSync(alone);
  copyFileSync(join(built, 'tarazy-verify.mjs'), join(alone, 'tarazy-verify.mjs'));
  copyFileSync(file.path, join(alone, 'result.tresults'));
  const env = { PATH: process.env['PATH'] };
  const run = (lang: string, code: string, name = 'result.tresults') =>
    spawnSync(process.execPath, ['tarazy-verify.mjs', name, '--lang', lang, '--code', code], {
      cwd: alone,
      env,
      encoding: 'utf8',
    });
  const typed = file.code.toLowerCase().replaceAll('-', ' ');
  for (const [lang, words] of [
    ['kk', 'Тексерілгеннің бәрі дұрыс.'],
    ['ru', 'Всё, что проверено, верно.'],
    ['en', 'Everything that was checked holds.'],
  ] as const) {
    const { status, stdout } = run(lang, typed);
    expect(stdout).toContain(words);
    expect(status).toBe(0);
  }
  const absurd = forged((_, parts) => {
    for (const [name, part] of parts)
      if (name.startsWith('package/'))
        parts.set(
          name,
          Buffer.from(part.toString('utf8').replaceAll(/"min":0,"max":10,"step":1/g, '"min":9,"max":10,"step":0')),
        );
  });
  const bytes = await encryptWithPassphrase({ bytes: absurd, passphrase: file.code, logN: 4 });
  writeFileSync(join(alone, 'absurd.tresults'), bytes);
  const told = run('en', typed, 'absurd.tresults');
  expect(told).toMatchObject({ status: 1, stderr: '' });
  expect(told.stdout).toContain('There are numbers that nothing can be computed with');
  expect(run('en', 'AAAA-AAAA-AAAA').status).toBe(2);
  expect(run('en', typed, 'nothing.tresults').status).toBe(2);
});
