import { receiptText } from '@shared/domain/ballotCode';
import type { InputOf } from '@shared/ipc/contract';
import { inLanguage, type LocalText } from '@shared/model/language';
import type { SealSummary } from '@shared/model/seal';
import type { FileRef } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { snapshotOf } from '@shared/snapshot/ofContest';
import { logHead, logLength, readLogBytes } from '../db/log';
import type { Db } from '../db/open';
import { readRegionalFiles } from '../db/regionalFiles';
import type { DocumentInput } from '../documents/input';
import { fromHex } from '../exchange/hashes';
import type { WriteDocument } from '../workers/heavy';
import { commit } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { documentRegions } from './regionsInDocuments';
import { readBallots, readScoring } from './scoring';
import { readSealSummaries } from './seal/summary';
import { workbookOf } from './workbook';

/** Writes the winners' workbook. A provisional one says so; a stopped or failed export leaves no file behind. */
export const exportWorkbook = (desk: Desk, input: InputOf<'documents.workbook'>): Promise<Result<FileRef>> =>
  exportDocument(desk, input, 'workbook_exported', desk.heavy.writeWorkbook);

/** Writes the minutes, from the same figures as the workbook. */
export const exportMinutes = (desk: Desk, input: InputOf<'documents.minutes'>): Promise<Result<FileRef>> =>
  exportDocument(desk, input, 'minutes_exported', desk.heavy.writeMinutes);

/** Writes the open snapshot: whoever has it can compute the ranking again. It holds no juror's name. */
export const exportSnapshot = (desk: Desk, input: InputOf<'documents.snapshot'>): Promise<Result<FileRef>> =>
  exportFile(desk, input, 'snapshot_exported', (db, path, onProgress, signal) => {
    const textOf = (text: LocalText) => inLanguage(text, input.language);
    const snapshot = snapshotOf(readScoring(db), { textOf, jurorsByName: false });
    return desk.heavy.writeSnapshot({ snapshot, path }, onProgress, signal);
  });

const exportDocument = (
  desk: Desk,
  input: InputOf<'documents.workbook'>,
  action: 'workbook_exported' | 'minutes_exported',
  write: WriteDocument,
): Promise<Result<FileRef>> =>
  exportFile(desk, input, action, (db, path, onProgress, signal) => {
    const data = readScoring(db);
    const files = readRegionalFiles(db).filter(({ replaced }) => replaced === null);
    const document = workbookOf(data, {
      language: input.language,
      at: desk.now().toISOString(),
      logHead: logHead(db),
      seal: sealIn(db),
      receipts: receiptsIn(db),
      regions: documentRegions(files, readLogBytes(db, logLength(db)), data.nominees),
    });
    return write({ document, path }, onProgress, signal);
  });

async function exportFile(
  desk: Desk,
  input: Pick<InputOf<'documents.workbook'>, 'file' | 'task'>,
  action: 'workbook_exported' | 'minutes_exported' | 'snapshot_exported',
  write: (
    db: Db,
    path: string,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<Result<null>>,
): Promise<Result<FileRef>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const { task } = input;
  const written = await desk.tasks.run(task, (signal) =>
    write(session.value.db, path.value, (done, total) => desk.emit('task', { task, done, total }), signal),
  );
  if (!written.ok) return written;
  const file = desk.files.grant(path.value);
  const logged = commit(
    desk,
    ({ log }) => {
      log(action, { file: file.name });
      return ok(null);
    },
    'always',
  );
  return logged.ok ? ok(file) : logged;
}

/** The seal in force, for the documents. */
const sealIn = (db: Db): DocumentInput['seal'] => {
  const seals = readSealSummaries(db);
  const seal = seals.at(-1);
  return seal === undefined || seal.reopened !== null ? null : { ...seal, reopenings: reopeningsIn(seals) };
};

const reopeningsIn = (seals: readonly SealSummary[]) =>
  seals.flatMap(({ number, reopened }) => (reopened === null ? [] : [{ number, ...reopened }]));

/** Of the ballots that count now, so that a juror can find the own receipt in the document. */
const receiptsIn = (db: Db): DocumentInput['receipts'] =>
  readBallots(db).flatMap(({ round, juror, returned, outcome: { counted } }) =>
    returned
      .filter(({ hash }) => hash === counted)
      .map(({ hash, sequence }) => ({ round, juror, sequence, receipt: receiptText(fromHex(hash)) })),
  );
