import { basename } from 'node:path';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { ResultsView } from '@shared/model/results';
import type { FileRef } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { maxPackageBytes } from '../../exchange/package';
import { readAtMost } from '../../exchange/readFile';
import { logPart, headOfResults, openResults } from '../../exchange/resultsFile';
import { attempt } from '../../vault/fsFailure';
import { findRecent, rememberRecent } from '../../vault/recents';
import { closeAll } from '../contestFile';
import { pathOf, type Desk } from '../context';
import { summaryOf } from '../seal/summary';
import { documentRegions } from '../regionsInDocuments';
import { workbookOf } from '../workbook';
import { openedResults } from './data';
import { viewOf } from './view';

/** The organiser's calls: a results file is read into memory and nothing of it is kept on disk but its place. */

export async function open(desk: Desk, input: InputOf<'results.open'>): Promise<Result<ResultsView>> {
  const path = await pathFrom(desk, input.from);
  if (!path.ok) return path;
  const file = basename(path.value);
  const bytes = await attempt(path.value, () => readAtMost(path.value, maxPackageBytes));
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail({ code: 'not-this-kind', file, expected: 'results' });
  const results = await openResults(bytes.value, input.code, file, desk.heavy);
  if (!results.ok) return results;
  await closeAll(desk);
  desk.results = openedResults(file, headOfResults(bytes.value), results.value);
  const { manifest } = results.value;
  await rememberRecent(desk.dataDir, {
    kind: 'results',
    contestId: manifest.contest.id,
    number: manifest.number,
    path: path.value,
  });
  return ok(viewOf(desk.results));
}

async function pathFrom(desk: Desk, from: InputOf<'results.open'>['from']): Promise<Result<string>> {
  if (from.kind === 'file') return pathOf(desk, from.file);
  const recent = await findRecent(desk.dataDir, from.id);
  return recent?.kind === 'results' ? ok(recent.path) : fail({ code: 'file-forgotten' });
}

/** The winners' workbook, made from the ballots in the file. */
export async function workbook(desk: Desk, input: InputOf<'results.workbook'>): Promise<Result<FileRef>> {
  if (desk.results === null) return fail({ code: 'no-results-open' });
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const { results, data } = desk.results;
  const { manifest, manifestBytes } = results;
  const { task } = input;
  const seal = summaryOf(manifestBytes, null);
  const lines = Buffer.from(results.parts.get(logPart) ?? new Uint8Array(0))
    .toString('utf8')
    .split('\n');
  const made = workbookOf(data, {
    language: input.language,
    at: manifest.sealedAt,
    logHead: manifest.log.head,
    seal: { ...seal, reopenings: manifest.reopenings },
    receipts: manifest.rounds.flatMap(({ id, ballots }) =>
      ballots.flatMap(({ juror, sequence, receipt }) =>
        receipt === null || sequence === null ? [] : [{ round: id, juror, sequence, receipt }],
      ),
    ),
    regions: documentRegions(results.contest.regions, lines, data.nominees),
  });
  const written = await desk.tasks.run(task, (signal) =>
    desk.heavy.writeWorkbook(
      { document: made, path: path.value },
      (done, total) => desk.emit('task', { task, done, total }),
      signal,
    ),
  );
  return written.ok ? ok(desk.files.grant(path.value)) : written;
}

export function close(desk: Desk): Result<OutputOf<'results.close'>> {
  desk.results = null;
  return ok(null);
}
