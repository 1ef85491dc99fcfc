import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { freshFolder, type Launched } from './support/launch';
import { openNewContest } from './support/contest';
import { expectSaidOnce, listen } from './support/listener';
import { dropFiles } from './support/page';
import { pdfOf } from './support/pdf';

// Files dragged from the desktop onto the window: each goes where it belongs, and what is not ours is refused in words.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const at = (name: string) => join(folder, name);
let secretary: Launched;

test.beforeAll(async () => {
  secretary = await openNewContest({}, folder);
  copyFileSync(resolve(import.meta.dirname, '../fixtures/nominees_dirty.xlsx'), at('Тізім.xlsx'));
  writeFileSync(at('Қазы.tballot'), 'age-encryption.org/v1\n-> scrypt broken\n');
  writeFileSync(at('Қайтқан.tscores'), 'age-encryption.org/v1\n-> X25519 broken\n');
  writeFileSync(at('Хат.docx'), 'PK\u0003\u0004');
  writeFileSync(at('Жалған.tarazy'), 'бұл жай ғана мәтін');
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });
/** Nothing is open: a page that is loaded anew is the start screen. */
const toStart = async () => {
  await secretary.page.reload();
  await expect(heading()).toHaveText('Неден бастаймыз?');
};

test('a spreadsheet in an open contest becomes the preview of an import', async () => {
  await dropFiles(secretary.page, [at('Тізім.xlsx')]);
  await expect(secretary.page.getByRole('heading', { name: 'Қосылады: 6 номинант' })).toBeVisible();
});

test('on a nominee’s panel files are attached, each judged by itself, and ours keep their meaning', async () => {
  const { page } = secretary;
  await page.getByRole('button', { name: /^Қосу: 6/ }).press('Enter');
  await page.getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary');
  const files = panel.getByRole('region', { name: 'Тіркелген файлдар' });
  await files.scrollIntoViewIfNeeded();
  writeFileSync(at('Диплом.pdf'), pdfOf({ pages: 1 }));
  writeFileSync(at('Сурет.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(at('Жалған.png'), 'бұл сурет емес');
  await listen(page);
  await dropFiles(page, [at('Диплом.pdf'), at('Сурет.svg'), at('Хат.docx'), at('Жалған.png')], panel);
  await expect(files.getByRole('button', { name: 'Ашу: Диплом.pdf' })).toBeVisible();
  const refused = files.getByRole('alert');
  for (const [name, why] of [
    ['Сурет.svg', 'ішінде бағдарлама'],
    ['Хат.docx', 'Кеңсе құжаттары'],
    ['Жалған.png', 'сәйкес емес'],
  ] as const)
    await expect(refused.getByRole('listitem').filter({ hasText: name })).toContainText(why);
  await expectSaidOnce(page, /Сурет\.svg.*Хат\.docx.*Жалған\.png/);
  await dropFiles(page, [at('Қазы.tballot')], panel);
  await expect(page.getByText('Файл ашылуын күтіп тұр: Қазы.tballot')).toBeVisible();
  await page.getByText('Жабу', { exact: true }).first().press('Enter');
  rmSync(at('Диплом.pdf'));
  rmSync(at('Сурет.svg'));
  rmSync(at('Жалған.png'));
});

test('a returned ballot in an open contest is imported, and told what became of it', async () => {
  await dropFiles(secretary.page, [at('Қайтқан.tscores')]);
  await expect(secretary.page.getByRole('heading', { name: 'Есепке алынды: 0 / 1' })).toBeVisible();
  await expect(secretary.page.getByText('Файл оқылмады. Байқау өзгерген жоқ.')).toBeVisible();
});

test('a juror’s ballot waits while a contest is open, and says so', async () => {
  await dropFiles(secretary.page, [at('Қазы.tballot')]);
  await expect(secretary.page.getByText('Файл ашылуын күтіп тұр: Қазы.tballot')).toBeVisible();
  await secretary.page.getByRole('button', { name: 'Жауып, ашу' }).press('Enter');
  await expect(heading()).toHaveText('Парақтың кодын енгізіңіз');
  await expect(secretary.page.getByText('Қазы.tballot')).toBeVisible();
});

test('on the start screen a contest asks for its password', async () => {
  await toStart();
  await dropFiles(secretary.page, [at('Байқау.tarazy')]);
  await expect(heading()).toHaveText('Байқау.tarazy');
  await expect(secretary.page.locator('input[type=password]')).toBeFocused();
});

test('on the start screen what belongs into a contest asks for that first', async () => {
  for (const name of ['Қайтқан.tscores', 'Тізім.xlsx']) {
    await toStart();
    await dropFiles(secretary.page, [at(name)]);
    await expect(secretary.page.getByText(`Файл ашылуын күтіп тұр: ${name}`)).toBeVisible();
    await expect(secretary.page.getByText(/^Алдымен осы файл тиесілі байқауды ашыңыз/)).toBeVisible();
  }
});

test('a wrong kind, or a right name over something else, is refused and nothing happens', async () => {
  for (const names of [['Хат.docx'], ['Жалған.tarazy'], ['Байқау.tarazy', 'Жалған.tarazy']]) {
    await toStart();
    await dropFiles(secretary.page, names.map(at));
    await expect(secretary.page.getByText(`Бұл басқа түрдегі файл: ${names.at(-1) ?? ''}`)).toBeVisible();
    await expect(heading()).toHaveText('Неден бастаймыз?');
  }
  expect(readdirSync(folder).toSorted()).toEqual(
    ['Байқау.tarazy', 'Жалған.tarazy', 'Тізім.xlsx', 'Хат.docx', 'Қазы.tballot', 'Қайтқан.tscores'].toSorted(),
  );
});
