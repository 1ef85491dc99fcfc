import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import * as ballot from '../../../electron/usecases/ballot/calls';
import { closeAll } from '../../../electron/usecases/contestFile';
import { open as openResults } from '../../../electron/usecases/results/calls';
import { readBallots, readScoring } from '../../../electron/usecases/scoring';
import { sealedRanking } from '@shared/domain/sealing';
import { openReturned } from '../../../electron/exchange/returned';
import { readBallot } from '../../../electron/exchange/verdict';
import { openContest, snapshotOf } from '../lib/contest';
import { deskIn, heavy, tokenOf } from '../lib/desk';
import type { Tally } from '../lib/tally';
import type { Sample } from './sample';

/** One folder per release, with the files that it wrote, what opens them and what must be found in them. */
const releases = join(process.cwd(), 'test', 'fixtures', 'releases');

const secrets = z.object({
  contest: z.string(),
  password: z.string(),
  package: z.string(),
  packageCode: z.string(),
  ballot: z.string(),
  identity: z.string(),
  results: z.string(),
  resultsCode: z.string(),
  juror: z.string(),
  nominees: z.array(z.string()),
  ballots: z.number(),
  /** Place, name and exact total of every row that was sealed. */
  ranking: z.array(z.string()),
});
type Secrets = z.output<typeof secrets>;

export const keptReleases = (): readonly string[] => (existsSync(releases) ? readdirSync(releases).toSorted() : []);

/** The files of this version, if none are kept yet. */
export async function keepRelease(version: string, sample: Sample, folder: string): Promise<boolean> {
  const place = join(releases, version);
  if (existsSync(place)) return false;
  const keep = (path: string, name: string): string => {
    copyFileSync(path, join(place, name));
    return name;
  };
  const desk = deskIn(join(folder, 'keeping'));
  const opened = await openContest(desk, sample.contest.path, sample.contest.password);
  if (!opened.ok) throw new Error(`the contest to keep is ${opened.failure.code}`);
  const ranking = rankingOf(desk);
  await closeAll(desk);
  mkdirSync(place, { recursive: true });
  const told: Secrets = {
    contest: keep(sample.contest.path, 'contest.tarazy'),
    password: sample.contest.password,
    package: keep(sample.package.path, 'package.tballot'),
    packageCode: sample.package.code,
    ballot: keep(sample.ballot, 'ballot.tscores'),
    identity: sample.identity,
    results: keep(sample.results.path, 'results.tresults'),
    resultsCode: sample.results.code,
    juror: sample.juror,
    nominees: [...sample.nominees],
    ballots: sample.ballots,
    ranking: [...ranking],
  };
  writeFileSync(join(place, 'secrets.json'), `${JSON.stringify(told, null, 2)}\n`);
  return true;
}

function rankingOf(desk: ReturnType<typeof deskIn>): readonly string[] {
  if (desk.contest === null) throw new Error('no contest is open');
  return sealedRanking(readScoring(desk.contest.db)).flatMap(({ rows }) =>
    rows.map(({ place, name, total }) => `${place ?? '—'} ${name} ${total ?? '—'}`),
  );
}

/** Every file of one release, by the use cases of today, on copies: nothing is written into what is kept. */
export async function openRelease(release: string, folder: string, opens: Tally): Promise<void> {
  const own = join(folder, `release-${release}`);
  cpSync(join(releases, release), own, { recursive: true });
  const told = secrets.parse(JSON.parse(readFileSync(join(own, 'secrets.json'), 'utf8')));
  const at = (what: string, problem: string | null) =>
    opens.check(problem === null ? null : `${release}, ${what}: ${problem}`);
  const same = (found: unknown, expected: unknown): string | null =>
    JSON.stringify(found) === JSON.stringify(expected)
      ? null
      : `${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;

  const secretary = deskIn(join(own, 'secretary'));
  const contest = await openContest(secretary, join(own, told.contest), told.password);
  at('the contest', contest.ok ? null : contest.failure.code);
  if (contest.ok && secretary.contest !== null) {
    at(
      'the nominees',
      same(
        snapshotOf(secretary).people.nominees.map(({ name }) => name),
        told.nominees,
      ),
    );
    at('the ranking', same(rankingOf(secretary), told.ranking));
    const counted = readBallots(secretary.contest.db).filter(({ outcome }) => outcome.counted !== null).length;
    at('the ballots', same(counted, told.ballots));
  }
  await closeAll(secretary);

  const juror = deskIn(join(own, 'juror'));
  mkdirSync(juror.dataDir, { recursive: true });
  const from = { kind: 'file', file: tokenOf(juror, join(own, told.package)) } as const;
  const opened = await ballot.open(juror, { from, code: told.packageCode });
  at('the package', opened.ok ? same(juror.ballot?.manifest.juror.name, told.juror) : opened.failure.code);
  await closeAll(juror);

  const returned = await openReturned(readFileSync(join(own, told.ballot)), told.identity, heavy);
  const read = returned.ok ? readBallot(returned.value) : returned;
  at('the returned ballot', read.ok ? null : read.failure);

  const organiser = deskIn(join(own, 'organiser'));
  mkdirSync(organiser.dataDir, { recursive: true });
  const file = tokenOf(organiser, join(own, told.results));
  const results = await openResults(organiser, { from: { kind: 'file', file }, code: told.resultsCode });
  at('the results', results.ok ? (results.value.recomputed ? null : 'not recomputed') : results.failure.code);
  await closeAll(organiser);
  rmSync(own, { recursive: true, force: true });
}
