import { basename } from 'node:path';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { RefusalReason } from '@shared/model/ballot';
import type { BallotImport } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContestKeys } from '../db/ballots';
import { readAtMost } from '../exchange/readFile';
import { maxBallotBytes, openReturned } from '../exchange/returned';
import { attempt } from '../vault/fsFailure';
import { freshSlices } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { publishNow } from './publishing';
import { storeReturned } from './storeReturned';

/**
 * Imports returned ballots, each in a transaction of its own: one bad file among many stops nothing, and what was
 * imported before a stop stays imported.
 */
export async function importBallots(
  desk: Desk,
  input: InputOf<'ballots.import'>,
): Promise<Result<OutputOf<'ballots.import'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { identity } = readContestKeys(session.value.db);
  const imports: BallotImport[] = [];
  const total = input.files.length;
  const done = await desk.tasks.run(input.task, async (signal): Promise<Result<null>> => {
    for (const token of input.files) {
      desk.emit('task', { task: input.task, done: imports.length, total });
      if (signal.aborted) return imports.length === 0 ? fail({ code: 'cancelled' }) : ok(null);
      const path = pathOf(desk, token);
      if (!path.ok) return path;
      const imported = await importFile(desk, path.value, identity);
      if (!imported.ok) return imported;
      imports.push(imported.value);
    }
    return ok(null);
  });
  desk.emit('task', { task: input.task, done: total, total });
  if (!done.ok) return done;
  const fresh = freshSlices(desk, ['ballots']);
  if (!fresh.ok) return fresh;
  publishNow(desk);
  return ok({ ...fresh.value, imports });
}

async function importFile(desk: Desk, path: string, identity: string): Promise<Result<BallotImport>> {
  const fileName = basename(path);
  const refused = (reason: RefusalReason): Result<BallotImport> =>
    ok({ fileName, juror: null, receipt: null, verdict: { kind: 'refused', reason } });
  const bytes = await attempt(path, () => readAtMost(path, maxBallotBytes));
  if (!bytes.ok) return refused('not_read');
  if (bytes.value === null) return refused('not_a_ballot');
  const content = await openReturned(bytes.value, identity, desk.heavy);
  return content.ok ? storeReturned(desk, fileName, bytes.value, content.value) : refused(content.failure);
}
