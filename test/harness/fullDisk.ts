import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FullDiskAnswer, FullDiskInput } from './full-disk/lane';
import { count, type Harness } from './lib/harness';
import { runParts } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';

export const fullDisk: Harness = {
  name: 'full-disk',
  numbers: [3],
  title: 'a medium that fills up at random points of scoring, importing, publishing, beginning and submitting',
  run: async (job) => {
    const inputs: FullDiskInput[] = Array.from({ length: job.lanes }, (_, lane) => {
      const folder = join(job.folder, String(lane));
      mkdirSync(folder);
      return { rounds: Math.ceil(count(job, 32, 500) / job.lanes), seed: seedOf(job.seed, lane), folder };
    });
    const broken = new Tally('lanes that ended badly');
    const answers = await runParts('full-disk-lane', inputs, job.lanes, (ended): FullDiskAnswer => {
      broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
      return ended.kind === 'done' ? (ended.answer as FullDiskAnswer) : { rounds: 0, full: 0, promises: [] };
    });
    const skipped = answers.flatMap((answer) => ('skipped' in answer ? [answer.skipped] : []));
    if (skipped.length > 0) return { figures: [], promises: [], skipped: [...new Set(skipped)] };
    const done = answers.flatMap((answer) => ('skipped' in answer ? [] : [answer]));
    const rounds = done.reduce((sum, { rounds: own }) => sum + own, 0);
    const full = done.reduce((sum, { full: own }) => sum + own, 0);
    return {
      figures: [`${rounds} rounds, in ${full} of them the medium was full`],
      promises: [...summed(done.map((answer) => answer.promises)), broken.promised],
    };
  },
};
