import { sealHindrances } from '@shared/domain/sealing';
import type { InputOf } from '@shared/ipc/contract';
import type { SealHindrance } from '@shared/model/seal';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import type { Db } from '../../db/open';
import { breakSeal, currentSeal, insertSeal } from '../../db/seals';
import { readSigner } from '../../db/signers';
import { fingerprintOf, signSeal, type Signers } from '../../exchange/seal';
import type { SignerRole } from '../../vault/signers';
import { change, unsealedContest } from '../change';
import { openContestOf, type Desk } from '../context';
import { isStillOpen } from '../keyStep';
import { publishNow } from '../publishing';
import { readScoring } from '../scoring';
import { unlockSigner } from '../signers';
import { draftSeal } from './manifest';

const slices = ['contest', 'seals'] as const;

function hindrancesOf(db: Db): readonly SealHindrance[] {
  const data = readScoring(db);
  const isNamed = data.jurors.some((j) => j.chair);
  return sealHindrances(data, { isNamed, hasKey: readSigner(db, 'chair') !== null });
}

/** What has to be settled before the contest can be sealed. */
export function sealChecks(desk: Desk): Result<readonly SealHindrance[]> {
  const session = openContestOf(desk);
  return session.ok ? ok(hindrancesOf(session.value.db)) : session;
}

/**
 * Seals the contest with both keys. Everything is read, signed and written in one transaction: what is signed is what
 * is there.
 */
export async function makeSeal(desk: Desk, input: InputOf<'seal.make'>): Promise<Result<Slices>> {
  const session = unsealedContest(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const hindered = sealHindered(vault.db);
  if (hindered !== null) return hindered;
  const signers = await unlockBoth(desk, input);
  if (!signers.ok) return signers;
  // Two keys take seconds to derive.
  if (!isStillOpen(desk, vault)) return fail({ code: 'no-contest-open' });
  const done = change(desk, slices, ({ db, at, log }) => {
    const late = sealHindered(db);
    if (late !== null) return late;
    const { manifest, contest } = draftSeal(db, at, desk.appVersion, signers.value);
    const seal = signSeal(manifest, signers.value);
    insertSeal(db, { number: manifest.number, ...seal, contest, at });
    log('sealed', { number: String(manifest.number), fingerprint: fingerprintOf(seal.manifest) });
    return ok(null);
  });
  forget(signers.value);
  if (done.ok) publishNow(desk);
  return done;
}

function sealHindered(db: Db): Result<never> | null {
  const hindered = hindrancesOf(db);
  if (hindered.some((h) => h.kind === 'chair_key_missing') && hindered.length === 1)
    return fail({ code: 'no-chair-key' });
  return hindered.length === 0 ? null : fail({ code: 'seal-hindered', count: hindered.length });
}

/** Breaks the seal, visibly for ever: it stays in the database with the reason, and the next seal names it. */
export async function reopenSeal(desk: Desk, input: InputOf<'seal.reopen'>): Promise<Result<Slices>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  if (currentSeal(vault.db) === null) return fail({ code: 'not-sealed' });
  const signers = await unlockBoth(desk, input);
  if (!signers.ok) return signers;
  forget(signers.value);
  if (!isStillOpen(desk, vault)) return fail({ code: 'no-contest-open' });
  const done = change(
    desk,
    slices,
    ({ db, at, log }) => {
      const seal = currentSeal(db);
      if (seal === null) return fail({ code: 'not-sealed' });
      breakSeal(db, seal.number, at, input.reason);
      const about = { number: String(seal.number), fingerprint: fingerprintOf(seal.manifest) };
      log('seal_reopened', about, { reason: input.reason });
      return ok(null);
    },
    'always',
  );
  if (done.ok) publishNow(desk);
  return done;
}

/** Both keys, or whose password was wrong. */
async function unlockBoth(desk: Desk, passwords: { readonly [R in SignerRole]: string }): Promise<Result<Signers>> {
  const secretary = await unlockOne(desk, 'secretary', passwords.secretary);
  if (!secretary.ok) return secretary;
  const chair = await unlockOne(desk, 'chair', passwords.chair);
  if (chair.ok) return ok({ secretary: secretary.value, chair: chair.value });
  secretary.value.secret.fill(0);
  return chair;
}

async function unlockOne(desk: Desk, who: SignerRole, password: string) {
  const keys = await unlockSigner(desk, who, password);
  return keys.ok || keys.failure.code !== 'wrong-secret' ? keys : fail({ code: 'wrong-password-of', who } as const);
}

function forget({ secretary, chair }: Signers): void {
  secretary.secret.fill(0);
  chair.secret.fill(0);
}
