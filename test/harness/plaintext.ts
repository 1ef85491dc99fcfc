import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, partsOf, type Harness } from './lib/harness';
import { runParts, type Ended } from './lib/parts';
import { seedOf } from './lib/random';
import { summed, Tally } from './lib/tally';
import type { PlaintextAnswer, PlaintextInput } from './plaintext/lane';
import type { WindowAnswer, WindowInput } from './plaintext/window';

const silenceMs = 300_000;
/** Some minutes of work. */
const livesPerPart = 10;

export const plaintext: Harness = {
  name: 'plaintext',
  numbers: [10],
  title: 'names, marks, codes, passwords and keys in every file of whole contests: at work, after crashes, at the end',
  application: true,
  run: async (job) => {
    const broken = new Tally('parts that ended badly');
    const said = (ended: Ended): unknown => {
      broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
      return ended.kind === 'done' ? ended.answer : null;
    };
    const at = (name: string) => {
      mkdirSync(join(job.folder, name));
      return join(job.folder, name);
    };
    const lives = count(job, 2, 200);
    const parts = partsOf(job, lives, livesPerPart);
    const each = Math.ceil(lives / parts);
    const inputs = Array.from({ length: parts }, (_, n): PlaintextInput => ({
      folder: at(`lane-${n}`),
      seed: seedOf(job.seed, 10, n),
      lives: each,
      first: n * each,
    }));
    const answers = await runParts(
      'plaintext-lane',
      inputs,
      job.lanes,
      (ended) => said(ended) as PlaintextAnswer | null,
      { silenceMs, kept: job.kept },
    );
    const input: WindowInput = { folder: at('window'), lives: count(job, 1, 5) };
    const [seen] = await runParts('plaintext-window', [input], 1, (ended) => said(ended) as WindowAnswer | null, {
      silenceMs,
    });
    const lived = answers.filter((answer) => answer !== null);
    const sum = (of: (answer: PlaintextAnswer) => number) => lived.reduce((all, answer) => all + of(answer), 0);
    return {
      figures: [
        `${inputs.length * each} lives, stopped and looked at ${sum(({ stops }) => stops)} times while they worked, ${sum(({ kills }) => kills)} of them killed and gone on with`,
        `${input.lives} contests and ballots in the window, crashed and killed, looked at ${seen?.looks ?? 0} times`,
        `up to ${Math.max(0, ...lived.map(({ patterns }) => patterns))} patterns: UTF-8, UTF-16LE, escapes, hex, base64`,
      ],
      promises: [...summed([...lived.map(({ promises }) => promises), seen?.promises ?? []]), broken.promised],
    };
  },
};
