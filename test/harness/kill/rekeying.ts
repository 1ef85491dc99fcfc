import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setChairPassword } from '../../../electron/usecases/access';
import { changeKey } from '../../../electron/usecases/changeKey';
import { closeAll, open } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import type { Secret } from '../../../electron/vault/slots';
import { createContest, password } from '../lib/contest';
import { deskIn, must, tokenOf } from '../lib/desk';
import { temporaryFiles } from '../lib/files';
import { keyChangesOf, passwordsAfter } from './keySteps';
import { killed } from './killed';
import type { Ledger } from './lane';

/** What a change acknowledged: how many there were, and the code on paper since. */
interface Known {
  readonly changes: number;
  readonly code: string;
}

const byPassword = (text: string): Secret => ({ kind: 'password', text });

/** Opens with the first of these that fits, and says which, or what the last one was told. */
async function openWith(desk: Desk, path: string, secrets: readonly Secret[]): Promise<number | string> {
  let why = 'nothing to open with';
  for (const [n, secret] of secrets.entries()) {
    const opened = await open(desk, { from: { kind: 'file', file: tokenOf(desk, path) }, secret });
    if (opened.ok) return n;
    why = opened.failure.code;
  }
  return why;
}

/**
 * Kills in the middle of «revoke and change the key»: afterwards exactly the passwords before the change or exactly those
 * after it open the file and the working copy, none that were revoked by an acknowledged change, and the code on paper
 * is the one that was told with the passwords.
 */
export async function rekeying(
  folder: string,
  kills: number,
  ledger: Ledger,
  tell: (where: string) => void,
): Promise<void> {
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const path = join(stick, 'Байқау.tarazy');
  let known = await prepare(folder, path);
  for (let kill = 0; kill < kills; kill += 1) {
    tell(`kill ${kill} while the key is changed`);
    const done = await killed({ kind: 'rekeying', path, folder, changes: known.changes }, ledger.random, 150);
    ledger.acknowledged += done.length;
    const last = done.at(-1)?.split(' ');
    if (last !== undefined) known = { changes: Number(last[0]), code: last[1] ?? '' };

    const { changes, code } = known;
    const now = [changes, changes + 1].map((n) => byPassword(passwordsAfter(n).secretary));
    const computer = join(folder, 'elsewhere');
    const elsewhere = deskIn(computer);
    const fileOpens = await openWith(elsewhere, path, now);
    ledger.unreadable.check(typeof fileOpens === 'number' ? null : `kill ${kill}: the file is ${fileOpens}`);
    await closeAll(elsewhere);
    // The change under way has a code that nobody was told.
    if (fileOpens === 0) {
      const byCode = await openWith(elsewhere, path, [{ kind: 'recovery', text: code }]);
      ledger.lost.check(byCode === 0 ? null : `kill ${kill}: the code on paper: ${byCode}`);
      await closeAll(elsewhere);
    }
    const revoked = await openWith(elsewhere, path, [byPassword(passwordsAfter(changes - 1).secretary)]);
    ledger.lost.check(revoked === 0 ? `kill ${kill}: a revoked password opens the file` : null);
    await closeAll(elsewhere);
    rmSync(computer, { recursive: true, force: true });

    const desk = deskIn(folder);
    const opens = await openWith(desk, path, now);
    ledger.unreadable.check(typeof opens === 'number' ? null : `kill ${kill}: the working copy is ${opens}`);
    if (typeof opens !== 'number') continue;
    // The line in the log, the signers under their new passwords and the key are one transaction.
    const told = keyChangesOf(desk);
    ledger.lost.tried(done.length);
    if (told < changes) ledger.lost.found(`kill ${kill}: ${told} changes of ${changes}`);
    const chair = await openWith(desk, path, [byPassword(passwordsAfter(told).chair)]);
    ledger.halves.check(
      told === changes + opens && chair === 0
        ? null
        : `kill ${kill}: ${told} lines, ${changes}+${opens}, chair ${chair}`,
    );
    ledger.leftovers.check([stick, desk.dataDir].flatMap(temporaryFiles).join(', ') || null);
    // From a change that was not acknowledged nobody has the code: the next one is made by the password.
    if (opens === 1) known = await changed(desk, path, told);
    if (ledger.random.chance(0.5)) await desk.contest?.close({ publish: false });
    else await closeAll(desk);
  }
}

/** Changes the key once more, to know the code. */
async function changed(desk: Desk, path: string, changes: number): Promise<Known> {
  const before = passwordsAfter(changes);
  const opened = await openWith(desk, path, [byPassword(before.secretary)]);
  if (opened !== 0) throw new Error(`the contest is ${opened}`);
  return { changes: changes + 1, code: await changeTo(desk, changes + 1) };
}

/** @returns the code on paper. */
export async function changeTo(desk: Desk, n: number): Promise<string> {
  const [before, next] = [passwordsAfter(n - 1), passwordsAfter(n)];
  const { recoveryCode, unwritten } = must(
    await changeKey(desk, {
      current: byPassword(before.secretary),
      next: next.secretary,
      chair: { current: before.chair, next: next.chair },
      dropVersions: false,
      reason: String(n),
    }),
  );
  if (unwritten !== null) throw new Error(`not written: ${unwritten.code}`);
  return recoveryCode;
}

async function prepare(folder: string, path: string): Promise<Known> {
  const desk = deskIn(folder);
  await createContest(desk, path);
  must(await setChairPassword(desk, { current: byPassword(password), next: passwordsAfter(0).chair }));
  const first = passwordsAfter(1);
  const { recoveryCode } = must(
    await changeKey(desk, {
      current: byPassword(password),
      next: first.secretary,
      chair: { current: passwordsAfter(0).chair, next: first.chair },
      dropVersions: false,
      reason: '1',
    }),
  );
  await closeAll(desk);
  return { changes: 1, code: recoveryCode };
}
