import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeContest, openNewContest, typePassword } from './support/contest';
import {
  expectJurors,
  keysPlace,
  navigation,
  openFile,
  openRecent,
  press,
  publish,
  recentFiles,
  seatJuror,
} from './support/contestFile';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible } from './support/page';

// One contest, one file, two computers (two profiles): there and back, and what happens when both go on at once.

test.describe.configure({ mode: 'serial' });

const officeFolder = freshFolder();
const stick = freshFolder();
const carried = join(stick, 'Байқау.tarazy');
let office: Launched;
let home: Launched;

test.beforeAll(async () => {
  office = await openNewContest({}, officeFolder);
  home = await launchApp();
});
test.afterAll(async () => {
  await office.close();
  await home.close();
});

const question = (page: Launched['page']) => page.getByRole('table', { name: 'Екі файлды салыстыру' });

test('moving away: everything is written first, it is said what to carry, and the contest is closed', async () => {
  const { page } = office;
  await seatJuror(page, 'Кеңседе бір');
  await keysPlace(page);
  await press(page, 'Көшуге дайындау');
  const dialog = page.getByRole('dialog', { name: 'Басқа компьютерге көшу' });
  await expect(dialog.getByText('Бәрі файлда: Байқау.tarazy')).toBeVisible();
  await expect(dialog).toContainText('Тек осы бір файлды апарасыз');
  await expectAccessible(page);
  await office.answerSave(carried);
  await press(dialog, 'USB-жинақтағышқа жазу');
  await expect(page.getByText('Байқау енді осы файлда: Байқау.tarazy')).toBeVisible();
  await expect(dialog).toContainText(/\d+-жазба/);
  await press(dialog, 'Байқауды жабу, файлды алып кету');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Неден бастаймыз?');
  expect(readdirSync(stick)).toEqual(['Байқау.tarazy']);
});

test('on the other computer it opens and goes on', async () => {
  await openFile(home, carried);
  await expectJurors(home.page, ['Кеңседе бір']);
  await seatJuror(home.page, 'Үйде бір');
  await closeContest(home.page);
});

test('back on the first one the newer file is taken, and what was here is a kept version', async () => {
  const { page } = office;
  await page.reload();
  await openRecent(page);
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByText(/ескірек|табылмады/)).toHaveCount(0);
  await expectJurors(page, ['Кеңседе бір', 'Үйде бір']);
  await keysPlace(page);
  const versions = page.getByRole('table', { name: 'Сақталған нұсқалар' });
  await expect(versions.getByText(/-жазба$/)).toHaveCount(4);
  await closeContest(page);
});

test('the file that stayed behind opens with the warning that it is older', async () => {
  const { page } = office;
  await openFile(office, join(officeFolder, 'Байқау.tarazy'));
  await expect(page.getByText(/^Бұл файл ескірек/)).toBeVisible();
  await closeContest(page);
  await openFile(office, carried);
  await expectJurors(page, ['Кеңседе бір', 'Үйде бір']);
});

test('worked on at both at once, both files are kept and the window asks, with the figures of both', async () => {
  const { page } = office;
  await openFile(home, carried);
  await seatJuror(home.page, 'Үйде екі');
  await closeContest(home.page);
  await seatJuror(page, 'Кеңседе екі');
  await seatJuror(page, 'Кеңседе үш');
  await publish(page);
  await expect(question(page)).toBeVisible();
  await expect(question(page).getByRole('row', { name: /^Қазылар/ })).toHaveText(/Қазылар\s*4\s*3/);
  await expect(question(page).getByRole('row', { name: /^Файл/ })).toContainText('Байқау (2).tarazy');
  await expectAccessible(page);
  // Nothing is blocked meanwhile, and the question outlives the session.
  await seatJuror(page, 'Кеңседе төрт');
  await closeContest(page);
  await expect(recentFiles(page)).toContainText('Байқау (2).tarazy');
  await openRecent(page);
  await expect(question(page).getByRole('row', { name: /^Қазылар/ })).toHaveText(/Қазылар\s*5\s*3/);
});

test('the other one is opened: it holds what was done there, ours lies complete beside it', async () => {
  const { page } = office;
  await press(page, 'Екіншісін ашу');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Байқау.tarazy');
  await typePassword(page);
  await expect(navigation(page)).toBeVisible();
  await expectJurors(page, ['Кеңседе бір', 'Үйде бір', 'Үйде екі']);
  await expect(page.getByText('Кеңседе төрт', { exact: true })).toHaveCount(0);
  await expect(question(page)).toHaveCount(0);
  await expect(page.getByText(/ескірек/)).toHaveCount(0);
  await closeContest(page);
  await openFile(home, join(stick, 'Байқау (2).tarazy'));
  await expectJurors(home.page, ['Кеңседе екі', 'Кеңседе үш', 'Кеңседе төрт']);
  await closeContest(home.page);
});

test('or ours goes on in the new file, and the other stays as it is', async () => {
  const { page } = office;
  await openFile(office, carried);
  copyFileSync(join(officeFolder, 'Байқау.tarazy'), carried);
  await seatJuror(page, 'Кеңседе бес');
  await publish(page);
  await press(page, 'Осындағымен жалғастыру');
  await expect(page.getByText('Жалғасы осы файлда: Байқау (3).tarazy')).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  await closeContest(page);
  expect(existsSync(carried)).toBe(true);
  rmSync(carried);
  await openFile(home, join(stick, 'Байқау (3).tarazy'));
  await expectJurors(home.page, ['Үйде екі', 'Кеңседе бес']);
});
