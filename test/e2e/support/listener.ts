import { expect, type Page } from '@playwright/test';

/*
 * Hears a page as a careful screen reader does. A polite region is read when it changes, not when it comes into the page
 * together with its words; an alert is read when it comes or is shown; lines added to a log are read one by one. What lies
 * behind an open dialog is not heard.
 */

/** From here on everything that is said aloud is kept in `heard`. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(keepWhatIsSaid);
  await page.evaluate(keepWhatIsSaid);
}

/** What was said since the last time it was asked for. */
export function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (Reflect.get(window, 'said') as string[]).splice(0));
}

/** `what` comes to be said, and is said once. Gives everything that was said with it. */
export async function expectSaidOnce(page: Page, what: RegExp): Promise<readonly string[]> {
  const all: string[] = [];
  await expect
    .poll(
      async () => {
        all.push(...(await heard(page)));
        return all.filter((text) => what.test(text)).length;
      },
      { message: `said once: ${what.source}` },
    )
    .toBeGreaterThan(0);
  // Whoever says it twice does so in the same turn or the next frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  all.push(...(await heard(page)));
  expect([what.source, all.filter((text) => what.test(text)).length, all]).toEqual([what.source, 1, all]);
  return all;
}

/** Runs in the page. */
function keepWhatIsSaid(): void {
  const said: string[] = [];
  Object.defineProperty(window, 'said', { value: said, configurable: true });
  const known = new Map<Element, string>();
  const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
  const textOf = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const isHidden = (element: Element) => element.closest('[aria-hidden=true], [inert], [hidden]') !== null;
  const isLog = (element: Element) => element.matches('[role=log], [aria-relevant=additions]');
  const say = (text: string) => void (text !== '' && said.push(text));
  const look = () => {
    for (const element of known.keys()) if (!element.isConnected) known.delete(element);
    for (const element of document.querySelectorAll(live)) {
      const before = known.get(element);
      const text = isHidden(element) ? '' : textOf(element);
      known.set(element, text);
      if (isLog(element) || text === before) continue;
      if (before !== undefined || element.matches('[role=alert], [aria-live=assertive]')) say(text);
    }
  };
  const observe = () => {
    look();
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const log = target instanceof Element ? target.closest(live) : null;
        if (log === null || !isLog(log) || !known.has(log) || isHidden(log)) continue;
        for (const node of addedNodes)
          say(((node instanceof Element ? node.getAttribute('aria-label') : null) ?? node.textContent ?? '').trim());
      }
      look();
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['hidden', 'aria-hidden', 'inert', 'role'],
    });
  };
  observe();
}
