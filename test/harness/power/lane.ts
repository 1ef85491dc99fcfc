import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createContest, issueToAll, prepareRound } from '../lib/contest';
import { deskIn } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Random } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { check, type Verdicts } from './check';
import { packagePath, type Recorded, type JournalMode } from './child';
import { SimulatedDisk, type Tree } from './disk';
import { record } from './record';
import type { TraceEvent } from './trace';
import { firstDifference, hashOf, readTree, writeTree } from './tree';

export interface PowerInput {
  readonly kind: Recorded['kind'];
  readonly mode?: JournalMode;
  readonly states: number;
  readonly seed: number;
  readonly folder: string;
  readonly shim: string;
}

export interface PowerAnswer {
  readonly calls: number;
  readonly states: number;
  readonly promises: readonly Promised[];
}

/** The recorder gives every change a second of its own: two recordings on one folder must not share any. */
const firstClock = 1_700_000_000;
const secondClock = firstClock + 1_000_000;
const mostPasses = 6;

export const part: Part = async (input, tell): Promise<PowerAnswer> => {
  const job = input as PowerInput;
  const root = join(job.folder, 'disk');
  mkdirSync(root, { recursive: true });
  const { work, before, events } = await recorded(job, root);
  const verdicts: Verdicts = {
    lost: new Tally('acknowledged steps lost'),
    unreadable: new Tally('unreadable files'),
    halves: new Tally('half transactions'),
    unnoticed: new Tally('unpublished work that nobody notices'),
  };
  const missed = new Tally('recordings that miss a change');
  const complete = new SimulatedDisk(root, before);
  for (const event of events) complete.apply(event);
  missed.check(firstDifference(complete.live, readTree(root)));

  const random = new Random(job.seed);
  const seen = new Set<string>();
  for (let pass = 0; pass < mostPasses && seen.size < job.states; pass += 1)
    await onePass(job, work, before, events, { pass, random, seen, verdicts, tell });
  const { lost, unreadable, halves, unnoticed } = verdicts;
  const isContest = work.kind !== 'journal' && work.kind !== 'ballot';
  const promises = [lost, unreadable, halves, ...(isContest ? [unnoticed] : [])];
  return { calls: events.length, states: seen.size, promises: [...promises, missed].map((tally) => tally.promised) };
};

interface Progress {
  readonly pass: number;
  readonly random: Random;
  readonly seen: Set<string>;
  readonly verdicts: Verdicts;
  readonly tell: (where: string) => void;
}

/** The power goes once or more after each recorded call; the first pass begins with the worst: all unsynced is gone. */
async function onePass(
  job: PowerInput,
  work: Recorded,
  before: Tree,
  events: readonly TraceEvent[],
  { pass, random, seen, verdicts, tell }: Progress,
): Promise<void> {
  const disk = new SimulatedDisk(work.root, before);
  const said: string[] = [];
  const perCall = (job.states - seen.size) / events.length;
  for (const [index, event] of events.entries()) {
    disk.apply(event);
    if (event.op === 'said') said.push(event.line.replace(/^at /, ''));
    const draws = Math.floor(perCall) + (random.chance(perCall % 1) ? 1 : 0);
    for (let draw = 0; draw < draws && seen.size < job.states; draw += 1) {
      const fate = pass === 0 && draw === 0 && random.chance(0.5) ? 'nothing' : null;
      const tree = disk.afterPowerLoss(random, fate);
      const hash = `${said.length} ${hashOf(tree)}`;
      if (seen.has(hash)) continue;
      seen.add(hash);
      const where = `${work.kind}, after call ${index} (${event.op}), state ${seen.size}`;
      tell(where);
      writeTree(work.root, tree);
      await check(work, said, verdicts, where);
    }
  }
}

async function recorded(
  job: PowerInput,
  root: string,
): Promise<{ readonly work: Recorded; readonly before: Tree; readonly events: readonly TraceEvent[] }> {
  const work = await workOf(job, root);
  mkdirSync(join(root, 'stick'), { recursive: true });
  if (work.kind === 'again' || work.kind === 'elsewhere')
    await record(job.shim, root, 'power-child', { kind: 'contest', root }, firstClock);
  const before = readTree(root);
  return { work, before, events: await record(job.shim, root, 'power-child', work, secondClock) };
}

async function workOf(job: PowerInput, root: string): Promise<Recorded> {
  if (job.kind === 'journal') return { kind: 'journal', root, mode: job.mode ?? 'DELETE' };
  if (job.kind !== 'ballot') return { kind: job.kind, root };
  const secretary = join(job.folder, 'secretary');
  const desk = deskIn(secretary);
  await createContest(desk, join(secretary, 'Байқау.tarazy'));
  prepareRound(desk, 1);
  const [juror] = await issueToAll(desk, join(secretary, 'packages'));
  await closeAll(desk);
  if (juror === undefined) throw new Error('no package');
  mkdirSync(join(root, 'stick'), { recursive: true });
  writeFileSync(packagePath(root), readFileSync(juror.path));
  return { kind: 'ballot', root, code: juror.code };
}
