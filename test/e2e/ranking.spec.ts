import { expect, test } from '@playwright/test';
import { launchApp, type Launched } from './support/launch';
import { expectAccessible } from './support/page';

// The secretary's ranking desk on the demo contest: two share the tenth place, and only people can decide.

let tarazy: Launched;
test.beforeAll(async () => {
  tarazy = await launchApp();
  const { page } = tarazy;
  await page.evaluate(() => window.tarazy.call('app.setPreferences', { language: 'en', theme: 'light' }));
  await page.reload();
  await page.getByRole('button', { name: 'demo' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Ranking/ })
    .click({ timeout: 60_000 });
  await page.getByRole('table', { name: 'Ranking of the nominees' }).waitFor();
});
test.afterAll(async () => {
  await tarazy.close();
});

const row = (place: string) =>
  tarazy.page.getByRole('table', { name: 'Ranking of the nominees' }).getByRole('row').filter({ hasText: place });

test('says who has the next word, and marks the tie across the line', async () => {
  const { page } = tarazy;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2.nominees share place.10/);
  await expect(row('tied place')).toHaveCount(2);
  await expect(page.getByText('Laureates: 10 of 20')).toBeVisible();
  await expect(page.getByText('Provisional', { exact: true })).toBeVisible();
});

test('by keyboard: a total opens to its cells, and two neighbours are compared', async () => {
  const { page } = tarazy;
  const names = page.locator('.rank-open');
  await names.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(names.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('table', { name: 'Marks of the jurors' })).toHaveCount(2);
  await expect(panel.getByText('takes no part: Іссапарда')).toBeVisible();
  const path = panel.getByRole('table', { name: 'Through the rounds' });
  await expect(path.getByRole('row')).toHaveCount(3);
  await expect(path.getByRole('row').nth(1)).toContainText('of 60');
  await expect(path.getByRole('row').nth(2)).toContainText('2 of 2010: laureate');

  // The points of the criteria add up to the figure of the round, and the rounds to the total: by hand, to two digits.
  const points = await panel.locator('.rank-points').first().locator('td').allInnerTexts();
  const figures = points.map(Number);
  const mean = figures.pop() ?? Number.NaN;
  expect(figures.reduce((sum, figure) => sum + figure, 0)).toBeCloseTo(mean, 1);
  const [first, final] = (await panel.locator('.rank-points td:last-child').allInnerTexts()).map(Number).toReversed();
  expect(0.6 * (first ?? 0) + 0.4 * (final ?? 0)).toBeCloseTo(
    Number(await panel.locator('.rank-total b').innerText()),
    1,
  );

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(panel.getByRole('heading', { name: 'Why it stands above' })).toBeVisible();
  await expect(panel.getByText(/^The total is higher: \d+\.\d\d to \d+\.\d\d\.$/)).toBeVisible();
  await expect(panel.locator('.arms li')).toHaveCount(5);
});

test('a recusal is left out and says why', async () => {
  const { page } = tarazy;
  await row('Scored by 5 of 6').locator('.rank-open').click();
  await expect(page.getByRole('complementary').getByText('recused: close family').first()).toBeVisible();
});

test('axe finds nothing on the desk and its panels', async () => {
  const { page } = tarazy;
  await page.locator('.rank-open').first().click();
  await expect(page.locator('.rank-total')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Compare with the one below' }).click();
  await expect(page.locator('.arms')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Outcome and decisions' }).click();
  await expectAccessible(page);
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
});

test('an even open vote leaves it to the chair; nothing is recorded without a reason', async () => {
  const { page } = tarazy;
  await page.getByRole('button', { name: 'Resolve the tie…' }).click();
  const vote = page.getByRole('dialog', { name: 'Open vote' });
  await expect(vote.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await expect(vote.getByText('That is more than jurors are present.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('3');
  await vote.getByRole('button', { name: 'Record the decision' }).click();
  await expect(vote.getByText('Write the reason: it stays in the log and in the documents.')).toBeVisible();
  await vote.getByLabel('Reason').fill('Vote at the sitting');
  await expectAccessible(page);
  await vote.getByRole('button', { name: 'Record the decision' }).click();

  const casting = page.getByRole('dialog', { name: 'The chair’s casting vote' });
  await expect(casting.getByText('Әбілқасымова Гүлмира Сәкенқызы')).toBeVisible();
  await expect(casting.getByRole('radio', { checked: true })).toHaveCount(0);
  await casting.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await casting.getByLabel('Reason').fill('Stronger city project');
  await casting.getByRole('button', { name: 'Record the decision' }).click();
  await expect(casting).toBeHidden();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All is ready: the round can be closed');
  const panel = page.getByRole('complementary');
  await expect(panel.locator('.rank-laureates li')).toHaveCount(10);
  await expect(panel.getByText('The vote was even: the decision went to the chair.')).toBeVisible();
  await expect(row('equal totals, higher by the chair’s vote')).toHaveCount(1);
});

test('a decision is revoked with a reason, and the tie is open again', async () => {
  const { page } = tarazy;
  await page.getByRole('button', { name: 'Revoke…: The chair’s casting vote' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Recorded by mistake');
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2.nominees share/);

  await page.getByRole('button', { name: 'Resolve the tie…' }).click();
  await page.getByRole('dialog').getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  await page.getByRole('dialog').getByLabel('Reason').fill('Stronger city project');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the round is closed from here, and can be reopened with a reason', async () => {
  const { page } = tarazy;
  await page.getByRole('button', { name: 'Close the round' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the round' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('10 laureates are decided');
  await expect(page.getByText('Provisional', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Reopen the round' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('One more look');
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen the round' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All is ready: the round can be closed');
});
