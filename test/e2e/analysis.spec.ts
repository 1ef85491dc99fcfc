import { expect, test } from '@playwright/test';
import { makeFrom, openInWindow, scoreRound, seatJury } from './support/awards';
import { Computer } from './support/computer';
import { launchApp, type Launched } from './support/launch';
import { expectAccessible } from './support/page';

// Beside the ranking of the demo contest: other methods, the jury, the sandbox. None of them touches the result.

let tarazy: Launched;
test.beforeAll(async () => {
  tarazy = await launchApp({ language: 'en' });
  const { page } = tarazy;
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

const tab = (name: string) => tarazy.page.getByRole('tab', { name, exact: true });
/** Name and score of every row, as the official ranking shows them. */
const official = async () => {
  await tab('Ranking').click();
  return tarazy.page.getByRole('table', { name: 'Ranking of the nominees' }).locator('.rank-row').allInnerTexts();
};

test('by keyboard: other methods say who would enter and leave, with every method explained', async () => {
  const { page } = tarazy;
  await tab('Ranking').focus();
  await page.keyboard.press('ArrowRight');
  const table = page.getByRole('table', { name: 'Places by other methods' });
  await expect(table).toBeVisible();
  await expect(tab('Compare')).toBeFocused();
  await expect(table.getByRole('columnheader')).toHaveText([
    'Nominee',
    'Official',
    'Trimmed mean',
    'Median',
    'Rank sum',
    'One against one (Copeland)',
    'Schulze method',
    'Skating system',
    'Standardised per juror',
    'Adjusted for severity',
  ]);
  // The two of the official tie stand at 10; ten are above the line, the rows below it are there too.
  await expect(
    table.getByRole('row').filter({ has: page.getByRole('cell', { name: '10', exact: true }) }),
  ).not.toHaveCount(0);
  await expect(page.getByText('The official method: Mean.')).toBeVisible();
  await expect(page.locator('.ana-list').getByText('No change: Trimmed mean, Median')).toBeVisible();
  const partial = 'Did not mark everybody: Бекмұратов Дәурен Асқарұлы.';
  await expect(page.getByText(`${partial} Their places run over fewer nominees.`)).toBeVisible();
  await expect(page.getByText(`${partial} They count only in duels`)).toHaveCount(2);
  await page.getByRole('button', { name: 'How the methods count' }).click();
  await expect(page.getByText('The scores are put in order and the middle one is taken.')).toBeVisible();
  await expectAccessible(page);
});

test('the jury in words and pictures; coefficients only for who asks', async () => {
  const { page } = tarazy;
  await tab('Jury').click();
  await expect(page.getByRole('heading', { name: /^The jurors (put|agree)|cannot be said/ })).toBeVisible({
    timeout: 60_000,
  });
  const jurors = page.getByRole('table', { name: 'How the jurors marked' });
  // Seven, of whom one was absent.
  await expect(jurors.getByRole('row')).toHaveCount(7);
  await expect(jurors.getByRole('img')).toHaveCount(6);
  await expect(jurors.getByRole('img').first()).toHaveAccessibleName(
    /^Differences of \d+ marks from .+ to .+, on average/,
  );
  await expect(
    page.getByRole('table', { name: 'Firmness of the places' }).getByRole('img').first(),
  ).toHaveAccessibleName(/^place.1; in nine cases of ten from \d+ to \d+$/);
  const shares = await page
    .getByRole('table', { name: 'What decided the outcome' })
    .locator('td:last-child')
    .allInnerTexts();
  expect(shares.reduce((sum, share) => sum + Number(share.replace('%', '').replace('−', '-')), 0)).toBeGreaterThan(97);
  await expect(page.getByText('ICC(2,k)')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Details for statisticians' }).press('Space');
  await expect(page.getByRole('rowheader', { name: 'ICC(2,k)' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Kendall’s W' })).toBeVisible();
  await expectAccessible(page);
});

test('the sandbox counts again without a juror and with other weights, and is no result', async () => {
  const { page } = tarazy;
  const before = await official();
  await tab('What if').click();
  await expect(page.getByText('This is not the result.')).toBeVisible();
  const trial = page.getByRole('table', { name: 'Trial ranking' });
  await expect(page.getByRole('heading', { name: 'What another count would say' })).toBeVisible();
  const places = () => trial.locator('tbody td:last-child.num').allInnerTexts();
  const unchanged = await places();
  await page.getByRole('checkbox').first().press('Space');
  await expect(page.getByRole('heading', { name: /^Counted so/ })).toBeVisible();
  expect(await places()).not.toEqual(unchanged);
  await expectAccessible(page);

  await page.getByRole('checkbox').first().press('Space');
  const weight = page.locator('.sandbox-weight').getByRole('textbox').first();
  await weight.fill('abc');
  await expect(page.getByText('Write a number from 0 to 100.')).toBeVisible();
  for (const field of await page.locator('.sandbox-weight').getByRole('textbox').all()) await field.fill('0');
  await expect(page.getByText('No criterion is left.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to as it is' }).click();
  await expect(page.getByRole('heading', { name: 'What another count would say' })).toBeVisible();
  expect(await places()).toEqual(unchanged);
  await expect(page.getByRole('button', { name: /export|save/i })).toHaveCount(0);

  expect(await official()).toEqual(before);
});

test('a juror so severe that recusing saves a nominee: the ranking says that the laureate would be another', async () => {
  const office = new Computer();
  const path = await makeFrom(office, { template: 'aru-ana', level: 'national' });
  const { categories, rounds } = office.snapshot.contest;
  const category = categories[0]?.id ?? null;
  const round = rounds[0]?.id;
  if (round === undefined) throw new Error('not this template');
  for (const name of ['Apple', 'Birch', 'Cedar'])
    await office.call('nominees.add', { name, kind: 'project', category, fields: {} });
  const seats = await seatJury(office, ['Ли Виктор', 'Өтегенов Мәди']);
  // Four points below the other one, and recused from the second nominee: by the mean the second stands above the first.
  await scoreRound(office, round, seats, (nominee, juror) =>
    juror === 0 ? 9 - nominee : nominee === 2 ? null : 5 - nominee,
  );
  await office.call('contest.close', {});
  await tarazy.close();
  tarazy = await openInWindow(path, 'en');
  const { page } = tarazy;
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Ranking/ })
    .press('Enter');
  const rows = page.getByRole('table', { name: 'Ranking of the nominees' }).locator('.rank-row');
  await expect(rows.first()).toContainText('Birch');
  const banner = page.locator('.ana-banner');
  await expect(banner).toContainText('Adjusted for how strict each juror is, others would stand above the line.');
  await expect(banner).toContainText(/Apple/);
  await expect(banner).toContainText(/Birch/);
  await expect(rows.first()).toContainText('Birch');
  await banner.getByRole('button').press('Enter');
  await expect(tab('Compare')).toHaveAttribute('aria-selected', 'true');
});
