import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, type Harness } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';
import { targetNames, type MutateAnswer, type MutateInput } from './mutate/lane';

const likeGenuine = 'read as exactly a genuine one';

/** A part that hangs or dies costs only its own files, and tells which one it was. */
const filesPerPart = 2000;

export const mutate: Harness = {
  name: 'mutate',
  numbers: [4],
  title: 'changed contest, package and ballot files: bits, lengths, splices, JSON under hashes that need no key',
  run: (job) =>
    inMemory('mutate', job.folder, async (memory) => {
      const each = Math.ceil(count(job, 2400, 100_000) / targetNames.length);
      const inputs: MutateInput[] = targetNames.flatMap((target, index) =>
        Array.from({ length: Math.ceil(each / filesPerPart) }, (_, part) => {
          const folder = join(memory, `${target}-${part}`);
          mkdirSync(folder);
          const files = Math.min(filesPerPart, each - part * filesPerPart);
          return { target, files, seed: seedOf(job.seed, index, part), folder };
        }),
      );
      const crashes = new Tally('crashes');
      const hangs = new Tally('hangs');
      const answers = await runParts('mutate-lane', inputs, job.lanes, (ended, index): MutateAnswer | null => {
        const files = inputs[index]?.files ?? 0;
        crashes.tried(files);
        hangs.tried(files);
        if (ended.kind === 'done') return ended.answer as MutateAnswer;
        (ended.kind === 'crash' ? crashes : hangs).found(`${ended.where}: ${ended.detail}`);
        return null;
      });
      const done = answers.filter((answer) => answer !== null);
      const most = (of: (answer: MutateAnswer) => number) => Math.round(Math.max(0, ...done.map(of)));
      return {
        figures: [
          ...targetNames.map((target) => {
            const mine = answers.filter((answer, index) => answer !== null && inputs[index]?.target === target);
            return `${target}: ${refusalsOf(mine.filter((answer) => answer !== null))}`;
          }),
          `the slowest took ${most((answer) => answer.slowestMs)} ms of processor time, of those that ask for the highest costs ${most((answer) => answer.costliestMs)} ms; at most ${most((answer) => answer.peakMiB)} MiB of memory`,
        ],
        promises: [...summed(done.map((answer) => answer.promises)), crashes.promised, hangs.promised],
      };
    }),
};

function refusalsOf(answers: readonly MutateAnswer[]): string {
  const sums = new Map<string, number>();
  for (const { refusals, same } of answers) {
    for (const [reason, times] of Object.entries(refusals)) sums.set(reason, (sums.get(reason) ?? 0) + times);
    if (same > 0) sums.set(likeGenuine, (sums.get(likeGenuine) ?? 0) + same);
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, times]) => `${times} ${reason}`)
    .join(', ');
}
