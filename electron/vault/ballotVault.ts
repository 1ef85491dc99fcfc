import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PackageId } from '@shared/model/ids';
import { meantSigns } from '@shared/domain/crockford';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { BodyStore, Db } from './body';
import { fillOrClose } from './createContest';
import { exists, isErrno, makePrivateFolder, removeLeftovers, writeAtomically } from './files';
import { attempt } from './fsFailure';
import { bodyKey, newDataKey } from './keys';
import { takeLock, type Lock } from './lock';
import { passwordCostHere, slotSchema, type PasswordCost, type Secret, type Slot } from './slots';
import { unlock } from './unlock';

/**
 * The juror's working database, `<data>/ballots/<package id>/`: its random key is wrapped under the ballot's code. It
 * never leaves the computer, so there is no container and nothing to publish; what is committed is kept.
 */
export interface BallotVault {
  readonly packageId: PackageId;
  readonly db: Db;
  /** Whether this code, read as tolerantly as at opening, opens the ballot. */
  codeOpens(code: string): Promise<boolean>;
  close(): Promise<void>;
}

interface Common {
  readonly dataDir: string;
  readonly packageId: PackageId;
  /** As typed; read tolerantly (case, spaces, hyphens, O for 0, I and L for 1). */
  readonly code: string;
  /** What messages call it: the package's file name. */
  readonly file: string;
  readonly store: BodyStore;
  readonly heavy: Heavy;
}

export interface CreateBallot extends Common {
  readonly cost?: PasswordCost;
  /** Fills the migrated database; runs in one transaction. */
  init(db: Db): void;
  /** What is too large for one transaction. Until it is done nothing is begun; when it fails nothing was. */
  fill?(db: Db): Promise<Result<null>>;
}

const headerSchema = z.object({ format: z.number().int().min(1), packageId: z.string(), slot: slotSchema });
const ballotFormat = 1;

const place = (dataDir: string, packageId: PackageId) => {
  const root = join(dataDir, 'ballots', packageId);
  return { root, db: join(root, 'ballot.db'), header: join(root, 'header.json') };
};

/** Whether this computer has begun this ballot. */
export const hasBallotVault = (dataDir: string, packageId: PackageId): Promise<boolean> =>
  exists(place(dataDir, packageId).header);

/** exists: this computer has begun this ballot already; open it instead. */
export async function createBallotVault(input: CreateBallot): Promise<Result<BallotVault>> {
  const { packageId, file, heavy, store } = input;
  return withLock(input, async (where, lock) => {
    if (await exists(where.header)) return fail({ code: 'exists', file });
    // A database without its header was never finished, and nobody has its key.
    await rm(where.db, { force: true });
    await rm(`${where.db}-journal`, { force: true });
    const key = newDataKey();
    const cost = input.cost ?? passwordCostHere();
    const slot = await heavy.makeSlot({ fileId: packageId, role: 'juror', secret: secretOf(input.code), cost, key });
    const db = store.open(where.db, bodyKey(key), file);
    if (!db.ok) return db;
    const { value } = db;
    const filled = fillOrClose(store, value, () => input.init(value), file);
    if (!filled.ok) return filled;
    const whole = await fillOrRemove(where.db, value, async () => (await input.fill?.(value)) ?? ok(null));
    if (!whole.ok) return whole;
    const header = Buffer.from(JSON.stringify({ format: ballotFormat, packageId, slot }));
    const written = await attempt(file, () => writeAtomically(where.header, header));
    if (written.ok) return ok(vaultOf(input, value, slot, lock));
    value.close();
    return written;
  });
}

/** A database that was not filled is nobody's: it goes, whatever the reason. */
async function fillOrRemove(path: string, db: Db, fill: () => Promise<Result<null>>): Promise<Result<null>> {
  let filled: Result<null> | null = null;
  try {
    filled = await fill();
    return filled;
  } finally {
    if (filled?.ok !== true) {
      db.close();
      await rm(path, { force: true });
      await rm(`${path}-journal`, { force: true });
    }
  }
}

/** not-found: this computer has not begun this ballot. */
export async function openBallotVault(input: Common): Promise<Result<BallotVault>> {
  const { packageId, file, heavy, store } = input;
  if (!(await hasBallotVault(input.dataDir, packageId))) return fail({ code: 'not-found', file });
  return withLock(input, async (where, lock) => {
    await removeLeftovers(where.root, '');
    const slot = await readSlot(where.header, packageId, file);
    if (!slot.ok) return slot;
    const unlocked = await unlock(heavy, packageId, [slot.value], secretOf(input.code));
    if (unlocked === null) return fail({ code: 'wrong-secret' });
    const db = store.open(where.db, bodyKey(unlocked.key), file);
    return db.ok ? ok(vaultOf(input, db.value, slot.value, lock)) : db;
  });
}

async function withLock(
  { dataDir, packageId, file }: Common,
  work: (where: ReturnType<typeof place>, lock: Lock) => Promise<Result<BallotVault>>,
): Promise<Result<BallotVault>> {
  const where = place(dataDir, packageId);
  const lock = await attempt(file, async () => {
    await makePrivateFolder(where.root);
    return takeLock(where.root);
  });
  if (!lock.ok) return lock;
  if (lock.value === null) return fail({ code: 'in-use', file });
  let opened: Result<BallotVault> | null = null;
  try {
    opened = await work(where, lock.value);
    return opened;
  } finally {
    if (opened?.ok !== true) await lock.value.release();
  }
}

const vaultOf = ({ packageId, heavy }: Common, db: Db, slot: Slot, lock: Lock): BallotVault => ({
  packageId,
  db,
  codeOpens: async (code) => {
    const unlocked = await unlock(heavy, packageId, [slot], secretOf(code));
    unlocked?.key.fill(0);
    return unlocked !== null;
  },
  close: async () => {
    db.close();
    await lock.release();
  },
});

const secretOf = (code: string): Secret => ({ kind: 'password', text: meantSigns(code) });

async function readSlot(path: string, packageId: PackageId, file: string): Promise<Result<Slot>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return fail({ code: 'damaged', file });
    if (isErrno(error, 'ENOENT')) return fail({ code: 'not-found', file });
    throw error;
  }
  const header = headerSchema.safeParse(json);
  if (!header.success) return fail({ code: 'damaged', file });
  if (header.data.format > ballotFormat) return fail({ code: 'newer-format', file });
  return header.data.packageId === packageId ? ok(header.data.slot) : fail({ code: 'damaged', file });
}
