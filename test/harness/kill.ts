import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LaneAnswer, LaneInput } from './kill/lane';
import { count, partsOf, shareOf, type Harness } from './lib/harness';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';

/** How often each kind of work is killed: in `npm test`, and per release. */
const plan = [
  { kind: 'scoring', short: 24, full: 2000 },
  { kind: 'importing', short: 12, full: 1000 },
  { kind: 'publishing', short: 12, full: 1000 },
  { kind: 'sealing', short: 12, full: 1000 },
  { kind: 'rekeying', short: 6, full: 1000 },
] as const;

/** Some minutes of work. */
const killsPerPart = 100;

export const kill: Harness = {
  name: 'kill',
  numbers: [1],
  title: 'kill −9 at random moments of scoring, importing, publishing, sealing and changing the key, then open again',
  run: async (job) => {
    const inputs: LaneInput[] = plan.flatMap(({ kind, short, full }, index) => {
      const kills = count(job, short, full);
      const parts = partsOf(job, kills, killsPerPart);
      return Array.from({ length: parts }, (_, n) => {
        const folder = join(job.folder, `${kind}-${n}`);
        mkdirSync(folder);
        return { kind, kills: shareOf(kills, parts, n), seed: seedOf(job.seed, index, n), folder };
      });
    });
    const broken = new Tally('lanes that ended badly');
    const answers = await runParts(
      'kill-lane',
      inputs,
      job.lanes,
      (ended) => {
        broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
        return ended.kind === 'done' ? (ended.answer as LaneAnswer) : { acknowledged: 0, promises: [] };
      },
      { kept: job.kept },
    );
    const figures = plan.map(({ kind }) => {
      const mine = inputs.flatMap((input, index) => (input.kind === kind ? [{ input, answer: answers[index] }] : []));
      const kills = mine.reduce((sum, { input }) => sum + input.kills, 0);
      const steps = mine.reduce((sum, { answer }) => sum + (answer?.acknowledged ?? 0), 0);
      return `${kind}: ${kills} kills, ${steps} steps acknowledged`;
    });
    return { figures, promises: [...summed(answers.map((answer) => answer.promises)), broken.promised] };
  },
};
