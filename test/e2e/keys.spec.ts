import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeContest, contestPassword, openNewContest, typePassword } from './support/contest';
import { keysPlace, navigation, openFile, openRecent, press, recentFiles } from './support/contestFile';
import { freshFolder, type Launched } from './support/launch';
import { dropFiles, expectAccessible, goTo } from './support/page';
import { shownCode, tryOutShownCode } from './support/recovery';

// The keys of a contest's file: password, code on paper, kept versions. Whether a key fits, only the file says.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const file = join(folder, 'Байқау.tarazy');
const oldCopy = join(folder, 'Ескі көшірме.tarazy');
const newPassword = 'алты қызыл алма, бір алмұрт';
const reminder = 'Қалпына келтіру коды тексерілмеген';
let secretary: Launched;
let code = '';

test.beforeAll(async () => {
  secretary = await openNewContest({}, folder);
});
test.afterAll(async () => {
  await secretary.close();
});

/** Runs in the page, in one turn: what is drawn is drawn, and no answer comes in between. */
async function confirmAndEscape(): Promise<void> {
  document.querySelector('form')?.requestSubmit();
  await Promise.resolve();
  const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(escape);
}

const dialog = () => secretary.page.getByRole('dialog');
const heading = () => secretary.page.getByRole('heading', { level: 1 });

test('a code nobody has tried is a reminder on the overview and in the navigation, also after a restart', async () => {
  const { page } = secretary;
  await expect(page.getByText(reminder)).toBeVisible();
  await expectAccessible(page);
  await closeContest(page);
  await openRecent(page);
  await expect(page.getByText(reminder)).toBeVisible();
  await press(page, 'Кілттерге өту');
  await expect(heading()).toHaveText('Қалпына келтіру коды әлі тексерілмеген');
  await expect(page.getByRole('table', { name: 'Файлды ашатын кілттер' })).toContainText('Тексерілмеген');
  await expectAccessible(page);
});

test('a new code needs a key that opens today; put off, it is said what that means, and it stays untried', async () => {
  const { page } = secretary;
  await press(page, 'Жаңа код');
  await dialog().getByRole('button', { name: 'Жаңа код жасау' }).press('Enter');
  await expect(dialog().getByText('Қазіргі құпиясөзді немесе кодты енгізіңіз.')).toBeVisible();
  await page.locator('input[type=password]').fill('басқа құпиясөз');
  await page.evaluate(confirmAndEscape);
  await expect(dialog().getByText(/^Сәйкес келмеді, ештеңе өзгерген жоқ\./)).toBeVisible();
  await expectAccessible(page);
  await typePassword(page);
  await expect(heading()).toHaveText('Жаңа кодты қағазға түсіріңіз');
  await expect(navigation(page)).toHaveCount(0);
  await press(page, 'Код қағазда, тексереміз');
  await press(page, 'Кейін тексеру');
  await expect(dialog()).toContainText('құпиясөз ұмытылғанда байқауды ешкім аша алмайды');
  await expectAccessible(page);
  await press(dialog(), 'Артқа');
  await press(page, 'Кейін тексеру');
  await press(dialog(), 'Тексермей өту');
  await expect(heading()).toHaveText('Қалпына келтіру коды әлі тексерілмеген');
});

test('tried out from paper it is known to open the file, and the reminder goes', async () => {
  const { page } = secretary;
  await press(page, 'Жаңа код');
  await typePassword(page);
  await expect(shownCode(page)).toBeVisible();
  code = await tryOutShownCode(page);
  await expect(heading()).toHaveText('Файл орнында, кілттер тексерілген');
  await expect(page.getByRole('table', { name: 'Файлды ашатын кілттер' })).toContainText(
    /Тексерілді: \d\d\.\d\d\.\d{4}/,
  );
  await press(page, 'Кодты тексеру');
  await dialog()
    .getByRole('textbox')
    .fill(`${code.slice(0, -1)}0`);
  await page.keyboard.press('Enter');
  await expect(dialog().getByText(/^Бір таңба дұрыс емес/)).toBeVisible();
  await dialog().getByRole('textbox').fill(code);
  await page.keyboard.press('Enter');
  await expect(dialog()).toHaveCount(0);
  await goTo(page, 'Шолу');
  await expect(page.getByText('Қалпына келтіру коды қағаздан тексерілді').first()).toBeVisible();
  await expect(page.getByText(reminder, { exact: true })).toHaveCount(0);
});

test('a file that comes while a new code is shown waits: nothing leads away from the code', async () => {
  const { page } = secretary;
  copyFileSync(file, oldCopy);
  await keysPlace(page);
  await press(page, 'Жаңа код');
  await typePassword(page);
  await expect(shownCode(page)).toBeVisible();
  const shown = await shownCode(page).innerText();
  await dropFiles(page, [oldCopy]);
  await expect(page.getByText('Файл ашылуын күтіп тұр: Ескі көшірме.tarazy')).toBeVisible();
  await expect(page.getByText(/^Алдымен кодпен жұмысты бітіріңіз/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Жауып, ашу' })).toHaveCount(0);
  await expect(shownCode(page)).toHaveText(shown);
  await expectAccessible(page);
  code = await tryOutShownCode(page);
  await expect(heading()).toHaveText('Файл орнында, кілттер тексерілген');
  await expect(page.getByText('Файл ашылуын күтіп тұр: Ескі көшірме.tarazy')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Жауып, ашу' })).toBeVisible();
  await page.getByRole('button', { name: 'Жабу', exact: true }).first().press('Enter');
  await expect(page.getByText(/^Файл ашылуын күтіп тұр/)).toHaveCount(0);
});

test('the chair’s access is set, and taken away with a reason: the password opens the file no more', async () => {
  const { page } = secretary;
  const chair = 'төрағаның өз құпиясөзі';
  const keys = page.getByRole('table', { name: 'Файлды ашатын кілттер' });
  await keysPlace(page);
  await press(page, 'Құпиясөз қою');
  await dialog().getByLabel('Қазіргі құпиясөз', { exact: true }).last().fill(contestPassword);
  await dialog().getByLabel('Жаңа құпиясөз', { exact: true }).fill(chair);
  await dialog().getByLabel('Жаңа құпиясөз, тағы бір рет').fill(chair);
  await page.keyboard.press('Enter');
  await expect(dialog()).toHaveCount(0, { timeout: 120_000 });
  await press(page, 'Төраға рұқсатын алып тастау');
  const question = page.getByRole('alertdialog', { name: 'Төраға рұқсатын алып тастайсыз ба?' });
  await expect(question).toContainText('ескі көшірмелері сол құпиясөзбен ашыла береді');
  await press(question, 'Төраға рұқсатын алып тастау');
  await expect(question.getByText('Себебін жазыңыз.')).toBeVisible();
  await expectAccessible(page);
  await question.getByLabel('Қазіргі құпиясөз', { exact: true }).last().fill(contestPassword);
  await question.getByLabel('Себебі').fill('Төраға ауысты');
  await press(question, 'Төраға рұқсатын алып тастау');
  await expect(question).toHaveCount(0, { timeout: 120_000 });
  await expect(keys).toContainText('Қойылмаған');
  await goTo(page, 'Мөрлеу');
  await expect(page.getByText(/Төрағаның құпиясөзі әлі қойылмаған/).first()).toBeVisible();
  await closeContest(page);
  await recentFiles(page).getByRole('button').first().press('Enter');
  await typePassword(page, chair);
  await expect(page.getByText(/^Құпиясөз немесе код сәйкес келмеді\./)).toBeVisible();
  await typePassword(page);
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByText('Төраға рұқсаты алынды').first()).toBeVisible();
});

test('the password is changed with the present one; a wrong one is said beside its field', async () => {
  const { page } = secretary;
  await closeContest(page);
  copyFileSync(file, oldCopy);
  await openRecent(page);
  await keysPlace(page);
  await press(page, 'Құпиясөзді өзгерту');
  await expect(dialog()).toContainText('ескі құпиясөзбен ашыла береді');
  await dialog().getByLabel('Қазіргі құпиясөз', { exact: true }).last().fill('басқа құпиясөз');
  await dialog().getByLabel('Жаңа құпиясөз', { exact: true }).fill('қысқа');
  await page.keyboard.press('Enter');
  await expect(dialog().getByText('Тым қысқа: кемінде 8 таңба керек.')).toBeVisible();
  const first = dialog().getByLabel('Жаңа құпиясөз', { exact: true });
  await press(dialog(), 'Құпиясөзді ойлап беру');
  const thoughtUp = await dialog().locator('code').innerText();
  await press(dialog(), 'Осыны алу');
  await expect(first).toHaveValue(thoughtUp);
  await expect(dialog().getByText('Берік.')).toBeVisible();
  await expectAccessible(page);
  await first.fill(newPassword);
  await dialog().getByLabel('Жаңа құпиясөз, тағы бір рет').fill(newPassword);
  await page.keyboard.press('Enter');
  await expect(dialog().getByText(/^Сәйкес келмеді, ештеңе өзгерген жоқ\./)).toBeVisible();
  await expectAccessible(page);
  await dialog().getByLabel('Қазіргі құпиясөз', { exact: true }).last().fill(contestPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Құпиясөз өзгертілді').first()).toBeVisible();
  await closeContest(page);
  await recentFiles(page).getByRole('button').first().press('Enter');
  await typePassword(page);
  await expect(page.getByText(/^Құпиясөз немесе код сәйкес келмеді\./)).toBeVisible();
  await typePassword(page, newPassword);
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByText('Құпиясөз өзгертілді').first()).toBeVisible();
});

test('forgotten: the code opens the file and a new password is set at once', async () => {
  const { page } = secretary;
  await closeContest(page);
  await recentFiles(page).getByRole('button').first().press('Enter');
  await page.getByRole('radio', { name: 'Қалпына келтіру коды' }).press('Space');
  await typePassword(page, code.slice(1));
  await expect(page.getByText(/^Кодтың бір таңбасы дұрыс емес/)).toBeVisible();
  await typePassword(page, code);
  await expect(heading()).toHaveText('Жаңа құпиясөз қойыңыз');
  await page.getByLabel('Жаңа құпиясөз', { exact: true }).fill(contestPassword);
  await page.getByLabel('Жаңа құпиясөз, тағы бір рет').fill(contestPassword);
  await page.keyboard.press('Enter');
  await expect(navigation(page)).toBeVisible();
  await closeContest(page);
  await openRecent(page);
  await expect(navigation(page)).toBeVisible();
});

test('a kept version is restored as a copy beside, from the open contest', async () => {
  const { page } = secretary;
  await keysPlace(page);
  const versions = page.getByRole('table', { name: 'Сақталған нұсқалар' });
  await expect(versions.getByRole('row').nth(1)).toContainText(/\d\d\.\d\d\.\d{4}.*\d+-жазба.*КБ/);
  const copy = join(folder, 'Қайтарылған.tarazy');
  await secretary.answerSave(copy);
  await versions.getByRole('button').last().press('Enter');
  await expect(page.getByText('Нұсқа сақталды: Қайтарылған.tarazy')).toBeVisible();
  expect(existsSync(copy)).toBe(true);
});

test('an old copy still opens with the old password, with the warning that it is older', async () => {
  const { page } = secretary;
  await closeContest(page);
  await openFile(secretary, oldCopy);
  await expect(page.getByText(/^Бұл файл ескірек/)).toBeVisible();
});
