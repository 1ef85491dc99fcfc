import type { InputOf } from '@shared/ipc/contract';
import type { LogBook } from '@shared/model/log';
import type { FileRef } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { logHead, logIsWhole, logLength, readLogBytes, readWholeLog } from '../db/log';
import { logCsv } from '../documents/logTable';
import { logBytes } from '../exchange/logChain';
import { writeAtomically } from '../vault/files';
import { attempt } from '../vault/fsFailure';
import { commit } from './change';
import { openContestOf, pathOf, type Desk } from './context';

export function readBook(desk: Desk): Result<LogBook> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { db } = session.value;
  return ok({ lines: readWholeLog(db), head: logHead(db), isWhole: logIsWhole(db) });
}

/** `lines`: verbatim, so that the chain can be computed again. `csv`: a table in the interface's words. */
export async function exportLog(desk: Desk, input: InputOf<'log.export'>): Promise<Result<FileRef>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const { db } = session.value;
  const bytes =
    input.as === 'lines'
      ? logBytes(readLogBytes(db, logLength(db)))
      : new TextEncoder().encode(logCsv(readWholeLog(db), input.language));
  const written = await attempt(path.value, () => writeAtomically(path.value, bytes));
  if (!written.ok) return written;
  const file = desk.files.grant(path.value);
  const logged = commit(
    desk,
    ({ log }) => {
      log('log_exported', { file: file.name });
      return ok(null);
    },
    'always',
  );
  return logged.ok ? ok(file) : logged;
}
