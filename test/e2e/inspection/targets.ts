/*
 * Runs in the page. Everything that can be pressed takes 24 × 24 CSS pixels (WCAG 2.2, 2.5.8), but for the exceptions that
 * the criterion itself makes: a target inside a sentence is as high as its line, and one that has room around it (a circle
 * of 24 pixels that touches no other target) cannot be missed for another.
 */

/** What is too small to be pressed. */
export function smallTargets(): string[] {
  const need = 24;
  const pressable =
    'button, a[href], input:not([type=hidden]), textarea, select, [role=button], [role=link], [role=tab], [role=radio], ' +
    '[role=checkbox], [role=switch], [role=option], [role=menuitem], [role=menuitemradio], [role=slider]';
  /** Inside a box of a pixel: there for assistive technology only (react-aria's way out of an overlay). */
  const veiled = (element: Element) => {
    const frame = element.parentElement?.getBoundingClientRect();
    return frame !== undefined && (frame.width <= 2 || frame.height <= 2);
  };
  const targets = [...document.querySelectorAll(pressable)]
    // What a label covers is pressed by the label.
    .map((element) => element.closest('label') ?? element)
    .filter((element, index, all) => all.indexOf(element) === index)
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((element) => element.closest('[inert], [aria-hidden=true], :disabled, [aria-disabled=true]') === null)
    .filter((element) => !veiled(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 2 && box.height > 2);
  const isSmall = (box: DOMRect) => box.width < need - 0.5 || box.height < need - 0.5;
  const centre = (box: DOMRect) => [box.left + box.width / 2, box.top + box.height / 2] as const;
  const inSentence = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent ?? '') !== element.textContent;

  const crowded = (element: Element, box: DOMRect) => {
    const [x, y] = centre(box);
    return targets.some((other) => {
      if (other.element === element || other.element.contains(element) || element.contains(other.element)) return false;
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      if (Math.hypot(dx, dy) < need / 2 - 0.5) return true;
      const [otherX, otherY] = centre(other.box);
      return isSmall(other.box) && Math.hypot(otherX - x, otherY - y) < need - 0.5;
    });
  };
  return targets
    .filter(({ element, box }) => isSmall(box) && !inSentence(element) && crowded(element, box))
    .map(
      ({ element, box }) =>
        `${element.tagName}.${element.className}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`,
    );
}
