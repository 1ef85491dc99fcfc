import { expect, test } from '@playwright/test';
import { contestPassword } from './support/contest';
import { chairPassword, openClosedContest } from './support/closedContest';
import { press } from './support/contestFile';
import type { Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// How a contest ends: checks, two signatures, a result that nothing changes, and the seal broken in the open.

test.describe.configure({ mode: 'serial' });

let secretary: Launched;
let fingerprint = '';

test.beforeAll(async () => {
  secretary = await openClosedContest();
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });
const field = (label: string) => secretary.page.getByLabel(label, { exact: true });

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
  await expect(heading()).toHaveText('Байқау мөрленген', { timeout: 30_000 });
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
  await expect(heading()).toHaveText('Барлығы дайын: байқауды мөрлеуге болады', { timeout: 30_000 });
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
