import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logIsWhole } from '../../../electron/db/log';
import { hex } from '../../../electron/exchange/hashes';
import {
  changePassword,
  removeChair,
  renewRecoveryCode,
  setChairPassword,
  tryRecoveryCode,
} from '../../../electron/usecases/access';
import { close, closeAll, create, open } from '../../../electron/usecases/contestFile';
import { unlockSigner } from '../../../electron/usecases/signers';
import { findTemplate } from '../../../electron/usecases/templates';
import { isFresh, must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// Who can open the contest's file, on the file itself: a key counts as changed when the file says so.

const password = 'ұзын құпиясөз';
const next = 'алты қызыл алма';

let secretary: TestDesk;
let path: string;
let code: string;

beforeEach(async () => {
  secretary = testDesk();
  path = join(secretary.folder, 'Байқау.tarazy');
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = secretary.files.grant(path).token;
  const made = await create(secretary, { template: 'jana-beles', head: template.head, file, password });
  code = must(made).recoveryCode;
});
afterEach(() => closeAll(secretary));

const key = (role: string) => snapshotOf(secretary).access.find((each) => each.role === role);
const lines = (action: string) => snapshotOf(secretary).log.filter((line) => line.action === action).length;
const byPassword = (text: string) => ({ kind: 'password', text }) as const;
const byCode = (text: string) => ({ kind: 'recovery', text }) as const;

/** Opens what lies in the file on a computer that has never seen it; gives the code of the failure, or 'open'. */
async function elsewhere(secret: ReturnType<typeof byPassword> | ReturnType<typeof byCode>, from = path) {
  const other = testDesk();
  const file = other.files.grant(from).token;
  const opened = await open(other, { from: { kind: 'file', file }, secret });
  await closeAll(other);
  return opened.ok ? 'open' : opened.failure.code;
}

describe('the recovery code', () => {
  test('is untried until what was typed from paper really opens the file; that stays known after closing', async () => {
    expect(key('recovery')).toMatchObject({ triedAt: null });
    const slices = must(await tryRecoveryCode(secretary, { code: code.toLowerCase().replaceAll('-', ' ') }));
    expect(isFresh(secretary, slices)).toBe(true);
    expect(key('recovery')?.triedAt).not.toBeNull();
    must(await close(secretary));
    const file = secretary.files.grant(path).token;
    must(await open(secretary, { from: { kind: 'file', file }, secret: byPassword(password) }));
    expect(key('recovery')?.triedAt).not.toBeNull();
    expect(lines('recovery_tried')).toBe(1);
  });

  test('with a slip is told from a code that is whole and does not open', async () => {
    const swapped = `${code[1] ?? ''}${code[0] ?? ''}${code.slice(2)}`;
    const slip = code[0] === code[1] ? code.slice(1) : swapped;
    expect(await tryRecoveryCode(secretary, { code: slip })).toMatchObject({ failure: { code: 'code-mistyped' } });
    const other = must(await renewRecoveryCode(secretary, { current: byPassword(password) })).recoveryCode;
    expect(await tryRecoveryCode(secretary, { code })).toMatchObject({ failure: { code: 'wrong-secret' } });
    expect(key('recovery')).toMatchObject({ triedAt: null });
    must(await tryRecoveryCode(secretary, { code: other }));
  });

  test('renewed, the old paper no longer opens the file, and the new one is untried', async () => {
    must(await tryRecoveryCode(secretary, { code }));
    const renewed = must(await renewRecoveryCode(secretary, { current: byCode(code) }));
    expect(renewed.recoveryCode).not.toBe(code);
    expect(isFresh(secretary, renewed)).toBe(true);
    expect(key('recovery')).toMatchObject({ triedAt: null });
    must(await close(secretary));
    expect(await elsewhere(byCode(code))).toBe('wrong-secret');
    expect(await elsewhere(byCode(renewed.recoveryCode))).toBe('open');
    expect(await elsewhere(byPassword(password))).toBe('open');
  });
});

describe('the password', () => {
  test('is changed with the present one; an old copy still opens with the old one', async () => {
    const copy = join(secretary.folder, 'Көшірме.tarazy');
    copyFileSync(path, copy);
    const before = key('secretary')?.since ?? '';
    const slices = must(await changePassword(secretary, { current: byPassword(password), next }));
    expect(isFresh(secretary, slices)).toBe(true);
    expect((key('secretary')?.since ?? '') > before).toBe(true);
    expect(lines('password_changed')).toBe(1);
    must(await close(secretary));
    expect(await elsewhere(byPassword(password))).toBe('wrong-secret');
    expect(await elsewhere(byPassword(next))).toBe('open');
    expect(await elsewhere(byCode(code))).toBe('open');
    expect(await elsewhere(byPassword(password), copy)).toBe('open');
  });

  test('forgotten, it is changed with the code from paper', async () => {
    must(await close(secretary));
    const file = secretary.files.grant(path).token;
    must(await open(secretary, { from: { kind: 'file', file }, secret: byCode(code) }));
    must(await changePassword(secretary, { current: byCode(code), next }));
    must(await close(secretary));
    expect(await elsewhere(byPassword(next))).toBe('open');
  });

  test('stays as it is when the present one is wrong: no line in the log, not a byte of the file', async () => {
    const before = readFileSync(path);
    const wrong = await changePassword(secretary, { current: byPassword('басқа құпиясөз'), next });
    expect(wrong).toMatchObject({ ok: false, failure: { code: 'wrong-secret' } });
    expect(lines('password_changed')).toBe(0);
    must(await close(secretary));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('and its line in the log are one step: the log stays whole and tells of every key', async () => {
    must(await changePassword(secretary, { current: byPassword(password), next }));
    must(await renewRecoveryCode(secretary, { current: byPassword(next) }));
    const { contest } = secretary;
    expect(contest !== null && logIsWhole(contest.db)).toBe(true);
    expect(snapshotOf(secretary).access.map(({ role }) => role)).toEqual(['secretary', 'recovery']);
  });
});

describe("the chair's access", () => {
  const chair = 'төрағаның құпиясөзі';
  const reason = 'Төраға ауысты';

  test('taken away, the password opens the file no more; its key retires, and the log tells which and why', async () => {
    must(await setChairPassword(secretary, { current: byPassword(password), next: chair }));
    const signed = must(await unlockSigner(secretary, 'chair', chair)).public;
    const slices = must(await removeChair(secretary, { current: byPassword(password), reason }));
    expect(isFresh(secretary, slices)).toBe(true);
    expect(key('chair')).toBeUndefined();
    expect(await unlockSigner(secretary, 'chair', chair)).toMatchObject({ failure: { code: 'no-chair-key' } });
    expect(snapshotOf(secretary).log[0]).toMatchObject({
      action: 'chair_removed',
      who: 'secretary',
      details: { key: hex(signed) },
      reason,
    });
    must(await close(secretary));
    expect(await elsewhere(byPassword(chair))).toBe('wrong-secret');
    expect(await elsewhere(byPassword(password))).toBe('open');
    expect(await elsewhere(byCode(code))).toBe('open');
  });

  test('stays when the secret is wrong, and cannot be taken where there is none', async () => {
    const none = await removeChair(secretary, { current: byPassword(password), reason });
    expect(none).toMatchObject({ failure: { code: 'no-chair-key' } });
    must(await setChairPassword(secretary, { current: byPassword(password), next: chair }));
    const wrong = await removeChair(secretary, { current: byPassword('басқа құпиясөз'), reason });
    expect(wrong).toMatchObject({ failure: { code: 'wrong-secret' } });
    expect(key('chair')).toBeDefined();
    expect(lines('chair_removed')).toBe(0);
    must(await unlockSigner(secretary, 'chair', chair));
  });

  test('is set again afterwards, with another key for sealing', async () => {
    must(await setChairPassword(secretary, { current: byPassword(password), next: chair }));
    const first = must(await unlockSigner(secretary, 'chair', chair)).public;
    must(await removeChair(secretary, { current: byPassword(password), reason }));
    must(await setChairPassword(secretary, { current: byPassword(password), next: 'жаңа төраға сөзі' }));
    const second = must(await unlockSigner(secretary, 'chair', 'жаңа төраға сөзі')).public;
    expect(second).not.toEqual(first);
    expect(key('chair')).toBeDefined();
    must(await close(secretary));
    expect(await elsewhere(byPassword('жаңа төраға сөзі'))).toBe('open');
    expect(await elsewhere(byPassword(chair))).toBe('wrong-secret');
  });
});
