import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, type Harness, type Job, type Outcome } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally, type Promised } from './lib/tally';
import type { PowerAnswer, PowerInput } from './power/lane';
import { compileShim } from './power/record';

/** States per kind of work, in `npm test` and per release; the last two show that the simulation can find a loss. */
const plan = [
  { kind: 'ballot', title: "a juror's ballot, from the first opening to the submission", short: 120, full: 3200 },
  { kind: 'contest', title: 'a new contest: changes, packages, imports, publications', short: 140, full: 4400 },
  { kind: 'again', title: 'a contest opened again', short: 60, full: 1400 },
  { kind: 'elsewhere', title: 'a contest opened on a computer that has never seen it', short: 60, full: 1400 },
  { kind: 'journal', mode: 'TRUNCATE', title: 'rows under the journal mode that is used', short: 60, full: 3000 },
  { kind: 'journal', mode: 'DELETE', title: 'rows under journal_mode=DELETE', short: 60, full: 3000 },
  { kind: 'journal', mode: 'OFF', title: 'rows under journal_mode=OFF', short: 40, full: 1000 },
] as const;

export const power: Harness = {
  name: 'power',
  numbers: [2],
  title: 'the power goes at any call to the system: unsynced writes dropped, reordered or torn, unsynced names lost',
  run: async (job) => {
    const compiled = compileShim(job.folder);
    if ('missing' in compiled) return { figures: [], promises: [], skipped: [compiled.missing] };
    return inMemory('power', job.folder, (memory) => simulate(job, memory, compiled.shim));
  },
};

/** Simulated disks need no real one: thousands of states are written, and what is durable is decided here. */
async function simulate(job: Job, memory: string, shim: string): Promise<Outcome> {
  const inputs: PowerInput[] = plan.flatMap(({ title: _title, short, full, ...kind }, index) =>
    Array.from({ length: job.lanes }, (_, lane) => {
      const folder = join(memory, `${index}-${lane}`);
      mkdirSync(folder);
      return {
        ...kind,
        states: Math.ceil(count(job, short, full) / job.lanes),
        seed: seedOf(job.seed, index, lane),
        folder,
        shim,
      };
    }),
  );
  const broken = new Tally('lanes that ended badly');
  const answers = await runParts('power-lane', inputs, job.lanes, (ended) => {
    broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
    return ended.kind === 'done' ? (ended.answer as PowerAnswer) : { calls: 0, states: 0, promises: [] };
  });
  const of = (index: number) => answers.slice(index * job.lanes, (index + 1) * job.lanes);
  const figures = plan.map(({ title }, index) => {
    const states = of(index).reduce((sum, each) => sum + each.states, 0);
    return `${title}: ${states} states after ${of(index)
      .map((each) => each.calls)
      .join(' and ')} recorded calls`;
  });
  const known = plan.length - 2;
  const promises = summed(answers.slice(0, known * job.lanes).map((answer) => answer.promises));
  const blind = new Tally('simulations that miss what is known to be lost or halved in another journal mode');
  const deleted = of(known).flatMap((answer) => answer.promises);
  const off = of(known + 1).flatMap((answer) => answer.promises);
  const lost = sumOf(deleted, (what) => what.startsWith('acknowledged'));
  const halved = sumOf(off, (what) => what.startsWith('half') || what.startsWith('unreadable'));
  blind.check(lost.found > 0 ? null : 'nothing was lost under journal_mode=DELETE');
  blind.check(halved.found > 0 ? null : 'nothing was halved under journal_mode=OFF');
  return {
    figures: [
      ...figures,
      `under journal_mode=DELETE ${lost.found} of ${lost.tried} states lost a commit`,
      `under journal_mode=OFF ${halved.found} states held half a transaction or a database that is not whole`,
    ],
    promises: [...promises, broken.promised, blind.promised],
  };
}

function sumOf(
  promises: readonly Promised[],
  isOf: (what: string) => boolean,
): { readonly tried: number; readonly found: number } {
  const own = promises.filter(({ what }) => isOf(what));
  return {
    tried: own.reduce((sum, { tried }) => sum + tried, 0),
    found: own.reduce((sum, { found }) => sum + found, 0),
  };
}
