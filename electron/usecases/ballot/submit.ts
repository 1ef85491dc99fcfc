import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { returnedFileName } from '@shared/domain/ballotFileName';
import { valueOf } from '@shared/domain/scale';
import type { ReturnedBallot, ReturnedCard } from '@shared/model/ballot';
import type { BallotSnapshot, Receipt } from '@shared/model/ballotSession';
import type { EntryId } from '@shared/model/ids';
import { inLanguage } from '@shared/model/language';
import { fail, ok, type Result } from '@shared/result';
import { readHead, setEditable } from '../../db/ballot/head';
import {
  insertSubmission,
  lastSubmission,
  lastWritten,
  markWritten,
  type Submission,
} from '../../db/ballot/submissions';
import { attemptSql } from '../../db/sqliteFailure';
import { inTransaction } from '../../db/sql';
import { ballotOfPackage, writeReturned, type RecipientCipher } from '../../exchange/returned';
import { writeAtomically } from '../../vault/files';
import { attempt } from '../../vault/fsFailure';
import { cardOf, isEditable, type BallotSession } from './session';
import { progressOf, receiptOf, snapshotOf } from './snapshot';

export interface Submitted {
  readonly receipt: Receipt;
  /** Where the file is. */
  readonly path: string;
  readonly snapshot: BallotSnapshot;
}

export interface SubmitInput {
  /** The file to write, or a folder to write it into under its usual name. */
  readonly to: string;
  /** The juror has seen what is missing and submits all the same. */
  readonly allowIncomplete: boolean;
}

/**
 * Writes the `.tscores` file and makes the ballot read-only. ballot-incomplete, ballot-submitted, or what the disk
 * says; after a failure the ballot is editable as before.
 *
 * The content is in the database before the file is anywhere: whatever interrupts this, two different contents never
 * bear one sequence number.
 */
export async function submit(
  session: BallotSession,
  input: SubmitInput,
  cipher: RecipientCipher,
  now: () => Date,
): Promise<Result<Submitted>> {
  if (!isEditable(session)) return fail({ code: 'ballot-submitted' });
  const { missing } = progressOf(session);
  if (missing > 0 && !input.allowIncomplete) return fail({ code: 'ballot-incomplete', missing });
  session.submitting = true;
  try {
    const prepared = await prepare(session, cipher, now());
    if (!prepared.ok) return prepared;
    const written = await writeTo(session, input.to, prepared.value);
    if (!written.ok) return written;
    const { path, fileName } = written.value;
    const recorded = attemptSql(session.file, () => {
      inTransaction(session.db, () => {
        markWritten(session.db, prepared.value.sequence, fileName, now().toISOString());
        setEditable(session.db, false);
      });
      return readHead(session.db);
    });
    if (!recorded.ok) return recorded;
    session.head = recorded.value;
    return ok({
      receipt: receiptOf(session, { ...prepared.value, fileName }),
      path,
      snapshot: snapshotOf(session),
    });
  } finally {
    session.submitting = false;
  }
}

/** Writes the last submitted file again, byte for byte (a stick was pulled, a message was lost). Gives its path. */
export async function saveAgain(
  session: BallotSession,
  input: { readonly to: string },
  now: () => Date,
): Promise<Result<{ readonly path: string }>> {
  const last = attemptSql(session.file, () => lastWritten(session.db));
  if (!last.ok) return last;
  const submission = last.value;
  if (submission === null) return fail({ code: 'invalid', field: 'submission' });
  const written = await writeTo(session, input.to, submission);
  if (!written.ok) return written;
  const { path, fileName } = written.value;
  const recorded = attemptSql(session.file, () =>
    markWritten(session.db, submission.sequence, fileName, now().toISOString()),
  );
  return recorded.ok ? ok({ path }) : recorded;
}

/** Makes a submitted ballot editable again; what is submitted next has the next sequence number. */
export function correct(session: BallotSession): Result<BallotSnapshot> {
  if (session.submitting) return fail({ code: 'ballot-submitted' });
  const done = attemptSql(session.file, () => {
    setEditable(session.db, true);
    return readHead(session.db);
  });
  if (!done.ok) return done;
  session.head = done.value;
  return ok(snapshotOf(session));
}

/** Content and file of this submission, recorded. One that was interrupted is taken up again if nothing changed. */
async function prepare(session: BallotSession, cipher: RecipientCipher, at: Date): Promise<Result<Submission>> {
  const { db, keys, manifest } = session;
  const last = attemptSql(session.file, () => lastSubmission(db));
  if (!last.ok) return last;
  if (last.value !== null && last.value.writtenAt === null) {
    const again = writeReturned(ballotOf(session, last.value.sequence, last.value.at), keys.secret);
    if (again.hash === last.value.hash) return ok(last.value);
  }
  const ballot = ballotOf(session, (last.value?.sequence ?? 0) + 1, at.toISOString());
  const { content, hash, receipt } = writeReturned(ballot, keys.secret);
  const file = await cipher.ageEncryptTo(manifest.recipient, content);
  const submission: Submission = {
    sequence: ballot.sequence,
    hash,
    receipt,
    at: ballot.submittedAt,
    content,
    file,
    fileName: usualName(session, ballot.sequence),
    writtenAt: null,
  };
  const recorded = attemptSql(session.file, () => insertSubmission(db, submission));
  return recorded.ok ? ok(submission) : recorded;
}

const usualName = ({ manifest }: BallotSession, sequence: number): string =>
  returnedFileName(manifest.juror.number, inLanguage(manifest.round.name, 'kk'), sequence);

async function writeTo(
  session: BallotSession,
  to: string,
  submission: Submission,
): Promise<Result<{ readonly path: string; readonly fileName: string }>> {
  const placed = await attempt(to, async () => {
    const path = (await isFolder(to)) ? join(to, usualName(session, submission.sequence)) : to;
    await writeAtomically(path, submission.file);
    return path;
  });
  return placed.ok ? ok({ path: placed.value, fileName: basename(placed.value) }) : placed;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  return found?.isDirectory() ?? false;
}

function ballotOf(session: BallotSession, sequence: number, submittedAt: string): ReturnedBallot {
  const { manifest, keys } = session;
  return ballotOfPackage(manifest, keys.public, {
    sequence,
    submittedAt,
    cards: manifest.entries.map((entry) => returnedCard(session, entry.id as EntryId)),
  });
}

function returnedCard(session: BallotSession, entry: EntryId): ReturnedCard {
  const card = cardOf(session, entry);
  const criteria = session.criteria.get(entry) ?? [];
  const marks = criteria.flatMap((criterion, index) => {
    const step = card.marks[index] ?? null;
    return step === null ? [] : [{ criterion: criterion.id, value: valueOf(criterion.scale, step) }];
  });
  return { entry, marks: card.recusal === null ? marks : [], comment: card.comment, recusal: card.recusal };
}
