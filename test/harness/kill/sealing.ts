import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readLog } from '../../../electron/db/log';
import { readSeals } from '../../../electron/db/seals';
import { readSeal } from '../../../electron/exchange/seal';
import { closeAll } from '../../../electron/usecases/contestFile';
import type { Desk } from '../../../electron/usecases/context';
import { closedContest, passwords } from '../../unit/usecases/closedContest';
import { openContest } from '../lib/contest';
import { deskIn } from '../lib/desk';
import { temporaryFiles } from '../lib/files';
import { killed } from './killed';
import type { Ledger } from './lane';
import { stepsOf } from './sealSteps';

/** A contest takes this many kills, then another begins: each seal names all that were before it. */
const killsPerContest = 25;

export async function sealing(
  folder: string,
  kills: number,
  ledger: Ledger,
  tell: (where: string) => void,
): Promise<void> {
  for (let kill = 0; kill < kills; kill += killsPerContest) {
    tell(`kill ${kill} while sealing`);
    const own = join(folder, `contest-${kill}`);
    await oneContest(own, Math.min(killsPerContest, kills - kill), ledger, tell);
    rmSync(own, { recursive: true, force: true });
  }
}

async function oneContest(folder: string, kills: number, ledger: Ledger, tell: (where: string) => void): Promise<void> {
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const first = { ...deskIn(folder), folder: stick, events: [] };
  const { path } = await closedContest(first);
  await closeAll(first);
  let known = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    tell(`kill ${kill} while sealing in ${folder}`);
    const done = await killed({ kind: 'sealing', path, folder }, ledger.random, 100);
    ledger.acknowledged += done.length;
    known = Math.max(known, Number(done.at(-1) ?? 0));

    const elsewhere = deskIn(join(folder, 'elsewhere'));
    const there = await openContest(elsewhere, path, passwords.secretary);
    await elsewhere.contest?.close({ publish: false });
    rmSync(join(folder, 'elsewhere'), { recursive: true, force: true });
    ledger.unreadable.check(there.ok ? null : `kill ${kill}: the file is ${there.failure.code}`);

    const desk = deskIn(folder);
    const opened = await openContest(desk, path, passwords.secretary);
    ledger.unreadable.check(opened.ok ? null : `kill ${kill}: the working copy is ${opened.failure.code}`);
    if (!opened.ok) continue;
    const steps = stepsOf(desk);
    ledger.lost.tried(done.length);
    if (steps < known) ledger.lost.found(`kill ${kill}: ${steps} seals and reopenings of ${known}`, known - steps);
    ledger.halves.check(steps > known + 1 ? `${steps} steps of ${known}` : halfOf(desk));
    ledger.leftovers.check([stick, desk.dataDir].flatMap(temporaryFiles).join(', ') || null);
    known = steps;
    if (ledger.random.chance(0.5)) await desk.contest?.close({ publish: false });
    else await closeAll(desk);
  }
}

/** A seal with both signatures, and the line in the log that tells of it, are one transaction; so is a reopening. */
function halfOf(desk: Desk): string | null {
  if (desk.contest === null) throw new Error('no contest is open');
  const { db } = desk.contest;
  const seals = readSeals(db);
  const lines = readLog(db, 100_000);
  const told = (action: string) => lines.filter((line) => line.action === action).length;
  const broken = seals.filter((seal) => seal.reopened !== null).length;
  if (told('sealed') !== seals.length || told('seal_reopened') !== broken)
    return `${seals.length} seals, ${broken} of them broken, with ${told('sealed')} and ${told('seal_reopened')} lines`;
  for (const seal of seals) {
    const manifest = readSeal(seal, 'seal');
    if (!manifest.ok) return `seal ${seal.number} is ${manifest.failure.code}`;
  }
  return null;
}
