import { expect, type Locator, type Page } from '@playwright/test';

/** The code as the screen shows it, to be put on paper. */
export const shownCode = (page: Page): Locator => page.getByRole('group', { name: 'Қалпына келтіру коды' });

/** Puts the shown code on paper (remembers it), types it back as a hurried person does, and gives it. */
export async function tryOutShownCode(page: Page): Promise<string> {
  const code = await shownCode(page).innerText();
  await page.getByRole('button', { name: 'Код қағазда, тексереміз' }).press('Enter');
  await expect(shownCode(page)).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Қағаздағы код' }).fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  return code;
}
