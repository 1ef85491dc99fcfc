import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { AttachmentContent } from '@shared/model/attachment';
import type { BallotDelta, BallotSnapshot } from '@shared/model/ballotSession';
import type { FileRef } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { findRecent, rememberRecent } from '../../vault/recents';
import { closeAll } from '../contestFile';
import { openBallotOf, pathOf, type Desk } from '../context';
import { basename } from 'node:path';
import * as attachments from './attachments';
import * as carrying from './carry';
import * as edits from './edit';
import * as history from './history';
import { openBallot, type OpenBallot } from './open';
import type { BallotSession } from './session';
import { snapshotOf } from './snapshot';
import * as submission from './submit';

/** The calls of the juror's screens: what the desk has open, and the paths behind the tokens. */

export async function open(desk: Desk, input: InputOf<'ballot.open'>): Promise<Result<BallotSnapshot>> {
  const source = await sourceOf(desk, input.from);
  if (!source.ok) return source;
  await closeAll(desk);
  const { dataDir, heavy, costs } = desk;
  const opened = await openBallot({ from: source.value.from, code: input.code, dataDir, heavy, cost: costs.password });
  if (!opened.ok) return opened;
  desk.ballot = opened.value;
  const { packageId } = opened.value.manifest;
  await rememberRecent(dataDir, { kind: 'ballot', packageId, path: source.value.path });
  return ok(snapshotOf(opened.value));
}

async function sourceOf(
  desk: Desk,
  from: InputOf<'ballot.open'>['from'],
): Promise<Result<{ readonly from: OpenBallot['from']; readonly path: string }>> {
  if (from.kind === 'file') {
    const path = pathOf(desk, from.file);
    return path.ok ? ok({ from: { path: path.value }, path: path.value }) : path;
  }
  const recent = await findRecent(desk.dataDir, from.id);
  if (recent?.kind !== 'ballot') return fail({ code: 'file-forgotten' });
  const { packageId, path } = recent;
  return ok({ from: { packageId, file: basename(path) }, path });
}

const withBallot = <T>(desk: Desk, work: (session: BallotSession, at: Date) => Result<T>): Result<T> => {
  const session = openBallotOf(desk);
  return session.ok ? work(session.value, desk.now()) : session;
};

export const mark = (desk: Desk, input: InputOf<'ballot.mark'>): Result<BallotDelta> =>
  withBallot(desk, (session, at) => edits.mark(session, input, at));

export const comment = (desk: Desk, input: InputOf<'ballot.comment'>): Result<BallotDelta> =>
  withBallot(desk, (session, at) => edits.setComment(session, input, at));

export const recuse = (desk: Desk, input: InputOf<'ballot.recuse'>): Result<BallotDelta> =>
  withBallot(desk, (session, at) => edits.recuse(session, input, at));

export const withdrawRecusal = (desk: Desk, input: InputOf<'ballot.withdrawRecusal'>): Result<BallotDelta> =>
  withBallot(desk, (session, at) => edits.withdrawRecusal(session, input, at));

export const carry = (desk: Desk, input: InputOf<'ballot.carry'>): Result<BallotSnapshot> =>
  withBallot(desk, (session, at) => carrying.carry(session, input, at));

export const undo = (desk: Desk): Result<BallotDelta> => withBallot(desk, history.undo);

export const redo = (desk: Desk): Result<BallotDelta> => withBallot(desk, history.redo);

export const setPlace = (desk: Desk, input: InputOf<'ballot.setPlace'>): Result<null> =>
  withBallot(desk, (session) => edits.setPlace(session, input));

export async function submit(desk: Desk, input: InputOf<'ballot.submit'>): Promise<Result<OutputOf<'ballot.submit'>>> {
  const session = openBallotOf(desk);
  if (!session.ok) return session;
  const to = pathOf(desk, input.to);
  if (!to.ok) return to;
  const { allowIncomplete } = input;
  const done = await submission.submit(session.value, { to: to.value, allowIncomplete }, desk.heavy, desk.now);
  if (!done.ok) return done;
  const { receipt, path, snapshot } = done.value;
  return ok({ receipt, file: desk.files.grant(path), snapshot });
}

export async function saveAgain(desk: Desk, input: InputOf<'ballot.saveAgain'>): Promise<Result<FileRef>> {
  const session = openBallotOf(desk);
  if (!session.ok) return session;
  const to = pathOf(desk, input.to);
  if (!to.ok) return to;
  const done = await submission.saveAgain(session.value, { to: to.value }, desk.now);
  return done.ok ? ok(desk.files.grant(done.value.path)) : done;
}

export const correct = (desk: Desk): Result<BallotSnapshot> => withBallot(desk, submission.correct);

export const attachment = (desk: Desk, { index }: InputOf<'ballot.attachment'>): Result<AttachmentContent> =>
  withBallot(desk, (session) => attachments.readAttachment(session, index));

export async function saveAttachment(desk: Desk, input: InputOf<'ballot.saveAttachment'>): Promise<Result<FileRef>> {
  const session = openBallotOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const done = await attachments.saveAttachment(session.value, input.index, path.value);
  return done.ok ? ok(desk.files.grant(path.value)) : done;
}
