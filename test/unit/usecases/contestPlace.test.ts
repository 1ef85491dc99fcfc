import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { close, closeAll, create, open, recents } from '../../../electron/usecases/contestFile';
import {
  keepMine,
  leaveForOther,
  openVersions,
  restoreOpenVersion,
  saveElsewhere,
  twoFiles,
} from '../../../electron/usecases/contestPlace';
import { saveJuror } from '../../../electron/usecases/jury';
import { findTemplate } from '../../../electron/usecases/templates';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// Where the contest's file is, and which one goes on, with two computers and one stick.

const secret = { kind: 'password', text: 'ұзын құпиясөз' } as const;

let here: TestDesk;
let there: TestDesk;
let stick: string;
let path: string;

beforeEach(async () => {
  here = testDesk();
  there = testDesk();
  stick = join(here.folder, 'stick');
  mkdirSync(stick);
  path = join(stick, 'Байқау.tarazy');
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = here.files.grant(path).token;
  must(await create(here, { template: 'jana-beles', head: template.head, file, password: secret.text }));
});
afterEach(async () => {
  await closeAll(here);
  await closeAll(there);
});

const openAt = async (desk: TestDesk, from = path) =>
  must(await open(desk, { from: { kind: 'file', file: desk.files.grant(from).token }, secret }));
const seat = (desk: TestDesk, name: string) =>
  must(saveJuror(desk, { id: null, name, title: '', contact: '', chair: false }));
const jurors = (desk: TestDesk) => snapshotOf(desk).jury.jurors.map(({ name }) => name);
const vault = (desk: TestDesk) => {
  if (!desk.contest) throw new Error('no contest is open');
  return desk.contest;
};

/** The file is changed at the other computer while it is open here, and both have new work. */
async function workInParallel(): Promise<void> {
  await openAt(there);
  seat(there, 'Анда');
  must(await close(there));
  seat(here, 'Мұнда бір');
  seat(here, 'Мұнда екі');
  must(await vault(here).publish());
}

describe('a file that changed underneath', () => {
  test('is kept, ours goes beside it, and the figures of both help to decide', async () => {
    await workInParallel();
    const asked = must(await twoFiles(here));
    expect(asked?.mine).toMatchObject({ file: { name: 'Байқау (2).tarazy' }, counter: 2, jurors: 2, nominees: 0 });
    expect(asked?.other).toMatchObject({ file: { name: 'Байқау.tarazy' }, counter: 2, jurors: 1, ballots: 0 });
    const left = readdirSync(join(here.dataDir, 'contests'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('peek'))).toEqual([]);
  });

  test('is asked about until there is an answer, though the application was closed in between', async () => {
    await workInParallel();
    must(await close(here));
    const recent = must(await recents(here))[0];
    expect(recent).toMatchObject({ name: 'Байқау (2).tarazy', missing: false, unpublished: false });
    if (recent === undefined) throw new Error('not on the list');
    const opened = must(await open(here, { from: { kind: 'recent', id: recent.id }, secret }));
    expect(opened.vault.twoFiles).toEqual({ mine: 'Байқау (2).tarazy', other: 'Байқау.tarazy' });
    expect(must(keepMine(here)).twoFiles).toBeNull();
    expect(must(await twoFiles(here))).toBeNull();
    seat(here, 'Мұнда үш');
    must(await close(here));
    await openAt(there, join(stick, 'Байқау (2).tarazy'));
    expect(jurors(there)).toEqual(['Мұнда бір', 'Мұнда екі', 'Мұнда үш']);
  });

  test('left for, ours is written first; the other opens without a warning and without the question', async () => {
    await workInParallel();
    seat(here, 'Мұнда үш');
    const other = must(await leaveForOther(here));
    expect(here.contest).toBeNull();
    const opened = must(await open(here, { from: { kind: 'file', file: other.token }, secret }));
    expect(opened.warnings).toEqual([]);
    expect(opened.vault).toMatchObject({ twoFiles: null, file: { name: 'Байқау.tarazy' } });
    expect(jurors(here)).toEqual(['Анда']);
    must(await close(here));
    await openAt(there, join(stick, 'Байқау (2).tarazy'));
    expect(jurors(there)).toHaveLength(3);
  });

  test('left for while ours cannot be written, nothing is closed', async () => {
    await workInParallel();
    seat(here, 'Мұнда үш');
    renameSync(stick, `${stick} жоқ`);
    expect(await leaveForOther(here)).toMatchObject({ ok: false, failure: { code: 'medium-gone' } });
    expect(jurors(here)).toContain('Мұнда үш');
    renameSync(`${stick} жоқ`, stick);
  });

  test('that is nothing of ours is said to be unreadable, and is not touched', async () => {
    writeFileSync(path, 'Құрметті әріптестер!\n');
    seat(here, 'Мұнда');
    must(await vault(here).publish());
    expect(must(await twoFiles(here))?.other).toMatchObject({ failure: { code: 'not-this-kind' } });
    expect(readFileSync(path, 'utf8')).toBe('Құрметті әріптестер!\n');
  });
});

describe('another place', () => {
  test('takes everything, the contest goes on there, and the file left behind stays as it was', async () => {
    const left = readFileSync(path);
    seat(here, 'Бірінші');
    const target = join(here.folder, 'Басқа.tarazy');
    const state = must(await saveElsewhere(here, { file: here.files.grant(target).token }));
    expect(state).toMatchObject({ file: { name: 'Басқа.tarazy' }, dirty: false, problem: null });
    expect(readFileSync(path).equals(left)).toBe(true);
    seat(here, 'Екінші');
    must(await close(here));
    expect(readFileSync(path).equals(left)).toBe(true);
    await openAt(there, target);
    expect(jurors(there)).toEqual(['Бірінші', 'Екінші']);
    expect(must(await recents(here))[0]?.name).toBe('Басқа.tarazy');
  });

  test('that takes nothing changes nothing: the contest stays in its file', async () => {
    const target = join(here.folder, 'жоқ бума', 'Басқа.tarazy');
    const refused = await saveElsewhere(here, { file: here.files.grant(target).token });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'medium-gone' } });
    expect(vault(here).state).toMatchObject({ file: { name: 'Байқау.tarazy' }, problem: null });
    seat(here, 'Бірінші');
    expect(must(await vault(here).publish())).toMatchObject({ dirty: false, file: { name: 'Байқау.tarazy' } });
  });
});

describe('there and back', () => {
  test('nothing is lost, the newer file is taken, and what was here stays as a kept version', async () => {
    seat(here, 'Мұнда');
    must(await close(here));
    await openAt(there);
    expect(jurors(there)).toEqual(['Мұнда']);
    seat(there, 'Анда');
    must(await close(there));
    const back = await openAt(here);
    expect(back.warnings).toEqual([]);
    expect(jurors(here)).toEqual(['Мұнда', 'Анда']);
    const versions = must(await openVersions(here));
    expect(versions.map(({ counter }) => counter)).toEqual([3, 2, 1]);
    const copy = join(here.folder, 'Бұрынғы.tarazy');
    must(await restoreOpenVersion(here, { counter: 2, to: here.files.grant(copy).token }));
    must(await close(here));
    const older = must(await open(here, { from: { kind: 'file', file: here.files.grant(copy).token }, secret }));
    expect(older.warnings).toEqual([{ kind: 'older_than_seen', seen: 3, file: 2 }]);
    expect(jurors(here)).toEqual(['Мұнда']);
  });

  test('a kept version is never written over a file that is there', async () => {
    const copy = join(here.folder, 'Бар файл.tarazy');
    copyFileSync(path, copy);
    const refused = await restoreOpenVersion(here, { counter: 1, to: here.files.grant(copy).token });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'exists' } });
    expect(existsSync(copy)).toBe(true);
  });
});
