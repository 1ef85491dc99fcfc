import type { Failure } from '@shared/errors';
import type { Slices, Snapshot } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { logWriter, type WriteLog } from '../db/log';
import type { Db } from '../db/open';
import { isSealed } from '../db/seals';
import { attemptSql } from '../db/sqliteFailure';
import { inTransaction } from '../db/sql';
import type { ContestVault } from '../vault/contestVault';
import { openContestOf, type Desk } from './context';
import { readSlices } from './readSnapshot';

export type SliceName = keyof Snapshot;

export type When = 'unsealed' | 'always';

/** Thrown inside a transaction to take it back; never leaves this file. */
class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What a write works with: the database, its instant, and the log in the name of whose key opened the contest. */
export interface Writing {
  readonly db: Db;
  readonly at: string;
  readonly log: WriteLog;
}

/**
 * One write to the contest: one transaction. A failure returned by `work` takes everything back. A sealed contest takes
 * only what its seal does not vouch for: keys, evidence, what was exported, and the breaking of the seal.
 */
export function commit<T>(desk: Desk, work: (writing: Writing) => Result<T>, when: When = 'unsealed'): Result<T> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  if (when === 'unsealed' && isSealed(vault.db)) return fail({ code: 'sealed' });
  const at = desk.now().toISOString();
  try {
    const done = attemptSql(vault.state.file.name, () =>
      inTransaction(vault.db, () => {
        const value = work({ db: vault.db, at, log: logWriter(vault.db, at, vault.openedBy) });
        if (!value.ok) throw new Refused(value.failure);
        return value.value;
      }),
    );
    if (done.ok) vault.markDirty();
    return done;
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure);
    throw error;
  }
}

class Rehearsed<T> extends Error {
  readonly outcome: T;
  constructor(outcome: T) {
    super('rehearsed');
    this.outcome = outcome;
  }
}

/** What a write would give: the same work in a transaction that is always taken back. */
export function rehearse<T>(desk: Desk, work: (writing: Writing) => T): Result<T> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { db, state, openedBy } = session.value;
  const at = desk.now().toISOString();
  try {
    return attemptSql(state.file.name, () =>
      inTransaction(db, (): T => {
        throw new Rehearsed(work({ db, at, log: logWriter(db, at, openedBy) }));
      }),
    );
  } catch (error) {
    if (error instanceof Rehearsed) return ok(error.outcome as T);
    throw error;
  }
}

/** The named slices, freshly read; what derives from the rest (situations) and the log always come with them. */
export function freshSlices(desk: Desk, slices: readonly SliceName[]): Result<Slices> {
  const session = openContestOf(desk);
  return session.ok ? ok(readSlices(session.value.db, [...slices, 'situations', 'log'])) : session;
}

/** A write that also gives something besides the slices it touched. */
export function changeGiving<T>(
  desk: Desk,
  slices: readonly SliceName[],
  work: (writing: Writing) => Result<T>,
  when: When = 'unsealed',
): Result<{ readonly slices: Slices; readonly value: T }> {
  const done = commit(desk, work, when);
  if (!done.ok) return done;
  const fresh = freshSlices(desk, slices);
  return fresh.ok ? ok({ slices: fresh.value, value: done.value }) : fresh;
}

/** A write, and the slices it touched. */
export function change(
  desk: Desk,
  slices: readonly SliceName[],
  work: (writing: Writing) => Result<unknown>,
  when: When = 'unsealed',
): Result<Slices> {
  const done = changeGiving(desk, slices, work, when);
  return done.ok ? ok(done.value.slices) : done;
}

/** For long preparations before a write: a sealed contest refuses before anything is begun. */
export function unsealedContest(desk: Desk): Result<ContestVault> {
  const session = openContestOf(desk);
  return session.ok && isSealed(session.value.db) ? fail({ code: 'sealed' }) : session;
}
