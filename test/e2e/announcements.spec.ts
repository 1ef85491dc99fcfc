import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages, type Language } from '@shared/model/language';
import { makeIssuedContest } from './pictures/issuedContest';
import { wordsIn } from './pictures/walk';
import { openInWindow } from './support/awards';
import { returnBallot, typePassword } from './support/contest';
import { issueBallot, type IssuedBallot } from './support/issuedBallot';
import { freshFolder, launchApp, type LaunchOptions, type Launched } from './support/launch';
import { expectSaidOnce, heard, listen } from './support/listener';

/*
 * What a screen reader says by itself while things happen: each piece of news once, in the interface's language, and
 * figures of long work at its milestones only.
 */

let ballot: IssuedBallot;
const folder = freshFolder();
const broken = join(folder, 'broken.tarazy');
const foreign = join(folder, 'foreign.tscores');
test.beforeAll(async () => {
  ballot = await issueBallot();
  writeFileSync(broken, 'not a contest');
  writeFileSync(foreign, 'not a ballot');
});

for (const language of languages) {
  const words = wordsIn(language);

  test(`a secretary hears what happened: ${language}`, async () => {
    const secretary = await launchIn(language);
    const { page } = secretary;
    await secretary.answerOpen([broken]);
    await page.locator('.start-main ul').first().getByRole('button').nth(2).click();
    await page.locator('input[type=password]').fill('құпиясөз');
    await page.keyboard.press('Enter');
    await expectSaidOnce(page, words.of('failure:not-this-kind.title'));
    await page
      .getByRole('button', { name: words.of('start:toStart') })
      .first()
      .click();

    await page.getByRole('button', { name: words.of('start:demo.open') }).click();
    await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
    const making = (await heard(page)).filter((text) => words.of('start:demo.making').test(text));
    expect(making.length).toBeGreaterThan(0);
    expect(making.length).toBeLessThanOrEqual(6);
    expect(new Set(making).size).toBe(making.length);

    const go = async (place: string) => {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: starting(words.of(`common:nav.${place}`)) })
        .click();
      await page.locator('main h1').waitFor();
    };
    await go('nominees');
    await page.getByRole('searchbox').waitFor();
    await heard(page);
    await page.getByRole('searchbox').fill('Қазақ');
    await expectSaidOnce(page, words.of('nominees:shown'));

    await go('ballots');
    await secretary.answerOpen([foreign]);
    await page
      .getByRole('button', { name: words.of('ballots:import.button') })
      .first()
      .click();
    await expectSaidOnce(page, words.of('ballots:verdict.title'));

    await go('ranking');
    await page.getByRole('button', { name: words.of('ranking:resolve.button') }).click();
    const dialog = page.getByRole('dialog');
    for (const field of await dialog.locator('.tie-votes input').all()) await field.fill('3');
    await dialog.getByRole('button', { name: words.of('ranking:resolve.record') }).click();
    await expectSaidOnce(page, words.of('ranking:reasonMissing'));
    await dialog.getByLabel(words.of('ranking:reason')).fill('Дауыс беру');
    await dialog.getByRole('button', { name: words.of('ranking:resolve.record') }).click();
    await expectSaidOnce(page, words.of('ranking:resolve.done.open_vote'));
    await dialog.getByRole('radio').first().press('Space');
    await expect(dialog.getByRole('radio').first()).toBeChecked();
    await dialog.getByLabel(words.of('ranking:reason')).fill('Төраға');
    await dialog.getByRole('button', { name: words.of('ranking:resolve.record') }).click();
    await expectSaidOnce(page, words.of('ranking:resolve.done.casting_vote'));
    await page
      .getByRole('button', { name: words.of('common:closing.button') })
      .first()
      .click();
    await dialog.getByRole('button', { name: words.of('common:closing.button') }).click();
    await expectSaidOnce(page, words.of('common:closing.done'));
    await secretary.close();
  });

  test(`a juror hears what happened: ${language}`, async () => {
    const juror = await launchIn(language, { args: [ballot.path] });
    const { page } = juror;
    const code = page.getByLabel(words.of('juror:open.code'));
    await code.fill('AAAA-AAAA-AAAA');
    await page.keyboard.press('Enter');
    const wrong = await expectSaidOnce(page, words.of('juror:open.wrongCode'));
    expect(wrong.filter((text) => words.of('juror:open.wait').test(text))).toHaveLength(1);
    await code.fill(ballot.code);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: words.of('juror:instructions.begin') })).toBeFocused({
      timeout: 60_000,
    });
    await page.keyboard.press('Enter');
    await heard(page);
    await page.keyboard.type('8');
    await expectSaidOnce(page, words.of('juror:saved.at'));
    await page.keyboard.press('PageDown');
    await expectSaidOnce(page, /^2 \/ 28\./);
    await juror.close();
  });
}

test('news that can be taken back, counted ballots and what react-aria says by itself: all languages', async () => {
  const names = ['Әбдірахман Сәуле', 'Жұмабаев Алихан', 'Үсенова Дана'];
  const jurors = ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'];
  const { path, issued } = await makeIssuedContest(names, jurors);
  const secretary = await openInWindow(path, 'kk');
  const { page } = secretary;
  for (const [index, language] of languages.entries()) {
    const words = wordsIn(language);
    await page.evaluate((chosen) => window.tarazy.call('app.setPreferences', { language: chosen }), language);
    await page.evaluate(() => window.tarazy.call('contest.close', {}));
    await page.reload();
    await page.getByText('Jana Béles 2026.tarazy').first().click();
    await typePassword(page);
    const go = async (place: string) => {
      const name = starting(words.of(`common:nav.${place}`));
      await page.getByRole('navigation').getByRole('button', { name }).click();
      await page.locator('main h1').waitFor();
    };
    await expect(page.getByRole('navigation')).toBeVisible();
    await listen(page);

    await go('ballots');
    const { file, code } = issued[index] ?? { file: '', code: '' };
    await secretary.answerOpen([await returnBallot(file, code, 7)]);
    const choose = page.getByRole('button', { name: words.of('ballots:import.button') }).first();
    await choose.click();
    await expectSaidOnce(page, new RegExp(words.of('ballots:verdict.title').source.replaceAll('.*', '1')));

    await go('nominees');
    await page
      .getByText(names[index] ?? '')
      .first()
      .click();
    await page.getByRole('button', { name: words.of('nominees:edit') }).click();
    const university = page.getByRole('combobox').first();
    await university.fill(language === 'en' ? 'Al' : 'Ал');
    const options = page.getByRole('option');
    await expect(options.first()).toBeVisible();
    const count = String(await options.count());
    await expectSaidOnce(
      page,
      new RegExp(
        {
          kk: `^Нұсқа саны: ${count}\\.$`,
          ru: `^${count} параметр.*доступно\\.$`,
          en: `^${count} options? available\\.$`,
        }[language],
      ),
    );
    await page.keyboard.press('Escape');

    await go('overview');
    await go('nominees');
    await page
      .getByText(names[index] ?? '')
      .first()
      .click();
    await page.getByRole('button', { name: words.of('nominees:withdraw.button') }).click();
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await dialog.getByRole('textbox').fill('Өтініш');
    await dialog.getByRole('button').last().click();
    await expectSaidOnce(page, words.of('nominees:done.withdrawn'));
    const toasts = page.getByRole('region', { name: words.of('common:toasts') });
    await toasts.getByRole('button', { name: words.of('common:undo') }).press('Enter');
    await expect(page.getByRole('button', { name: words.of('nominees:withdraw.button') })).toBeVisible();
  }
  await secretary.close();
});

/** More may stand in a button of the navigation than its name. */
const starting = (name: RegExp): RegExp => new RegExp(name.source.slice(0, name.source.indexOf('(?:$')));

/** The application in a language, heard from its start. */
async function launchIn(language: Language, options: LaunchOptions = {}): Promise<Launched> {
  const launched = await launchApp({ ...options, language });
  await listen(launched.page);
  return launched;
}
