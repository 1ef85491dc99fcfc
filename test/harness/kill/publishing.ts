import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createContest, editionElsewhere, editionOf, openContest, snapshotOf } from '../lib/contest';
import { deskIn } from '../lib/desk';
import { temporaryFiles } from '../lib/files';
import { killed } from './killed';
import type { Ledger } from './lane';

const last = (acknowledged: readonly string[], step: string): number =>
  Number(acknowledged.findLast((line) => line.startsWith(step))?.slice(step.length) ?? 0);

export async function publishing(
  folder: string,
  kills: number,
  ledger: Ledger,
  tell: (where: string) => void,
): Promise<void> {
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const path = join(stick, 'Байқау.tarazy');
  const first = deskIn(folder);
  await createContest(first, path);
  await closeAll(first);
  let saved = 0;
  let published = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    tell(`kill ${kill} while publishing`);
    const done = await killed({ kind: 'publishing', path, folder }, ledger.random, 40);
    ledger.acknowledged += done.length;
    saved = Math.max(saved, last(done, 'saved '));
    published = Math.max(published, last(done, 'published '));

    const fileHolds = await editionElsewhere(path, join(folder, 'elsewhere'));
    ledger.unreadable.check(typeof fileHolds === 'number' ? null : `kill ${kill}: the file is ${fileHolds}`);
    ledger.lost.tried(done.length);
    if (Number(fileHolds) < published) ledger.lost.found(`kill ${kill}: the file holds ${fileHolds} of ${published}`);

    const desk = deskIn(folder);
    const opened = await openContest(desk, path);
    ledger.unreadable.check(opened.ok ? null : `kill ${kill}: the working copy is ${opened.failure.code}`);
    if (!opened.ok) continue;
    const { contest, log } = snapshotOf(desk);
    const edition = editionOf(contest);
    if (edition < saved) ledger.lost.found(`kill ${kill}: the working copy holds ${edition} of ${saved}`);
    // The head and the line that tells of it are one transaction.
    const lines = log[0]?.seq ?? 0;
    ledger.halves.check(
      lines === edition + 1 && edition <= saved + 1 ? null : `edition ${edition} with ${lines} lines`,
    );
    ledger.leftovers.check([stick, desk.dataDir].flatMap(temporaryFiles).join(', ') || null);
    saved = edition;
    // Half of the time the next child begins with work that the file does not hold.
    if (ledger.random.chance(0.5)) await desk.contest?.close({ publish: false });
    else await closeAll(desk);
  }
}
