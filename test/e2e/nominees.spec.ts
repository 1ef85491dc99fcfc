import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openNewContest } from './support/contest';
import { expectAccessible, goTo } from './support/page';
import type { Launched } from './support/launch';

// From a registration sheet as it really comes to a list that the jury can be given.

test.describe.configure({ mode: 'serial' });

const sheet = resolve(import.meta.dirname, '../fixtures/nominees_dirty.xlsx');
const oldEncoding = resolve(import.meta.dirname, '../fixtures/nominees_dirty.csv');
let secretary: Launched;

test.beforeAll(async () => {
  secretary = await openNewContest();
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });
const rows = () => secretary.page.getByRole('grid', { name: 'Номинанттар' }).locator('[data-index]');
const press = async (name: string | RegExp) => {
  await secretary.page.getByRole('button', { name, exact: true }).first().press('Enter');
};

test('an empty list says where to begin', async () => {
  await goTo(secretary.page, 'Номинанттар');
  await expect(heading()).toHaveText('Номинанттар әлі жоқ');
  await expectAccessible(secretary.page);
});

test('a file in an old encoding is refused in words', async () => {
  await secretary.answerOpen([oldEncoding]);
  await press('Кестені таңдау');
  await expect(secretary.page.getByRole('alert')).toContainText('UTF-8');
  await expectAccessible(secretary.page);
  await press('Бас тарту');
});

test('the preview tells the fate of every row and writes nothing', async () => {
  const { page } = secretary;
  await secretary.answerOpen([sheet]);
  await press('Кестені таңдау');
  await expect(page.getByRole('heading', { name: 'Қосылады: 6 номинант' })).toBeVisible();
  await expect(page.getByText('тақырып жолы: 5')).toBeVisible();
  await expectAccessible(page);
  await press('Бағандарды тексеру');
  await expect(page.getByText('Жасырын баған')).toBeVisible();
  await expectAccessible(page);
  await press('Жолдарға қайту');
  await expect(heading()).toHaveText('Номинанттар әлі жоқ');
});

test('a row is taken in spite of its problem, another left out', async () => {
  const { page } = secretary;
  await press('Бәрібір қосу: Ким Виктория');
  await expect(page.getByRole('heading', { name: 'Қосылады: 7 номинант' })).toBeVisible();
  await page
    .getByRole('region', { name: 'Дайын' })
    .getByRole('button', { name: /^Алып тастау/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('heading', { name: 'Қосылады: 6 номинант' })).toBeVisible();
  await press(/^Қайтару: /);
  await expect(page.getByRole('heading', { name: 'Қосылады: 7 номинант' })).toBeVisible();
});

test('the import is one step, and one step back', async () => {
  await press('Қосу: 7');
  await expect(heading()).toHaveText('7 номинант');
  await press('Қайтару');
  await expect(heading()).toHaveText('Номинанттар әлі жоқ');
  await secretary.answerOpen([sheet]);
  await press('Кестені таңдау');
  await press('Қосу: 6');
  await expect(heading()).toHaveText('6 номинант');
});

test('search folds letters, and the list is walked by keys', async () => {
  const { page } = secretary;
  const search = page.getByRole('searchbox');
  await search.fill('мурат');
  await expect(rows()).toHaveText([/Мұрат Әсел/]);
  await search.press('Escape');
  await expect(rows()).toHaveCount(6);
  await page.getByRole('grid', { name: 'Номинанттар' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Оспанов Нұрсұлтан Ерланұлы' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toBeFocused();
  await expectAccessible(page);
});

test('somebody is refused with a reason, and put back', async () => {
  const { page } = secretary;
  await press('Жібермеу');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Жібермеу' }).press('Enter');
  await expect(dialog.getByText('Себебін жазыңыз.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Мерзімнен кейін келді');
  await dialog.getByRole('button', { name: 'Жібермеу' }).press('Enter');
  await expect(rows().nth(1)).toContainText('Жіберілмеді');
  await press('Қайтару');
  await expect(rows().nth(1)).toContainText('Тексерілмеген');
});

test('somebody is added by hand, with a hint at a mistyped number, and withdrawn', async () => {
  const { page } = secretary;
  await press('Қолмен қосу');
  await page.getByLabel('Аты-жөні немесе атауы').fill('Әлиева Үміт');
  await page.getByRole('button', { name: /^Кейін таңдалады/ }).press('Enter');
  await page.getByRole('option', { name: 'Үздік студент', exact: true }).press('Enter');
  await page.getByLabel(/^ЖСН/).fill('040701500139');
  await expect(page.getByText('Бақылау саны сәйкес емес. Құжаттан тексеріңіз.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^ЖСН/).press('Enter');
  await expect(heading()).toHaveText('7 номинант');
  await rows().filter({ hasText: 'Әлиева Үміт' }).click();
  await press('Шығару');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('Өз өтініші бойынша');
  await dialog.getByRole('button', { name: 'Шығару' }).press('Enter');
  await expect(heading()).toHaveText('6 номинант');
  await press('Жабу');
});

test('all are admitted and the technical check is closed', async () => {
  const { page } = secretary;
  await press('Бәрін жіберу');
  await page.getByRole('dialog').getByRole('button', { name: 'Бәрін: 6' }).press('Enter');
  await expect(rows().first()).toContainText('Жіберілді');
  await press('Кезеңді жабу');
  await page.getByRole('dialog').getByRole('button', { name: 'Кезеңді жабу' }).press('Enter');
  await expect(page.getByText('Техникалық іріктеу жабылды, тізім бекітілді.')).toBeVisible();
  await expectAccessible(page);
});
