import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeContest } from './support/contest';
import { pressByKeys, tabTo, typeInto } from './support/keyboard';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible } from './support/page';
import { shownCode } from './support/recovery';
import { checkSymbol, inGroups } from '@shared/domain/crockford';

// A secretary's first day by keyboard alone: a contest is made, closed, found again, and opened every way it can be.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const file = join(folder, 'Байқау.tarazy');
const password = 'алты қызыл алма, бір алмұрт';
/** Whole, but of another contest. */
const foreignCode = `${inGroups('0'.repeat(28))}-${checkSymbol('0'.repeat(28))}`;
let secretary: Launched;
let recoveryCode = '';

test.beforeAll(async () => {
  secretary = await launchApp();
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });
const secret = () => secretary.page.getByRole('textbox', { name: /^(Құпиясөз|Қалпына келтіру коды)$/ });
const recent = (name: string | RegExp) =>
  secretary.page.getByRole('list', { name: 'Соңғы файлдар' }).getByRole('button', { name }).first();
const typedCode = () => secretary.page.getByRole('textbox', { name: 'Қағаздағы код' });
const navigation = () => secretary.page.getByRole('navigation', { name: 'Негізгі мәзір' });
const safe = () => secretary.page.getByText('Осы компьютерде сақталды');
const written = () => secretary.page.getByText(/^Файлға жазылды: \d\d:\d\d$/);

async function openRecent(name: string | RegExp): Promise<void> {
  await tabTo(secretary.page, recent(name));
  await secretary.page.keyboard.press('Enter');
  await expect(secret()).toBeFocused();
}

test('a template is chosen', async () => {
  const { page } = secretary;
  await expect(heading()).toHaveText('Неден бастаймыз?');
  await expectAccessible(page);
  await pressByKeys(page, /^Жаңа байқау құру/);
  await expect(heading()).toHaveText('Қай үлгіден бастаймыз?');
  await expect(page.getByRole('radio', { name: /Jana Béles/ })).toBeChecked();
  await expectAccessible(page);
  await pressByKeys(page, 'Әрі қарай');
});

test('the head is filled in; days that cannot be are said at once', async () => {
  const { page } = secretary;
  await expect(heading()).toHaveText('Байқау қалай аталады?');
  const title = page.getByRole('group', { name: 'Атауы' }).getByRole('textbox', { name: 'Қазақша' });
  await typeInto(page, title, 'Белес байқауы');
  await typeInto(page, page.getByLabel('Маусымы'), '2026');
  const [from, to] = [page.getByLabel('Басталатын күні'), page.getByLabel('Аяқталатын күні')];
  await typeInto(page, from, '31.02.2026');
  await expect(page.getByText('Күн оқылмады. Былай жазыңыз: 22.11.2026')).toBeVisible();
  await typeInto(page, from, '22.11.2026');
  await typeInto(page, to, '1.11.2026');
  await expect(page.getByText('Аяқталатын күн басталатын күннен ерте.')).toBeVisible();
  await expectAccessible(page);
  await pressByKeys(page, 'Әрі қарай');
  await expect(heading()).toHaveText('Байқау қалай аталады?');
  await typeInto(page, to, '10.12.2026');
  await pressByKeys(page, 'Әрі қарай');
  await expect(heading()).toHaveText('Қайда сақталады және кім аша алады?');
});

test('the password is judged, and the two must be the same', async () => {
  const { page } = secretary;
  const first = page.getByRole('textbox', { name: 'Құпиясөз', exact: true });
  const again = page.getByRole('textbox', { name: 'Құпиясөз, тағы бір рет' });
  await pressByKeys(page, 'Байқауды құру');
  await expect(page.getByText('Файл сақталатын орынды таңдаңыз.')).toBeVisible();
  await expect(page.getByText('Құпиясөзді тағы бір рет жазыңыз.')).toBeVisible();
  await expectAccessible(page);
  await secretary.answerSave(file);
  await pressByKeys(page, 'Орнын таңдау');
  await expect(page.getByText('Байқау.tarazy')).toBeVisible();
  await typeInto(page, first, 'қысқа');
  await expect(page.getByText('Тым қысқа: кемінде 8 таңба керек.')).toBeVisible();
  await typeInto(page, first, 'qwerty123');
  await expect(page.getByText(/^Әлсіз: мұндай құпиясөздерді бірінші болып тексереді/)).toBeVisible();
  await typeInto(page, first, password);
  await expect(page.getByText(/^(Жарайды|Берік)\.$/)).toBeVisible();
  await typeInto(page, again, 'алты қызыл алма, екі алмұрт');
  await expect(page.getByText('Екі құпиясөз бірдей емес.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText('Қайда сақталады және кім аша алады?');
  expect(existsSync(file)).toBe(false);
  await typeInto(page, again, password);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText('Осы кодты қағазға түсіріңіз');
});

test('the recovery code goes on paper, leaves the screen, and is typed back from the paper', async () => {
  const { page } = secretary;
  recoveryCode = await shownCode(page).innerText();
  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-Z*~$=]$/);
  await expectAccessible(page);
  const slip = join(folder, 'код.pdf');
  await secretary.answerSave(slip);
  await pressByKeys(page, 'PDF сақтау');
  await expect(page.getByText(/^Код сақталды: код\.pdf\./)).toBeVisible();
  expect(readFileSync(slip).subarray(0, 5).toString()).toBe('%PDF-');
  await pressByKeys(page, 'Код қағазда, тексереміз');
  await expect(typedCode()).toBeFocused();
  expect(await page.content()).not.toContain(recoveryCode);
  await expectAccessible(page);
});

test('a slip of the pen is told from a foreign code; the code can be shown again; the right one goes on', async () => {
  const { page } = secretary;
  await page.keyboard.type(recoveryCode.slice(1));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Бір таңба дұрыс емес немесе жетіспейді\./)).toBeVisible();
  await expectAccessible(page);
  await typeInto(page, typedCode(), foreignCode);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Бұл код осы файлды ашпайды/)).toBeVisible();
  await pressByKeys(page, 'Кодты қайта көрсету');
  await expect(shownCode(page)).toHaveText(recoveryCode);
  await pressByKeys(page, 'Код қағазда, тексереміз');
  await page.keyboard.type(recoveryCode.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await expect(navigation()).toContainText('Белес байқауы 2026');
  await expect(page.getByText('Қалпына келтіру коды тексерілмеген')).toHaveCount(0);
  await expect(safe()).toBeVisible();
  await expect(written()).toBeVisible();
});

test('a wrong password is said beside the field; the right one opens', async () => {
  const { page } = secretary;
  await closeContest(secretary.page);
  await expectAccessible(page);
  await openRecent(/^Байқау\.tarazy/);
  await expectAccessible(page);
  await page.keyboard.type('басқа құпиясөз');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Құпиясөз немесе код сәйкес келмеді\./)).toBeVisible();
  await expectAccessible(page);
  await typeInto(page, secret(), password);
  await expect(page.getByText(/^Құпиясөз немесе код сәйкес келмеді\./)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(navigation()).toContainText('Белес байқауы 2026');
});

test('the recovery code opens it, typed in small letters and without dashes', async () => {
  const { page } = secretary;
  await closeContest(secretary.page);
  await openRecent(/^Байқау\.tarazy/);
  await tabTo(page, page.getByRole('radio', { name: 'Құпиясөз' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByRole('textbox', { name: 'Қалпына келтіру коды' })).toBeVisible();
  await typeInto(page, secret(), recoveryCode.toLowerCase().replaceAll('-', ''));
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText('Жаңа құпиясөз қойыңыз');
  await expectAccessible(page);
  await pressByKeys(page, 'Ескісімен қалу');
  await expect(navigation()).toContainText('Белес байқауы 2026');
});

test('an earlier version is saved as a copy, and opens with a warning that it is older', async () => {
  const { page } = secretary;
  await page.evaluate(async () => {
    const named = { id: null, name: 'Үміт Ғабиденқызы', title: '', contact: '', chair: true };
    const saved = await window.tarazy.call('jury.save', named);
    const published = await window.tarazy.call('contest.publish', {});
    if (!saved.ok || !published.ok) throw new Error('not written');
  });
  await closeContest(secretary.page);
  const copy = join(folder, 'Көшірме.tarazy');
  await pressByKeys(page, 'Әрекеттер: Байқау.tarazy');
  await expect(page.getByRole('menuitem', { name: 'Алдыңғы нұсқаны қалпына келтіру' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  await expectAccessible(page);
  await tabTo(page, dialog.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio').last()).toBeChecked();
  await expect(dialog.getByText(/^1-жазба, /)).toBeVisible();
  await secretary.answerSave(copy);
  await pressByKeys(page, 'Көшірме ретінде сақтау');
  await expect(page.getByText('Нұсқа сақталды: Көшірме.tarazy')).toBeVisible();

  // The copy comes back on another computer's stick, in the place of the file: what this computer saw is newer.
  renameSync(file, join(folder, 'Жаңасы.tarazy'));
  copyFileSync(copy, file);
  await openRecent(/^Байқау\.tarazy/);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Бұл файл ескірек: жазба саны 1, осы компьютер 3 көрген.')).toBeVisible();
  await expectAccessible(page);
});

test('a file that has moved away opens from this computer, and is written again', async () => {
  const { page } = secretary;
  await closeContest(secretary.page);
  renameSync(file, join(folder, 'Алыста.tarazy'));
  await page.reload();
  await expect(recent(/^Байқау\.tarazy/)).toContainText('Файл орнында жоқ');
  await expectAccessible(page);
  await openRecent(/^Байқау\.tarazy/);
  await expect(page.getByText('Файл орнында жоқ. Байқау осы компьютердегі көшірмеден ашылады.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Файлдың өзі табылмады, байқау осы компьютердегі көшірмеден ашылды/)).toBeVisible();
  await expect(safe()).toBeVisible();
  await expect(page.getByText(/^Файл табылмады/)).toBeVisible();
  await pressByKeys(page, 'Файлға жазу');
  await expect(written()).toBeVisible();
  expect(existsSync(file)).toBe(true);
});
