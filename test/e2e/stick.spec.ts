import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeContest, openNewContest } from './support/contest';
import {
  expectJurors,
  navigation,
  noMedia,
  openFile,
  openRecent,
  press,
  publish,
  recentFiles,
  seatJuror,
  Stick,
} from './support/contestFile';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible } from './support/page';
import { pressCross } from './support/window';

// The stick is pulled while the contest is open: a real file system, really unmounted.

test.describe.configure({ mode: 'serial' });
test.skip(noMedia !== '', noMedia);

let stick: Stick;
let secretary: Launched;
const elsewhere = join(freshFolder(), 'Басқа жерде.tarazy');

test.beforeAll(async () => {
  stick = new Stick(20);
  secretary = await openNewContest({}, stick.folder);
});
test.afterAll(async () => {
  await secretary.close();
  stick.remove();
});

const foot = () => navigation(secretary.page);
const gone = () => foot().getByText(/^Жинақтағыш ажыратылды/);

test('the work goes on and is safe here; nothing is written into the empty folder the stick leaves behind', async () => {
  const { page } = secretary;
  await publish(page);
  stick.pull();
  await seatJuror(page, 'Жинақтағышсыз бір');
  await publish(page);
  await expect(gone()).toBeVisible();
  await expect(foot().getByText('Осы компьютерде сақталды')).toBeVisible();
  await expect(foot().getByRole('button', { name: 'Басқа жерге жазу' })).toBeVisible();
  expect(readdirSync(stick.folder)).toEqual([]);
  await expectAccessible(page);
});

test('put in again, it is written without being asked', async () => {
  stick.insert();
  await expect(foot().getByText(/^Файлға жазылды: \d\d:\d\d$/)).toBeVisible({ timeout: 40_000 });
  await expect(gone()).toHaveCount(0);
  const other = await launchApp();
  await openFile(other, join(stick.folder, 'Байқау.tarazy'));
  await expectJurors(other.page, ['Жинақтағышсыз бір']);
  await other.close();
});

test('closed without the stick it says so, and the start screen shows what waits', async () => {
  const { page } = secretary;
  stick.pull();
  await seatJuror(page, 'Жинақтағышсыз екі');
  await closeContest(page);
  await expect(page.getByText(/^Жинақтағыш ажыратылды: Байқау\.tarazy/)).toBeVisible();
  await page.reload();
  await expect(recentFiles(page)).toContainText('Файл орнында жоқ');
  await openRecent(page);
  await expectJurors(page, ['Жинақтағышсыз екі']);
});

test('the window does not close over unwritten work without a word', async () => {
  const { page } = secretary;
  await pressCross(secretary.pid);
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Соңғы жұмыс файлға жазылмады');
  await expect(dialog).toContainText('Жұмыс осы компьютерде сақталды');
  await expectAccessible(page);
  await press(dialog, 'Жаппау');
  await expect(dialog).toHaveCount(0);
  await seatJuror(page, 'Жинақтағышсыз үш');
  await pressCross(secretary.pid);
  await press(dialog, 'Жазбай жабу');
  await secretary.ended;
  secretary = await launchApp({ userData: secretary.userData });
  await expect(recentFiles(secretary.page)).toContainText('Файл орнында жоқ');
  await openRecent(secretary.page);
  await expectJurors(secretary.page, ['Жинақтағышсыз екі', 'Жинақтағышсыз үш']);
});

test('written to another place, the contest goes on there', async () => {
  const { page } = secretary;
  await publish(page);
  await secretary.answerSave(elsewhere);
  await press(foot(), 'Басқа жерге жазу');
  await expect(page.getByText('Байқау енді осы файлда: Басқа жерде.tarazy')).toBeVisible();
  await expect(gone()).toHaveCount(0);
  await seatJuror(page, 'Жаңа жерде');
  await closeContest(page);
  expect(existsSync(elsewhere)).toBe(true);
  await expect(recentFiles(page)).toContainText('Басқа жерде.tarazy');
  const other = await launchApp();
  await openFile(other, elsewhere);
  await expectJurors(other.page, ['Жинақтағышсыз бір', 'Жинақтағышсыз үш', 'Жаңа жерде']);
  await other.close();
});

test('another place that takes nothing leaves everything as it was', async () => {
  const { page } = secretary;
  await openRecent(page);
  stick.insert();
  stick.protect('ro');
  await seatJuror(page, 'Соңғы');
  await secretary.answerSave(join(stick.folder, 'Жазылмайды.tarazy'));
  await foot().getByRole('button', { name: 'Файл мен кілттер' }).press('Enter');
  await press(page, 'Орнын таңдау');
  await expect(page.getByText(/^Файл тек оқуға арналған жерде: Жазылмайды\.tarazy/)).toBeVisible();
  await publish(page);
  await expect(page.getByText('Файл: Басқа жерде.tarazy', { exact: false })).toBeVisible();
  await expect(foot().getByText(/^Файлға жазылды: \d\d:\d\d$/)).toBeVisible();
});
