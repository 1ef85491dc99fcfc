import { spawnSync } from 'node:child_process';
import type * as Fs from 'node:fs';
import type * as FsPromises from 'node:fs/promises';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { BodyStore, Db } from '../../../electron/vault/body';
import { createContestFile } from '../../../electron/vault/createContest';
import type { ContestVault } from '../../../electron/vault/contestVault';
import { makeNewKey } from '../../../electron/vault/newKey';
import { openContestFile } from '../../../electron/vault/openContest';
import { dropVersionsBefore, listVersions, restoreVersion } from '../../../electron/vault/versions';
import {
  abandon,
  cheap,
  codeOf,
  create,
  filesUnder,
  heavy,
  newContestId,
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

// «Revoke and change the key» on real files: who opens what before, after, and at every moment between.

const next = 'жаңа құпия сөз';
const byPassword = (text: string) => ({ kind: 'password', text }) as const;

/** Called right before anything under test changes a file. */
const moments = vi.hoisted(() => ({ watch: null as (() => void) | null, fail: null as (() => Error | null) | null }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  const watched =
    <A extends readonly unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      moments.watch?.();
      const error = moments.fail?.() ?? null;
      if (error !== null) throw error;
      return call(...args);
    };
  return { ...fs, renameSync: watched(fs.renameSync), fsyncSync: watched(fs.fsyncSync), rmSync: watched(fs.rmSync) };
});
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof FsPromises>();
  const watched =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      moments.watch?.();
      return call(...args);
    };
  return { ...fs, rename: watched(fs.rename), rm: watched(fs.rm) };
});

/** The store as it is, with a moment before and after each of its works. */
const watchedStore: BodyStore = {
  ...store,
  copyInto: (db, path, file) => {
    moments.watch?.();
    const done = store.copyInto(db, path, file);
    moments.watch?.();
    return done;
  },
  rekey: (path, keys, work, file) => {
    const done = store.rekey(path, keys, work, file);
    moments.watch?.();
    return done;
  },
};

async function changeKey(vault: ContestVault, current = password): Promise<{ readonly recoveryCode: string }> {
  const { contestId, header } = vault;
  const wanted = { heavy, contestId, slots: header.slots, cost: cheap, next, chair: null };
  const made = valueOf(await makeNewKey({ ...wanted, current: byPassword(current) }));
  valueOf(await vault.changeKey(made.next, (db: Db) => note(db, 'changed')));
  return made;
}

/** What opens the file on a computer that never saw it. */
async function elsewhere(place: Place, secret: Parameters<typeof open>[1], path = place.path): Promise<string> {
  const dataDir = join(place.root, `fresh-${String(Math.random()).slice(2)}`);
  const opened = await open({ ...place, path, dataDir }, secret);
  if (!opened.ok) return opened.failure.code;
  const found = notes(opened.value.vault.db).join();
  await abandon(opened.value.vault);
  rmSync(dataDir, { recursive: true });
  return found;
}

describe('a contest under another key', () => {
  it('opens with the new secrets only, in its file and on this computer; an old copy with the old ones for ever', async () => {
    const place = newPlace();
    const { vault, recoveryCode } = await create(place);
    const current = byPassword(password);
    valueOf(await vault.keys.changePassword({ role: 'chair', current, next: 'төраға сөзі', cost: cheap }));
    valueOf(await vault.publish());
    const copy = join(place.stick, 'copy.tarazy');
    copyFileSync(place.path, copy);
    const made = await changeKey(vault);
    write(vault, 'after');
    valueOf(await vault.close());

    const old = [byPassword(password), byPassword('төраға сөзі'), { kind: 'recovery', text: recoveryCode } as const];
    const fresh = [byPassword(next), { kind: 'recovery', text: made.recoveryCode } as const];
    for (const secret of old) {
      expect(await elsewhere(place, { secret })).toBe('wrong-secret');
      expect(codeOf(await open(place, { secret }))).toBe('wrong-secret');
      expect(await elsewhere(place, { secret }, copy)).toBe('first');
    }
    for (const secret of fresh) {
      expect(await elsewhere(place, { secret })).toBe('first,changed,after');
      expect(await elsewhere(place, { secret }, copy)).toBe('wrong-secret');
      const here = valueOf(await open(place, { secret }));
      expect(here.warnings).toEqual([]);
      expect(notes(here.vault.db)).toEqual(['first', 'changed', 'after']);
      await here.vault.close();
    }
  });

  it('leaves no page of the database under the old key, and nothing readable', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    await changeKey(vault);
    valueOf(await vault.close());
    expect(filesUnder(place.dataDir).filter((path) => /next-|\.tmp/.test(path))).toEqual([]);
    for (const path of filesUnder(place.root)) expect(readFileSync(path).includes('SQLite format 3'), path).toBe(false);
  });

  it('restores a kept version of the old key with the old password, and says that it is of the former key', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const { contestId } = vault;
    await changeKey(vault);
    valueOf(await vault.close());
    expect((await listVersions(place.dataDir, contestId)).map(({ counter }) => counter)).toEqual([2, 1]);
    const restored = join(place.stick, 'restored.tarazy');
    valueOf(await restoreVersion(place.dataDir, contestId, 1, restored));
    const at = { ...place, path: restored };
    // The new password opens this computer's copy, not that file.
    expect(codeOf(await open(at, { secret: byPassword(next) }))).toBe('other-key');
    const opened = valueOf(await open(at));
    expect(notes(opened.vault.db)).toEqual(['first']);
    expect(opened.warnings).toEqual([{ kind: 'older_than_seen', seen: 2, file: 1 }, { kind: 'former_key' }]);
    await abandon(opened.vault);
    // Back again it is the present key, though two files of one number were seen.
    const back = valueOf(await open(place, { secret: byPassword(next) }));
    expect(back.warnings.map(({ kind }) => kind)).toEqual(['older_than_seen']);
    expect(notes(back.vault.db)).toEqual(['first', 'changed']);
    await back.vault.close();
  });

  it('can have its kept versions of the old key taken away', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const { contestId } = vault;
    await changeKey(vault);
    const { counter } = valueOf(await vault.close());
    await dropVersionsBefore(place.dataDir, contestId, counter);
    expect((await listVersions(place.dataDir, contestId)).map((version) => version.counter)).toEqual([2]);
  });
});

describe('a key changed on one computer', () => {
  it('is taken over on another one that holds nothing of its own', async () => {
    const place = newPlace();
    await (await create(place)).vault.close();
    const other = { ...place, dataDir: join(place.root, 'other') };
    await valueOf(await open(other)).vault.close();
    const here = valueOf(await open(place));
    await changeKey(here.vault);
    valueOf(await here.vault.close());
    const there = valueOf(await open(other, { secret: byPassword(next) }));
    expect(there.warnings).toEqual([]);
    expect(notes(there.vault.db)).toEqual(['first', 'changed']);
    await there.vault.close();
    // From then on the other one knows the former key too.
    const { contestId } = there.vault;
    const restored = join(place.stick, 'restored.tarazy');
    valueOf(await restoreVersion(other.dataDir, contestId, 1, restored));
    const old = valueOf(await open({ ...other, path: restored }));
    expect(old.warnings.map(({ kind }) => kind)).toEqual(['older_than_seen', 'former_key']);
    await old.vault.close();
  });

  it('never costs another one its unwritten work: that stays under its password, and both files stay', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const { contestId } = vault;
    await vault.close();
    const other = { ...place, dataDir: join(place.root, 'other') };
    const there = valueOf(await open(other));
    write(there.vault, 'unwritten');
    await abandon(there.vault);
    const here = valueOf(await open(place));
    await changeKey(here.vault);
    valueOf(await here.vault.close());
    const changed = readFileSync(place.path);

    expect(codeOf(await open(other, { secret: byPassword(next) }))).toBe('other-key-here');
    const own = valueOf(await open(other, { from: { contestId } }));
    expect(own.vault.state.problem).toEqual({ code: 'other-key', file: 'Jana.tarazy' });
    expect(notes(own.vault.db)).toEqual(['first', 'unwritten']);
    const state = valueOf(await own.vault.close());
    expect(state.twoFiles).toEqual({ mine: 'Jana (2).tarazy', other: 'Jana.tarazy' });
    expect(readFileSync(place.path).equals(changed)).toBe(true);
    const newer = valueOf(await open(other, { secret: byPassword(next) }));
    expect(notes(newer.vault.db)).toEqual(['first', 'changed']);
    await newer.vault.close();
  });

  it('with the same password kept is told apart all the same', async () => {
    const place = newPlace();
    const { vault } = await create(place, next);
    const { contestId } = vault;
    await vault.close();
    const other = { ...place, dataDir: join(place.root, 'other') };
    const secret = byPassword(next);
    const there = valueOf(await open(other, { secret }));
    write(there.vault, 'unwritten');
    await abandon(there.vault);
    const here = valueOf(await open(place, { secret }));
    await changeKey(here.vault, next);
    valueOf(await here.vault.close());
    expect(codeOf(await open(other, { secret }))).toBe('other-key-here');
    const own = valueOf(await open(other, { secret, from: { contestId } }));
    expect(notes(own.vault.db)).toEqual(['first', 'unwritten']);
    await own.vault.close();
  });
});

describe('a stop at any moment of the change', { timeout: 300_000 }, () => {
  it('leaves the old or the new, each whole with all that was acknowledged', async () => {
    const place = newPlace();
    const made = await createContestFile({
      path: place.path,
      dataDir: place.dataDir,
      contestId: newContestId(),
      password,
      store: watchedStore,
      heavy,
      cost: cheap,
      init: (db) => note(db, 'first'),
    });
    const { vault } = valueOf(made);
    const { contestId } = vault;
    write(vault, 'acknowledged');
    valueOf(await vault.publish());
    const stops = join(place.root, 'stops');
    mkdirSync(stops);
    // By another process: reading the open database in this one would drop SQLite's lock.
    moments.watch = () => {
      const stop = join(stops, String(readdirSync(stops).length).padStart(3, '0'));
      spawnSync('mkdir', [stop]);
      spawnSync('cp', ['-a', place.dataDir, place.stick, stop]);
      spawnSync('rm', ['-f', join(stop, 'data', 'contests', contestId, 'lock')]);
    };
    try {
      await changeKey(vault);
      valueOf(await vault.publish());
    } finally {
      moments.watch = null;
    }
    await vault.close();

    const seen = new Set<string>();
    for (const name of readdirSync(stops).toSorted()) {
      const root = join(stops, name);
      const stick = join(root, 'stick');
      const at = { root, stick, dataDir: join(root, 'data'), path: join(stick, 'Jana.tarazy') };
      const inFile = [await elsewhere(at, {}), await elsewhere(at, { secret: byPassword(next) })];
      const copies = await Promise.all(
        [password, next].map(async (text) => {
          const copy = { ...at, root: `${root}-${text}` };
          spawnSync('cp', ['-a', root, copy.root]);
          const dataDir = join(copy.root, 'data');
          const path = join(copy.root, 'stick', 'Jana.tarazy');
          const moved = join(dataDir, 'contests', contestId, 'state.json');
          // The copy's own file, not the original's.
          spawnSync('sed', ['-i', `s#${place.stick}#${join(copy.root, 'stick')}#g`, moved]);
          const opened = await openContestFile({
            from: { contestId },
            dataDir,
            secret: byPassword(text),
            store,
            heavy,
          });
          if (!opened.ok) return opened.failure.code;
          const here = notes(opened.value.vault.db).join();
          valueOf(await opened.value.vault.close());
          // What was opened here is then in the file, under the same secret.
          expect(await elsewhere({ ...copy, path }, { secret: byPassword(text) }), name).toBe(here);
          rmSync(copy.root, { recursive: true });
          return here;
        }),
      );
      seen.add(JSON.stringify({ inFile, copies }));
    }
    const old = 'first,acknowledged';
    const changed = 'first,acknowledged,changed';
    expect([...seen].map((each) => JSON.parse(each) as unknown)).toEqual([
      { inFile: [old, 'wrong-secret'], copies: [old, 'wrong-secret'] },
      { inFile: [old, 'wrong-secret'], copies: ['other-key-here', changed] },
      { inFile: ['wrong-secret', changed], copies: ['wrong-secret', changed] },
    ]);
  });

  it('which the disk refuses changes nothing: the same contest goes on, and the next try works', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    let refused = 0;
    for (let at = 0; at < 40; at += 1) {
      const { contestId, header } = vault;
      const wanted = { heavy, contestId, slots: header.slots, cost: cheap, next, chair: null };
      const { next: key } = valueOf(await makeNewKey({ ...wanted, current: byPassword(password) }));
      let calls = 0;
      moments.fail = () => {
        calls += 1;
        return calls === at + 1 ? Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }) : null;
      };
      const done = await vault.changeKey(key, (db) => note(db, 'changed'));
      moments.fail = null;
      if (vault.isClosed) {
        expect(refused).toBeGreaterThan(3);
        // Decided already: the next opening ends what was begun.
        expect(codeOf(done)).toBe('disk-full');
        const opened = valueOf(await open(place, { secret: byPassword(next) }));
        expect(notes(opened.vault.db)).toEqual(['first', 'changed']);
        await opened.vault.close();
        return;
      }
      refused += 1;
      expect(codeOf(done)).toBe('disk-full');
      expect(notes(vault.db)).toEqual(['first']);
    }
    throw new Error('no moment of the change was refused');
  });
});

const canMount =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
if (!canMount) process.stderr.write('skipped: a full data folder needs root on Linux\n');

describe.skipIf(!canMount)('a data folder that is full', () => {
  it('refuses the change and loses nothing; with room it is made', async () => {
    const place = newPlace();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', place.dataDir]);
    expect(mounted.status).toBe(0);
    try {
      const { vault } = await create(place);
      for (let i = 0; i < 45; i += 1) write(vault, 'x'.repeat(10_000));
      const before = notes(vault.db);
      const { contestId, header } = vault;
      const wanted = { heavy, contestId, slots: header.slots, cost: cheap, next, chair: null };
      const { next: key } = valueOf(await makeNewKey({ ...wanted, current: byPassword(password) }));
      expect(codeOf(await vault.changeKey(key, (db) => note(db, 'changed')))).toBe('disk-full');
      expect(notes(vault.db)).toEqual(before);
      spawnSync('mount', ['-o', 'remount,size=20m', place.dataDir]);
      valueOf(await vault.changeKey(key, (db) => note(db, 'changed')));
      valueOf(await vault.close());
      const opened = valueOf(await open(place, { secret: byPassword(next) }));
      expect(notes(opened.vault.db)).toEqual([...before, 'changed']);
      await opened.vault.close();
    } finally {
      spawnSync('umount', ['-l', place.dataDir]);
    }
  });
});
