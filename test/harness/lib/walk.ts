import type { Page } from '@playwright/test';
import { password } from './filledContest';

/** What happens at a halt, and where it is. */
export type Visit = (where: string) => Promise<void>;

/** The recent contest, all of it. */
export async function walkContest(page: Page, visit: Visit): Promise<void> {
  await visit('start');
  await page.locator('.recent-open').first().click();
  await typePassword(page, password);
  await walkPlaces(page, visit);
}

export async function typePassword(page: Page, text: string): Promise<void> {
  await page.locator('input[type=password]').fill(text);
  await page.keyboard.press('Enter');
}

/** Every place of the open contest, every tab of it, and the panels of its first rows: in the page, not by its texts. */
export async function walkPlaces(page: Page, visit: Visit, mostRows = 3): Promise<void> {
  const places = page.getByRole('navigation').first().getByRole('button');
  await places.last().waitFor();
  const count = await places.count();
  // The first one is the menu of the contest's name.
  for (let place = 1; place < count; place += 1) {
    await places.nth(place).click();
    await page.locator('main h1').waitFor();
    await visit(`place ${place}`);
    const tabs = page.getByRole('tab');
    for (let tab = 0; tab < (await tabs.count()); tab += 1) {
      await tabs.nth(tab).click();
      await visit(`place ${place}, tab ${tab}`);
    }
    const rows = page.locator('[data-index], main table tbody tr');
    for (let row = 0; row < Math.min(mostRows, await rows.count()); row += 1) {
      await rows.nth(row).click();
      await visit(`place ${place}, row ${row}`);
    }
    await page.keyboard.press('Escape');
  }
}

/** The juror's ballot from its code to its nominees. */
export async function walkBallot(page: Page, code: string, strings: readonly string[], visit: Visit): Promise<void> {
  await page.locator('input:not([type=radio])').first().fill(code);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('input:not([type=radio])') === null && document.querySelector('h1') !== null,
  );
  await visit('instructions');
  await page.locator('.juror-start button').click();
  await visit('ballot');
  for (const text of strings) {
    await page.keyboard.press('PageDown');
    await visit(`ballot beside ${text.slice(0, 10)}`);
  }
}
