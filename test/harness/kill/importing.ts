import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readReturned } from '../../../electron/db/ballots';
import { readLog } from '../../../electron/db/log';
import { closeAll } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { createContest, issueToAll, openContest, prepareRound } from '../lib/contest';
import { deskIn } from '../lib/desk';
import { cardsDifference } from '../lib/expectedCards';
import { temporaryFiles } from '../lib/files';
import { returnedBallots, type BallotFile } from '../lib/returnedBallots';
import { killed } from './killed';
import type { Ledger } from './lane';

/** A contest takes this many kills, then another begins: later ballots would only be imported again. */
const killsPerContest = 20;
const jurors = 4;
const ballotsEach = 15;

export async function importing(
  folder: string,
  kills: number,
  ledger: Ledger,
  tell: (where: string) => void,
): Promise<void> {
  for (let kill = 0; kill < kills; kill += killsPerContest) {
    tell(`kill ${kill} while importing`);
    const own = join(folder, `contest-${kill}`);
    await oneContest(own, Math.min(killsPerContest, kills - kill), ledger, tell);
    rmSync(own, { recursive: true, force: true });
  }
}

async function oneContest(folder: string, kills: number, ledger: Ledger, tell: (where: string) => void): Promise<void> {
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const path = join(stick, 'Байқау.tarazy');
  const ballots = await prepare(folder, path, ledger);
  const acknowledged = new Set<number>();
  let from = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    tell(`kill ${kill} while importing in ${folder}`);
    const files = ballots.map((ballot) => ballot.path);
    const done = await killed({ kind: 'importing', path, folder, files, from }, ledger.random, 60);
    ledger.acknowledged += done.length;
    for (const line of done) acknowledged.add(Number.parseInt(line, 10));
    from = (from + done.length) % ballots.length;

    const elsewhere = await opens(path, join(folder, 'elsewhere'));
    ledger.unreadable.check(elsewhere === null ? null : `kill ${kill}: the file is ${elsewhere}`);
    const desk = deskIn(folder);
    const opened = await openContest(desk, path);
    ledger.unreadable.check(opened.ok ? null : `kill ${kill}: the working copy is ${opened.failure.code}`);
    if (!opened.ok) continue;
    ledger.lost.tried(done.length);
    const stored = storedIn(desk);
    for (const index of acknowledged) {
      const ballot = ballots[index];
      if (ballot !== undefined && !stored.has(ballot.hash)) ledger.lost.found(`kill ${kill}: ballot ${index}`);
    }
    ledger.halves.check(halfOf(desk, ballots));
    ledger.leftovers.check([stick, desk.dataDir].flatMap(temporaryFiles).join(', ') || null);
    if (ledger.random.chance(0.5)) await desk.contest?.close({ publish: false });
    else await closeAll(desk);
  }
}

async function prepare(folder: string, path: string, ledger: Ledger): Promise<readonly BallotFile[]> {
  const desk = deskIn(folder);
  await createContest(desk, path);
  prepareRound(desk, jurors);
  const everybody = await issueToAll(desk, join(folder, 'packages'));
  await closeAll(desk);
  return returnedBallots(everybody, ballotsEach, folder, ledger.random);
}

async function opens(path: string, folder: string): Promise<string | null> {
  const desk = deskIn(folder);
  const opened = await openContest(desk, path);
  await desk.contest?.close({ publish: false });
  rmSync(folder, { recursive: true, force: true });
  return opened.ok ? null : opened.failure.code;
}

const dbOf = (desk: Desk) => {
  if (desk.contest === null) throw new Error('no contest is open');
  return desk.contest.db;
};

const storedIn = (desk: Desk): ReadonlySet<string> => new Set(readReturned(dbOf(desk)).map((row) => row.hash));

/** A ballot, its line in the log and the cards that follow from it are one transaction. */
function halfOf(desk: Desk, ballots: readonly BallotFile[]): string | null {
  const db = dbOf(desk);
  const lines = readLog(db, 100_000).filter(
    (line) => line.action === 'ballot_imported' && line.details['verdict'] !== 'already_imported',
  );
  const stored = storedIn(desk);
  if (lines.length !== stored.size) return `${stored.size} ballots with ${lines.length} lines in the log`;
  return cardsDifference(
    db,
    ballots.filter((ballot) => stored.has(ballot.hash)),
  );
}
