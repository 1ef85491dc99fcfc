import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible } from './support/page';

// From the ranking to files on disk: the winners' workbook and the minutes of the demo contest.

let tarazy: Launched;
const folder = freshFolder();
test.beforeAll(async () => {
  tarazy = await launchApp();
  const { page } = tarazy;
  await page.evaluate(() => window.tarazy.call('app.setPreferences', { language: 'ru', theme: 'light' }));
  await page.reload();
  await page.getByRole('button', { name: 'Посмотреть демо-конкурс' }).click();
  await page.getByRole('button', { name: 'Документы' }).click({ timeout: 60_000 });
});
test.afterAll(async () => {
  await tarazy.close();
});

test('says that the result is provisional, and what the workbook holds', async () => {
  const { page } = tarazy;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Результат пока предварительный');
  await expect(page.getByRole('table', { name: 'Листы книги' }).getByRole('row')).toHaveCount(4);
  await expectAccessible(page);
});

test('a cancelled dialog writes nothing and says nothing', async () => {
  const { page } = tarazy;
  await tarazy.answerSave(undefined);
  await page.getByRole('button', { name: 'Сохранить книгу…' }).click();
  await expect(page.getByText('Книга сохранена')).toBeHidden();
});

test('the workbook is saved in the chosen language with the totals of the ranking', async () => {
  const { page } = tarazy;
  const path = join(folder, 'итоги.xlsx');
  await tarazy.answerSave(path);
  await page.getByRole('radiogroup', { name: 'Язык книги' }).getByText('Қазақша').click();
  await page.getByRole('button', { name: 'Сохранить книгу…' }).click();
  await expect(page.getByText('Книга сохранена')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('итоги.xlsx')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Показать в папке' })).toBeVisible();
  expect(existsSync(path)).toBe(true);

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(path).buffer);
  expect(workbook.worksheets[0]?.name).toContain('Жеңімпаздар');
  const text = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Рейтинг/ })
    .click();
  const first = page.locator('.rank-row').first();
  expect(text).toContain(await first.locator('.rank-open').innerText());
  const total = Number((await first.locator('.total').innerText()).replace(',', '.'));
  const numbers = [...text.matchAll(/-?\d+\.\d+/g)].map(([found]) => Number(found));
  expect(numbers.some((number) => Math.abs(number - total) < 0.005)).toBe(true);
});

test('the minutes are saved by keyboard, as a Word document that says it is provisional', async () => {
  const { page } = tarazy;
  await page.getByRole('navigation').getByRole('button', { name: 'Документы' }).click();
  const path = join(folder, 'протокол.docx');
  await tarazy.answerSave(path);
  await page.getByRole('button', { name: 'Сохранить протокол…' }).focus();
  await page.keyboard.press('Enter');
  const section = page.getByRole('region', { name: 'Протокол' });
  await expect(section.getByText('Протокол сохранён')).toBeVisible({ timeout: 60_000 });
  const zip = await JSZip.loadAsync(readFileSync(path));
  const text = await zip.file('word/document.xml')?.async('string');
  expect(text).toContain('заседания жюри');
  expect(text).toContain('Предварительный результат');
});
