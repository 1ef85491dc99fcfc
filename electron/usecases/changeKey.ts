import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/result';
import { logWriter } from '../db/log';
import type { Db } from '../db/open';
import { makeNewKey } from '../vault/newKey';
import { dropVersionsBefore } from '../vault/versions';
import { mistyped, takeChairAway } from './access';
import { freshSlices } from './change';
import { openContestOf, type Desk } from './context';
import { isStillOpen } from './keyStep';
import { prepareSigner } from './signers';

/**
 * «Revoke and change the key»: from now on the contest is under another key, which only the passwords and the recovery
 * code given here open. Refused, with nothing changed, where the file cannot be written: two-files and what the disk
 * says. `unwritten`: the key is changed, but the file could not follow after all, and is still under the former one.
 * Old copies of the file open with their old secrets for ever; with `dropVersions` those kept on this computer go.
 */
export async function changeKey(
  desk: Desk,
  input: InputOf<'access.changeKey'>,
): Promise<Result<OutputOf<'access.changeKey'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const { contestId } = vault;
  const { current, next, chair, reason } = input;
  const wrong = mistyped(current);
  if (wrong !== null) return wrong;
  if (vault.otherFile !== null) return fail({ code: 'two-files' });
  const hasChair = vault.header.slots.some(({ role }) => role === 'chair');
  if (chair !== null && !hasChair) return fail({ code: 'no-chair-key' });

  const { heavy, costs } = desk;
  const { slots } = vault.header;
  const made = await makeNewKey({ heavy, contestId, slots, cost: costs.password, current, next, chair });
  if (!made.ok) return made;
  const secretary = await prepareSigner(desk, vault, { role: 'secretary', current, next });
  const chairs =
    chair === null
      ? null
      : await prepareSigner(desk, vault, {
          role: 'chair',
          current: { kind: 'password', text: chair.current },
          next: chair.next,
        });
  // Whether the place takes a file is seen before anything changes.
  const written = await vault.publish({ always: true });
  if (!written.ok) return written;
  if (vault.otherFile !== null) return fail({ code: 'two-files' });
  if (!isStillOpen(desk, vault)) return fail({ code: 'no-contest-open' });

  const write = (db: Db) => {
    const at = desk.now().toISOString();
    const writing = { db, at, log: logWriter(db, at, vault.openedBy) };
    secretary(writing);
    chairs?.(writing);
    if (chair === null && hasChair) takeChairAway(writing, reason);
    writing.log('key_changed', {}, { reason });
  };
  const changed = await vault.changeKey(made.value.next, write);
  if (vault.isClosed && desk.contest === vault) desk.contest = null;
  if (!changed.ok) return changed;
  const published = await vault.publish();
  if (published.ok && input.dropVersions) await dropVersionsBefore(desk.dataDir, contestId, published.value.counter);
  // Whatever has become of the contest meanwhile: the code exists nowhere else.
  const slices = freshSlices(desk, ['access']);
  return ok({
    ...(slices.ok ? slices.value : {}),
    recoveryCode: made.value.recoveryCode,
    unwritten: published.ok ? null : published.failure,
  });
}
