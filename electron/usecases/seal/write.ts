import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/result';
import { currentSeal, type SealRow } from '../../db/seals';
import type { Db } from '../../db/open';
import { newBallotCode } from '../../exchange/keys';
import { encryptResults, resultsContent } from '../../exchange/resultsFile';
import { readSeal } from '../../exchange/seal';
import { writeAtomically } from '../../vault/files';
import { attempt } from '../../vault/fsFailure';
import { commit } from '../change';
import { openContestOf, pathOf, type Desk } from '../context';
import { describePart, partBytes } from './parts';

/**
 * Writes the sealed result into a file for the organiser, under a new code. What is in it was fixed at the sealing: a
 * later export holds the same bytes, whatever arrived since. A stopped export leaves nothing behind.
 */
export async function writeResults(
  desk: Desk,
  input: InputOf<'results.write'>,
): Promise<Result<OutputOf<'results.write'>>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const seal = currentSeal(session.value.db);
  if (seal === null) return fail({ code: 'not-sealed' });
  const code = newBallotCode();
  const steps = 2;
  const { task } = input;
  desk.emit('task', { task, done: 0, total: steps });
  const written = await desk.tasks.run(task, async (signal): Promise<Result<null>> => {
    const content = contentOf(session.value.db, seal);
    const file = await encryptResults(content, code, desk.heavy, desk.costs.packageWorkFactor);
    if (signal.aborted) return fail({ code: 'cancelled' });
    desk.emit('task', { task, done: 1, total: steps });
    const done = await attempt(path.value, () => writeAtomically(path.value, file));
    return done.ok ? ok(null) : done;
  });
  if (!written.ok) return written;
  desk.emit('task', { task, done: steps, total: steps });
  const file = desk.files.grant(path.value);
  const logged = commit(
    desk,
    ({ log }) => {
      log('results_exported', { file: file.name, number: String(seal.number) });
      return ok(null);
    },
    'always',
  );
  return logged.ok ? ok({ file, code }) : logged;
}

/** A part that is no longer what was sealed cannot happen behind the triggers: it is a bug, and nothing is written. */
function contentOf(db: Db, seal: SealRow): Uint8Array {
  const manifest = readSeal(seal, 'seal');
  if (!manifest.ok) throw new Error(`the stored seal is ${manifest.failure.code}`);
  const { parts, log } = manifest.value;
  const bytes = parts.map((part) => {
    const found = partBytes(db, part.name, seal.contest, log.lines);
    if (describePart(part.name, found).sha256 !== part.sha256) throw new Error(`${part.name} is not what was sealed`);
    return found;
  });
  return resultsContent(seal, bytes);
}
