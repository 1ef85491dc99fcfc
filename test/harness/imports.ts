import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportsAnswer, ImportsInput } from './imports/lane';
import { count, partsOf, shareOf, type Harness } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';

/** Some minutes of work. */
const sequencesPerPart = 100;

export const imports: Harness = {
  name: 'imports',
  numbers: [6],
  title:
    'orderings of what may arrive: the same again, older, newer, another, forged, foreign, of former rules, after the seal',
  run: (job) =>
    inMemory('imports', job.folder, async (memory) => {
      const sequences = count(job, 24, 2000);
      const parts = partsOf(job, sequences, sequencesPerPart);
      const inputs: ImportsInput[] = Array.from({ length: parts }, (_, n) => {
        const folder = join(memory, String(n));
        mkdirSync(folder);
        return { folder, seed: seedOf(job.seed, 6, n), sequences: shareOf(sequences, parts, n) };
      });
      const broken = new Tally('lanes that ended badly');
      const answers = await runParts(
        'imports-lane',
        inputs,
        job.lanes,
        (ended): ImportsAnswer | null => {
          broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
          return ended.kind === 'done' ? (ended.answer as ImportsAnswer) : null;
        },
        { kept: job.kept },
      );
      const done = answers.filter((answer) => answer !== null);
      const orderings = done.flatMap((answer) => answer.orderings);
      const steps = done.reduce((sum, answer) => sum + answer.steps, 0);
      return {
        figures: [
          `${orderings.length} sequences, ${new Set(orderings).size} of them different, ${steps} steps; ${most(done)} sets of ballots that count`,
        ],
        promises: [...summed(done.map((answer) => answer.promises)), broken.promised],
      };
    }),
};

const most = (answers: readonly ImportsAnswer[]): number => Math.max(0, ...answers.map(({ sets }) => sets));
