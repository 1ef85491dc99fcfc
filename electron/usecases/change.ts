import type { Failure } from '@shared/errors';
import type { Slices, Snapshot } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import type { Db } from '../db/open';
import { attemptSql } from '../db/sqliteFailure';
import { inTransaction } from '../db/sql';
import { openContestOf, type Desk } from './context';
import { readSlices } from './readSnapshot';

export type SliceName = keyof Snapshot;

/** Thrown inside a transaction to take it back; never leaves this file. */
class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/**
 * One write to the contest: one transaction, then the touched slices freshly read. A failure returned by `work` takes
 * everything back. What derives from the rest (situations) and the log are always read again.
 */
export function changeGiving<T>(
  desk: Desk,
  slices: readonly SliceName[],
  work: (db: Db, at: string) => Result<T>,
): Result<{ readonly slices: Slices; readonly value: T }> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const at = desk.now().toISOString();
  let value: Result<T>;
  try {
    value = attemptSql(vault.state.file.name, () =>
      inTransaction(vault.db, () => {
        const done = work(vault.db, at);
        if (!done.ok) throw new Refused(done.failure);
        return done.value;
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure);
    throw error;
  }
  if (!value.ok) return value;
  vault.markDirty();
  return ok({ slices: readSlices(vault.db, [...slices, 'situations', 'log']), value: value.value });
}

export function change(
  desk: Desk,
  slices: readonly SliceName[],
  work: (db: Db, at: string) => Result<unknown>,
): Result<Slices> {
  const done = changeGiving(desk, slices, work);
  return done.ok ? ok(done.value.slices) : done;
}
