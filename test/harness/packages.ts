import { join } from 'node:path';
import { count, type Harness } from './lib/harness';
import { runParts, type Ended } from './lib/parts';
import { Tally } from './lib/tally';
import { prepare } from './packages/prepare';
import type { IssueAnswer } from './packages/issue';
import type { OpenAnswer } from './packages/open';

/** Of the whole process, the runtime included; a package of 100 files of 5 MiB is larger by itself. */
const mostMiB = 350;
/** Closing writes the whole contest once more, which says nothing meanwhile. */
const silenceMs = 600_000;

export const packages: Harness = {
  name: 'packages',
  numbers: [],
  title: 'a package with an attachment of 5 MiB for every nominee: stopped in the middle, issued, opened',
  run: async (job) => {
    const files = count(job, 20, 100);
    const heavy = new Tally(`processes that took more than ${mostMiB} MiB at their peak`);
    const left = new Tally('files left by an issue that was stopped');
    const half = new Tally('contests that know of a package whose issue was stopped');
    const lost = new Tally('attachments that did not arrive whole');
    const broken = new Tally('parts that ended badly');
    const figures: string[] = [];
    const weigh = (what: string, { peakMiB, ms }: { readonly peakMiB: number; readonly ms: number }) => {
      figures.push(`${what}: ${Math.round(peakMiB)} MiB at the peak, ${(ms / 1000).toFixed(1)} s`);
      heavy.check(peakMiB > mostMiB ? `${what}: ${Math.round(peakMiB)} MiB` : null);
    };
    const run = async <T>(name: string, input: unknown): Promise<T | null> => {
      const done = (ended: Ended): T | null => {
        broken.check(ended.kind === 'done' ? null : `${name}: ${ended.kind} at ${ended.where}: ${ended.detail}`);
        return ended.kind === 'done' ? (ended.answer as T) : null;
      };
      const [answer] = await runParts(name, [input], 1, done, { silenceMs });
      return answer ?? null;
    };

    const contest = await prepare(job.folder, files);
    const issue = { contest, folder: job.folder };
    const stopped = await run<IssueAnswer>('packages-issue', { ...issue, stopAt: 0.5 });
    if (stopped !== null) {
      weigh(`stopped half-way through ${files} × 5 MiB`, stopped);
      left.check(stopped.files.length === 0 ? null : stopped.files.join(', '));
      half.check(stopped.issued === null ? null : stopped.issued.fileName);
    }
    const issued = await run<IssueAnswer>('packages-issue', { ...issue, stopAt: null });
    if (issued?.issued) {
      weigh(`issued ${files} × 5 MiB`, issued);
      const { fileName, code } = issued.issued;
      const input = { path: join(job.folder, 'out', fileName), code, folder: job.folder };
      const opened = await run<OpenAnswer>('packages-open', input);
      if (opened !== null) {
        weigh(`opened ${files} × 5 MiB`, opened);
        lost.tried(files);
        if (opened.whole < files) lost.found(`${opened.whole} of ${files}`, files - opened.whole);
      }
    }
    return { figures, promises: [heavy, left, half, lost, broken].map(({ promised }) => promised) };
  },
};
