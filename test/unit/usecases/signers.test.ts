import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSigner } from '../../../electron/db/signers';
import { hex } from '../../../electron/exchange/hashes';
import { isSignedBy, publicKeyOf, signBytes } from '../../../electron/exchange/keys';
import { closeAll, create, open } from '../../../electron/usecases/contestFile';
import { setChairPassword } from '../../../electron/usecases/access';
import { setPassword, unlockSigner } from '../../../electron/usecases/signers';
import { findTemplate } from '../../../electron/usecases/templates';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

const password = 'ұзын құпиясөз';
const chairs = 'төраға сөзі';
let desk: TestDesk;
let recoveryCode: string;

beforeEach(async () => {
  desk = testDesk();
  const template = findTemplate('jana-beles');
  if (!template) throw new Error('no template');
  const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
  ({ recoveryCode } = must(await create(desk, { template: 'jana-beles', head: template.head, file, password })));
});
afterEach(() => closeAll(desk));

const dbOf = () => {
  if (!desk.contest) throw new Error('no contest');
  return desk.contest.db;
};
const actions = () => snapshotOf(desk).log.map((line) => line.action);
const withPassword = (text: string) => ({ kind: 'password', text }) as const;

test('a contest is made with the key of its secretary, and only that password opens it', async () => {
  const keys = must(await unlockSigner(desk, 'secretary', password));
  expect(hex(publicKeyOf(keys.secret))).toBe(hex(keys.public));
  const bytes = new TextEncoder().encode('Байқау');
  expect(isSignedBy('package', bytes, signBytes('package', bytes, keys.secret), keys.public)).toBe(true);
  expect(await unlockSigner(desk, 'secretary', 'басқа')).toEqual({ ok: false, failure: { code: 'wrong-secret' } });
  expect(snapshotOf(desk).log[0]?.details['key']).toBe(hex(keys.public));
});

test("the chair's key is under the chair's password alone", async () => {
  expect(await unlockSigner(desk, 'chair', chairs)).toEqual({ ok: false, failure: { code: 'no-chair-key' } });
  const refused = await setChairPassword(desk, { current: withPassword('басқа'), next: chairs });
  expect(refused).toEqual({ ok: false, failure: { code: 'wrong-secret' } });
  expect(readSigner(dbOf(), 'chair')).toBeNull();
  must(await setChairPassword(desk, { current: withPassword(password), next: chairs }));
  must(await unlockSigner(desk, 'chair', chairs));
  expect((await unlockSigner(desk, 'chair', password)).ok).toBe(false);
  expect((await unlockSigner(desk, 'secretary', chairs)).ok).toBe(false);
});

test('a password changed with the old one keeps the key; the recovery code makes a new one, and the log says so', async () => {
  const first = must(await unlockSigner(desk, 'secretary', password)).public;
  must(await setPassword(desk, { role: 'secretary', current: withPassword(password), next: 'екінші құпиясөз' }));
  expect(must(await unlockSigner(desk, 'secretary', 'екінші құпиясөз')).public).toEqual(first);
  expect((await unlockSigner(desk, 'secretary', password)).ok).toBe(false);
  expect(actions()).not.toContain('signer_renewed');

  const current = { kind: 'recovery', text: recoveryCode } as const;
  must(await setPassword(desk, { role: 'secretary', current, next: 'үшінші құпиясөз' }));
  const third = must(await unlockSigner(desk, 'secretary', 'үшінші құпиясөз')).public;
  expect(third).not.toEqual(first);
  const renewed = snapshotOf(desk).log.find((line) => line.action === 'signer_renewed');
  expect(renewed).toMatchObject({ before: { key: hex(first) }, after: { key: hex(third) } });
  const all = dbOf().prepare('select public, retired_at from signer order by rowid').all();
  expect(all).toMatchObject([{ public: hex(first) }, { public: hex(third), retired_at: null }]);
});

test('what was written beside the wrapped seed is bound to it', async () => {
  const db = dbOf();
  const other = '00'.repeat(32);
  for (const change of [`public = '${other}'`, `id = '0011223344556677'`, `salt = '${'00'.repeat(16)}'`]) {
    db.exec('savepoint before_change');
    db.exec(`update signer set ${change}`);
    expect(await unlockSigner(desk, 'secretary', password), change).toMatchObject({ ok: false });
    db.exec('rollback to before_change; release before_change');
  }
  expect((await unlockSigner(desk, 'secretary', password)).ok).toBe(true);
});

test('a contest of an earlier release gets its key when the password is first needed', async () => {
  dbOf().exec('drop trigger signer_is_never_deleted; delete from signer');
  expect((await unlockSigner(desk, 'secretary', 'басқа')).ok).toBe(false);
  expect(readSigner(dbOf(), 'secretary')).toBeNull();
  const made = must(await unlockSigner(desk, 'secretary', password));
  expect(actions()).toContain('signer_renewed');
  await closeAll(desk);
  const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
  must(await open(desk, { from: { kind: 'file', file }, secret: withPassword(password) }));
  expect(must(await unlockSigner(desk, 'secretary', password)).public).toEqual(made.public);
});
