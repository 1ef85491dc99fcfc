import { basename } from 'node:path';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { RefusalReason } from '@shared/model/ballot';
import type { FileToken } from '@shared/model/ids';
import type { BallotImport } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContestKeys } from '../db/ballots';
import { readAtMost } from '../exchange/readFile';
import { maxBallotBytes, openReturned } from '../exchange/returned';
import { attempt } from '../vault/fsFailure';
import { freshSlices, rehearse } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { publishNow } from './publishing';
import { storeReturned, takeIn, type ReturnedFile } from './storeReturned';

/**
 * Imports returned ballots, each in a transaction of its own: one bad file among many stops nothing, and what was
 * imported before a stop stays imported.
 */
export async function importBallots(
  desk: Desk,
  input: InputOf<'ballots.import'>,
): Promise<Result<OutputOf<'ballots.import'>>> {
  const imports: BallotImport[] = [];
  const done = await eachFile(desk, input, 'keep', (file): Result<null> => {
    const stored =
      'content' in file ? storeReturned(desk, file.fileName, file.received, file.content) : ok(refusedImport(file));
    if (!stored.ok) return stored;
    imports.push(stored.value);
    return ok(null);
  });
  if (!done.ok) return done;
  const fresh = freshSlices(desk, ['ballots']);
  if (!fresh.ok) return fresh;
  publishNow(desk);
  return ok({ ...fresh.value, imports });
}

/** The same as importing, in one transaction that is taken back: what people are asked about is what will happen. */
export async function previewBallots(
  desk: Desk,
  input: InputOf<'ballots.preview'>,
): Promise<Result<OutputOf<'ballots.preview'>>> {
  const files: (ReturnedFile | RefusedFile)[] = [];
  const read = await eachFile(desk, input, 'drop', (file) => {
    files.push(file);
    return ok(null);
  });
  if (!read.ok) return read;
  return rehearse(desk, (writing) => ({
    imports: files.map((file) => ('content' in file ? takeIn(writing, file) : refusedImport(file))),
  }));
}

interface RefusedFile {
  readonly fileName: string;
  readonly reason: RefusalReason;
}

const refusedImport = ({ fileName, reason }: RefusedFile): BallotImport => ({
  fileName,
  juror: null,
  receipt: null,
  verdict: { kind: 'refused', reason },
  change: null,
  withdrawn: [],
});

/** Decrypts the files one after the other. `onStop`: whether the files before a stop have been worth it. */
async function eachFile(
  desk: Desk,
  input: { readonly files: readonly FileToken[]; readonly task: string },
  onStop: 'keep' | 'drop',
  work: (file: ReturnedFile | RefusedFile) => Result<null>,
): Promise<Result<null>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const { identity } = readContestKeys(session.value.db);
  const total = input.files.length;
  const done = await desk.tasks.run(input.task, async (signal): Promise<Result<null>> => {
    for (const [at, token] of input.files.entries()) {
      desk.emit('task', { task: input.task, done: at, total });
      if (signal.aborted) return at === 0 || onStop === 'drop' ? fail({ code: 'cancelled' }) : ok(null);
      const path = pathOf(desk, token);
      if (!path.ok) return path;
      const worked = work(await readReturnedFile(desk, path.value, identity));
      if (!worked.ok) return worked;
    }
    return ok(null);
  });
  desk.emit('task', { task: input.task, done: total, total });
  return done;
}

async function readReturnedFile(desk: Desk, path: string, identity: string): Promise<ReturnedFile | RefusedFile> {
  const fileName = basename(path);
  const bytes = await attempt(path, () => readAtMost(path, maxBallotBytes));
  if (!bytes.ok) return { fileName, reason: 'not_read' };
  if (bytes.value === null) return { fileName, reason: 'not_a_ballot' };
  const content = await openReturned(bytes.value, identity, desk.heavy);
  return content.ok
    ? { fileName, received: bytes.value, content: content.value }
    : { fileName, reason: content.failure };
}
