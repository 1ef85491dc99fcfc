import { expect, type Locator, type Page } from '@playwright/test';
import { faultsByAxe } from './axe';

/** Goes to a place by its name in the navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: place }).press('Enter');
}

/** axe on the page as it stands, in both themes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate(showTheme, theme);
    expect([theme, await faultsByAxe(page, theme === 'light' ? 'all' : 'of colours')]).toEqual([theme, []]);
  }
}

/** Runs in the page. A colour on its way to another is neither: what changes with the theme arrives at once. */
function showTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme;
  const onTheWay = () =>
    document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity);
  // What inherits a colour sets out when that has arrived.
  for (let moving = onTheWay(); moving.length > 0; moving = onTheWay()) for (const each of moving) each.finish();
}

/** Drops files on the middle of the window, or of `onto`, as the mouse would: the browser process itself takes them in. */
export async function dropFiles(page: Page, files: readonly string[], onto?: Locator): Promise<void> {
  const box = await onto?.boundingBox();
  const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [700, 500];
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await session.detach();
}

/** Puts files with their real paths into an input field. Playwright's own way sends copies to a browser it did not start. */
export async function giveFiles(page: Page, selector: string, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  await session.send('DOM.setFileInputFiles', { nodeId, files: [...files] });
  await session.detach();
}
