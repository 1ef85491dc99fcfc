import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { issueBallot, type IssuedBallot } from './support/issuedBallot';
import { chooseByKeys, pressByKeys, tabTo, tickByKeys, typeInto } from './support/keyboard';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectNoMouse, takeMouseAway } from './support/noMouse';
import { expectAccessible } from './support/page';

/*
 * A juror's whole way, on another computer than the secretary's and without a mouse: the file, the code, the marks, the
 * receipt.
 */

test.describe.configure({ mode: 'serial' });

let ballot: IssuedBallot;
let juror: Launched;
const home = freshFolder();
const firstFile = join(freshFolder(), 'first.tscores');
const secondFile = join(freshFolder(), 'second.tscores');

test.beforeAll(async () => {
  ballot = await issueBallot();
});
test.afterAll(async () => {
  await juror.close();
});

/** The juror's computer, started with the ballot; it has no mouse. */
async function open(): Promise<Page> {
  juror = await launchApp({ userData: home, args: [ballot.path] });
  await takeMouseAway(juror.page);
  return juror.page;
}

async function typeCode(page: Page): Promise<void> {
  await expect(page.getByLabel('Код', { exact: true })).toBeFocused();
  await page.keyboard.type(ballot.code);
  await page.keyboard.press('Enter');
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-criterion]') !== null);
/** The rulers of the nominee, in the order of the criteria. */
const rulers = (page: Page) => page.getByRole('region', { name: 'Бағалау', exact: true }).getByRole('radiogroup');
const saved = (page: Page) => page.getByText(/^Сақталды, \d\d:\d\d$/);

test('the code is asked for, and a wrong one says what to do', async () => {
  const page = await open();
  const code = page.getByLabel('Код', { exact: true });
  await expect(code).toBeFocused();
  await expect(code.fill('12345')).rejects.toThrow('by keyboard alone');
  await expectAccessible(page);
  await page.keyboard.type('12345');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Кодта 12 таңба бар. Енгізілгені: 5.')).toBeVisible();
  await typeInto(page, code, 'AAAA-AAAA-AAAA');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Код сәйкес келмеді/)).toBeVisible();
});

test('the code opens it however it is typed, and the instructions come first', async () => {
  const { page } = juror;
  const code = page.getByLabel('Код', { exact: true });
  await typeInto(page, code, ` ${ballot.code.toLowerCase().replaceAll('-', ' ')}`);
  await expect(code).toHaveValue(ballot.code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Бағалауды бастау' })).toBeFocused();
  await expect(page.getByText('hatshy@example.kz')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Бағаланды: 0 / ${String(ballot.nominees)}`)).toBeVisible();
  expect(await focused(page)).toBe(true);
});

test('ten, zero, undo, redo, a comment and a recusal, without the mouse', async () => {
  const { page } = juror;
  const first = rulers(page).first();
  await page.keyboard.type('10');
  await expect(first.getByRole('radio', { name: '10', exact: true })).toBeChecked();
  await page.keyboard.press('Delete');
  await expect(first.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(first.getByRole('radio', { name: '10', exact: true })).toBeChecked();
  await page.keyboard.press('Control+y');
  await expect(first.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.type('0');
  await expect(first.getByRole('radio', { name: '0', exact: true })).toBeChecked();
  await expectAccessible(page);

  await page.keyboard.press('c');
  await page.keyboard.type('Ұсыным хат жоқ');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.comment-shown')).toHaveText('Ұсыным хат жоқ');
  expect(await focused(page)).toBe(true);

  await page.keyboard.press('PageDown');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await chooseByKeys(page, dialog.getByRole('radiogroup'), 'басқа себеп');
  await pressByKeys(page, 'Бағаламаймын', dialog);
  await expect(dialog.getByText('Басқа себеп болса, оны бір сөйлеммен жазыңыз.')).toBeVisible();
  await typeInto(page, dialog.getByRole('textbox'), 'Ғылыми жетекшісімін');
  await pressByKeys(page, 'Бағаламаймын', dialog);
  await expect(page.getByRole('button', { name: 'Қайтадан бағалау' })).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Барлық пернелер' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('no acknowledged mark is lost when the power fails', async () => {
  await expect(saved(juror.page)).toBeVisible();
  await expectNoMouse(juror.page);
  await juror.kill();
  const page = await open();
  await typeCode(page);
  await expect(page.getByText('бас тарту: 1')).toBeVisible();
  await tabTo(page, page.getByRole('listbox'));
  await page.keyboard.press('Home');
  await expect(page.locator('.comment-shown')).toHaveText('Ұсыным хат жоқ');
  await expect(rulers(page).first().getByRole('radio', { name: '0', exact: true })).toBeChecked();
});

test('an incomplete ballot is handed in only after a decision; the list leads to what is missing', async () => {
  const { page } = juror;
  await pressByKeys(page, 'Тапсыру…');
  const dialog = page.getByRole('dialog', { name: /Қойылмаған баға: \d+/ });
  await expect(dialog).toBeVisible();
  const incomplete = dialog.getByRole('button', { name: 'Толық емес күйінде тапсыру…' });
  await expect(incomplete).toBeDisabled();
  await expectAccessible(page);
  await tickByKeys(page, dialog.getByRole('checkbox'));
  await expect(incomplete).toBeEnabled();
  await pressByKeys(page, 'Бірінші бос бағаға', dialog);
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe(true);
});

test('the whole ballot is marked by keyboard', async () => {
  const { page } = juror;
  // The first nominee has its first mark already; Enter goes to the next one that waits.
  await page.keyboard.type('7');
  for (let criterion = 3; criterion <= 5; criterion += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('8');
  }
  for (let nominee = 3; nominee <= ballot.nominees; nominee += 1) {
    await page.keyboard.press('Enter');
    const criteria = await rulers(page).count();
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      if (criterion > 0) await page.keyboard.press('ArrowDown');
      await page.keyboard.type(String((nominee + criterion) % 11));
    }
  }
  await expect(page.getByText(`Бағаланды: ${String(ballot.nominees - 1)} / ${String(ballot.nominees)}`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Тапсыру…' })).toBeFocused();
});

test('the table shows and changes the same marks', async () => {
  const { page } = juror;
  await page.keyboard.press('v');
  const grid = page.getByRole('grid');
  await expect(grid).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  const active = page.locator('.marks .on .mk');
  const before = await active.innerText();
  await page.keyboard.type('4');
  await expect(active).toHaveText('4');
  await page.keyboard.press('Control+z');
  await expect(active).toHaveText(before);
  await expect(grid).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('v');
});

test('handing in writes the file and shows the receipt', async () => {
  const { page } = juror;
  await juror.answerSave(firstFile);
  await pressByKeys(page, 'Тапсыру…');
  await expect(page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Қалтада көрсету' })).toBeFocused();
  expect(statSync(firstFile).size).toBeGreaterThan(1000);
  await expect(page.getByText(basename(firstFile))).toBeVisible();
  await expectAccessible(page);
});

test('opened again it can be read; a correction becomes the next submission', async () => {
  await expectNoMouse(juror.page);
  await juror.close();
  const page = await open();
  await typeCode(page);
  await expect(page.getByText(/^Парақ тапсырылды/)).toBeVisible();
  await expect(rulers(page).first()).toHaveAttribute('aria-readonly', 'true');
  await expectAccessible(page);
  await page.keyboard.type('3');
  await pressByKeys(page, 'Түзету жасау');
  await expect(page.getByText(/^Түзету жасалып жатыр/)).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.type('9');
  await juror.answerSave(secondFile);
  await pressByKeys(page, 'Тапсыру…');
  await expect(page.locator('dt', { hasText: 'Тапсыру нөмірі' }).locator('~ dd')).toHaveText('2');
  expect(existsSync(secondFile)).toBe(true);
  await pressByKeys(page, 'Парақты жабу');
  await expect(page.getByRole('button', { name: /Бағалау парағы/ }).first()).toBeVisible();
  await expectNoMouse(page);
});
