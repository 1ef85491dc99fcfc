import { expect, type Page } from '@playwright/test';

/** What a driver can do to an element without a key being pressed. Locators and the page do it through their frame. */
const shortcuts = 'click dblclick tap hover dragAndDrop dispatchEvent fill type press focus check uncheck setChecked';
const more = 'selectOption setInputFiles';

const pointing = ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dragstart'] as const;

/**
 * From here on only the keyboard moves this window. Every other way of the driver throws, so does a call to the
 * application past its screens; and the page itself counts what a pointing device would do, for `expectNoMouse`.
 */
export async function takeMouseAway(page: Page): Promise<void> {
  const refuse = (what: string) => () => {
    throw new Error(`${what}: this role is played by keyboard alone`);
  };
  const frame = page.mainFrame();
  const evaluate = frame.evaluate.bind(frame);
  for (const name of `${shortcuts} ${more}`.split(' ')) Object.defineProperty(frame, name, { value: refuse(name) });
  for (const name of ['click', 'dblclick', 'down', 'up', 'move', 'wheel'])
    Object.defineProperty(page.mouse, name, { value: refuse(`mouse.${name}`) });
  Object.defineProperty(page.touchscreen, 'tap', { value: refuse('touchscreen.tap') });
  Object.defineProperty(frame, 'evaluate', {
    value: (work: unknown, argument: unknown) => {
      if (String(work).includes('tarazy')) refuse('a call past the screens')();
      return Reflect.apply(evaluate, frame, [work, argument]) as Promise<unknown>;
    },
  });
  const listen = (events: readonly string[]) => {
    const seen: string[] = [];
    Object.defineProperty(window, 'pointed', { value: seen, configurable: true });
    for (const name of events)
      window.addEventListener(name, ({ type }) => void seen.push(type), { capture: true, passive: true });
  };
  await page.addInitScript(listen, pointing);
  await evaluate(listen, pointing);
}

/** Nothing has been pointed at, pressed or scrolled since the mouse was taken away. */
export async function expectNoMouse(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'pointed') as unknown)).toEqual([]);
}
