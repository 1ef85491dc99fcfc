import { stat } from 'node:fs/promises';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { FileFacts, FileRef, TwoFiles, VaultState, Version } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContents } from '../db/contents';
import { attempt } from '../vault/fsFailure';
import { relocateRecent } from '../vault/recents';
import { listVersions, restoreVersion } from '../vault/versions';
import { openContestOf, pathOf, type Desk } from './context';

/** Writes the contest to another place, where it goes on; for a stick that does not come back, or a move. */
export async function saveElsewhere(
  desk: Desk,
  { file }: InputOf<'contest.saveElsewhere'>,
): Promise<Result<VaultState>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, file);
  if (!path.ok) return path;
  const done = await session.value.saveElsewhere(path.value);
  if (done.ok) await relocateRecent(desk.dataDir, session.value.contestId, session.value.path);
  return done;
}

export async function openVersions(desk: Desk): Promise<Result<readonly Version[]>> {
  const session = openContestOf(desk);
  return session.ok ? ok(await listVersions(desk.dataDir, session.value.contestId)) : session;
}

export async function restoreOpenVersion(
  desk: Desk,
  { counter, to }: InputOf<'contest.restoreVersion'>,
): Promise<Result<FileRef>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, to);
  if (!path.ok) return path;
  const done = await restoreVersion(desk.dataDir, session.value.contestId, counter, path.value);
  return done.ok ? ok(desk.files.grant(path.value)) : done;
}

/** Ours and the one that lay in its place, with what tells them apart; null when there is no such question. */
export async function twoFiles(desk: Desk): Promise<Result<TwoFiles | null>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const { otherFile, header, path } = vault;
  if (otherFile === null) return ok(null);
  const size = await attempt(path, async () => (await stat(path)).size);
  const mine: FileFacts = {
    file: desk.files.grant(path),
    counter: header.counter,
    publishedAt: header.publishedAt,
    bytes: size.ok ? size.value : header.body.bytes,
    ...readContents(vault.db),
  };
  const file = desk.files.grant(otherFile.path);
  const seen = await vault.readOther(otherFile, readContents);
  if (!seen.ok) return ok({ mine, other: { file, failure: seen.failure } });
  const { contents, bytes } = seen.value;
  const { counter, publishedAt } = seen.value.header;
  return ok({ mine, other: { file, counter, publishedAt, bytes, ...contents } });
}

export function keepMine(desk: Desk): Result<VaultState> {
  const session = openContestOf(desk);
  return session.ok ? ok(session.value.keepMine()) : session;
}

/** Nothing is closed before our own file holds everything. */
export async function leaveForOther(desk: Desk): Promise<Result<OutputOf<'contest.leaveForOther'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const vault = session.value;
  const { otherFile } = vault;
  if (otherFile === null) return fail({ code: 'file-forgotten' });
  const written = await vault.publish();
  if (!written.ok) return written;
  if (desk.contest === vault) desk.contest = null;
  const closed = await vault.close();
  return closed.ok ? ok(desk.files.grant(otherFile.path)) : closed;
}
