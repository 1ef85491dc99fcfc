import type { Page } from '@playwright/test';
import common from '../../../resources/locales/kk/common.json';
import nomineesTexts from '../../../resources/locales/kk/nominees.json';
import tallies from '../../../resources/locales/kk/tallies.json';
import type { Launched } from '../../e2e/support/launched';
import { typePassword, walkPlaces, type Visit } from '../lib/walk';
import type { Sent } from './filled/ballots';
import type { FilledContest } from './filled/contest';
import { secretaryPassword } from './office';
import type { Texts } from './texts';

export interface Everything extends FilledContest {
  readonly votes: { readonly file: string; readonly table: string };
  readonly regions: { readonly national: string; readonly results: Sent };
}

/** Every screen but the juror's, with every file that was made. */
export async function walkSecretary(secretary: Launched, made: Everything, texts: Texts, visit: Visit): Promise<void> {
  const { page } = secretary;
  await callShell(secretary, texts);
  await create(page, texts, visit);

  await openContest(secretary, made.running, texts, visit);
  await walkPlaces(page, searching(page, texts, visit));
  await lockAndBack(page, secretaryPassword, texts, visit);
  await handOver(secretary, made.workbook);
  await page.getByRole('complementary').last().waitFor();
  await visit('a workbook of our own, to be imported');

  await openContest(secretary, made.sealed, texts, visit);
  await walkPlaces(page, visit, 1);

  await openContest(secretary, made.votes.file, texts, visit);
  await place(page, common.nav.ballots).click();
  await visit('votes');
  await secretary.answerOpen([made.votes.table]);
  await page.getByRole('button', { name: tallies.import.button }).first().click();
  await page.getByRole('complementary').last().waitFor();
  await visit('votes to be imported');

  await openContest(secretary, made.regions.national, texts, visit);
  await place(page, common.nav.nominees).click();
  await visit('nominees of a region');
  await handOver(secretary, made.regions.results.path);
  await page.getByRole('button', { name: nomineesTexts.region.offered }).click();
  await giveCode(page, made.regions.results.code, texts, visit);
  await page.getByRole('complementary').getByText(nomineesTexts.region.contest, { exact: true }).first().waitFor();
  await visit('a region to be taken in');

  await toStart(page);
  await visit('start');
  await handOver(secretary, made.results.path);
  await giveCode(page, made.results.code, texts, visit);
  await page.locator('main h1').waitFor();
  await visit('results');
  const tabs = page.getByRole('tab');
  for (let tab = 0; tab < (await tabs.count()); tab += 1) {
    await tabs.nth(tab).click();
    await visit(`results, tab ${tab}`);
  }
  await lockAndBack(page, made.results.code, texts, visit);

  await toStart(page);
  await handOver(secretary, made.snapshot);
  await page.locator('main table').first().waitFor();
  await visit('a snapshot');
}

const place = (page: Page, name: string) => page.getByRole('navigation').first().getByRole('button', { name });

/** Texts that the page hands to the main process, which shows them nowhere in the page. */
async function callShell(secretary: Launched, texts: Texts): Promise<void> {
  await secretary.answerSave(undefined);
  const suggestedName = texts.next(200);
  const report = { message: texts.next(2000), stack: texts.next(2000) };
  const inputs = {
    'files.pickSave': { kind: 'workbook', suggestedName },
    'app.copyText': { text: texts.next(2000) },
    'app.reportError': report,
  } as const;
  const answered = await secretary.page.evaluate(async (asked) => {
    const { tarazy } = window;
    return [
      await tarazy.call('files.pickSave', asked['files.pickSave']),
      await tarazy.call('app.copyText', asked['app.copyText']),
      await tarazy.call('app.reportError', asked['app.reportError']),
    ].every(({ ok }) => ok);
  }, inputs);
  if (!answered) throw new Error('the main process did not take the texts');
  for (const name of ['files.pickSave', 'app.copyText', 'app.reportError'] as const) texts.sent(name, inputs[name]);
}

async function create(page: Page, texts: Texts, visit: Visit): Promise<void> {
  await page.locator('.start-main ul').first().getByRole('button').nth(1).click();
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('button', { name: common.next }).click();
  await fillAll(page, 'main input:not([type=radio]):not([type=checkbox]):not([type=hidden]), main textarea', texts);
  await visit('a new contest');
  await page.getByRole('button', { name: common.next }).click();
  await page.locator('main h1').waitFor();
  await fillAll(page, 'input[type=password]', texts);
  await visit('a new contest, further on');
}

async function fillAll(page: Page, fields: string, texts: Texts): Promise<void> {
  for (const field of await page.locator(fields).all())
    if ((await field.isVisible()) && (await field.isEditable())) await field.fill(texts.next());
}

/** A page that is loaded anew is the start screen. */
async function toStart(page: Page): Promise<void> {
  await page.reload();
  await page.locator('.start-main').waitFor();
}

/** As the system names a file that was double-clicked. */
async function handOver({ app }: Launched, path: string): Promise<void> {
  await app.evaluate(({ app: main }, file) => {
    main.emit('open-file', { preventDefault: () => undefined }, file);
  }, path);
}

async function openContest(secretary: Launched, path: string, texts: Texts, visit: Visit): Promise<void> {
  const { page } = secretary;
  await toStart(page);
  await handOver(secretary, path);
  const field = page.locator('input[type=password]');
  await field.fill(texts.next());
  await visit('a password');
  await typePassword(page, secretaryPassword);
  await page.getByRole('navigation').first().waitFor();
}

async function giveCode(page: Page, code: string, texts: Texts, visit: Visit): Promise<void> {
  const field = page.locator('.code-field input');
  await field.fill(texts.next(200));
  await page.keyboard.press('Enter');
  await visit('a code');
  await field.fill(code);
  await page.keyboard.press('Enter');
}

/** The window locked, a wrong secret, the right one. */
export async function lockAndBack(page: Page, secret: string, texts: Texts, visit: Visit): Promise<void> {
  await page.evaluate(() => window.tarazy.call('lock.start', {}));
  const field = page.locator('.lock input');
  await field.fill(texts.next(500));
  await page.keyboard.press('Enter');
  await page.locator('.lock [aria-invalid=true]').waitFor();
  await visit('locked');
  await field.fill(secret);
  await page.keyboard.press('Enter');
  await page.locator('.lock').waitFor({ state: 'detached' });
}

/** Looks for one of the strings too, wherever something can be looked for. */
function searching(page: Page, texts: Texts, visit: Visit): Visit {
  return async (where) => {
    await visit(where);
    const field = page.getByRole('searchbox').first();
    if (!(await field.isVisible())) return;
    await field.fill(texts.next());
    await visit(`${where}, looking for something`);
    await field.fill('');
  };
}
