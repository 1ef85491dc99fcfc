import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeIssuedContest } from './pictures/issuedContest';
import { openInWindow } from './support/awards';
import { returnBallot } from './support/contest';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// The rules of a running round change: the ballot that is out is refused, its marks go into the next one as far as they hold.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const reason = 'Төралқаның № 4 шешімі';
let secretary: Launched;
let former: string;
test.beforeAll(async () => {
  const made = await makeIssuedContest(['Әбдірахман Сәуле', 'Жұмабаев Алихан'], ['Ли Виктор']);
  const [ballot] = made.issued;
  if (ballot === undefined) throw new Error('no ballot');
  former = await returnBallot(ballot.file, ballot.code, 7);
  secretary = await openInWindow(made.path, 'kk');
});
test.afterAll(async () => {
  await secretary.close();
});

const press = async (name: string | RegExp) => {
  await secretary.page.getByRole('button', { name, exact: true }).first().press('Enter');
};
const row = () => secretary.page.getByRole('row', { name: /Ли Виктор/ });
const issue = async () => {
  await secretary.answerOpen([folder]);
  await press('Қалта таңдап беру: 1');
  await expect(secretary.page.getByText(/Жазылған парақтар: 1/)).toBeVisible({ timeout: 60_000 });
};
/** The package in force, as the table names it, and its code. */
const issued = async () => {
  const name = await row()
    .getByText(/\.tballot$/)
    .innerText();
  return { file: join(folder, name), code: await row().locator('code').innerText() };
};
const importFile = async (file: string) => {
  await secretary.answerOpen([file]);
  await press('Парақтарды импорттау');
};

test('a ballot comes back and counts', async () => {
  await goTo(secretary.page, 'Бағалау парақтары');
  await importFile(former);
  await expect(secretary.page.getByRole('heading', { name: 'Есепке алынды: 1 / 1' })).toBeVisible();
  await press('Жабу');
});

test('rules change for a reason only, once, and the ballot no longer counts', async () => {
  const { page } = secretary;
  await goTo(page, 'Баптау');
  await page.getByRole('tab', { name: 'Өлшемшарттар' }).click();
  const weights = page.getByRole('table').getByRole('textbox');
  await expect(weights.first()).not.toBeEditable();
  await press('Ережелерді өзгерту');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ережелерді өзгерту' }).press('Enter');
  await expect(dialog.getByText('Себебін жазыңыз.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: 'Ережелерді өзгерту' }).press('Enter');
  await expect(page.getByText(`Себебі: ${reason}`)).toBeVisible();
  const [first, second] = [await weights.nth(0).inputValue(), await weights.nth(1).inputValue()].map(Number.parseFloat);
  await weights.nth(0).fill(String((first ?? 0) + 5));
  await weights.nth(1).fill(String((second ?? 0) - 5));
  await weights.nth(2).click();
  await page.getByRole('complementary').getByLabel('Қазақша').first().fill('Қоғамға қосқан үлесі');
  await expectAccessible(page);
  await press('Сақтау');
  // The reason was given for this change: the next one needs its own.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ережелер бекітілген: парақтар берілді');
  await expect(weights.first()).not.toBeEditable();
  await goTo(page, 'Бағалау парақтары');
  await expect(row()).toContainText('Ережелер өзгерді');
});

test('it is issued again with its marks offered; the former one is refused and kept', async () => {
  const { page } = secretary;
  await press('Қайта беру: Ли Виктор');
  await expect(page.getByLabel('Парақ неге қайта берілді')).toHaveValue(reason);
  await expect(page.getByRole('checkbox', { name: /Бұрынғы бағаларды ұсыну/ })).toBeChecked();
  await expectAccessible(page);
  await issue();
  await expect(row()).toContainText('Берілді');
  await importFile(former);
  await expect(page.getByText(/Бұл парақ сақталды, бірақ есептелмейді/)).toBeVisible();
  await press('Жабу');
});

test('the juror sees what is offered, takes it, marks what changed and hands in; it counts', async () => {
  const { file, code } = await issued();
  const juror = await launchApp({ args: [file] });
  const { page } = juror;
  await page.getByLabel('Код', { exact: true }).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Парақ қайта берілді, нұсқасы: 2')).toBeVisible();
  await expect(page.getByText(`Себебі: ${reason}`)).toBeVisible();
  await expect(page.getByText(/Жаңадан бағаланатын өлшемшарттар: 1/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Бағаларды алу: 8' }).press('Enter');
  await expect(page.getByText(/Алынған бағалар: 8/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Бағалауға оралу' })).toBeFocused();
  await page.keyboard.press('Enter');
  const marking = page.getByRole('region', { name: 'Бағалау', exact: true });
  await expect(marking.getByText('көшірілді')).toHaveCount(4);
  await expectAccessible(page);
  for (let nominee = 1; nominee <= 2; nominee += 1) {
    // The criterion that waits is the one whose name has changed.
    const blank = marking.locator('[data-criterion]').filter({ hasText: 'Қоғамға қосқан үлесі' });
    await blank.getByRole('radio', { name: '9', exact: true }).press('Space');
    await expect(marking.getByText('баға жоқ')).toHaveCount(0);
    await page.keyboard.press('PageDown');
  }
  const target = join(freshFolder(), 'жаңа.tscores');
  await juror.answerSave(target);
  await page.getByRole('button', { name: 'Тапсыру…' }).press('Enter');
  await expect(page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)).toBeVisible();
  await juror.close();

  await importFile(target);
  await expect(secretary.page.getByRole('heading', { name: 'Есепке алынды: 1 / 1' })).toBeVisible();
  await press('Жабу');
  await expect(row()).toContainText('Қайтты');
});
