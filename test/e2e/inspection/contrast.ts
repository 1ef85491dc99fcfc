/*
 * Runs in the page. Every text that can be seen, and the edge of every control, against what really lies behind it:
 * nothing is listed by hand, so a new screen is measured on the day it appears in the walk.
 */

/** What is too faint, as `text: figure`. */
export function faintOnPage(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const parsed = (text: string): Colour => {
    const numbers = [...text.matchAll(/[\d.]+(?:e-\d+)?/g)].map(([each]) => Number(each));
    const unit = text.startsWith('color(') ? 255 : 1;
    const [r = 0, g = 0, b = 0, a = 1] = numbers;
    return [r * unit, g * unit, b * unit, a];
  };
  const over = (top: Colour, under: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + under[i] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
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
  /** What lies behind the content of an element: its own ground and those of its ancestors, blended. */
  const ground = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1];
    const own = parsed(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const off = (element: Element) =>
    element.closest(':disabled, [aria-disabled=true], [data-disabled]') !== null ||
    element.closest('label')?.querySelector(':disabled') != null;
  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  /** A page of a PDF is a picture; the words over it are there to be selected and read out. */
  const isOverPicture = (element: Element) => element.closest('.pdf-words') !== null;
  const found = new Set<string>();

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? '';
    const element = walker.currentNode.parentElement;
    if (text === '' || element === null || !seen(element) || off(element) || isOverPicture(element)) continue;
    const style = getComputedStyle(element);
    const behind = ground(element);
    const ink = over(parsed(element instanceof SVGElement ? style.fill : style.color), behind);
    const size = Number.parseFloat(style.fontSize);
    // WCAG's large text: 18 pt, or 14 pt when bold.
    const need = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const figure = contrast(ink, behind);
    if (figure < need)
      found.add(`${element.tagName}.${element.className} «${text.slice(0, 30)}»: ${figure.toFixed(2)}`);
  }

  /** The edge or the fill by which an element is told from what surrounds it. */
  const edge = (element: Element): number => {
    const style = getComputedStyle(element);
    const outside = ground(element.parentElement);
    const lines = ['top', 'bottom'].flatMap((side) =>
      style.getPropertyValue(`border-${side}-style`) !== 'none' &&
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0
        ? [over(parsed(style.getPropertyValue(`border-${side}-color`)), outside)]
        : [],
    );
    const shadow = /rgba?\([^)]*\)|color\([^)]*\)/.exec(style.boxShadow)?.[0];
    if (shadow !== undefined) lines.push(over(parsed(shadow), outside));
    const drawn = element instanceof SVGElement && style.stroke !== 'none' ? [over(parsed(style.stroke), outside)] : [];
    const ink = over(parsed(style.backgroundColor), outside);
    return Math.max(...[...lines, ...drawn, ink].map((each) => contrast(each, outside)));
  };
  for (const control of document.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    const label = control.closest('label');
    const box = label ?? control;
    if (!seen(box) || off(control)) continue;
    const parents = [control.parentElement, control.parentElement?.parentElement].filter((each) => each != null);
    const parts = label === null ? [control, ...parents] : [label, ...label.querySelectorAll('*')];
    // A segment or a step of a ruler is known by its text, which is measured above; that it is chosen must be drawn.
    const drawn =
      label === null || [...label.querySelectorAll(':not(input, :has(input))')].some((each) => each.textContent === '');
    if (!drawn && !(control instanceof HTMLInputElement && control.checked)) continue;
    const best = Math.max(...parts.map(edge));
    if (best < 3) found.add(`edge of ${control.tagName} in ${box.className || control.className}: ${best.toFixed(2)}`);
  }
  return [...found];
}
