import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contestPassword } from './support/contest';
import { chairPassword, openClosedContest } from './support/closedContest';
import { press } from './support/contestFile';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { dropFiles, expectAccessible, goTo } from './support/page';

// How a contest ends: checks, two signatures, a result that nothing changes, and the seal broken in the open.

test.describe.configure({ mode: 'serial' });

let secretary: Launched;
const results = join(freshFolder(), 'Нәтиже.tresults');
let fingerprint = '';

test.beforeAll(async () => {
  secretary = await openClosedContest();
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });
const field = (label: string) => secretary.page.getByLabel(label, { exact: true });

test('without the chair’s password the checks lead to where the chair sets it', async () => {
  const { page } = secretary;
  await goTo(page, 'Мөрлеу');
  await expect(heading()).toHaveText('Мөрлеуге дейін шешілетіні: 1');
  await expect(page.locator('.seal-form')).toHaveCount(0);
  await expectAccessible(page);
  await press(page, /^Файл мен кілттер: Төрағаның құпиясөзі әлі қойылмаған/);
  await press(page, 'Құпиясөз қою');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Қазіргі құпиясөз' }).fill(contestPassword);
  await dialog.getByRole('textbox', { name: 'Жаңа құпиясөз', exact: true }).fill(chairPassword);
  await dialog.getByRole('textbox', { name: 'Жаңа құпиясөз, тағы бір рет' }).fill(chairPassword);
  await expectAccessible(page);
  await press(dialog, 'Құпиясөз қою');
  await expect(page.getByRole('button', { name: 'Төраға құпиясөзін ауыстыру' })).toBeVisible();
});

test('all checks pass; each password is judged beside its own field', async () => {
  const { page } = secretary;
  await goTo(page, 'Мөрлеу');
  await expect(heading()).toHaveText('Барлығы дайын: байқауды мөрлеуге болады');
  await press(page.getByRole('main'), 'Мөрлеу');
  await expect(page.getByText('Құпиясөзді теріңіз.')).not.toHaveCount(0);
  await field('Хатшының құпиясөзі').fill(contestPassword);
  await field('Төрағаның құпиясөзі').fill(contestPassword);
  await page.keyboard.press('Enter');
  await expect(field('Төрағаның құпиясөзі')).toHaveAccessibleDescription(/Бұл құпиясөз сәйкес келмеді/);
  await expect(field('Хатшының құпиясөзі')).not.toHaveAttribute('aria-invalid');
  await expectAccessible(page);
});

test('sealed, the screen shows what the result is known by', async () => {
  const { page } = secretary;
  await field('Төрағаның құпиясөзі').fill(chairPassword);
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText('Байқау мөрленген');
  fingerprint = (await page.locator('.fingerprint').getAttribute('aria-label')) ?? '';
  expect(fingerprint).toMatch(/^Мөрдің белгісі: [0-9A-Z]{4}(-[0-9A-Z]{4}){7}$/);
  await expect(page.getByRole('img', { name: 'Мөр белгісінің QR коды' })).toBeVisible();
  await expectAccessible(page);
});

test('no place offers what the seal forbids, and each says why', async () => {
  const { page } = secretary;
  await goTo(page, 'Номинанттар');
  await expect(page.getByText(/^Байқау мөрленген: .* Мұнда ештеңе өзгертілмейді\.$/)).toBeVisible();
  await page.getByRole('grid').press('ArrowDown');
  const panel = page.getByRole('complementary');
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('button')).toHaveText(['']);
  await goTo(page, 'Қазылар');
  await expect(page.getByRole('button', { name: 'Қазы қосу' })).toHaveCount(0);
  await goTo(page, 'Рейтинг');
  await expect(page.getByText(/Мұнда ештеңе өзгертілмейді/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Кезеңді қайта ашу' })).toHaveCount(0);
  await goTo(page, 'Баптау');
  await expect(page.getByLabel('Маусымы')).toBeDisabled();
  // Whoever calls past the screens is refused by the contest itself.
  const refused = await page.evaluate(async () =>
    window.tarazy.call('jury.save', { id: null, name: 'Кеш келген', title: '', contact: '', chair: false }),
  );
  expect(refused).toEqual({ ok: false, failure: { code: 'sealed' } });
});

test('the result goes to the organiser as a file and a code, and is checked before it is shown', async () => {
  const { page } = secretary;
  await goTo(page, 'Мөрлеу');
  await secretary.answerSave(results);
  await press(page.getByRole('main'), 'Нәтиже файлын жазу');
  await expect(heading()).toHaveText('Нәтиже файлының коды');
  const code = await page.locator('.slip-code').innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  await expectAccessible(page);
  await press(page, 'Артқа');

  const organiser = await launchApp({ args: [results] });
  const read = organiser.page;
  await read.getByRole('textbox', { name: 'Код' }).fill('0000-0000-0000');
  await read.keyboard.press('Enter');
  await expect(read.getByRole('textbox', { name: 'Код' })).toHaveAccessibleDescription(/Код сәйкес келмеді/);
  await read.getByRole('textbox', { name: 'Код' }).fill(code);
  await read.keyboard.press('Enter');
  await expect(read.getByRole('heading', { level: 1 })).toHaveText(/^Нәтиже түпнұсқа/);
  await expect(read.locator('.fingerprint')).toHaveAttribute('aria-label', fingerprint);
  await expect(read.getByRole('table', { name: /Парақтардың түбіртектері/ })).toContainText('Қалиева Ұлжан');
  await expect(read.getByText('Нәтиже парақтардан қайта есептелді, бәрі бірдей')).toBeVisible();
  await read.getByRole('textbox', { name: 'Хаттамадағы мөр белгісі' }).fill(fingerprint.split(': ')[1] ?? '');
  await expect(read.getByRole('textbox', { name: 'Хаттамадағы мөр белгісі' })).toHaveAccessibleDescription(/^Бірдей/);
  await expectAccessible(read);
  const book = join(freshFolder(), 'Жеңімпаздар.xlsx');
  await organiser.answerSave(book);
  await press(read, 'Кітапты сақтау…');
  await expect(read.getByText('Кітап сақталды: Жеңімпаздар.xlsx')).not.toHaveCount(0);
  expect(readFileSync(book).subarray(0, 2).toString('latin1')).toBe('PK');

  // The same file with one byte of its content changed is refused, and what was open before is shown no more.
  const forged = join(freshFolder(), 'Өзгертілген.tresults');
  const bytes = readFileSync(results);
  const at = bytes.length - 40;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(forged, bytes);
  await dropFiles(read, [forged]);
  await read.getByRole('textbox', { name: 'Код' }).fill(code);
  await read.keyboard.press('Enter');
  await expect(read.getByRole('alert')).toContainText('Өзгертілген.tresults');
  await expect(read.getByText('Нәтиже түпнұсқа')).toHaveCount(0);
  await organiser.close();
  expect(filesWith(organiser.userData, 'Қалиева Ұлжан')).toEqual([]);
});

test('broken by both with a reason, the seal stays in sight for ever', async () => {
  const { page } = secretary;
  await goTo(page, 'Мөрлеу');
  await press(page.getByRole('main'), 'Мөрді ашу');
  const dialog = page.getByRole('alertdialog');
  await press(dialog, 'Мөрді ашу');
  await expect(dialog.getByText('Себебін жазыңыз.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Себебі').fill('Номинанттың аты қате жазылған');
  await dialog.getByLabel('Хатшының құпиясөзі').fill(contestPassword);
  await dialog.getByLabel('Төрағаның құпиясөзі').fill(chairPassword);
  await press(dialog, 'Мөрді ашу');
  await expect(heading()).toHaveText('Барлығы дайын: байқауды мөрлеуге болады');
  await expect(page.getByRole('table', { name: 'Мөрлер тарихы' })).toContainText('Номинанттың аты қате жазылған');
  await goTo(page, 'Шолу');
  await expect(page.getByText('Байқаудың мөрі ашылған, нәтиже қайта мөрленбеген')).toBeVisible();
  await expect(page.getByText(/Мөр 1 ашылды: .* Себебі: Номинанттың аты қате жазылған/)).toBeVisible();
});

test('the log tells all of it in words, is searched, and is whole', async () => {
  const { page } = secretary;
  await goTo(page, 'Журнал');
  await expect(heading()).toHaveText(/^Журнал бүтін, жазбалар: \d+$/);
  const table = page.getByRole('grid', { name: 'Журнал жазбалары' });
  await expect(table.getByRole('row').nth(1)).toContainText('Мөр ашылды');
  await page.getByRole('searchbox').fill('Қалиева');
  await expect(table.getByRole('row').filter({ hasText: 'Парақ берілді: Қалиева Ұлжан' })).toHaveCount(1);
  await expect(table.getByText('Мөр ашылды')).toHaveCount(0);
  await expectAccessible(page);
});

/** Files of a folder that hold a text in clear. */
const filesWith = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });
