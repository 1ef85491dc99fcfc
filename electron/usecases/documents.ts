import { receiptText } from '@shared/domain/ballotCode';
import type { InputOf } from '@shared/ipc/contract';
import type { SealSummary } from '@shared/model/seal';
import type { FileRef } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { logHead } from '../db/log';
import type { Db } from '../db/open';
import type { WinnersWorkbookInput } from '../documents/input';
import { fromHex } from '../exchange/hashes';
import { commit } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { readBallots, readScoring } from './scoring';
import { readSealSummaries } from './seal/summary';
import { workbookOf } from './workbook';

/** Writes the winners' workbook. A provisional one says so; a stopped or failed export leaves no file behind. */
export async function exportWorkbook(desk: Desk, input: InputOf<'documents.workbook'>): Promise<Result<FileRef>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const { db } = session.value;
  const workbook = workbookOf(readScoring(db), {
    language: input.language,
    at: desk.now().toISOString(),
    logHead: logHead(db),
    seal: sealIn(db),
    receipts: receiptsIn(db),
  });
  const { task } = input;
  const written = await desk.tasks.run(task, (signal) =>
    desk.heavy.writeWorkbook(
      { workbook, path: path.value },
      (done, total) => desk.emit('task', { task, done, total }),
      signal,
    ),
  );
  if (!written.ok) return written;
  const file = desk.files.grant(path.value);
  const logged = commit(
    desk,
    ({ log }) => {
      log('workbook_exported', { file: file.name });
      return ok(null);
    },
    'always',
  );
  return logged.ok ? ok(file) : logged;
}

/** The seal in force, for the documents. */
const sealIn = (db: Db): WinnersWorkbookInput['seal'] => {
  const seals = readSealSummaries(db);
  const seal = seals.at(-1);
  return seal === undefined || seal.reopened !== null ? null : { ...seal, reopenings: reopeningsIn(seals) };
};

const reopeningsIn = (seals: readonly SealSummary[]) =>
  seals.flatMap(({ number, reopened }) => (reopened === null ? [] : [{ number, ...reopened }]));

/** Of the ballots that count now, so that a juror can find the own receipt in the document. */
const receiptsIn = (db: Db): WinnersWorkbookInput['receipts'] =>
  readBallots(db).flatMap(({ round, juror, outcome }) =>
    outcome.counted === null ? [] : [{ round, juror, receipt: receiptText(fromHex(outcome.counted)) }],
  );
