import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages, type Language } from '@shared/model/language';
import { Inspection } from './inspection/inspection';
import { designSize } from './inspection/zoom';
import { copyOf, makeClosedContest } from './support/closedContest';
import { issueBallot, type IssuedBallot } from './support/issuedBallot';
import { launchApp, type LaunchOptions, type Launched } from './support/launch';
import { walkNewContest } from './pictures/contestWalk';
import { walkDemo } from './pictures/demoWalk';
import { walkBallot } from './pictures/jurorWalk';
import { walkSeal } from './pictures/sealWalk';

/*
 * The walk of the pictures, halting at the same states to look for faults: axe and contrast in both themes, names in every
 * language, focus, targets, motion, and nothing lost at 200 %.
 */

// Three long walks: whichever worker is free takes the next.
test.describe.configure({ mode: 'parallel' });

let ballot: IssuedBallot;
let closed: string;
test.beforeAll(async () => {
  ballot = await issueBallot();
  closed = await makeClosedContest();
});

for (const language of languages) {
  test(`no screen has a fault: ${language}`, async () => {
    test.setTimeout(900_000);
    // The longest texts are Russian, the widest alphabet is Kazakh: all three are zoomed; what no text changes is seen once.
    const inspection = new Inspection(language, language === 'kk');
    const secretary = inspection.goWith(await launchIn(language));
    await walkNewContest(inspection, secretary);
    await walkDemo(inspection, secretary);
    await secretary.close();
    const juror = inspection.goWith(await launchIn(language, { args: [ballot.path] }));
    await walkBallot(inspection, juror, ballot);
    await juror.close();
    const sealing = inspection.goWith(await launchIn(language, { args: [copyOf(closed)] }));
    await walkSeal(inspection, sealing);
    await sealing.close();
    expect(inspection.halts.length).toBeGreaterThan(60);
    expect(inspection.faults).toEqual([]);
  });
}

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
