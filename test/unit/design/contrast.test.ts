import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const file = join(import.meta.dirname, '../../../renderer/styles/tokens.css');
const css = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
const root = css.slice(css.indexOf(':root {'), css.indexOf('\n}'));
const tokens = new Map([...root.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', (m[2] ?? '').trim()]));

type Theme = 'light' | 'dark';
function colour(name: string, theme: Theme): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`no token ${name}`);
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (reference !== undefined) return colour(reference, theme);
  const pair = /^light-dark\((#\w{6}),\s*(#\w{6})\)$/.exec(value);
  const found = theme === 'light' ? pair?.[1] : pair?.[2];
  if (found === undefined) throw new Error(`${name} is not a colour of two themes: ${value}`);
  return found;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 1, dark = 1] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const text = 4.5;
const graphics = 3;
const grounds = ['surface', 'canvas', 'sunken', 'hover', 'raised', 'accent-soft'];
const softGrounds = ['wait-soft', 'wrong-soft', 'gold-soft', 'recused-bg', 'absent-bg'];
type Pair = readonly [foreground: string, background: string, need: number];
const every = (foregrounds: readonly string[], backgrounds: readonly string[], need: number): readonly Pair[] =>
  foregrounds.flatMap((f) => backgrounds.map((b): Pair => [f, b, need]));

// Not listed on purpose: text-disabled (disabled controls are exempt), line-1, line-2, accent-line, recused-line and
// cover-line (separators and decoration: what they tell is also told by text or pattern).
const pairs: readonly Pair[] = [
  ...every(['text-1', 'text-2', 'text-3', 'accent-text', 'wait-text', 'wrong-text', 'gold-text'], grounds, text),
  ...every(['text-1', 'text-2', 'text-3'], softGrounds, text),
  ...every(['text-1', 'text-2', 'text-3', 'accent-text'], ['selected'], text),
  ...every(['focus', 'line-3', 'accent-mark'], grounds, graphics),
  ...every(['wait-line', 'wrong-line', 'gold-line'], ['surface', 'canvas', 'hover'], graphics),
  ...every(['focus'], ['gold-soft', 'wait-soft', 'wrong-soft'], graphics),
  ...every(['accent'], ['surface', 'accent-soft', 'canvas'], graphics),
  ['wait-text', 'wait-soft', text],
  ['wrong-text', 'wrong-soft', text],
  ['gold-text', 'gold-soft', text],
  ['accent-text', 'gold-soft', text],
  ['accent-text', 'wait-soft', text],
  ['accent-text', 'wrong-soft', text],
  ['recused-text', 'recused-bg', text],
  ['absent-text', 'absent-bg', text],
  ['provisional-text', 'surface', text],
  ['on-accent', 'accent', text],
  ['on-accent', 'accent-hover', text],
  ['on-accent', 'accent-press', text],
  ['on-accent-deep', 'accent-deep', text],
  ['on-wrong', 'wrong', text],
  ['on-cover-1', 'cover', text],
  ['on-cover-2', 'cover', text],
  ['sealed-text', 'sealed-bg', text],
  ['paper-ink', 'paper', text],
  ['surface', 'text-1', text],
  ['gold-large', 'surface', graphics],
  ['wait-line', 'wait-soft', graphics],
  ['wrong-line', 'wrong-soft', graphics],
  ['gold-line', 'gold-soft', graphics],
  ['gold-line', 'cover', graphics],
];

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it.each(pairs)('%s on %s reaches %d : 1', (foreground, background, need) => {
    expect(contrast(colour(foreground, theme), colour(background, theme))).toBeGreaterThanOrEqual(need);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
