import { once } from 'node:events';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createBallotVault } from '../../../electron/vault/ballotVault';
import { createContestFile } from '../../../electron/vault/createContest';
import { bundle } from './bundle';
import {
  abandon,
  cheap,
  codeOf,
  create,
  filesUnder,
  heavy,
  newContestId,
  newPackageId,
  newPlace,
  note,
  notes,
  open,
  password,
  store,
  valueOf,
  write,
  type Place,
} from './fixture';

let script = '';
let remove = (): void => undefined;
beforeAll(async () => {
  const bundled = await bundle({ child: 'test/unit/vault/child.ts' });
  script = join(bundled.folder, 'child.js');
  remove = bundled.remove;
});
afterAll(() => remove());

interface Child {
  readonly process: ChildProcess;
  readonly lines: AsyncIterableIterator<string>;
}

function start(mode: 'hold' | 'publish', place: Place): Child {
  const child = spawn(process.execPath, [script, mode, place.path, place.dataDir, password], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** Reads on until `wanted` appears, or the process ends; gives everything read. */
async function readUntil(child: Child, wanted: string | null): Promise<readonly string[]> {
  const read: string[] = [];
  for (;;) {
    const line = await child.lines.next();
    if (line.done === true) return read;
    read.push(line.value);
    if (line.value === wanted) return read;
  }
}

/** Gives every line that was still printed before the end. */
async function kill(child: Child): Promise<readonly string[]> {
  // Its output ends a moment before the process itself does.
  const ended = once(child.process, 'exit');
  child.process.kill('SIGKILL');
  const read = await readUntil(child, null);
  await ended;
  return read;
}

describe('a second opener', () => {
  it('in another process is told that the contest is in use, and gets it once the first is killed', async () => {
    const place = newPlace();
    await abandon((await create(place)).vault);
    const child = start('hold', place);
    expect(await readUntil(child, 'open')).toEqual(['open']);
    expect(codeOf(await open(place))).toBe('in-use');
    await kill(child);
    const opened = valueOf(await open(place));
    expect(notes(opened.vault.db)).toEqual(['first']);
    await opened.vault.close();
  });

  it('in the same process is told so too', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    expect(codeOf(await open(place))).toBe('in-use');
    await vault.close();
    await valueOf(await open(place)).vault.close();
  });

  it('is not kept out by a lock from before the computer was started, or of a process number used again', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    await vault.close();
    const lock = join(place.dataDir, 'contests', vault.contestId, 'lock');
    const stale = [
      { pid: process.ppid, startedAt: '', host: 'here', boot: 'an earlier boot', token: 'x' },
      { pid: process.ppid, startedAt: '1', host: 'here', boot: bootId(), token: 'x' },
    ];
    for (const holder of [...stale.map((each) => JSON.stringify(each)), '{"pid":', '']) {
      writeFileSync(lock, holder);
      await valueOf(await open(place)).vault.close();
    }
  });
});

function bootId(): string {
  return process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : 'elsewhere';
}

// Every save waits for the disk, several hundred times: on a busy disk that takes long without anything being wrong.
describe('a process killed while it publishes', { timeout: 180_000 }, () => {
  it('leaves a whole file, loses nothing that was saved, and leaves no litter', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    for (let i = 0; i < 40; i++) write(vault, randomBytes(20_000).toString('hex'));
    await vault.close();
    let expected = 41;
    for (let round = 1; round <= 8; round++) {
      const child = start('publish', place);
      // `saved` is printed right before publishing begins: the kill comes at some moment of it.
      const read = [...(await readUntil(child, `saved ${round}`)), ...(await kill(child))];
      expected += read.filter((line) => line.startsWith('saved')).length;

      const elsewhere = { ...place, dataDir: join(place.root, `fresh-${round}`) };
      const file = valueOf(await open(elsewhere));
      await file.vault.close();
      const own = valueOf(await open(place));
      expect(own.vault.state.twoFiles).toBeNull();
      expect(notes(own.vault.db).length).toBeGreaterThanOrEqual(expected);
      expected = notes(own.vault.db).length;
      valueOf(await own.vault.close());
      rmSync(elsewhere.dataDir, { recursive: true });
    }
    expect(filesUnder(place.stick)).toEqual([place.path]);
    expect(filesUnder(place.dataDir).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });
});

const canMount =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

/** A medium of its own: `options` are tmpfs's. */
function mount(folder: string, options: string): void {
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
}
const remount = (folder: string, options: string): void => {
  expect(spawnSync('mount', ['-o', `remount,${options}`, folder]).status).toBe(0);
};

if (!canMount) process.stderr.write('skipped: full and read-only media need root on Linux\n');

describe.skipIf(!canMount)('a medium', () => {
  it('that is full keeps the old file, says so, and takes the new one once there is room', async () => {
    const place = newPlace();
    mount(place.stick, 'size=400k');
    const { vault } = await create(place);
    const before = readFileSync(place.path);
    for (let i = 0; i < 60; i++) write(vault, randomBytes(10_000).toString('hex'));
    expect(codeOf(await vault.publish())).toBe('disk-full');
    expect(vault.state).toMatchObject({ dirty: true, publishing: false, problem: { code: 'disk-full' } });
    expect(readFileSync(place.path).equals(before)).toBe(true);
    expect(filesUnder(place.stick)).toEqual([place.path]);
    remount(place.stick, 'size=20m');
    expect(valueOf(await vault.publish())).toMatchObject({ dirty: false, problem: null, twoFiles: null });
    await vault.close();
  });

  it('that cannot be written to says read-only, and the work stays on this computer', async () => {
    const place = newPlace();
    mount(place.stick, 'size=4m');
    const { vault } = await create(place);
    remount(place.stick, 'ro');
    write(vault, 'kept');
    expect(codeOf(await vault.close())).toBe('read-only');
    const opened = valueOf(await open(place));
    expect(opened.warnings).toMatchObject([{ kind: 'recovered' }]);
    expect(notes(opened.vault.db)).toContain('kept');
    await abandon(opened.vault);

    const refused = await createContestFile({
      path: join(place.stick, 'New.tarazy'),
      dataDir: place.dataDir,
      contestId: newContestId(),
      password,
      store,
      heavy,
      cost: cheap,
      init: (db) => note(db, 'first'),
    });
    expect(codeOf(refused)).toBe('read-only');
  });

  it('that is pulled while the contest is open is told apart from one that is full', async () => {
    const place = newPlace();
    const folder = join(place.stick, 'volume');
    mkdirSync(folder);
    const onVolume = { ...place, path: join(folder, 'Jana.tarazy') };
    const { vault } = await create(onVolume);
    rmSync(folder, { recursive: true });
    write(vault, 'kept');
    expect(codeOf(await vault.publish())).toBe('medium-gone');
    mkdirSync(folder);
    expect(valueOf(await vault.close())).toMatchObject({ dirty: false, twoFiles: null });
    const elsewhere = valueOf(await open({ ...onVolume, dataDir: join(place.root, 'other') }));
    expect(notes(elsewhere.vault.db)).toEqual(['first', 'kept']);
    await elsewhere.vault.close();
  });

  it('for the data folder that is full when opening says so, and lets go of what it had opened', async () => {
    const place = newPlace();
    mount(place.dataDir, 'size=4m');
    const { vault } = await create(place);
    write(vault, 'unpublished');
    await abandon(vault);
    const filler = join(place.dataDir, 'filler');
    const refused: string[] = [];
    for (let pages = 0; pages < 12; pages++) {
      const { bavail, bsize } = statfsSync(place.dataDir);
      writeFileSync(filler, Buffer.alloc((bavail - pages) * bsize));
      const tried = await open(place);
      if (tried.ok) await abandon(tried.value.vault);
      else refused.push(tried.failure.code);
      rmSync(filler);
      const opened = valueOf(await open(place));
      expect(notes(opened.vault.db)).toEqual(['first', 'unpublished']);
      await abandon(opened.vault);
    }
    expect(new Set(refused)).toEqual(new Set(['disk-full']));
    expect(refused.length).toBeGreaterThan(1);
  });

  it('for the data folder that has no room for a contest or a ballot to begin says so', async () => {
    const place = newPlace();
    mount(place.dataDir, 'size=700k');
    const common = { dataDir: place.dataDir, store, heavy, cost: cheap };
    const init = (db: Parameters<typeof note>[0]) => note(db, randomBytes(500_000).toString('hex'));
    const contest = { ...common, path: place.path, contestId: newContestId(), password, init };
    expect(codeOf(await createContestFile(contest))).toBe('disk-full');
    const ballot = { ...common, packageId: newPackageId(), code: '7KQ2-M0XD-9R1T', file: 'Ballot.tballot', init };
    expect(codeOf(await createBallotVault(ballot))).toBe('disk-full');
    remount(place.dataDir, 'size=20m');
    await valueOf(await createContestFile(contest)).vault.close();
    await valueOf(await createBallotVault(ballot)).close();
  });

  it('for the data folder that is full refuses the publication and keeps both copies whole', async () => {
    const place = newPlace();
    mount(place.dataDir, 'size=700k');
    const { vault } = await create(place);
    for (let i = 0; i < 15; i++) write(vault, randomBytes(10_000).toString('hex'));
    expect(codeOf(await vault.publish())).toBe('disk-full');
    remount(place.dataDir, 'size=20m');
    valueOf(await vault.close());
    const opened = valueOf(await open(place));
    expect(notes(opened.vault.db)).toHaveLength(16);
    await opened.vault.close();
  });
});
