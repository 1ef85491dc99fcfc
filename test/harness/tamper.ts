import { count, type Harness } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';
import type { TamperAnswer, TamperInput } from './tamper/lane';

export const tamper: Harness = {
  name: 'tamper',
  numbers: [7],
  title: 'results with one byte changed, and forgeries signed anew by the true keys, before the independent verifier',
  run: (job) =>
    inMemory('tamper', job.folder, async (memory) => {
      const inputs: TamperInput[] = Array.from({ length: job.lanes }, (_, lane) => ({
        contests: Math.ceil(count(job, 4, 100) / job.lanes),
        bytes: count(job, 60, 200),
        seed: seedOf(job.seed, lane),
        folder: `${memory}/${lane}`,
      }));
      const broken = new Tally('lanes that ended badly');
      const answers = await runParts('tamper-lane', inputs, job.lanes, (ended): TamperAnswer => {
        broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
        return ended.kind === 'done' ? (ended.answer as TamperAnswer) : { promises: [], forged: {} };
      });
      const forged = new Map<string, number>();
      for (const answer of answers)
        for (const [name, times] of Object.entries(answer.forged)) forged.set(name, (forged.get(name) ?? 0) + times);
      return {
        figures: [`forged: ${[...forged].map(([name, times]) => `${name} ${times}`).join(', ')}`],
        promises: [...summed(answers.map((answer) => answer.promises)), broken.promised],
      };
    }),
};
