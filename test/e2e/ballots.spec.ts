import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeIssuedContest, type IssuedContest } from './pictures/issuedContest';
import { openInWindow } from './support/awards';
import { openNewContest, returnBallot } from './support/contest';
import { expectAccessible, goTo } from './support/page';
import { freshFolder, type Launched } from './support/launch';

// Ballots go out with their codes and come back: what counts, what is refused, what two people decide.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const students = ['Әбдірахман Сәуле', 'Жұмабаев Алихан', 'Үсенова Дана'];
const jurors = ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'];
let secretary: Launched;
let issued: IssuedContest['issued'] = [];
test.beforeAll(async () => {
  secretary = await openNewContest({ students, jurors });
});
test.afterAll(async () => {
  await secretary.close();
});

const press = async (name: string | RegExp) => {
  await secretary.page.getByRole('button', { name, exact: true }).first().press('Enter');
};
const row = (name: string) => secretary.page.getByRole('row', { name: new RegExp(name) });
const codeOf = async (name: string) => (await row(name).locator('code').textContent()) ?? '';
/** What the juror gives everywhere, as the file that comes back. */
const returnedBy = (name: string, value: number) => {
  const { file, code } = issued[jurors.indexOf(name)] ?? { file: '', code: '' };
  return returnBallot(file, code, value);
};
const importFiles = async (files: readonly string[]) => {
  await secretary.answerOpen(files);
  await press('Парақтарды импорттау');
};

test('ballots are issued to everybody, into one folder, each with its code', async () => {
  const { page } = secretary;
  await goTo(page, 'Бағалау парақтары');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Парақтар әлі берілмеді');
  await press('Парақ беру');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await page.getByLabel('Кімге қайтару керек').fill('hatshy@example.kz');
  await expectAccessible(page);
  await secretary.answerOpen([folder]);
  await press('Қалта таңдап беру: 3');
  await expect(page.getByText(/Жазылған парақтар: 3/)).toBeVisible({ timeout: 60_000 });
  expect(readdirSync(folder).filter((file) => file.endsWith('.tballot'))).toHaveLength(3);
  expect(await codeOf('Ли Виктор')).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  await expectAccessible(page);
});

test('codes become slips of paper', async () => {
  const { page } = secretary;
  await press('Код қағаздары');
  await expect(page.getByRole('heading', { level: 2, name: 'Ли Виктор' })).toBeVisible();
  await expectAccessible(page);
  const pdf = join(folder, 'кодтар.pdf');
  await secretary.answerSave(pdf);
  await press('PDF сақтау');
  await expect(page.getByText('Сақталды: кодтар.pdf')).toBeVisible();
  expect(statSync(pdf).size).toBeGreaterThan(10_000);
  await press('Артқа');
});

test('a returned ballot counts, a foreign file is refused in words', async () => {
  // Issued by another computer at the least cost: that a ballot issued in a window comes back is the demonstration's.
  await secretary.close();
  const made = await makeIssuedContest(students, jurors);
  ({ issued } = made);
  secretary = await openInWindow(made.path, 'kk');
  const { page } = secretary;
  await goTo(page, 'Бағалау парақтары');
  const returned = await returnedBy('Ли Виктор', 7);
  const foreign = join(folder, 'бөтен.tscores');
  writeFileSync(foreign, 'not a ballot');
  await importFiles([returned, foreign]);
  await expect(page.getByRole('heading', { name: 'Есепке алынды: 1 / 2' })).toBeVisible();
  await expect(page.getByText('Қабылданбады')).toBeVisible();
  await expectAccessible(page);
  await press('Жабу');
  await expect(row('Ли Виктор')).toContainText('Қайтты');
  await importFiles([returned]);
  await expect(page.getByText('Бұрын импортталған')).toBeVisible();
  await press('Жабу');
});

test('two people decide between ballots of two computers', async () => {
  const { page } = secretary;
  const name = 'Қалиева Ұлжан';
  const atHome = await returnedBy(name, 9);
  const atWork = await returnedBy(name, 3);
  await importFiles([atHome, atWork]);
  // The first counted only until the second came: neither counts now.
  await expect(page.getByText('Екі адамның шешімі керек')).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'Есепке алынды: 0 / 2' })).toBeVisible();
  await press('Жабу');
  await press(`Таңдау: ${name}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().press('Space');
  await dialog.getByLabel('Бірінші адам').fill('Асанова Б.');
  await dialog.getByLabel('Екінші адам').fill('асанова б.');
  await dialog.getByLabel('Себебі').fill('Қазы үйдегісін растады');
  await dialog.getByRole('button', { name: 'Есепке алу' }).press('Enter');
  await expect(dialog.getByText('Екі түрлі адам болуы керек.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Екінші адам').fill('Сәрсенов Е.');
  await dialog.getByRole('button', { name: 'Есепке алу' }).press('Enter');
  await expect(row(name)).toContainText('Қайтты');
});

test('the progress shows what is missing', async () => {
  const { page } = secretary;
  await page.getByRole('tab', { name: 'Парақтар' }).press('ArrowRight');
  await expect(page.getByRole('grid', { name: /Бағалау барысы/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Не жетпейді' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: /Бағалау барысы/ }).press('ArrowLeft');
});

test('the round closes when nothing is missing, and can be reopened with a reason', async () => {
  const { page } = secretary;
  await importFiles([await returnedBy('Өтегенов Мәди', 8)]);
  await expect(page.getByRole('heading', { name: 'Есепке алынды: 1 / 1' })).toBeVisible();
  await press('Жабу');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Барлық парақ қайтты');
  await press('Кезеңді жабу');
  await page.getByRole('dialog').getByRole('button', { name: 'Кезеңді жабу' }).press('Enter');
  await page.getByRole('radio', { name: 'Сырттай бағалау' }).press('Space');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кезең жабылды');
  await press('Кезеңді қайта ашу');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Кеш келген парақ бар');
  await dialog.getByRole('button', { name: 'Кезеңді қайта ашу' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Барлық парақ қайтты');
});
