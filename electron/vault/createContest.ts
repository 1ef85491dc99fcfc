import { basename } from 'node:path';
import { rm } from 'node:fs/promises';
import type { ContestId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import type { Heavy } from '../workers/heavy';
import type { BodyStore, Db } from './body';
import { ContestVault } from './contestVault';
import { containerFormat } from './container';
import { exists } from './files';
import { attempt } from './fsFailure';
import { bodyKey, newDataKey } from './keys';
import { takeLock, type Lock } from './lock';
import { newRecoveryCode } from './recoveryCode';
import { passwordCostHere, type PasswordCost } from './slots';
import { prepareFolder, workingFolder, type WorkingFolder } from './workingCopy';

export interface CreateContest {
  readonly path: string;
  readonly dataDir: string;
  /** A fresh random id. */
  readonly contestId: ContestId;
  /** The secretary's. */
  readonly password: string;
  readonly store: BodyStore;
  readonly heavy: Heavy;
  readonly cost?: PasswordCost;
  /** The user agreed to replace the file at `path`. */
  readonly replace?: boolean;
  /** Fills the migrated database; runs in one transaction. */
  init(db: Db): void;
}

export interface CreatedContest {
  readonly vault: ContestVault;
  /** To be printed now: it is stored nowhere. */
  readonly recoveryCode: string;
}

/** Makes a contest and publishes it once, so that the file is seen to be writable. On failure nothing is left. */
export async function createContestFile(input: CreateContest): Promise<Result<CreatedContest>> {
  const { path, contestId } = input;
  const file = basename(path);
  const there = await attempt(path, () => exists(path));
  if (!there.ok) return there;
  if (there.value && input.replace !== true) return fail({ code: 'exists', file });

  const folder = workingFolder(input.dataDir, contestId);
  const prepared = await attempt(path, () => prepareFolder(folder));
  if (!prepared.ok) return prepared;
  const taken = await attempt(path, () => takeLock(folder.root));
  if (!taken.ok) return taken;
  const lock = taken.value;
  if (lock === null) return fail({ code: 'in-use', file });

  let created: Result<CreatedContest> | null = null;
  try {
    created = await createLocked(input, folder, lock);
    return created;
  } finally {
    if (created?.ok !== true) {
      await lock.release();
      await rm(folder.root, { recursive: true, force: true });
    }
  }
}

async function createLocked(input: CreateContest, folder: WorkingFolder, lock: Lock): Promise<Result<CreatedContest>> {
  const { path, heavy, contestId, store } = input;
  const key = newDataKey();
  const recovery = newRecoveryCode();
  const slots = [
    await heavy.makeSlot({
      fileId: contestId,
      role: 'secretary',
      secret: { kind: 'password', text: input.password },
      cost: input.cost ?? passwordCostHere(),
      key,
    }),
    await heavy.makeSlot({
      fileId: contestId,
      role: 'recovery',
      secret: { kind: 'recovery', text: recovery.text },
      cost: { name: 'hkdf-sha256' },
      key,
    }),
  ];
  const opened = store.open(folder.body, bodyKey(key), basename(path));
  if (!opened.ok) return opened;
  const db = opened.value;
  const filled = fillOrClose(store, db, () => input.init(db), basename(path));
  if (!filled.ok) return filled;
  const at = new Date().toISOString();
  // The first publication makes the counter 1 and measures the body.
  const header = {
    format: containerFormat,
    contestId,
    counter: 0,
    createdAt: at,
    publishedAt: at,
    body: { bytes: 0, sha256: '' },
    slots,
  } as const;
  const state = {
    path,
    knownHead: null,
    seenCounter: 0,
    savedAt: at,
    publishedAt: null,
    settled: null,
    pending: null,
    medium: null,
    other: null,
    retiredSlots: [],
  };
  const replace = input.replace === true;
  const open = { folder, lock, db, store, heavy, key, header, state } as const;
  const parts = { ...open, openedBy: 'secretary', dirty: true, problem: null, replace } as const;
  const vault = new ContestVault(parts);
  const published = await vault.publish();
  if (published.ok) return ok({ vault, recoveryCode: recovery.text });
  await vault.close({ publish: false });
  return published;
}

/** Fills a new database; one that could not be filled is closed, whatever the reason. */
export function fillOrClose(store: BodyStore, db: Db, init: () => void, file: string): Result<null> {
  let filled: Result<null> | null = null;
  try {
    filled = store.fill(db, init, file);
    return filled;
  } finally {
    if (filled?.ok !== true) db.close();
  }
}
