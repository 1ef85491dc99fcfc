import { expect, test } from '@playwright/test';
import { openNewContest } from './support/contest';
import { expectAccessible, goTo } from './support/page';
import type { Launched } from './support/launch';

// The jury is written down by keyboard alone; who cannot come is replaced with a reason.

test.describe.configure({ mode: 'serial' });

let secretary: Launched;
test.beforeAll(async () => {
  secretary = await openNewContest();
});
test.afterAll(async () => {
  await secretary.close();
});

const press = async (name: string | RegExp) => {
  await secretary.page.getByRole('button', { name, exact: true }).first().press('Enter');
};

test('an empty jury begins with its chair', async () => {
  await goTo(secretary.page, 'Қазылар алқасы');
  await expect(secretary.page.getByRole('heading', { level: 1 })).toHaveText('Қазылар алқасы әлі құрылмады');
  await expectAccessible(secretary.page);
});

test('jurors are written down one after the other', async () => {
  const { page } = secretary;
  await press('Қазы қосу');
  await expect(page.getByLabel('Аты-жөні')).toBeFocused();
  await page.keyboard.type('Әбілқасымова Гүлмира');
  await page.getByRole('checkbox', { name: 'Төраға' }).press('Space');
  await page.getByLabel('Аты-жөні').press('Enter');
  for (const name of ['Бекмұратов Дәурен', 'Ли Виктор', 'Қалиева Ұлжан']) {
    await expect(page.getByLabel('Аты-жөні')).toHaveValue('');
    await expect(page.getByLabel('Аты-жөні')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Қазылар алқасында 4 адам');
  await expect(page.getByRole('row', { name: /Әбілқасымова Гүлмира/ })).toContainText('төраға');
  await expect(page.getByText(/Ереже тақ санды талап етеді/)).toBeVisible();
  await expectAccessible(page);
});

test('somebody who cannot come is replaced by a new person, with a reason', async () => {
  const { page } = secretary;
  await press('Ли Виктор');
  await press('Қатыспайды: Сырттай бағалау');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Басқа қазы' }).press('Space');
  await dialog.getByRole('button', { name: /Орнына/ }).press('Enter');
  await page.getByRole('option', { name: 'Жаңа адам' }).press('Enter');
  await dialog.getByRole('button', { name: 'Белгілеу' }).press('Enter');
  await expect(dialog.getByText('Себебін жазыңыз.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Аты-жөні').fill('Өтегенов Мәди');
  await dialog.getByLabel('Себебі').fill('Іссапарда');
  await dialog.getByRole('button', { name: 'Белгілеу' }).press('Enter');
  await expect(page.getByRole('row', { name: /Ли Виктор/ })).toContainText('Ауыстырылды: Өтегенов Мәди');
  await expect(page.getByText('Себебі: Іссапарда')).toBeVisible();
  await expectAccessible(page);
  await press('Қайта қатысады: Сырттай бағалау');
  await expect(page.getByRole('row', { name: /Ли Виктор/ })).toContainText('Қатысады');
});
