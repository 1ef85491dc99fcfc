import { count, type Harness } from './lib/harness';
import { runParts } from './lib/parts';
import { Tally } from './lib/tally';
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
    const input: ScriptsInput = {
      folder: job.folder,
      perContest: count(job, 5, 10),
      contests: count(job, 1, 20),
      alone,
    };
    const broken = new Tally('walks that ended badly');
    const before = alone ? ['unshare', '-n'] : [];
    const [answer] = await runParts(
      'scripts-lane',
      [input],
      1,
      (ended): ScriptsAnswer | null => {
        broken.check(ended.kind === 'done' ? null : `${ended.kind} at ${ended.where}: ${ended.detail}`);
        return ended.kind === 'done' ? (ended.answer as ScriptsAnswer) : null;
      },
      { before, silenceMs },
    );
    const figures =
      answer === null || answer === undefined
        ? []
        : [
            `${answer.strings} strings in ${answer.texts} texts, looked at ${answer.halts} times; ${answer.shown} of them were seen on a screen letter by letter`,
            ...(alone
              ? ['one packet sent on purpose was counted; the driver talks over the loopback, which is not']
              : []),
          ];
    return {
      figures,
      promises: [...(answer?.promises ?? []), broken.promised],
      skipped: alone ? [] : [`packets were not counted: ${hindrance}`],
    };
  },
};
