import { version } from '../../package.json';
import { count, type Harness } from './lib/harness';
import { Tally } from './lib/tally';
import { openWithAge } from './outside/age';
import { readArchive } from './outside/archive';
import { missing } from './outside/programs';
import { keepRelease, keptReleases, openRelease } from './outside/releases';
import { makeSample } from './outside/sample';

export const outside: Harness = {
  name: 'outside',
  numbers: [14],
  title: 'our files before programs that are not ours (age, sqlite3), and the files of every release before ours',
  run: async (job) => {
    const opens = new Tally('files that age does not open with what a person is told');
    const refuses = new Tally('files that age opens with another code');
    const reads = new Tally('parts of an archive that node:crypto and sqlite3 do not read');
    const releases = new Tally('files of an earlier release that do not open as they were');
    const noAge = missing('age', '--version') || missing('script', '--version');
    const noSqlite = missing('sqlite3', '-version');
    let kept = false;
    const rounds = count(job, 1, 5);
    for (let n = 0; n < rounds; n += 1) {
      const folder = `${job.folder}/${n}`;
      const sample = await makeSample(folder);
      if (noAge === '') openWithAge(sample, folder, opens, refuses);
      if (noSqlite === '') await readArchive(sample, folder, reads);
      if (job.full && n === 0) kept = await keepRelease(version, sample, folder);
    }
    for (const release of keptReleases()) await openRelease(release, job.folder, releases);
    return {
      figures: [
        `${rounds} contests made anew; releases whose files are kept: ${keptReleases().join(', ')}${kept ? ` (${version} since now)` : ''}`,
      ],
      promises: [...(noAge === '' ? [opens, refuses] : []), ...(noSqlite === '' ? [reads] : []), releases].map(
        (tally) => tally.promised,
      ),
      skipped: [
        ...(noAge === '' ? [] : [`nothing was opened with age: ${noAge}`]),
        ...(noSqlite === '' ? [] : [`no archive was read with sqlite3: ${noSqlite}`]),
      ],
    };
  },
};
