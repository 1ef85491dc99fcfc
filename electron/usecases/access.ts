import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/result';
import type { Slices } from '@shared/model/snapshot';
import { readSigner, retireSigner } from '../db/signers';
import { parseRecoveryCode } from '../vault/recoveryCode';
import type { Secret } from '../vault/slots';
import { change, freshSlices, type Writing } from './change';
import { openContestOf, type Desk } from './context';
import { inOneStep, isStillOpen } from './keyStep';
import { publishNow } from './publishing';
import { setPassword } from './signers';

/** A slip of the pen is told from a code that does not open: the check sign knows, and another try is all it takes. */
export function mistyped(secret: Secret): Result<never> | null {
  const isCode = secret.kind === 'password' || parseRecoveryCode(secret.text) !== null;
  return isCode ? null : fail({ code: 'code-mistyped' });
}

/** Opens the recovery slot of the open file with what was typed from paper; that it did is kept in the log. */
export async function tryRecoveryCode(
  desk: Desk,
  { code }: InputOf<'access.tryRecoveryCode'>,
): Promise<Result<OutputOf<'access.tryRecoveryCode'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const wrong = mistyped({ kind: 'recovery', text: code });
  if (wrong !== null) return wrong;
  if (!(await session.value.keys.recoveryCodeOpens(code))) return fail({ code: 'wrong-secret' });
  if (!isStillOpen(desk, session.value)) return fail({ code: 'no-contest-open' });
  return change(
    desk,
    ['access'],
    ({ log }) => {
      log('recovery_tried', {});
      return ok(null);
    },
    'always',
  );
}

/** The secretary's. An old copy of the file still opens with the old password. */
export async function changePassword(
  desk: Desk,
  { current, next }: InputOf<'access.changePassword'>,
): Promise<Result<Slices>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const wrong = mistyped(current);
  if (wrong !== null) return wrong;
  const done = await setPassword(desk, { role: 'secretary', current, next });
  if (!done.ok) return done;
  publishNow(desk);
  return freshSlices(desk, ['access']);
}

/** The chair's own password, and with it the key for sealing; typed by the chair at the secretary's computer. */
export async function setChairPassword(
  desk: Desk,
  { current, next }: InputOf<'access.setChairPassword'>,
): Promise<Result<Slices>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const wrong = mistyped(current);
  if (wrong !== null) return wrong;
  const done = await setPassword(desk, { role: 'chair', current, next });
  if (!done.ok) return done;
  publishNow(desk);
  return freshSlices(desk, ['access']);
}

/**
 * Takes the chair's access away: slot and key for sealing. no-chair-key: there is none. Who knows the password can still
 * open old copies of the file; another chair sets a password of the own.
 */
export async function removeChair(
  desk: Desk,
  { current, reason }: InputOf<'access.removeChair'>,
): Promise<Result<Slices>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const wrong = mistyped(current);
  if (wrong !== null) return wrong;
  if (!vault.header.slots.some(({ role }) => role === 'chair')) return fail({ code: 'no-chair-key' });
  const alongside = inOneStep(desk, vault, (writing) => takeChairAway(writing, reason));
  const done = await vault.keys.removeChair(current, alongside);
  if (!done.ok) return done;
  publishNow(desk);
  return freshSlices(desk, ['access']);
}

/** The chair's key for sealing is in force no more, and the log says which one it was. */
export function takeChairAway({ db, at, log }: Writing, reason: string): void {
  const key = readSigner(db, 'chair')?.public;
  retireSigner(db, 'chair', at);
  log('chair_removed', key === undefined ? {} : { key }, { reason });
}

/** The code on the old paper no longer opens this file. */
export async function renewRecoveryCode(
  desk: Desk,
  { current }: InputOf<'access.renewRecoveryCode'>,
): Promise<Result<OutputOf<'access.renewRecoveryCode'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const wrong = mistyped(current);
  if (wrong !== null) return wrong;
  const alongside = inOneStep(desk, session.value, ({ log }) => log('recovery_renewed', {}));
  const code = await session.value.keys.renewRecoveryCode(current, alongside);
  if (!code.ok) return code;
  publishNow(desk);
  const slices = freshSlices(desk, ['access']);
  return slices.ok ? ok({ ...slices.value, recoveryCode: code.value }) : slices;
}
