import { join } from 'node:path';
import { count, type Harness } from './lib/harness';
import { runParts } from './lib/parts';
import { summed, Tally } from './lib/tally';
import { noNamespace } from './scripts/network';
import type { ScriptsAnswer, ScriptsInput } from './scripts/lane';

const silenceMs = 300_000;

export const scripts: Harness = {
  name: 'scripts',
  numbers: [11],
  title: 'script, markup, addresses and templates as the text of every field, on every screen, in a network of its own',
  application: true,
  run: async (job) => {
    const hindrance = noNamespace();
    const alone = hindrance === '';
    // One contest is one part: a full run that is stopped goes on after those it has done.
    const inputs = Array.from({ length: count(job, 1, 20) }, (_, number): ScriptsInput => {
      const folder = join(job.folder, String(number));
      return { folder, perContest: count(job, 5, 10), number, alone };
    });
    const broken = new Tally('walks that ended badly');
    const before = alone ? ['unshare', '-n'] : [];
    const ended = await runParts(
      'scripts-lane',
      inputs,
      job.full ? job.lanes : 1,
      (end): ScriptsAnswer | null => {
        broken.check(end.kind === 'done' ? null : `${end.kind} at ${end.where}: ${end.detail}`);
        return end.kind === 'done' ? (end.answer as ScriptsAnswer) : null;
      },
      { before, silenceMs, kept: job.kept },
    );
    const answers = ended.filter((answer) => answer !== null);
    const sum = (of: (answer: ScriptsAnswer) => number): number =>
      answers.reduce((total, answer) => total + of(answer), 0);
    const shown = new Set(answers.flatMap((answer) => answer.shown));
    const used = new Set(answers.flatMap((answer) => answer.strings));
    const figures =
      answers.length === 0
        ? []
        : [
            `${used.size} strings in ${sum(({ texts }) => texts)} texts, looked at ${sum(({ halts }) => halts)} times; ${shown.size} of them were seen on a screen letter by letter`,
            ...(alone
              ? ['one packet sent on purpose was counted; the driver talks over the loopback, which is not']
              : []),
          ];
    return {
      figures,
      promises: [...summed(answers.map(({ promises }) => promises)), broken.promised],
      skipped: alone ? [] : [`packets were not counted: ${hindrance}`],
    };
  },
};
