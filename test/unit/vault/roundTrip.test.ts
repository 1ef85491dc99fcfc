import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listVersions, restoreVersion } from '../../../electron/vault/versions';
import {
  abandon,
  cheap,
  codeOf,
  create,
  failureOf,
  filesUnder,
  holds,
  marker,
  newPlace,
  note,
  notes,
  open,
  valueOf,
  write,
} from './fixture';

describe('a contest file', () => {
  it('comes back as it was closed', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    write(vault, 'second');
    expect(valueOf(await vault.close())).toMatchObject({ dirty: false, problem: null, file: { name: 'Jana.tarazy' } });

    const again = valueOf(await open(place));
    expect(notes(again.vault.db)).toEqual(['first', 'second']);
    expect(again.warnings).toEqual([]);
    expect(again.vault.state.dirty).toBe(false);
    await again.vault.close();
  });

  it('opens on a computer that has never seen it, and there goes on counting', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    await vault.close();
    const other = { ...place, dataDir: join(place.root, 'other') };
    const there = valueOf(await open(other));
    write(there.vault, 'elsewhere');
    valueOf(await there.vault.close());

    const back = valueOf(await open(place));
    expect(notes(back.vault.db)).toEqual(['first', 'elsewhere']);
    expect(back.warnings).toEqual([]);
    await back.vault.close();
  });

  it('opens with a password typed decomposed on another system', async () => {
    const place = newPlace();
    const { vault } = await create(place, 'й-қалай-ё');
    await vault.close();
    const decomposed = 'й-қалай-ё'.normalize('NFD');
    expect(decomposed).not.toBe('й-қалай-ё');
    const opened = valueOf(await open(place, { secret: { kind: 'password', text: decomposed } }));
    await opened.vault.close();
  });

  it('opens with the recovery code, however it is typed, and refuses a mistyped one', async () => {
    const place = newPlace();
    const { vault, recoveryCode } = await create(place);
    await vault.close();
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const opened = valueOf(await open(place, { secret: { kind: 'recovery', text: typed } }));
    await opened.vault.close();
    const wrong = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1);
    expect(codeOf(await open(place, { secret: { kind: 'recovery', text: wrong } }))).toBe('wrong-secret');
  });

  it('takes a new password with any secret that opens it, for the copy on this computer too', async () => {
    const place = newPlace();
    const { vault, recoveryCode } = await create(place);
    const wrong = await vault.keys.changePassword({
      role: 'secretary',
      current: { kind: 'password', text: 'not it' },
      next: 'new one',
      cost: cheap,
    });
    expect(codeOf(wrong)).toBe('wrong-secret');
    const current = { kind: 'recovery', text: recoveryCode } as const;
    valueOf(await vault.keys.changePassword({ role: 'secretary', current, next: 'new one', cost: cheap }));
    expect(vault.state.dirty).toBe(true);
    await abandon(vault);

    const recovered = valueOf(await open(place, { secret: { kind: 'password', text: 'new one' } }));
    expect(recovered.warnings).toMatchObject([{ kind: 'recovered' }]);
    await recovered.vault.close();
    expect(codeOf(await open(place))).toBe('wrong-secret');
    const opened = valueOf(await open(place, { secret: { kind: 'password', text: 'new one' } }));
    const chair = { role: 'chair', current, next: 'төраға', cost: cheap } as const;
    valueOf(await opened.vault.keys.changePassword(chair));
    const renewed = valueOf(await opened.vault.keys.renewRecoveryCode(current));
    valueOf(await opened.vault.close());

    expect(codeOf(await open(place, { secret: current }))).toBe('wrong-secret');
    for (const secret of [
      { kind: 'recovery', text: renewed },
      { kind: 'password', text: 'төраға' },
    ] as const) {
      await valueOf(await open(place, { secret })).vault.close();
    }
  });

  it('is never overwritten by a new contest unless the user agreed', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    await vault.close();
    const before = readFileSync(place.path);
    await expect(create(place)).rejects.toThrow('exists');
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });

  it('holds nothing readable, nor does anything beside it, before or after a crash', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const fill = vault.db.transaction(() => {
      for (let i = 0; i < 2000; i++) note(vault.db, `${marker} ${i} ${randomUUID()}`);
    });
    fill();
    vault.markDirty();
    vault.db.prepare('SELECT text FROM note ORDER BY text DESC').all();
    valueOf(await vault.publish());
    write(vault, marker);
    const seen = filesUnder(place.root);
    expect(seen.some((path) => path.endsWith('body.db'))).toBe(true);
    expect(seen.filter((path) => holds(path, marker) || holds(path, 'SQLite format 3'))).toEqual([]);
    await abandon(vault);
    expect(filesUnder(place.root).filter((path) => holds(path, marker))).toEqual([]);
  });
});

describe('kept versions', () => {
  it('are the last five, and one is restored beside the file, never over anything', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    for (let n = 2; n <= 8; n++) {
      write(vault, `version ${n}`);
      valueOf(await vault.publish());
    }
    const { contestId } = vault;
    await vault.close();
    const kept = await listVersions(place.dataDir, contestId);
    expect(kept.map((version) => version.counter)).toEqual([8, 7, 6, 5, 4]);

    const to = join(place.stick, 'Restored.tarazy');
    valueOf(await restoreVersion(place.dataDir, contestId, 5, to));
    expect(codeOf(await restoreVersion(place.dataDir, contestId, 5, to))).toBe('exists');
    expect(failureOf(await restoreVersion(place.dataDir, contestId, 2, join(place.stick, 'x.tarazy')))).toEqual({
      code: 'gone',
      what: 'version',
    });

    const older = valueOf(await open({ ...place, path: to }));
    expect(older.warnings).toEqual([{ kind: 'older_than_seen', seen: 8, file: 5 }]);
    expect(notes(older.vault.db).at(-1)).toBe('version 5');
    await older.vault.close();
    expect(await listVersions(place.dataDir, contestId)).toHaveLength(5);
  });

  it('counts on from the highest number seen after an older file was opened', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const copy = join(place.stick, 'Copy.tarazy');
    copyFileSync(place.path, copy);
    write(vault, 'newer');
    valueOf(await vault.close());
    const older = valueOf(await open({ ...place, path: copy }));
    expect(older.warnings).toEqual([{ kind: 'older_than_seen', seen: 2, file: 1 }]);
    write(older.vault, 'from the old one');
    valueOf(await older.vault.close());
    const versions = await listVersions(place.dataDir, older.vault.contestId);
    expect(versions.map((version) => version.counter)).toEqual([3, 2, 1]);
  });
});

describe('work that the file does not hold yet', () => {
  it('is found after a crash', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    write(vault, 'unpublished');
    await abandon(vault);
    const opened = valueOf(await open(place));
    expect(opened.warnings).toMatchObject([{ kind: 'recovered' }]);
    expect(notes(opened.vault.db)).toEqual(['first', 'unpublished']);
    expect(opened.vault.state.dirty).toBe(true);
    valueOf(await opened.vault.close());
    const elsewhere = valueOf(await open({ ...place, dataDir: join(place.root, 'other') }));
    expect(notes(elsewhere.vault.db)).toEqual(['first', 'unpublished']);
    await elsewhere.vault.close();
  });

  it('is found even when the crash came between the commit and the note of it', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    vault.db.prepare(`INSERT INTO note(text) VALUES ('committed only')`).run();
    await abandon(vault);
    const opened = valueOf(await open(place));
    expect(opened.warnings).toMatchObject([{ kind: 'recovered' }]);
    expect(notes(opened.vault.db)).toContain('committed only');
    await opened.vault.close();
  });

  it('opens without the stick, and is written to it when it is back', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const { contestId } = vault;
    await vault.close();
    const elsewhere = join(place.root, 'pulled');
    copyFileSync(place.path, elsewhere);
    rmSync(place.stick, { recursive: true });

    const opened = valueOf(await open(place, { from: { contestId } }));
    expect(opened.warnings).toEqual([{ kind: 'file_missing' }]);
    write(opened.vault, 'without the stick');
    expect(codeOf(await opened.vault.publish())).toBe('medium-gone');
    expect(opened.vault.state).toMatchObject({ dirty: true, problem: { code: 'medium-gone', file: 'Jana.tarazy' } });
    await abandon(opened.vault);
    expect(existsSync(place.stick)).toBe(false);
  });

  it('is kept beside a file that somebody else changed meanwhile, and neither is lost', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    write(vault, 'ours');
    await abandon(vault);
    const other = valueOf(await open({ ...place, dataDir: join(place.root, 'other') }));
    write(other.vault, 'theirs');
    valueOf(await other.vault.close());

    const opened = valueOf(await open(place));
    expect(notes(opened.vault.db)).toEqual(['first', 'ours']);
    const state = valueOf(await opened.vault.close());
    expect(state).toMatchObject({
      twoFiles: { mine: 'Jana (2).tarazy', other: 'Jana.tarazy' },
      file: { name: 'Jana (2).tarazy' },
      dirty: false,
    });

    const both = ['Jana.tarazy', 'Jana (2).tarazy'].map(async (name) => {
      const fresh = { ...place, path: join(place.stick, name), dataDir: join(place.root, `fresh ${name}`) };
      const file = valueOf(await open(fresh));
      const found = notes(file.vault.db);
      await file.vault.close();
      return found;
    });
    expect(await Promise.all(both)).toEqual([
      ['first', 'theirs'],
      ['first', 'ours'],
    ]);
  });

  it('is not published over a file that changed while it was open', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const old = readFileSync(place.path);
    const other = valueOf(await open({ ...place, dataDir: join(place.root, 'other') }));
    write(other.vault, 'theirs');
    valueOf(await other.vault.close());
    expect(readFileSync(place.path).equals(old)).toBe(false);
    const theirs = readFileSync(place.path);
    write(vault, 'ours');
    expect(valueOf(await vault.publish()).twoFiles?.mine).toBe('Jana (2).tarazy');
    write(vault, 'ours again');
    valueOf(await vault.close());
    expect(readFileSync(place.path).equals(theirs)).toBe(true);
    expect(existsSync(join(place.stick, 'Jana (3).tarazy'))).toBe(false);
  });

  it('is published in full when more is written during a publication', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    const states: boolean[] = [];
    vault.onState((state) => states.push(state.publishing));
    write(vault, 'before');
    const first = vault.publish();
    write(vault, 'during');
    valueOf(await first);
    expect(vault.state).toMatchObject({ dirty: true, publishing: false });
    expect(states).toContain(true);
    const [a, b] = await Promise.all([vault.publish(), vault.publish()]);
    expect([valueOf(a).dirty, valueOf(b).dirty]).toEqual([false, false]);
    await abandon(vault);
    const other = valueOf(await open({ ...place, dataDir: join(place.root, 'other') }));
    expect(notes(other.vault.db)).toEqual(['first', 'before', 'during']);
    await other.vault.close();
  });

  it('is written once by several who wait for the same publication', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    write(vault, 'before');
    const first = vault.publish();
    write(vault, 'during');
    const waiting = [vault.publish(), vault.publish(), vault.publish()];
    valueOf(await first);
    for (const each of await Promise.all(waiting))
      expect(valueOf(each)).toMatchObject({ dirty: false, twoFiles: null });
    expect(filesUnder(place.stick)).toEqual([place.path]);
    const versions = await listVersions(place.dataDir, vault.contestId);
    expect(versions.map((version) => version.counter)).toEqual([3, 2, 1]);
    await vault.close();
  });

  it('survives a missing or torn note of what is known', async () => {
    const place = newPlace();
    const { vault } = await create(place);
    write(vault, 'unpublished');
    await abandon(vault);
    rmSync(join(place.dataDir, 'contests', vault.contestId, 'state.json'));
    const opened = valueOf(await open(place));
    expect(notes(opened.vault.db)).toEqual(['first', 'unpublished']);
    valueOf(await opened.vault.close());
  });
});
