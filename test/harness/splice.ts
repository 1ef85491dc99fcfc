import { count, type Harness } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';
import type { SpliceAnswer, SpliceInput } from './splice/lane';

export const splice: Harness = {
  name: 'splice',
  numbers: [9],
  title: 'parts of an older publication of the same contest in the newer one; an older whole file',
  run: (job) =>
    inMemory('splice', job.folder, async (memory) => {
      const inputs: SpliceInput[] = Array.from({ length: job.lanes }, (_, lane) => ({
        splices: Math.ceil(count(job, 300, 10_000) / job.lanes),
        older: Math.ceil(count(job, 12, 200) / job.lanes),
        seed: seedOf(job.seed, lane),
        folder: `${memory}/${lane}`,
      }));
      const broken = new Tally('lanes that ended badly');
      const answers = await runParts('splice-lane', inputs, job.lanes, (ended): SpliceAnswer => {
        broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
        return ended.kind === 'done' ? (ended.answer as SpliceAnswer) : { bare: 0, refusals: {}, promises: [] };
      });
      const refusals = new Map<string, number>();
      for (const { refusals: own } of answers)
        for (const [code, times] of Object.entries(own)) refusals.set(code, (refusals.get(code) ?? 0) + times);
      const bare = answers.reduce((sum, answer) => sum + answer.bare, 0);
      const blind = new Tally('simulations in which a bare database would have noticed every old page');
      blind.check(bare > 0 ? null : 'no spliced page was taken by the bare database');
      return {
        figures: [
          `refused as ${[...refusals].map(([code, times]) => `${code} ${times} times`).join(', ')}`,
          `without the container, the encrypted database alone took ${bare} of the spliced pages as whole`,
        ],
        promises: [...summed(answers.map((answer) => answer.promises)), broken.promised, blind.promised],
      };
    }),
};
