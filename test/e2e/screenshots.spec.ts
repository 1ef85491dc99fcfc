import { join, resolve } from 'node:path';
import { test } from '@playwright/test';
import { languages, type Language } from '@shared/model/language';
import { makeGrants } from './support/awards';
import { makeClosedContest } from './support/closedContest';
import { Computer } from './support/computer';
import { issueBallot, type IssuedBallot } from './support/issuedBallot';
import { launchApp, type LaunchOptions, type Launched } from './support/launch';
import { Album } from './pictures/album';
import { walkNewContest } from './pictures/contestWalk';
import { illustrateGuide, illustrateReadme } from './pictures/documentation';
import { walkDemo } from './pictures/demoWalk';
import { walkBallot } from './pictures/jurorWalk';
import { makeReissuedBallot, walkReissued } from './pictures/reissueWalk';
import { makeNationalContest, walkGrants, walkNational } from './pictures/nationalWalk';
import { walkSeal } from './pictures/sealWalk';
import { makeVotesContest, walkVotes } from './pictures/votesWalk';
import type { Theme } from './pictures/walk';

/*
 * Every screen in three languages and two themes, into screenshots/: to be looked at, not compared. Each language is a
 * walk through the real application; the theme changes where it stands. `npm run screenshots -- quick` takes only Kazakh,
 * light; `npm run screenshots -- docs` takes what the documentation shows, and puts it there.
 */

const wanted = process.env['TARAZY_PICTURES'] ?? 'all';
const chosenLanguages: readonly Language[] = wanted === 'quick' ? ['kk'] : languages;
const themes: readonly Theme[] = wanted === 'all' ? ['light', 'dark'] : ['light'];
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'screenshots');

let ballot: IssuedBallot;
test.beforeAll(async () => {
  ballot = await issueBallot();
});

for (const language of chosenLanguages) {
  test(`pictures: ${language}`, async () => {
    test.setTimeout(300_000);
    const album = new Album(folder, language, themes);
    const secretary = await launchIn(language);
    await walkNewContest(album, secretary);
    await walkDemo(album, secretary);
    await secretary.close();
    const juror = await launchIn(language, { args: [ballot.path] });
    await walkBallot(album, juror, ballot);
    await juror.close();
    const sealing = await launchIn(language, { args: [await makeClosedContest()] });
    await walkSeal(album, sealing);
    await sealing.close();
    const votes = await makeVotesContest();
    const voting = await launchIn(language, { args: [votes.path] });
    await walkVotes(album, voting, votes);
    await voting.close();
    const again = await makeReissuedBallot();
    const marking = await launchIn(language, { args: [again.path] });
    await walkReissued(album, marking, again);
    await marking.close();
    const regions = await makeNationalContest();
    const taking = await launchIn(language, { args: [regions.path] });
    await walkNational(album, taking, regions);
    await taking.close();
    const { path } = await makeGrants(new Computer());
    const deciding = await launchIn(language, { args: [path] });
    await walkGrants(album, deciding);
    await deciding.close();
  });
}

test('the documentation shows them', async () => {
  test.skip(wanted !== 'docs', 'only with `npm run screenshots -- docs`');
  test.setTimeout(300_000);
  const sharp = await launchIn('en', { args: ['--force-device-scale-factor=2'] });
  await illustrateGuide(sharp.page, folder);
  await illustrateReadme(sharp.page);
  await sharp.close();
});

/** The application in a language, at the size it is designed for. */
async function launchIn(language: Language, options: LaunchOptions = {}): Promise<Launched> {
  const launched = await launchApp({ ...options, language });
  await launched.page.setViewportSize({ width: 1280, height: 720 });
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  return launched;
}
