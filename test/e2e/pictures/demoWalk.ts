import { expect, type Page } from '@playwright/test';
import type { Launched } from '../support/launch';
import type { Walk } from './walk';

/** The demo contest of the start screen: its final with a tie, up to the winners. */
export async function walkDemo(walk: Walk, { page }: Launched): Promise<void> {
  await page.locator('.start-foot').getByRole('button').last().click();
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
  await walk.shoot(page, 'overview-tie', true);
  await walk.goTo(page, 'nominees');
  await expect(page.getByRole('grid')).toBeVisible();
  await walk.shoot(page, 'nominees', true);
  await page.getByRole('grid').locator('[data-index]').nth(2).click();
  await walk.shoot(page, 'nominee-panel', true);
  await walk.goTo(page, 'jury');
  await walk.shoot(page, 'jury-absent');
  await walk.goTo(page, 'ballots');
  await walk.shoot(page, 'ballots');
  await page.getByRole('tab', { name: walk.words.of('ballots:tab.progress') }).click();
  await walk.shoot(page, 'ballots-matrix', true);

  await walk.goTo(page, 'ranking');
  const names = page.locator('.rank-open');
  await expect(names.first()).toBeVisible();
  await walk.shoot(page, 'ranking', true);
  await names.nth(1).click();
  await expect(page.locator('.rank-total')).toBeVisible();
  await walk.shoot(page, 'ranking-entry', true);
  await walk.press(page, 'ranking:compare.below');
  await expect(page.locator('.arms')).toBeVisible();
  await walk.shoot(page, 'ranking-pair', true);
  await walk.press(page.getByRole('complementary'), 'common:close');
  await walk.press(page, 'ranking:outcome.open');
  await walk.shoot(page, 'ranking-outcome');
  await walk.press(page.getByRole('complementary'), 'common:close');
  await beside(walk, page);
  await walk.goTo(page, 'documents');
  await walk.shoot(page, 'documents-provisional');

  await walk.goTo(page, 'ranking');
  await walk.press(page, 'ranking:resolve.button');
  const dialog = page.getByRole('dialog');
  for (const field of await dialog.locator('.tie-votes input').all()) await field.fill('3');
  await dialog.getByLabel(walk.words.of('ranking:reason')).fill('Отырыстағы дауыс беру');
  await walk.shoot(page, 'tie-vote', true);
  await walk.press(dialog, 'ranking:resolve.record');
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await dialog.getByRole('radio').first().press('Space');
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await dialog.getByLabel(walk.words.of('ranking:reason')).fill('Қалалық жобадағы нәтижесі жоғары');
  await walk.shoot(page, 'tie-chair');
  await walk.press(dialog, 'ranking:resolve.record');
  await expect(dialog).toBeHidden();
  await walk.shoot(page, 'ranking-decided');
  await walk.press(page, 'common:closing.button');
  const closing = page.getByRole('dialog');
  await walk.press(closing, 'common:closing.button');
  await expect(closing).toHaveCount(0);
  await walk.shoot(page, 'ranking-final');
  await walk.goTo(page, 'documents');
  await walk.shoot(page, 'documents', true);
  await walk.goTo(page, 'overview');
  await walk.shoot(page, 'overview-finished');
}

/** What one may think about the ranking, in the tabs beside it. */
async function beside(walk: Walk, page: Page): Promise<void> {
  const tab = (name: string) => page.getByRole('tab', { name: walk.words.of(`analysis:tabs.${name}`) });
  await tab('compare').click();
  await expect(page.locator('.cmp')).toBeVisible();
  await walk.shoot(page, 'ranking-compare', true);
  await tab('jury').click();
  await expect(page.locator('.ana-jurors')).toBeVisible({ timeout: 60_000 });
  await walk.shoot(page, 'ranking-jury', true);
  await page.getByRole('switch').press('Space');
  await expect(page.getByRole('rowheader', { name: 'ICC(2,k)' })).toBeVisible();
  await walk.shoot(page, 'ranking-jury-details');
  await tab('whatIf').click();
  await expect(page.locator('.trial')).toBeVisible();
  await walk.shoot(page, 'ranking-what-if', true);
  await tab('standing').click();
}
