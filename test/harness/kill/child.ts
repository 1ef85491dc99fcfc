import { openBallot } from '../../../electron/usecases/ballot/open';
import { mark } from '../../../electron/usecases/ballot/edit';
import { publish } from '../../../electron/usecases/contestFile';
import { importBallots } from '../../../electron/usecases/importBallots';
import { makeSeal, reopenSeal } from '../../../electron/usecases/seal/seal';
import { passwords } from '../../unit/usecases/closedContest';
import type { Part } from '../lib/parts';
import { editionOf, openContest, snapshotOf, writeEdition } from '../lib/contest';
import { cheapPassword, deskIn, heavy, must, tokenOf } from '../lib/desk';
import { markSeries } from '../lib/markSeries';
import type { Work } from './killed';
import { passwordsAfter } from './keySteps';
import { changeTo } from './rekeying';
import { stepsOf } from './sealSteps';

/** Works without end, with the application's use cases on real files; tells each step once it was acknowledged. */
export const part: Part = async (input, tell) => {
  const work = input as Work;
  tell('loaded');
  if (work.kind === 'scoring') return score(work, tell);
  if (work.kind === 'importing') return importAll(work, tell);
  if (work.kind === 'rekeying') return changeOn(work, tell);
  return work.kind === 'sealing'
    ? sealAndReopen(work.path, work.folder, tell)
    : publishOn(work.path, work.folder, tell);
};

type Tell = (where: string) => void;

async function score(work: Work & { kind: 'scoring' }, tell: Tell): Promise<void> {
  const { path, code } = work;
  const { dataDir } = deskIn(work.folder);
  const session = must(await openBallot({ from: { path }, code, dataDir, heavy, cost: cheapPassword }));
  const series = markSeries(session.manifest);
  for (let n = session.head.cursor; ; n += 1) {
    must(mark(session, series.nth(n), new Date()));
    tell(String(n + 1));
  }
}

async function importAll(work: Work & { kind: 'importing' }, tell: Tell): Promise<void> {
  const desk = deskIn(work.folder);
  must(await openContest(desk, work.path));
  for (let n = work.from; ; n += 1) {
    const index = n % work.files.length;
    const files = [tokenOf(desk, work.files[index] ?? '')];
    const { imports } = must(await importBallots(desk, { files, task: 'import' }));
    tell(`${index} ${imports[0]?.verdict.kind ?? ''}`);
  }
}

async function publishOn(path: string, folder: string, tell: Tell): Promise<void> {
  const desk = deskIn(folder);
  must(await openContest(desk, path));
  for (let n = editionOf(snapshotOf(desk).contest) + 1; ; n += 1) {
    must(writeEdition(desk, n));
    tell(`saved ${n}`);
    must(await publish(desk));
    tell(`published ${n}`);
  }
}

async function sealAndReopen(path: string, folder: string, tell: Tell): Promise<void> {
  const desk = deskIn(folder);
  must(await openContest(desk, path, passwords.secretary));
  for (let n = stepsOf(desk) + 1; ; n += 1) {
    must(n % 2 === 1 ? await makeSeal(desk, passwords) : await reopenSeal(desk, { ...passwords, reason: String(n) }));
    tell(String(n));
  }
}

async function changeOn({ path, folder, changes }: Work & { kind: 'rekeying' }, tell: Tell): Promise<void> {
  const desk = deskIn(folder);
  must(await openContest(desk, path, passwordsAfter(changes).secretary));
  for (let n = changes + 1; ; n += 1) tell(`${n} ${await changeTo(desk, n)}`);
}
