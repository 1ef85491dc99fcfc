import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { closeAll } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { issueBallots } from '../../../electron/usecases/issueBallots';
import { openContest, snapshotOf } from '../lib/contest';
import { deskIn, must, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';
import { peakMiB } from './peak';

interface IssueInput {
  readonly contest: string;
  readonly folder: string;
  /** Stops when this part of the bytes is written; null: goes on to the end. */
  readonly stopAt: number | null;
}
export interface IssueAnswer {
  readonly peakMiB: number;
  readonly ms: number;
  /** Names in the folder of the packages afterwards. */
  readonly files: readonly string[];
  readonly issued: { readonly fileName: string; readonly code: string } | null;
}

/** The secretary's side in a process of its own. */
export const part: Part = async (given, tell) => {
  const { contest, folder, stopAt } = given as IssueInput;
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  const computer = deskIn(join(folder, 'secretary'));
  const desk: Desk = {
    ...computer,
    emit: (name, payload) => {
      if (name !== 'task' || !('done' in payload)) return;
      tell(`${payload.done} of ${payload.total} bytes`);
      if (stopAt !== null && payload.done >= payload.total * stopAt) computer.tasks.cancel('issue');
    },
  };
  must(await openContest(desk, contest));
  const { rounds } = snapshotOf(desk).contest;
  const round = rounds[1];
  if (!round) throw new Error('the template lost a round');
  const before = performance.now();
  const done = await issueBallots(desk, {
    round: round.id,
    jurors: snapshotOf(desk).jury.jurors.map(({ id }) => id),
    dueAt: '2026-12-01T12:00:00.000Z',
    sendTo: 'Хатшы',
    instructions: { kk: '', ru: '', en: '' },
    folder: tokenOf(desk, out),
    task: 'issue',
  });
  const ms = performance.now() - before;
  if (stopAt === null) must(done);
  else if (done.ok || done.failure.code !== 'cancelled') throw new Error('it was not stopped');
  const [package1] = snapshotOf(desk).ballots.issued;
  await closeAll(desk);
  const issued = package1 === undefined ? null : { fileName: package1.fileName, code: package1.code };
  return { peakMiB: peakMiB(), ms, files: readdirSync(out), issued } satisfies IssueAnswer;
};
