import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { readReturned } from '../../../electron/db/ballots';
import { readLog } from '../../../electron/db/log';
import { openBallot } from '../../../electron/usecases/ballot/open';
import { snapshotOf as ballotSnapshot } from '../../../electron/usecases/ballot/snapshot';
import { lastWritten } from '../../../electron/db/ballot/submissions';
import { closeAll } from '../../../electron/usecases/contestFile';
import { readCards } from '../../../electron/db/cards';
import { editionElsewhere, editionOf, openContest, snapshotOf } from '../lib/contest';
import { cheapPassword, deskIn, heavy } from '../lib/desk';
import { markSeries } from '../lib/markSeries';
import type { Tally } from '../lib/tally';
import { contestPath, otherComputer, packagePath, type Recorded } from './child';

/** What had been acknowledged when the power went. */
export type Said = readonly string[];

export interface Verdicts {
  readonly lost: Tally;
  readonly unreadable: Tally;
  readonly halves: Tally;
  readonly unnoticed: Tally;
}

const last = (said: Said, step: string): number =>
  Number(said.findLast((line) => line.startsWith(`${step} `))?.slice(step.length + 1) ?? 0);

/** Opens what the power loss left, with the application's own code, and holds it against what was acknowledged. */
export async function check(work: Recorded, said: Said, verdicts: Verdicts, where: string): Promise<void> {
  if (work.kind === 'ballot') await checkBallot(work.root, work.code, said, verdicts, where);
  else if (work.kind === 'journal') checkRows(work.root, said, verdicts, where);
  else await checkContest(work, said, verdicts, where);
}

async function checkBallot(root: string, code: string, said: Said, verdicts: Verdicts, where: string): Promise<void> {
  const { dataDir } = deskIn(root);
  const file = join(root, 'stick', 'ballot.tscores');
  const sent = existsSync(file) ? readFileSync(file) : null;
  const opened = await openBallot({ from: { path: packagePath(root) }, code, dataDir, heavy, cost: cheapPassword });
  verdicts.unreadable.check(opened.ok ? null : `${where}: ${opened.failure.code}`);
  if (!opened.ok) return;
  const session = opened.value;
  const { cursor } = session.head;
  const marked = last(said, 'marked');
  verdicts.lost.tried();
  if (cursor < marked) verdicts.lost.found(`${where}: ${cursor} marks of ${marked}`);
  const submission = lastWritten(session.db);
  if (said.includes('submitted')) {
    const arrived = submission !== null && sent !== null && Buffer.compare(submission.file, sent) === 0;
    if (!arrived) verdicts.lost.found(`${where}: the submitted ballot`);
  }
  // A file that a juror could send is the ballot that this computer knows it wrote, or it is not there at all.
  const series = markSeries(session.manifest);
  const difference = cursor > marked + 1 ? `${cursor} marks of ${marked}` : null;
  verdicts.halves.check(difference ?? series.difference(ballotSnapshot(session).cards, cursor));
  await session.close();
}

async function checkContest(
  work: Recorded & { kind: 'contest' | 'again' | 'elsewhere' },
  said: Said,
  verdicts: Verdicts,
  where: string,
): Promise<void> {
  const path = contestPath(work.root);
  // Before its making was acknowledged, there need not be a contest.
  const promised = work.kind !== 'contest' || said.includes('created');
  if (!promised && !existsSync(path)) return;
  const fileHolds = await editionElsewhere(path, join(work.root, 'third'));
  verdicts.unreadable.check(typeof fileHolds === 'number' ? null : `${where}: the file is ${fileHolds}`);
  const published = last(said, 'published');
  verdicts.lost.tried();
  if (Number(fileHolds) < published) verdicts.lost.found(`${where}: the file holds ${fileHolds} of ${published}`);

  const desk = deskIn(work.kind === 'elsewhere' ? otherComputer(work.root) : work.root);
  const opened = await openContest(desk, path);
  verdicts.unreadable.check(opened.ok ? null : `${where}: the working copy is ${opened.failure.code}`);
  if (!opened.ok || desk.contest === null) return;
  const { db } = desk.contest;
  const edition = editionOf(snapshotOf(desk).contest);
  const saved = last(said, 'saved');
  if (edition < saved) verdicts.lost.found(`${where}: the working copy holds ${edition} of ${saved}`);
  const returned = new Set(readReturned(db).map((row) => row.hash));
  for (const line of said.filter((each) => each.startsWith('imported ')))
    if (!returned.has(line.slice(9))) verdicts.lost.found(`${where}: an imported ballot`);
  const lines = readLog(db, 100_000);
  const changes = lines.filter((line) => line.action === 'rules_changed').length;
  const imports = lines.filter((line) => line.action === 'ballot_imported').length;
  const jurors = new Set(readCards(db).map((card) => card.juror)).size;
  const whole = changes === edition && imports === returned.size && jurors === returned.size;
  verdicts.halves.check(
    whole ? null : `${where}: edition ${edition}, ${changes} changes; ${imports} imports, ${jurors} jurors' cards`,
  );
  // What the file does not hold must be known to be missing there, or it would never be written.
  const noticed = edition === Number(fileHolds) || desk.contest.state.dirty;
  verdicts.unnoticed.check(
    noticed ? null : `${where}: ${edition} here, ${fileHolds} in the file, and nothing to publish`,
  );
  await closeAll(desk);
}

function checkRows(root: string, said: Said, verdicts: Verdicts, where: string): void {
  const path = join(root, 'rows.db');
  const inserted = last(said, 'inserted');
  if (inserted === 0) return;
  const db = new Database(path);
  try {
    const count = (table: string): number =>
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
    const [lines, others] = [count('line'), count('other')];
    const whole = db.pragma('quick_check', { simple: true }) === 'ok';
    verdicts.unreadable.check(whole ? null : `${where}: quick_check`);
    verdicts.lost.check(Math.min(lines, others) < inserted ? `${where}: ${lines} and ${others} of ${inserted}` : null);
    verdicts.halves.check(lines === others ? null : `${where}: ${lines} rows with ${others} others`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    verdicts.unreadable.check(`${where}: ${error.code}`);
  } finally {
    db.close();
  }
}
