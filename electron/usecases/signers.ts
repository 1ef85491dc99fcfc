import { fail, ok, type Result } from '@shared/result';
import { insertSigner, readSigner, rewrapSigner } from '../db/signers';
import type { SigningKeys } from '../exchange/keys';
import type { ContestVault } from '../vault/contestVault';
import { readStoredSigner, storedSigner, type SignerRole } from '../vault/signers';
import type { Secret } from '../vault/slots';
import { commit, type Writing } from './change';
import { openContestOf, type Desk } from './context';
import { inOneStep, isStillOpen } from './keyStep';

/**
 * The key with which a role seals. wrong-secret: not this role's password; no-chair-key: the chair never set one. A
 * contest of an earlier release gets the secretary's key here, once the password has opened the secretary's slot.
 */
export async function unlockSigner(desk: Desk, role: SignerRole, password: string): Promise<Result<SigningKeys>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const stored = readSigner(vault.db, role);
  if (stored !== null) {
    const signer = readStoredSigner(stored);
    const keys = await desk.heavy.openSigner({ contestId: vault.contestId, signer, password });
    return keys === null ? fail({ code: 'wrong-secret' }) : ok(keys);
  }
  if (role === 'chair') return fail({ code: 'no-chair-key' });
  const holder = await vault.keys.holderOf({ kind: 'password', text: password });
  if (holder !== 'secretary') return fail({ code: 'wrong-secret' });
  const made = await makeFirstSigner(desk, vault, password);
  return made.ok ? unlockSigner(desk, role, password) : made;
}

async function makeFirstSigner(desk: Desk, vault: ContestVault, password: string): Promise<Result<null>> {
  const { contestId } = vault;
  const role = 'secretary';
  const made = await desk.heavy.makeSigner({ contestId, role, password, cost: desk.costs.password });
  if (!isStillOpen(desk, vault)) return fail({ code: 'no-contest-open' });
  return commit(
    desk,
    ({ db, at, log }) => {
      insertSigner(db, storedSigner(made), at);
      log('signer_renewed', { role, key: made.public });
      return ok(null);
    },
    'always',
  );
}

export interface NewPassword {
  readonly role: SignerRole;
  /** Any secret that opens the contest; only the role's own password keeps the role's key. */
  readonly current: Secret;
  readonly next: string;
}

/**
 * Makes ready what a role's new password does to its key: with the old password the same key is wrapped anew; without it
 * nobody can open the old key, so a new one takes its place, and the log says so. Gives what writes it.
 */
export async function prepareSigner(
  desk: Desk,
  vault: ContestVault,
  { role, current, next }: NewPassword,
): Promise<(writing: Writing) => void> {
  const { contestId } = vault;
  const before = readSigner(vault.db, role);
  const own =
    before !== null && current.kind === 'password'
      ? await desk.heavy.openSigner({ contestId, signer: readStoredSigner(before), password: current.text })
      : null;
  const seed = own === null ? {} : { seed: own.secret };
  const made = await desk.heavy.makeSigner({ contestId, role, password: next, cost: desk.costs.password, ...seed });
  own?.secret.fill(0);
  return ({ db, at, log }) => {
    if (before !== null && own !== null) {
      rewrapSigner(db, before, storedSigner(made));
      return;
    }
    insertSigner(db, storedSigner(made), at);
    const changes = before && { before: { key: before.public }, after: { key: made.public } };
    log('signer_renewed', { role, key: made.public }, { changes });
  };
}

/** Sets a role's password: its slot, and its key with it. */
export async function setPassword(desk: Desk, { role, current, next }: NewPassword): Promise<Result<null>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const putSigner = await prepareSigner(desk, vault, { role, current, next });
  const alongside = inOneStep(desk, vault, (writing) => {
    putSigner(writing);
    writing.log('password_changed', { role });
  });
  return vault.keys.changePassword({ role, current, next, cost: desk.costs.password, alongside });
}
