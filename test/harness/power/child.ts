import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { mark } from '../../../electron/usecases/ballot/edit';
import { openBallot } from '../../../electron/usecases/ballot/open';
import { submit } from '../../../electron/usecases/ballot/submit';
import { closeAll, publish } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { importBallots } from '../../../electron/usecases/importBallots';
import {
  createContest,
  editionOf,
  issueToAll,
  openContest,
  prepareRound,
  snapshotOf,
  writeBallotFile,
  writeEdition,
} from '../lib/contest';
import { cheapPassword, deskIn, heavy, must, tokenOf } from '../lib/desk';
import { markSeries } from '../lib/markSeries';
import type { Part } from '../lib/parts';

export type JournalMode = 'DELETE' | 'OFF' | 'TRUNCATE';

/** What is recorded; it lies under `root`, which the recorder watches. */
export type Recorded =
  | { readonly kind: 'ballot'; readonly root: string; readonly code: string }
  | { readonly kind: 'contest' | 'again' | 'elsewhere'; readonly root: string }
  | { readonly kind: 'journal'; readonly root: string; readonly mode: JournalMode };

export const packagePath = (root: string): string => join(root, 'stick', '1-қазы.tballot');
export const contestPath = (root: string): string => join(root, 'stick', 'Байқау.tarazy');
/** The contest is opened there on a computer that has never seen it. */
export const otherComputer = (root: string): string => join(root, 'other');

/** Works for a while with the application's use cases and tells every step once it was acknowledged. */
export const part: Part = async (input, tell) => {
  const work = input as Recorded;
  if (work.kind === 'ballot') return markAndSubmit(work.root, work.code, tell);
  if (work.kind === 'contest') return newContest(work.root, tell);
  if (work.kind === 'journal') return insertRows(work.root, work.mode, tell);
  const desk = deskIn(work.kind === 'again' ? work.root : otherComputer(work.root));
  must(await openContest(desk, contestPath(work.root)));
  return goOn(desk, 4, tell);
};

type Tell = (where: string) => void;

async function markAndSubmit(root: string, code: string, tell: Tell): Promise<void> {
  const { dataDir } = deskIn(root);
  const session = must(
    await openBallot({ from: { path: packagePath(root) }, code, dataDir, heavy, cost: cheapPassword }),
  );
  tell('begun');
  const series = markSeries(session.manifest);
  for (let n = 0; n < 30; n += 1) {
    must(mark(session, series.nth(n), new Date()));
    tell(`marked ${n + 1}`);
  }
  const to = join(root, 'stick', 'ballot.tscores');
  must(await submit(session, { to, allowIncomplete: true }, heavy, () => new Date()));
  tell('submitted');
  await session.close();
}

async function newContest(root: string, tell: Tell): Promise<void> {
  const desk = deskIn(root);
  await createContest(desk, contestPath(root));
  tell('created');
  // Work that only the working copy holds, right after it was made.
  must(writeEdition(desk, 1));
  tell('saved 1');
  must(await publish(desk));
  tell('published 1');
  prepareRound(desk, 2);
  const jurors = await issueToAll(desk, join(root, 'packages'));
  mkdirSync(join(root, 'arrived'));
  for (const [index, juror] of jurors.entries()) {
    const file = join(root, 'arrived', `${index}.tscores`);
    const { hash } = await writeBallotFile(juror, 1, file);
    must(await importBallots(desk, { files: [tokenOf(desk, file)], task: 'import' }));
    tell(`imported ${hash}`);
  }
  await goOn(desk, 3, tell);
}

async function goOn(desk: Desk, rounds: number, tell: Tell): Promise<void> {
  const first = editionOf(snapshotOf(desk).contest) + 1;
  for (let n = first; n < first + rounds * 2; n += 1) {
    must(writeEdition(desk, n));
    tell(`saved ${n}`);
    if (n % 2 === 0) {
      must(await publish(desk));
      tell(`published ${n}`);
    }
  }
  must(writeEdition(desk, first + rounds * 2));
  tell(`saved ${first + rounds * 2}`);
  await closeAll(desk);
  tell(`published ${first + rounds * 2}`);
}

/** A bare database, in the journal mode of the application or in one that is known to lose or to halve commits. */
async function insertRows(root: string, mode: JournalMode, tell: Tell): Promise<void> {
  const db = new Database(join(root, 'rows.db'));
  // The database refuses to go without a journal unless it is told twice.
  if (mode === 'OFF') db.unsafeMode();
  const taken = db.pragma(`journal_mode=${mode}`, { simple: true });
  if (String(taken).toUpperCase() !== mode) throw new Error(`the journal mode is ${String(taken)}`);
  db.pragma('synchronous=FULL');
  db.exec('CREATE TABLE line(n INTEGER PRIMARY KEY, text TEXT); CREATE TABLE other(n INTEGER PRIMARY KEY, text TEXT)');
  const [line, other] = ['line', 'other'].map((table) => db.prepare(`INSERT INTO ${table}(n, text) VALUES (?, ?)`));
  const insert = db.transaction((n: number) => {
    for (const statement of [line, other]) statement?.run(n, 'x'.repeat(500));
  });
  for (let n = 1; n <= 40; n += 1) {
    insert(n);
    tell(`inserted ${n}`);
  }
  db.close();
  await Promise.resolve();
}
