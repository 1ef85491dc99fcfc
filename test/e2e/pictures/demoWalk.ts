import { expect } from '@playwright/test';
import type { Launched } from '../support/launch';
import type { Album } from './album';

/** The demo contest of the start screen: its final with a tie, up to the winners. */
export async function walkDemo(album: Album, { page }: Launched): Promise<void> {
  await page.locator('.start-foot').getByRole('button').click();
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
  await album.shoot(page, 'overview-tie', true);
  await album.goTo(page, 'nominees');
  await expect(page.getByRole('grid')).toBeVisible();
  await album.shoot(page, 'nominees', true);
  await page.getByRole('grid').locator('[data-index]').nth(2).click();
  await album.shoot(page, 'nominee-panel', true);
  await album.goTo(page, 'jury');
  await album.shoot(page, 'jury-absent');
  await album.goTo(page, 'ballots');
  await album.shoot(page, 'ballots');
  await page.getByRole('tab', { name: album.words.of('ballots:tab.progress') }).click();
  await album.shoot(page, 'ballots-matrix', true);

  await album.goTo(page, 'ranking');
  const names = page.locator('.rank-open');
  await expect(names.first()).toBeVisible();
  await album.shoot(page, 'ranking', true);
  await names.nth(1).click();
  await expect(page.locator('.rank-total')).toBeVisible();
  await album.shoot(page, 'ranking-entry', true);
  await album.press(page, 'ranking:compare.below');
  await expect(page.locator('.arms')).toBeVisible();
  await album.shoot(page, 'ranking-pair', true);
  await album.press(page.getByRole('complementary'), 'common:close');
  await album.press(page, 'ranking:outcome.open');
  await album.shoot(page, 'ranking-outcome');
  await album.press(page.getByRole('complementary'), 'common:close');
  await album.goTo(page, 'documents');
  await album.shoot(page, 'documents-provisional');

  await album.goTo(page, 'ranking');
  await album.press(page, 'ranking:resolve.button');
  const dialog = page.getByRole('dialog');
  for (const field of await dialog.locator('.tie-votes input').all()) await field.fill('3');
  await dialog.getByLabel(album.words.of('ranking:reason')).fill('Отырыстағы дауыс беру');
  await album.shoot(page, 'tie-vote', true);
  await album.press(dialog, 'ranking:resolve.record');
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await dialog.getByRole('radio').first().check({ force: true });
  await dialog.getByLabel(album.words.of('ranking:reason')).fill('Қалалық жобадағы нәтижесі жоғары');
  await album.shoot(page, 'tie-chair');
  await album.press(dialog, 'ranking:resolve.record');
  await expect(dialog).toBeHidden();
  await album.shoot(page, 'ranking-decided');
  await album.press(page, 'common:closing.button');
  const closing = page.getByRole('dialog');
  await album.press(closing, 'common:closing.button');
  await expect(closing).toHaveCount(0);
  await album.shoot(page, 'ranking-final');
  await album.goTo(page, 'documents');
  await album.shoot(page, 'documents', true);
  await album.goTo(page, 'overview');
  await album.shoot(page, 'overview-finished');
}
