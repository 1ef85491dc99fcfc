import { join } from 'node:path';
import { openBallot } from '../../../electron/usecases/ballot/open';
import { snapshotOf } from '../../../electron/usecases/ballot/snapshot';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createContest, issueToAll, prepareRound } from '../lib/contest';
import { cheapPassword, deskIn, heavy } from '../lib/desk';
import { temporaryFiles } from '../lib/files';
import { markSeries } from '../lib/markSeries';
import { killed } from './killed';
import type { Ledger } from './lane';

/** A juror's computer is used for this many kills, then another begins: the first opening is killed too. */
const killsPerComputer = 25;

export async function scoring(
  folder: string,
  kills: number,
  ledger: Ledger,
  tell: (where: string) => void,
): Promise<void> {
  const secretary = deskIn(join(folder, 'secretary'));
  await createContest(secretary, join(folder, 'Байқау.tarazy'));
  prepareRound(secretary, 1);
  const [juror] = await issueToAll(secretary, join(folder, 'packages'));
  await closeAll(secretary);
  if (juror === undefined) throw new Error('no package');
  const series = markSeries(juror.manifest);
  let known = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % killsPerComputer === 0) known = 0;
    const computer = join(folder, `juror-${Math.floor(kill / killsPerComputer)}`);
    tell(`kill ${kill} while scoring, seed in ${computer}`);
    const { path, code } = juror;
    const done = await killed({ kind: 'scoring', path, folder: computer, code }, ledger.random, 4);
    ledger.acknowledged += done.length;
    const least = Math.max(known, Number(done.at(-1) ?? 0));

    const { dataDir } = deskIn(computer);
    const opened = await openBallot({ from: { path }, code, dataDir, heavy, cost: cheapPassword });
    ledger.unreadable.check(opened.ok ? null : `kill ${kill}: ${opened.failure.code}`);
    if (!opened.ok) continue;
    const session = opened.value;
    const { cursor } = session.head;
    ledger.lost.tried(done.length);
    if (cursor < least) ledger.lost.found(`kill ${kill}: ${cursor} marks of ${least}`, least - cursor);
    // The mark that was under way may or may not have reached the disk: it was never acknowledged.
    const difference = cursor > least + 1 ? `${cursor} marks of ${least}` : null;
    ledger.halves.check(difference ?? series.difference(snapshotOf(session).cards, cursor));
    ledger.leftovers.check(temporaryFiles(computer).join(', ') || null);
    known = cursor;
    await session.close();
  }
}
