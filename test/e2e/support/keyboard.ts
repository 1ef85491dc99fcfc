import { expect, type Locator, type Page } from '@playwright/test';

/*
 * The hands of somebody without a mouse: Tab and Shift+Tab to what is seen, then the keys that work there. Nothing here
 * focuses, presses or fills an element directly.
 */

/** More than any screen has stops on the way from one end to the other. */
const mostSteps = 120;

interface Stand {
  readonly isThere: boolean;
  /** The target comes later in the page than what has the focus. */
  readonly isAhead: boolean;
  readonly at: string;
}

const standOf = (target: Locator): Promise<Stand> =>
  target.evaluate((element) => {
    const active = document.activeElement ?? document.body;
    const position = active.compareDocumentPosition(element);
    return {
      isThere: element.contains(active),
      isAhead: active === document.body || (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      at: active.textContent?.trim().slice(0, 30) ?? '',
    };
  });

/** Goes to `target` by Tab, or by Shift+Tab where it lies behind, and by nothing else. */
export async function tabTo(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const passed: string[] = [];
  let stand = await standOf(target);
  const way = key ?? (stand.isAhead ? 'Tab' : 'Shift+Tab');
  while (!stand.isThere && passed.length < mostSteps) {
    await page.keyboard.press(way);
    stand = await standOf(target);
    passed.push(stand.at);
  }
  if (!stand.isThere) throw new Error(`cannot be reached by ${way}: ${String(target)}; passed ${passed.join(' | ')}`);
}

/** Reaches a button by Tab and presses it. */
export async function pressByKeys(page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> {
  const button = within.getByRole('button', { name, exact: typeof name === 'string' }).first();
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Goes to a place of the navigation; more may stand in its button than the name, such as what waits there. */
export const goByKeys = (page: Page, place: string): Promise<void> =>
  pressByKeys(page, new RegExp(`^${place}`), page.getByRole('navigation'));

/** Reaches a field by Tab, and types over what stands in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Marks a checkbox, or the first choice of a radio group where none is chosen. */
export async function tickByKeys(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}

/** Goes through the choices of the focused radio group with the arrow; a radio is chosen by being reached. */
export async function chooseByKeys(page: Page, group: Locator, name: string): Promise<void> {
  const choice = group.getByRole('radio', { name, exact: true });
  await tabTo(page, group);
  for (let steps = await group.getByRole('radio').count(); steps > 0; steps -= 1) {
    if (await choice.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  if (!(await choice.isChecked())) await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
}
