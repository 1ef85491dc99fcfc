import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages, type Language } from '@shared/model/language';
import { Inspection } from './inspection/inspection';
import { designSize } from './inspection/zoom';
import { makeGrants } from './support/awards';
import { makeClosedContest } from './support/closedContest';
import { Computer } from './support/computer';
import { issueBallot } from './support/issuedBallot';
import { launchApp, type LaunchOptions, type Launched } from './support/launch';
import { walkNewContest } from './pictures/contestWalk';
import { walkDemo } from './pictures/demoWalk';
import { walkBallot } from './pictures/jurorWalk';
import { makeReissuedBallot, walkReissued } from './pictures/reissueWalk';
import { makeNationalContest, walkGrants, walkNational } from './pictures/nationalWalk';
import { walkSeal } from './pictures/sealWalk';
import { makeVotesContest, walkVotes } from './pictures/votesWalk';

/*
 * The walks of the pictures, halting at the same states to look for faults: axe and contrast in both themes, names in every
 * language, focus, targets, motion, and nothing lost at 200 %.
 */

// Each walk in each language is a test of its own, and whichever worker is free takes the next. The longest takes two
// minutes on a quiet computer; when to give up is said for a busy one.
test.describe.configure({ mode: 'parallel', timeout: 900_000 });

for (const language of languages)
  test.describe(`no screen has a fault: ${language}`, () => {
    test('a new contest', async () => {
      const secretary = await launchIn(language);
      await inspect(secretary, 50, (inspection) => walkNewContest(inspection, secretary));
    });
    test('the demo contest', async () => {
      const secretary = await launchIn(language);
      await inspect(secretary, 20, (inspection) => walkDemo(inspection, secretary));
    });
    test('a ballot', async () => {
      const ballot = await issueBallot();
      const juror = await launchIn(language, { args: [ballot.path] });
      await inspect(juror, 10, (inspection) => walkBallot(inspection, juror, ballot));
    });
    test('the seal and the results', async () => {
      const secretary = await launchIn(language, { args: [await makeClosedContest()] });
      await inspect(secretary, 10, (inspection) => walkSeal(inspection, secretary));
    });

    test('a vote, and a nominee’s file', async () => {
      const made = await makeVotesContest();
      const secretary = await launchIn(language, { args: [made.path] });
      await inspect(secretary, 6, (inspection) => walkVotes(inspection, secretary, made));
    });
    test('a ballot that was issued again', async () => {
      const ballot = await makeReissuedBallot();
      const juror = await launchIn(language, { args: [ballot.path] });
      await inspect(juror, 3, (inspection) => walkReissued(inspection, juror, ballot));
    });
    test('a region’s result', async () => {
      const made = await makeNationalContest();
      const secretary = await launchIn(language, { args: [made.path] });
      await inspect(secretary, 5, (inspection) => walkNational(inspection, secretary, made));
    });
    test('grants, and a decision above the rules', async () => {
      const { path } = await makeGrants(new Computer());
      const secretary = await launchIn(language, { args: [path] });
      await inspect(secretary, 5, (inspection) => walkGrants(inspection, secretary));
    });

    /** `halts`: a walk that stops at fewer states has lost its way. */
    async function inspect(
      launched: Launched,
      halts: number,
      walk: (inspection: Inspection) => Promise<void>,
    ): Promise<void> {
      // The longest texts are Russian, the widest alphabet is Kazakh: all three are zoomed; what no text changes is seen once.
      const inspection = new Inspection(language, language === 'kk', launched);
      await walk(inspection);
      await launched.close();
      expect(inspection.halts.length).toBeGreaterThanOrEqual(halts);
      expect(inspection.faults).toEqual([]);
    }
  });

async function launchIn(language: Language, options: LaunchOptions = {}): Promise<Launched> {
  const launched = await launchApp({ ...options, language });
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  await designSize(launched);
  return launched;
}

test('the build holds no gallery', () => {
  const built = join(import.meta.dirname, '../../out/renderer');
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|css)$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((name) => readFileSync(join(built, name), 'utf8').includes('gallery-sheet'))).toEqual([]);
});
