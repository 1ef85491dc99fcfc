import { expect, type Locator, type Page } from '@playwright/test';

/** Goes to `target` as somebody without a mouse does: by Tab (or Shift+Tab) and nothing else. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const order: string[] = [];
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
    order.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? ''));
  }
  throw new Error(`cannot be reached by ${key}: ${String(target)}; passed ${order.join(' | ')}`);
}

/** Reaches a button by Tab and presses it. */
export async function pressByKeys(page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> {
  const button = within.getByRole('button', { name, exact: typeof name === 'string' }).first();
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Reaches a field by Tab, which selects what stands in it, and types over that. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}
