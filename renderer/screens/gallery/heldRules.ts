/*
 * States that a style sheet knows by a pseudo-class last only while a hand is there. For every such rule another one is
 * added that knows the same state by a class, so that the gallery can hold it.
 */

const pseudo = /:(hover|active|focus-visible)/g;

/** The class that stands for a pseudo-class. */
export const heldClass = {
  hovered: 'held-hover',
  pressed: 'held-active',
  'focus-visible': 'held-focus-visible',
} as const;

/** Runs when the gallery comes up; the sheets that a later screen brings are not on it. */
export function addHeldRules(): void {
  for (const sheet of document.styleSheets) {
    const held = heldRules([...sheet.cssRules]);
    for (const rule of held) sheet.insertRule(rule, sheet.cssRules.length);
  }
}

function heldRules(rules: readonly CSSRule[]): readonly string[] {
  return rules.flatMap((rule) => {
    if (rule instanceof CSSStyleRule)
      return rule.selectorText.match(pseudo) === null
        ? []
        : [`${rule.selectorText.replaceAll(pseudo, '.held-$1')} { ${rule.style.cssText} }`];
    if (rule instanceof CSSMediaRule) {
      const inside = heldRules([...rule.cssRules]);
      return inside.length === 0 ? [] : [`@media ${rule.conditionText} { ${inside.join(' ')} }`];
    }
    return [];
  });
}
