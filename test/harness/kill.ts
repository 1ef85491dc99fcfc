import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LaneAnswer, LaneInput } from './kill/lane';
import { count, type Harness } from './lib/harness';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';

/** How often each kind of work is killed: in `npm test`, and per release. */
const plan = [
  { kind: 'scoring', short: 40, full: 2000 },
  { kind: 'importing', short: 20, full: 1000 },
  { kind: 'publishing', short: 20, full: 1000 },
  { kind: 'sealing', short: 20, full: 1000 },
] as const;

export const kill: Harness = {
  name: 'kill',
  numbers: [1],
  title: 'kill −9 at random moments of scoring, importing, publishing and sealing, then open again',
  run: async (job) => {
    const inputs: LaneInput[] = plan.flatMap(({ kind, short, full }, index) => {
      const kills = count(job, short, full);
      return Array.from({ length: job.lanes }, (_, lane) => {
        const folder = join(job.folder, `${kind}-${lane}`);
        mkdirSync(folder);
        const own = Math.floor(kills / job.lanes) + (lane < kills % job.lanes ? 1 : 0);
        return { kind, kills: own, seed: seedOf(job.seed, index, lane), folder };
      });
    });
    const broken = new Tally('lanes that ended badly');
    const answers = await runParts('kill-lane', inputs, job.lanes, (ended) => {
      broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
      return ended.kind === 'done' ? (ended.answer as LaneAnswer) : { acknowledged: 0, promises: [] };
    });
    const figures = plan.map(({ kind }) => {
      const mine = inputs.flatMap((input, index) => (input.kind === kind ? [{ input, answer: answers[index] }] : []));
      const kills = mine.reduce((sum, { input }) => sum + input.kills, 0);
      const steps = mine.reduce((sum, { answer }) => sum + (answer?.acknowledged ?? 0), 0);
      return `${kind}: ${kills} kills, ${steps} steps acknowledged`;
    });
    return { figures, promises: [...summed(answers.map((answer) => answer.promises)), broken.promised] };
  },
};
