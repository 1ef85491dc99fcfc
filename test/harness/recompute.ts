import { count, type Harness } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { summed, Tally } from './lib/tally';
import type { RecomputeAnswer, RecomputeInput } from './recompute/lane';

export const recompute: Harness = {
  name: 'recompute',
  numbers: [8],
  title: 'random contests, sealed, and computed again from their ballots by the independent verifier',
  run: (job) =>
    inMemory('recompute', job.folder, async (memory) => {
      const contests = count(job, 40, 1000);
      const each = Math.ceil(contests / job.lanes);
      const inputs: RecomputeInput[] = Array.from({ length: job.lanes }, (_, lane) => ({
        from: lane * each,
        to: Math.min(contests, (lane + 1) * each),
        seed: job.seed,
        folder: `${memory}/${lane}`,
      }));
      const broken = new Tally('lanes that ended badly');
      const answers = await runParts('recompute-lane', inputs, job.lanes, (ended): RecomputeAnswer => {
        broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
        return ended.kind === 'done' ? (ended.answer as RecomputeAnswer) : { promises: [], had: {} };
      });
      const had = new Map<string, number>();
      for (const answer of answers)
        for (const [name, times] of Object.entries(answer.had)) had.set(name, (had.get(name) ?? 0) + times);
      const sorted = [...had].toSorted(([, a], [, b]) => b - a).map(([name, times]) => `${name} ${times}`);
      return {
        figures: [`of the contests had: ${sorted.join(', ')}`],
        promises: [...summed(answers.map((answer) => answer.promises)), broken.promised],
      };
    }),
};
