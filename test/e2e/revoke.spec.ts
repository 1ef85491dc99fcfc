import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeContest, contestPassword, openNewContest, typePassword } from './support/contest';
import { keysPlace, navigation, openFile, openRecent, press, recentFiles } from './support/contestFile';
import { freshFolder, type Launched } from './support/launch';
import { expectAccessible } from './support/page';
import { tryOutShownCode } from './support/recovery';

// «Revoke and change the key»: what opened the file before opens nothing of it any more, but old copies for ever.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const file = join(folder, 'Байқау.tarazy');
const oldCopy = join(folder, 'Ескі көшірме.tarazy');
const newPassword = 'алты қызыл алма, бір алмұрт';
let secretary: Launched;
let code = '';

test.beforeAll(async () => {
  secretary = await openNewContest({}, folder);
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });

const revoke = 'Кілтті қайтарып алып, ауыстыру';
const chair = 'төрағаның өз құпиясөзі';
const chairsNew = 'төрағаның жаңа құпиясөзі';
/** Every holder's password is stretched for the old key and the new, slot and key for sealing: eight times in all. */
const keyTime = { timeout: 150_000 };
const field = (label: string) => secretary.page.getByLabel(label, { exact: true }).last();

/** What the start screen's entry says to a secret that does not open. */
async function expectRefused(secret: string, kind: 'password' | 'code'): Promise<void> {
  const { page } = secretary;
  if (kind === 'code') await page.getByRole('radio', { name: 'Қалпына келтіру коды' }).press('Space');
  await typePassword(page, secret);
  await expect(page.getByText(/^Құпиясөз немесе код сәйкес келмеді\./)).toBeVisible(keyTime);
  if (kind === 'code') await page.getByRole('radio', { name: 'Құпиясөз', exact: true }).press('Space');
}

test('the key is revoked with the chair staying: nothing old opens the file, everything new does', async () => {
  test.slow();
  const { page } = secretary;
  await keysPlace(page);
  await press(page, 'Жаңа код');
  await typePassword(page);
  const former = await tryOutShownCode(page);
  await press(page, 'Құпиясөз қою');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Қазіргі құпиясөз', { exact: true }).last().fill(contestPassword);
  await dialog.getByLabel('Жаңа құпиясөз', { exact: true }).fill(chair);
  await dialog.getByLabel('Жаңа құпиясөз, тағы бір рет').fill(chair);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Төраға құпиясөзін ауыстыру' })).toBeVisible(keyTime);
  await closeContest(page);
  copyFileSync(file, oldCopy);
  await openRecent(page);
  await keysPlace(page);

  await press(page, revoke);
  await expect(heading()).toHaveText(revoke);
  await press(page, 'Кілтті ауыстыру');
  await expect(page.getByText('Себебін жазыңыз.')).toBeVisible();
  await expectAccessible(page);
  await field('Қазіргі құпиясөз').fill(contestPassword);
  await field('Хатшының жаңа құпиясөзі').fill(newPassword);
  await field('Хатшының жаңа құпиясөзі, тағы бір рет').fill(newPassword);
  await field('Төрағаның қазіргі құпиясөзі').fill('басқа құпиясөз');
  await field('Төрағаның жаңа құпиясөзі').fill(chairsNew);
  await field('Төрағаның жаңа құпиясөзі, тағы бір рет').fill(chairsNew);
  await field('Себебі').fill('Код жазылған қағаз жоғалды');
  await press(page, 'Кілтті ауыстыру');
  await expect(page.getByText(/^Сәйкес келмеді, ештеңе өзгерген жоқ\. Төраға/)).toBeVisible(keyTime);
  await field('Төрағаның қазіргі құпиясөзі').fill(chair);
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText('Жаңа кодты қағазға түсіріңіз', keyTime);
  code = await tryOutShownCode(page);
  await expect(heading()).toHaveText('Файл орнында, кілттер тексерілген');

  await closeContest(page);
  await recentFiles(page).getByRole('button').first().press('Enter');
  await expectRefused(contestPassword, 'password');
  await expectRefused(chair, 'password');
  await expectRefused(former, 'code');
  await typePassword(page, chairsNew);
  await expect(navigation(page)).toBeVisible(keyTime);
  await expect(page.getByText('Кілт қайтарылып алынып, ауыстырылды').first()).toBeVisible();
  await closeContest(page);
  await recentFiles(page).getByRole('button').first().press('Enter');
  await page.getByRole('radio', { name: 'Қалпына келтіру коды' }).press('Space');
  await typePassword(page, code);
  await expect(heading()).toHaveText('Жаңа құпиясөз қойыңыз', keyTime);
  await press(page, 'Ескісімен қалу');
  await expect(navigation(page)).toBeVisible(keyTime);
});

test('a copy of the former key opens with its old password, and it is said that this is the former key', async () => {
  test.slow();
  const { page } = secretary;
  await closeContest(page);
  await secretary.answerOpen([oldCopy]);
  await press(page, /^Байқауды ашу/);
  // What opens the contest today does not open a file of the former key.
  await typePassword(page, newPassword);
  await expect(page.getByText(/^Бұл файлдың кілті басқа/)).toBeVisible(keyTime);
  await typePassword(page);
  await expect(navigation(page)).toBeVisible(keyTime);
  await expect(page.getByText(/^Ол ескі кілтпен жазылған/)).toBeVisible();
  await expectAccessible(page);
  await closeContest(page);
  await openFile(secretary, file, newPassword);
});

test('the key is revoked with the chair removed, and the kept versions go', async () => {
  test.slow();
  const { page } = secretary;
  await keysPlace(page);
  await press(page, revoke);
  await field('Қазіргі құпиясөз').fill(newPassword);
  await field('Хатшының жаңа құпиясөзі').fill(contestPassword);
  await field('Хатшының жаңа құпиясөзі, тағы бір рет').fill(contestPassword);
  await page.getByRole('radio', { name: /^Алынады/ }).press('Space');
  await expect(page.getByLabel('Төрағаның қазіргі құпиясөзі', { exact: true })).toHaveCount(0);
  await field('Себебі').fill('Төраға ауысты');
  await page.getByRole('checkbox', { name: /нұсқаларды жою/ }).press('Space');
  await press(page, 'Кілтті ауыстыру');
  await expect(heading()).toHaveText('Жаңа кодты қағазға түсіріңіз', keyTime);
  await tryOutShownCode(page);
  await expect(page.getByRole('table', { name: 'Файлды ашатын кілттер' })).toContainText('Қойылмаған');
  await closeContest(page);
  await recentFiles(page).getByRole('button').first().press('Enter');
  await expectRefused(chairsNew, 'password');
  await expectRefused(newPassword, 'password');
  await typePassword(page);
  await expect(navigation(page)).toBeVisible(keyTime);
});
