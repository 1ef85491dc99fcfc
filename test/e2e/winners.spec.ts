import { createHash } from 'node:crypto';
import { expect, test, type Locator } from '@playwright/test';
import { makeClosedContest } from './support/closedContest';
import { typePassword } from './support/contest';
import { launchApp, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// Three nominees with equal totals, a fund that pays one grant and a half: the rules, the draw, and a decision above both.

test.describe.configure({ mode: 'serial' });

let tarazy: Launched;
test.beforeAll(async () => {
  const file = await makeClosedContest(null);
  tarazy = await launchApp({ args: [file], language: 'en' });
  const { page } = tarazy;
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
});
test.afterAll(async () => {
  await tarazy.close();
});

const heading = () => tarazy.page.getByRole('heading', { level: 1 });
const rows = () => tarazy.page.getByRole('table', { name: 'Ranking of the nominees' }).locator('.rank-row');

async function openTab(name: string): Promise<void> {
  const tab = tarazy.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tab.focus();
  await tarazy.page.keyboard.press('Enter');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

async function save(): Promise<void> {
  const button = tarazy.page.getByRole('button', { name: 'Save', exact: true });
  await button.press('Enter');
  await expect(button).toHaveCount(0);
}

async function amend(): Promise<void> {
  const { page } = tarazy;
  await page.getByRole('button', { name: 'Change the rules' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Reason').fill('The terms were published late');
  await page.getByRole('dialog').getByRole('button', { name: 'Change the rules' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('the round is reopened, and the rules of winners are set', async () => {
  const { page } = tarazy;
  await goTo(page, 'Ranking');
  await page.getByRole('button', { name: 'Outcome and decisions' }).click();
  await page.getByRole('button', { name: 'Reopen the round' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('A fund was found');
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen the round' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await goTo(page, 'Set-up');
  await openTab('Categories');
  await amend();
  await page.getByRole('button', { name: /Winners$/ }).press('Enter');
  await page.getByRole('option', { name: 'Grants by rank' }).press('Enter');
  await page.getByLabel('How many').fill('');
  await save();

  await openTab('Laureates');
  await amend();
  await page.getByRole('radio', { name: 'A share of the highest total' }).press('Space');
  await page.getByRole('switch', { name: 'More than that, not just as much' }).press('Space');
  await page.getByRole('switch', { name: 'Grants are paid from one fund' }).press('Space');
  await type(page.getByLabel('The whole fund'), '500000');
  await type(page.getByLabel('Each grant'), '300000');
  await page.getByRole('radio', { name: 'It takes what is left, and granting ends' }).press('Space');
  await expectAccessible(page);
  await save();

  await openTab('Ties');
  await amend();
  while ((await page.getByRole('button', { name: /^Delete: / }).count()) > 0)
    await page
      .getByRole('button', { name: /^Delete: / })
      .first()
      .press('Enter');
  await page.getByRole('button', { name: 'Add a step' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Drawing of lots' }).press('Enter');
  await save();
});

test('a fund that ends inside a tie waits for the draw, which anybody can make again', async () => {
  const { page } = tarazy;
  await goTo(page, 'Ranking');
  await expect(heading()).toHaveText(/3.nominees share place.1/);
  await page.getByRole('button', { name: 'Resolve the tie…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Drawing of lots' });
  await expect(dialog.getByLabel('Seed')).toHaveValue(/^\d{12}$/);
  await dialog.getByLabel('Seed').fill('4 2 6 1');
  await dialog.getByLabel('Reason').fill('Dice thrown at the sitting');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Record the decision' }).press('Enter');
  await expect(dialog).toBeHidden();

  const lot = (number: number) =>
    createHash('sha256')
      .update(`tarazy draw 1\n4 2 6 1\n${String(number)}`)
      .digest('hex');
  const order = [1, 2, 3].toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
  const names = await page.evaluate(async () => {
    const { tarazy: desk } = window;
    const log = await desk.call('log.read', {});
    return log.ok ? log.value.lines.findLast((line) => line.action === 'decision_recorded')?.details : undefined;
  });
  expect(names).toMatchObject({ kind: 'draw', seed: '4 2 6 1' });
  const people = ['Әбдірахман Сәуле', 'Жұмабаев Алихан', 'Үсенова Дана'];
  expect(names?.['order']).toBe(order.map((number) => people[number - 1]).join(' > '));

  await expect(rows().nth(0)).toContainText('grant 300,000 KZT');
  await expect(rows().nth(1)).toContainText('the rest of the fund');
  await expect(rows().nth(1)).toContainText('grant 200,000 KZT');
  await expect(rows().nth(2)).toContainText('the fund has ended');
  await expect(page.getByText('The fund ends here; left of it: 0 KZT')).toBeVisible();
  await expect(page.getByRole('complementary').getByText('Seed: 4 2 6 1')).toBeVisible();
  await expect(heading()).toHaveText('All is ready: the round can be closed');
});

test('a decision above the rules needs names and a reason, and stays in the row', async () => {
  const { page } = tarazy;
  const excluded = await rows().nth(0).locator('.rank-open').innerText();
  await page.getByRole('button', { name: 'Decide otherwise…' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Exclude from the laureates…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Exclude from the laureates' });
  await dialog.getByRole('button', { name: /Nominee$/ }).press('Enter');
  await page.getByRole('option', { name: new RegExp(excluded) }).press('Enter');
  await dialog.getByRole('button', { name: 'Record the decision' }).press('Enter');
  await expect(dialog.getByText('Name at least one person, at most ten.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Who decided').fill('A. Aliyeva, B. Qaliev');
  await dialog.getByLabel('Reason').fill('The application was withdrawn too late');
  await dialog.getByRole('button', { name: 'Record the decision' }).press('Enter');
  await expect(dialog).toBeHidden();

  await expect(rows().nth(0)).toContainText('excluded by decision');
  await expect(rows().nth(1)).toContainText('grant 300,000 KZT');
  await expect(rows().nth(2)).toContainText('the rest of the fund');
  await expect(page.getByRole('complementary').getByText('Decided by: A. Aliyeva, B. Qaliev')).toBeVisible();
  await expectAccessible(page);
});
