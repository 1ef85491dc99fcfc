import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logIsWhole } from '../../../electron/db/log';
import { hex } from '../../../electron/exchange/hashes';
import { renewRecoveryCode, setChairPassword } from '../../../electron/usecases/access';
import { changeKey } from '../../../electron/usecases/changeKey';
import { close, closeAll, open, publish } from '../../../electron/usecases/contestFile';
import { makeSeal, reopenSeal, sealChecks } from '../../../electron/usecases/seal/seal';
import { unlockSigner } from '../../../electron/usecases/signers';
import { listVersions } from '../../../electron/vault/versions';
import type { Secret } from '../../../electron/vault/slots';
import { ballotOf, closedContest, dbOf, passwords, returnBallot, type SentBallot } from './closedContest';
import { isFresh, must, snapshotOf, testDesk, type TestDesk } from './testDesk';

// «Revoke and change the key» of a contest that is over: what opens it, who seals it, and what was out before still counts.

const next = { secretary: 'хатшының жаңа сөзі', chair: 'төрағаның жаңа сөзі' };
const reason = 'Код бөтен қолға түсті';
const byPassword = (text: string) => ({ kind: 'password', text }) as const;
const byCode = (text: string) => ({ kind: 'recovery', text }) as const;

let desk: TestDesk;
let path: string;
let sent: readonly SentBallot[];

beforeEach(async () => {
  desk = testDesk();
  ({ path, sent } = await closedContest(desk));
  must(await publish(desk));
});
afterEach(() => closeAll(desk));

const stays = { current: passwords.chair, next: next.chair };
const input = (
  chair: typeof stays | null,
  over: { readonly current?: Secret; readonly dropVersions?: boolean } = {},
) => ({
  current: byPassword(passwords.secretary),
  next: next.secretary,
  chair,
  dropVersions: false,
  reason,
  ...over,
});
const keyOf = async (role: 'secretary' | 'chair', password: string) =>
  hex(must(await unlockSigner(desk, role, password)).public);
const roles = () => snapshotOf(desk).access.map(({ role }) => role);

/** Opens what lies in the file on a computer that has never seen it. */
async function elsewhere(secret: Secret, from = path): Promise<string> {
  const other = testDesk();
  const file = other.files.grant(from).token;
  const opened = await open(other, { from: { kind: 'file', file }, secret });
  await closeAll(other);
  return opened.ok ? 'open' : opened.failure.code;
}

test('with the chair staying: old passwords and code open nothing, both keys for sealing stay, the log tells', async () => {
  const { recoveryCode: oldCode } = must(await renewRecoveryCode(desk, { current: byPassword(passwords.secretary) }));
  const keys = [await keyOf('secretary', passwords.secretary), await keyOf('chair', passwords.chair)];
  const changed = must(await changeKey(desk, input(stays)));
  expect(changed.unwritten).toBeNull();
  expect(isFresh(desk, changed)).toBe(true);
  expect(roles()).toEqual(['secretary', 'chair', 'recovery']);
  expect(snapshotOf(desk).access.find(({ role }) => role === 'recovery')).toMatchObject({ triedAt: null });
  expect([await keyOf('secretary', next.secretary), await keyOf('chair', next.chair)]).toEqual(keys);
  expect(snapshotOf(desk).log[0]).toMatchObject({ action: 'key_changed', who: 'secretary', reason });
  expect(logIsWhole(dbOf(desk))).toBe(true);
  must(await close(desk));
  for (const old of [byPassword(passwords.secretary), byPassword(passwords.chair), byCode(oldCode)])
    expect(await elsewhere(old)).toBe('wrong-secret');
  for (const now of [byPassword(next.secretary), byPassword(next.chair), byCode(changed.recoveryCode)])
    expect(await elsewhere(now)).toBe('open');
});

test('ballots issued before are still taken in, and the contest is sealed and unsealed with the new passwords', async () => {
  must(await changeKey(desk, input(stays)));
  const [late] = sent;
  if (!late) throw new Error('no ballot');
  const back = await returnBallot(desk, ballotOf(late.manifest, late.keys, 2), late.keys);
  expect(back.verdict.kind).not.toBe('refused');
  expect(must(sealChecks(desk))).toEqual([]);
  expect(await makeSeal(desk, passwords)).toMatchObject({ failure: { code: 'wrong-password-of' } });
  must(await makeSeal(desk, next));
  must(await changeKey(desk, { ...input(null), current: byPassword(next.secretary), next: 'үшінші құпиясөз' }));
  // Sealed, the key can be changed; unsealing waits for a chair.
  const unseal = { secretary: 'үшінші құпиясөз', chair: next.chair, reason };
  expect(await reopenSeal(desk, unseal)).toMatchObject({ failure: { code: 'no-chair-key' } });
});

test('with the chair removed: the password opens nothing, its key retires with a line, the checks say what lacks', async () => {
  const key = await keyOf('chair', passwords.chair);
  must(await changeKey(desk, input(null)));
  expect(roles()).toEqual(['secretary', 'recovery']);
  expect(snapshotOf(desk).log.slice(0, 2)).toMatchObject([
    { action: 'key_changed', reason },
    { action: 'chair_removed', details: { key }, reason },
  ]);
  expect(must(sealChecks(desk))).toEqual([{ kind: 'chair_key_missing' }]);
  must(await setChairPassword(desk, { current: byPassword(next.secretary), next: next.chair }));
  expect(await keyOf('chair', next.chair)).not.toBe(key);
  must(await makeSeal(desk, next));
  must(await close(desk));
  expect(await elsewhere(byPassword(passwords.chair))).toBe('wrong-secret');
  expect(await elsewhere(byPassword(next.chair))).toBe('open');
});

test('a wrong password, the secretary’s or the chair’s, changes not a byte, and says whose it is', async () => {
  must(await publish(desk));
  const before = readFileSync(path);
  const wrong = await changeKey(desk, input(stays, { current: byPassword('басқа құпиясөз') }));
  expect(wrong).toMatchObject({ failure: { code: 'wrong-secret' } });
  // The chair cannot throw the secretary out.
  const chairs = await changeKey(desk, input(stays, { current: byPassword(passwords.chair) }));
  expect(chairs).toMatchObject({ failure: { code: 'wrong-secret' } });
  const other = await changeKey(desk, input({ ...stays, current: 'басқа' }));
  expect(other).toEqual({ ok: false, failure: { code: 'wrong-password-of', who: 'chair' } });
  must(await close(desk));
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('where the file cannot be written nothing changes, and the same try works when it can', async () => {
  // Another hand's file lies in its place: which one goes on has to be said first.
  const own = readFileSync(path);
  writeFileSync(path, 'басқа файл');
  expect(await changeKey(desk, input(stays))).toMatchObject({ failure: { code: 'two-files' } });
  expect(await changeKey(desk, input(stays))).toMatchObject({ failure: { code: 'two-files' } });
  expect(await keyOf('chair', passwords.chair)).not.toBe('');
  writeFileSync(path, own);
  desk.contest?.keepMine();
  must(await changeKey(desk, input(stays)));
  const written = desk.contest?.path ?? '';
  must(await close(desk));
  expect(await elsewhere(byPassword(next.secretary), written)).toBe('open');
});

test('kept versions of the former key stay, unless they are to go', async () => {
  const copy = join(desk.folder, 'Көшірме.tarazy');
  copyFileSync(path, copy);
  const kept = async () => (await listVersions(desk.dataDir, desk.contest?.contestId ?? never())).length;
  must(await changeKey(desk, input(stays)));
  expect(await kept()).toBeGreaterThan(1);
  must(await changeKey(desk, { ...input(null, { dropVersions: true }), current: byPassword(next.secretary) }));
  expect(await kept()).toBe(1);
  must(await close(desk));
  expect(await elsewhere(byPassword(passwords.secretary), copy)).toBe('open');
});

function never(): never {
  throw new Error('no contest');
}
