import { expect, type Page } from '@playwright/test';
import type { Walk } from './walk';

/** The locked window, a wrong password, the way out without one; then back to where it was. */
export async function lockAndBack(walk: Walk, page: Page, password: string): Promise<void> {
  await page.evaluate(() => window.tarazy.call('lock.start', {}));
  await expect(page.locator('.lock input')).toBeFocused();
  await walk.shoot(page, 'locked', true);
  await page.locator('.lock input').fill('басқа құпиясөз');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lock [aria-invalid=true]')).toBeVisible();
  await walk.press(page, 'lock:leave');
  await walk.shoot(page, 'locked-leave', true);
  await walk.press(page, 'lock:stay');
  await unlock(page, password);
}

export async function unlock(page: Page, secret: string): Promise<void> {
  await page.locator('.lock input').fill(secret);
  await page.keyboard.press('Enter');
  await expect(page.locator('.lock')).toHaveCount(0);
}
