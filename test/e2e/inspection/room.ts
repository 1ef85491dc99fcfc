/*
 * Runs in the page, zoomed: what is cut off and cannot be brought into view by scrolling. What ellipsizes on purpose (the
 * juror's list, LOOK's only place; a file's path) says all of it in a title or when it is opened.
 */

/** What is lost: the page's own sideways scrolling, cut-off texts, controls out of reach. */
export function lostOnPage(): string[] {
  const found = new Set<string>();
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth + 1) {
    const widest = [...document.querySelectorAll('body *')]
      .map((element) => ({ element, right: element.getBoundingClientRect().right }))
      .filter(({ right }) => right > innerWidth + 1)
      .map(({ element, right }) => `${element.tagName}.${element.getAttribute('class') ?? ''} ${right.toFixed(0)}`);
    found.add(`the page scrolls sideways, ${page.scrollWidth} > ${innerWidth}: ${widest.slice(0, 4).join(', ')}`);
  }

  const scrolls = (value: string) => value === 'auto' || value === 'scroll';
  /** By how many pixels a rectangle leaves what can be seen or scrolled to. */
  const outside = (from: Element, box: DOMRect): number => {
    let [across, down] = [true, true];
    let worst = 0;
    for (let at = from.parentElement; at !== null && (across || down); at = at.parentElement) {
      const style = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      const isRoot = at === document.body || at === page;
      if (across && scrolls(style.overflowX)) across = false;
      if (down && scrolls(style.overflowY)) down = false;
      if (!isRoot && across && style.overflowX !== 'visible')
        worst = Math.max(worst, box.right - frame.right, frame.left - box.left);
      if (!isRoot && down && style.overflowY !== 'visible')
        worst = Math.max(worst, box.bottom - frame.bottom, frame.top - box.top);
      if (style.position === 'fixed') {
        if (across) worst = Math.max(worst, box.right - innerWidth, -box.left);
        if (down) worst = Math.max(worst, box.bottom - innerHeight, -box.top);
        return worst;
      }
    }
    if (across) worst = Math.max(worst, box.right - innerWidth, -box.left);
    return worst;
  };
  const named = (element: Element) => `${element.tagName}.${element.className}`;
  const hidden = (element: Element, box: DOMRect) =>
    (element.parentElement?.getBoundingClientRect().width ?? 9) <= 2 ||
    box.width <= 2 ||
    box.height <= 2 ||
    element.closest('.vh, [inert], [aria-hidden=true]') !== null ||
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim() ?? '';
    if (element === null || text === '') continue;
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (hidden(element, element.getBoundingClientRect())) continue;
    const ellipsis = [element, element.parentElement].some(
      (each) => each !== null && getComputedStyle(each).textOverflow === 'ellipsis',
    );
    const own = element.getBoundingClientRect();
    const clips = getComputedStyle(element).overflowX !== 'visible' && !scrolls(getComputedStyle(element).overflowX);
    const beyond = Math.max(
      ellipsis ? 0 : outside(element, box),
      clips && !ellipsis ? box.right - own.right : 0,
      ellipsis ? outside(element, own) : 0,
    );
    if (beyond > 1.5) found.add(`${named(element)} «${text.slice(0, 30)}» is cut by ${beyond.toFixed(0)} px`);
  }
  for (const control of document.querySelectorAll(
    'button, a[href], input:not([type=hidden]), textarea, [role=option]',
  )) {
    const element = control.closest('label') ?? control;
    const box = element.getBoundingClientRect();
    if (hidden(element, box)) continue;
    const beyond = outside(element, box);
    if (beyond > 2)
      found.add(
        `${named(element)} «${(element.textContent ?? '').slice(0, 20)}» out of reach by ${beyond.toFixed(0)} px`,
      );
  }
  return [...found];
}

/** What still moves although the system asks for no motion. */
export function movingOnPage(): string[] {
  const lasting = (durations: string) => durations.split(',').some((each) => Number.parseFloat(each) > 0);
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const style = getComputedStyle(element);
      return lasting(style.transitionDuration) || (style.animationName !== 'none' && lasting(style.animationDuration));
    })
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`)
    .filter((each, index, all) => all.indexOf(each) === index);
}
