import type { Page } from '@playwright/test';

/*
 * Tab from one end of the screen to the other. Whatever has the focus must show it: an outline or a shadow that was not
 * there before, in a colour of 3 : 1 against its ground, inside the window and not cut off on any side.
 */

const mostStops = 24;

/**
 * Where the focus cannot be seen. Leaves it where it was. What stands on every screen is gone through once: the navigation on
 * the first, and a screen whose stops are those of one before is that one.
 */
export async function unseenFocus(page: Page): Promise<string[]> {
  const look = await page.evaluate(rememberLook);
  if (look === 'as before') return [];
  // A menu closes when Tab leaves it; its own focus is looked at as it stands.
  if (look === 'a menu') return page.evaluate(judgeFocus).then(({ fault }) => (fault === null ? [] : [fault]));
  const faults = new Set<string>();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const { fault, again } = await page.evaluate(judgeFocus);
    if (again) break;
    if (fault !== null) faults.add(fault);
  }
  await page.evaluate(restoreFocus);
  return [...faults];
}

interface Remembered {
  readonly before: Map<Element, string>;
  readonly passed: Set<Element>;
  readonly start: Element | null;
}
declare global {
  var focusInspection: Remembered | undefined;
  /** Rings that were seen to be told from their ground, until the page is loaded anew. */
  var ringsInBothThemes: Set<string> | undefined;
  /** The stops of the screens that were gone through, until the page is loaded anew. */
  var stopsGoneThrough: Set<string> | undefined;
}

function rememberLook(): 'new' | 'as before' | 'a menu' {
  globalThis.stopsGoneThrough ??= new Set();
  const stopsIn = (within: Element) =>
    [...within.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, [tabindex]')].filter(
      (each) =>
        each.tabIndex >= 0 &&
        each.closest('[inert], :disabled') === null &&
        each.checkVisibility({ visibilityProperty: true }),
    );
  const isMenu =
    document.querySelector('[role=menu], [role=listbox][data-placement], [data-trigger] [role=listbox]') !== null;
  const known = (stops: string) => {
    const was = globalThis.stopsGoneThrough?.has(stops) === true;
    globalThis.stopsGoneThrough?.add(stops);
    return was;
  };
  const place = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.querySelector('h1');
  const here = stopsIn(document.body).filter((each) => each.closest('nav') === null);
  const names = here.map((each) => `${each.tagName}.${each.className} ${each.textContent}`);
  if (!isMenu && known([place?.textContent, ...names].join('|'))) return 'as before';

  const before = new Map<Element, string>();
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    before.set(element, `${style.outline} ${style.boxShadow}`);
  }
  const passed = new Set<Element>();
  globalThis.focusInspection = { before, passed, start: document.activeElement };
  if (isMenu) return 'a menu';
  const navigation = document.querySelector('nav');
  if (navigation === null || navigation.closest('[inert], [aria-hidden=true]') !== null) return 'new';
  const stops = stopsIn(navigation);
  if (!known(`navigation of ${stops.length}`)) return 'new';
  for (const stop of stops) passed.add(stop);
  stops.at(-1)?.focus();
  return 'new';
}

function restoreFocus(): void {
  const start = globalThis.focusInspection?.start;
  if (start instanceof HTMLElement && start.isConnected) start.focus();
  globalThis.focusInspection = undefined;
}

function judgeFocus(): { readonly fault: string | null; readonly again: boolean } {
  type Colour = readonly [number, number, number, number];
  const parsed = (text: string): Colour => {
    const unit = text.startsWith('color(') ? 255 : 1;
    const [r = 0, g = 0, b = 0, a = 1] = [...text.matchAll(/[\d.]+/g)].map(([each]) => Number(each));
    return [r * unit, g * unit, b * unit, a];
  };
  const luminance = (colour: Colour) => {
    const [r, g, b] = ([0, 1, 2] as const)
      .map((i) => colour[i] / 255)
      .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Colour, b: Colour) => {
    const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1];
    const own = parsed(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : ground(element.parentElement);
  };

  const state = globalThis.focusInspection;
  const focused = document.activeElement;
  // Past the last stop the focus goes to the page itself, and then around.
  if (state === undefined || focused === null) return { fault: null, again: true };
  // A menu opened with the mouse has the focus itself until an arrow is pressed; opened by keys, its first item has it.
  if (focused.getAttribute('role') === 'menu') return { fault: null, again: false };
  if (focused === document.body) return { fault: null, again: state.passed.size > 0 };
  if (state.passed.has(focused)) return { fault: null, again: true };
  state.passed.add(focused);
  const name = `${focused.tagName}.${focused.className} «${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').slice(0, 30)}»`;
  const fault = (text: string) => ({ fault: `${name}: ${text}`, again: false });

  const label = focused.closest('label');
  const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  const near = [focused, focused.parentElement, focused.parentElement?.parentElement, label, active];
  /** Drawn for the eye: not the hidden input of a choice, nor what surrounds it. */
  const eye = (element: Element) => {
    for (let at: Element | null = element, up = 0; at !== null && up < 4; at = at.parentElement, up += 1) {
      if (getComputedStyle(at).display === 'contents' || getComputedStyle(at).position === 'fixed') continue;
      const { width, height } = at.getBoundingClientRect();
      if (width <= 2 || height <= 2) return false;
    }
    return Number(getComputedStyle(element).opacity) > 0.05;
  };
  const inside = [label, active, focused].flatMap((each) => [...(each?.querySelectorAll('*') ?? [])].slice(0, 200));
  const candidates = [...near, ...inside].filter((each): each is Element => each != null && eye(each));
  const rings = candidates.flatMap((element) =>
    [null, '::after', '::before'].flatMap((part) => {
      const style = getComputedStyle(element, part);
      if (part !== null && style.content === 'none') return [];
      const line = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1.5;
      const isNew = part !== null || state.before.get(element) !== `${style.outline} ${style.boxShadow}`;
      // What had the focus before the first Tab looked like this from the beginning.
      const counts = (line || (part === null && style.boxShadow !== 'none')) && (isNew || state.start === focused);
      return counts ? [{ ring: element, style }] : [];
    }),
  );
  const [shown] = rings;
  if (shown === undefined) return fault('nothing shows the focus');
  const { ring, style } = shown;
  const isLine = style.outlineStyle !== 'none';
  const offset = isLine ? Number.parseFloat(style.outlineOffset) : 0;
  const colourNow = () => (isLine ? style.outlineColor : (/(?:rgba?|color)\([^)]*\)/.exec(style.boxShadow)?.[0] ?? ''));
  const groundNow = () => ground(offset < 0 ? ring : ring.parentElement);
  // A change of theme restyles the whole page: the same ring on the same ground need not be looked at again.
  const classes = [ring, ring.parentElement].map((each) => each?.getAttribute('class'));
  const look = [...classes, colourNow(), groundNow(), offset < 0].join('|');
  globalThis.ringsInBothThemes ??= new Set();
  if (!globalThis.ringsInBothThemes.has(look)) {
    const theme = document.documentElement.dataset['theme'];
    for (const each of ['light', 'dark']) {
      document.documentElement.dataset['theme'] = each;
      const figure = contrast(parsed(colourNow()), groundNow());
      document.documentElement.dataset['theme'] = theme ?? 'light';
      if (figure < 3) return fault(`the ring has ${figure.toFixed(2)} : 1 in the ${each} theme`);
    }
    globalThis.ringsInBothThemes.add(look);
  }

  const box = ring.getBoundingClientRect();
  const reach = isLine ? offset + Number.parseFloat(style.outlineWidth) : 2;
  if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1)
    return fault('out of view');
  for (let at = ring.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    if (position === 'fixed' && overflowX === 'visible') break;
    const frame = at.getBoundingClientRect();
    const cutAcross =
      overflowX !== 'visible' &&
      (box.left - reach < frame.left - reach + 0.5 && box.left < frame.left + 0.5 && offset >= 0
        ? true
        : box.right > frame.right - 0.5 && offset >= 0);
    // A list taller than its frame ends somewhere; one side inside the frame is enough then.
    const cutDown =
      overflowY !== 'visible' && offset >= 0 && box.top < frame.top + 0.5 && box.bottom > frame.bottom - 0.5;
    if (cutAcross || cutDown) return fault(`the ring is cut by ${at.tagName}.${at.className}`);
  }
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [x, y] as const));
  const hits = points
    .map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y))
    .filter((hit) => hit !== null);
  // A toast leaves by itself or by its own button, without moving the focus (2.4.11 allows it).
  const isOwn = (hit: Element) =>
    ring.contains(hit) || hit.contains(ring) || (label?.contains(hit) ?? false) || hit.closest('.toast') !== null;
  if (!hits.some(isOwn)) return fault(`lies under ${hits[0]?.tagName ?? ''}.${hits[0]?.className ?? ''}`);
  return { fault: null, again: false };
}
