import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { FileToken } from '@shared/model/ids';
import { ok } from '@shared/result';
import { startLog } from '../../../electron/log';
import { DeskClient, type DeskListener } from '../../../electron/workers/deskClient';

// The main thread's end of the desk, against real worker threads that speak the protocol well or badly.

const folder = mkdtempSync(join(tmpdir(), 'tarazy-desk-'));
const settings = { dataDir: folder, appVersion: '0' };
beforeAll(() => startLog(folder));

interface Told {
  readonly events: unknown[];
  readonly grants: unknown[];
  readonly died: Promise<string>;
}

let desk: DeskClient;
afterEach(() => desk.stop());

function start(body: string): Told {
  const file = join(folder, `${Math.random()}.mjs`);
  writeFileSync(
    file,
    `import { parentPort as port } from 'node:worker_threads'; port.on('message', (m) => { ${body} });`,
  );
  const events: unknown[] = [];
  const grants: unknown[] = [];
  let tellDeath: (reference: string) => void = () => undefined;
  const died = new Promise<string>((resolve) => {
    tellDeath = resolve;
  });
  const listener: DeskListener = {
    event: (name, payload) => events.push([name, payload]),
    grant: (token, path) => grants.push([token, path]),
    opened: () => undefined,
    readTable: (path) =>
      path === 'broken' ? Promise.reject(new Error('no reader')) : Promise.resolve(ok({ sheets: [] })),
    died: tellDeath,
  };
  desk = new DeskClient(pathToFileURL(file), settings, listener);
  return { events, grants, died };
}

const stops = `if (m.kind === 'stop') return port.postMessage({ kind: 'stopped' });`;

test('answers find their calls, also in another order', async () => {
  start(`${stops} globalThis.first ??= m; if (m.id === 2) for (const id of [2, 1])
    port.postMessage({ kind: 'done', id, result: { ok: true, value: id } });`);
  expect(await Promise.all([desk.run('start.recents', {}), desk.run('start.templates', {})])).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
});

test('what was thrown in the desk is a bug with a reference, and the desk goes on', async () => {
  start(`${stops} port.postMessage(m.id === 1
    ? { kind: 'threw', id: 1, error: { name: 'Error', message: 'x', stack: '' } }
    : { kind: 'done', id: m.id, result: { ok: true, value: [] } });`);
  expect(await desk.run('start.recents', {})).toMatchObject({ ok: false, failure: { code: 'bug' } });
  expect(await desk.run('start.recents', {})).toEqual({ ok: true, value: [] });
});

test('a desk that dies fails the calls under way and every later one with the reference the user is told', async () => {
  const told = start(`${stops} process.exit(3);`);
  const underWay = desk.run('start.recents', {});
  const failure = { code: 'bug', reference: await told.died };
  expect(await underWay).toEqual({ ok: false, failure });
  expect(await desk.run('start.recents', {})).toEqual({ ok: false, failure });
});

test('an error that nobody caught in the desk is such a death too', async () => {
  const told = start(`${stops} setImmediate(() => { throw new Error('boom'); });`);
  const underWay = desk.run('start.recents', {});
  expect(await underWay).toEqual({ ok: false, failure: { code: 'bug', reference: await told.died } });
});

test('events and granted files come through', async () => {
  const told = start(`${stops} if (m.kind === 'grant') port.postMessage({ ...m, path: m.path + '!' });
    else { port.postMessage({ kind: 'event', name: 'task', payload: { task: 't', done: 1, total: 2 } });
      port.postMessage({ kind: 'done', id: m.id, result: { ok: true, value: null } }); }`);
  desk.grant('token123' as FileToken, '/a');
  await desk.run('task.cancel', { task: 't' });
  expect(told.events).toEqual([['task', { task: 't', done: 1, total: 2 }]]);
  expect(told.grants).toEqual([['token123', '/a!']]);
});

test('stopping waits until the desk says that everything is written', async () => {
  const marker = join(folder, 'written');
  start(`if (m.kind === 'run') port.postMessage({ kind: 'done', id: m.id, result: { ok: true, value: [] } });
    if (m.kind === 'stop') setImmediate(async () => {
    (await import('node:fs')).writeFileSync(${JSON.stringify(marker)}, 'x'); port.postMessage({ kind: 'stopped' }); });`);
  await desk.run('start.recents', {});
  await desk.stop();
  const { existsSync } = await import('node:fs');
  expect(existsSync(marker)).toBe(true);
});

test('a desk that nobody has asked for anything was never started', async () => {
  const marker = join(folder, 'started');
  const file = join(folder, 'marks.mjs');
  writeFileSync(file, `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(marker)}, 'x');`);
  const { existsSync } = await import('node:fs');
  desk = new DeskClient(pathToFileURL(file), settings, {
    event: () => undefined,
    grant: () => undefined,
    opened: () => undefined,
    readTable: (path) =>
      path === 'broken' ? Promise.reject(new Error('no reader')) : Promise.resolve(ok({ sheets: [] })),
    died: () => undefined,
  });
  await desk.stop();
  expect(existsSync(marker)).toBe(false);
});

test('a table that the desk wants is read outside, and it hears what came of it', async () => {
  start(`${stops} if (m.kind === 'run') { globalThis.heard = [];
      for (const [id, path] of [[1, 'list.xlsx'], [2, 'broken']]) port.postMessage({ kind: 'readTable', id, path }); }
    if (m.kind === 'table') { heard.push([m.id, m.table]);
      if (heard.length === 2) port.postMessage({ kind: 'done', id: 1, result: { ok: true, value: heard } }); }`);
  expect(await desk.run('start.recents', {})).toEqual({
    ok: true,
    value: [
      [1, { said: { ok: true, value: { sheets: [] } } }],
      [2, { threw: 'no reader' }],
    ],
  });
});
