import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, type Harness } from './lib/harness';
import { inMemory } from './lib/memory';
import { runParts } from './lib/parts';
import { Random, seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';
import type { ExportsAnswer, ExportsInput } from './workbooks/exports';
import { dangerousText } from './workbooks/hostile';
import { variantsIn, type WorkbooksAnswer, type WorkbooksInput } from './workbooks/lane';

/** A part that dies costs only its own files. */
const filesPerPart = 6;
/** A bomb of a hundred megabytes is made before it is thrown. */
const silenceMs = 300_000;

export const workbooks: Harness = {
  name: 'workbooks',
  numbers: [5],
  title: 'bombs, entities, formulas, links and broken zips as workbooks and CSV; what got in, written by every export',
  run: (job) =>
    inMemory('workbooks', job.folder, async (memory) => {
      const files = filesOf(job.seed, count(job, 16, 200));
      const inputs: WorkbooksInput[] = [];
      for (let from = 0; from < files.length; from += filesPerPart) {
        const folder = join(memory, String(inputs.length));
        mkdirSync(folder);
        inputs.push({ folder, seed: job.seed, files: files.slice(from, from + filesPerPart) });
      }
      const broken = new Tally('lanes that ended badly');
      const answers = await runParts(
        'workbooks-lane',
        inputs,
        job.lanes,
        (ended): WorkbooksAnswer | null => {
          broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
          return ended.kind === 'done' ? (ended.answer as WorkbooksAnswer) : null;
        },
        { silenceMs, kept: job.kept },
      );
      const done = answers.filter((answer) => answer !== null);
      const exported = await runParts(
        'workbooks-exports',
        contestsOf(job.seed, done, memory),
        job.lanes,
        (ended): ExportsAnswer | null => {
          broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
          return ended.kind === 'done' ? (ended.answer as ExportsAnswer) : null;
        },
        { silenceMs },
      );
      const written = exported.filter((answer) => answer !== null);
      const most = (of: (answer: WorkbooksAnswer) => number) => Math.round(Math.max(0, ...done.map(of)));
      return {
        figures: [
          `${files.length} files of ${new Set(files.map(({ variant }) => variant)).size} kinds: ${verdictsOf(done)}`,
          `the slowest took ${most((answer) => answer.slowestMs)} ms of processor time, the largest ${most((answer) => answer.largestMiB)} MiB with the process around it; ${done.reduce((sum, answer) => sum + answer.died, 0)} ended that process, and the application said that they are too large`,
          `${written.reduce((sum, answer) => sum + answer.written, 0)} texts of theirs in every field of ${written.length} contests, written as workbook, minutes, open snapshot and log in three languages`,
        ],
        promises: [...summed([...done, ...written].map((answer) => answer.promises)), broken.promised],
      };
    }),
};

/** A contest has room for about so many. */
const textsPerContest = 240;

/** Every text that got in, beside more of those that a program might run, in as many contests as they fill. */
function contestsOf(seed: number, answers: readonly WorkbooksAnswer[], memory: string): readonly ExportsInput[] {
  const random = new Random(seedOf(seed, 5, 1));
  const dangerous = Array.from({ length: textsPerContest / 2 }, () => dangerousText(random));
  const all = [...dangerous, ...answers.flatMap((answer) => answer.texts)];
  const texts = [...new Set(all.filter((text) => text.trim() !== ''))];
  return Array.from({ length: Math.ceil(texts.length / textsPerContest) }, (_, n) => {
    const folder = join(memory, `exports-${n}`);
    mkdirSync(folder);
    return { folder, texts: texts.slice(n * textsPerContest, (n + 1) * textsPerContest) };
  });
}

/** Every kind before any comes again; which ones are first, the seed says. */
function filesOf(seed: number, wanted: number): WorkbooksInput['files'] {
  const random = new Random(seedOf(seed, 5));
  const order = variantsIn('')
    .map((_, variant) => ({ variant, at: random.unit() }))
    .toSorted((a, b) => a.at - b.at);
  return Array.from({ length: wanted }, (_, n) => ({
    variant: order[n % order.length]?.variant ?? 0,
    drawing: Math.floor(n / order.length),
  }));
}

function verdictsOf(answers: readonly WorkbooksAnswer[]): string {
  const sums = new Map<string, number>();
  for (const { verdicts } of answers)
    for (const [verdict, times] of Object.entries(verdicts)) sums.set(verdict, (sums.get(verdict) ?? 0) + times);
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .map(([verdict, times]) => `${times} ${verdict}`)
    .join(', ');
}
