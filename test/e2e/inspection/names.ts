import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import * as english from 'react-aria-components/i18n/en-US';
import * as russian from 'react-aria-components/i18n/ru-RU';
import { languages, type Language } from '@shared/model/language';

/*
 * What a screen reader is told: everything that can be operated has a name, and whatever is said by the interface is said
 * in its language. A text that belongs only to another language's dictionary, ours or react-aria's, has leaked.
 */

const root = resolve(import.meta.dirname, '../../..');

function textsOf(language: Language): string[] {
  const folder = join(root, 'resources/locales', language);
  const leaves = (tree: unknown): string[] =>
    typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(leaves);
  return readdirSync(folder).flatMap((name) => leaves(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

const packages = { en: english, ru: russian } as unknown as Readonly<
  Record<'en' | 'ru', { readonly default: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>
>;
function ariaTextsOf(language: Language): string[] {
  if (language === 'kk') return [];
  return Object.values(packages[language].default)
    .flatMap((texts) => Object.values(texts))
    .filter((text) => typeof text === 'string');
}

/** Texts without values, at least three letters long: a shorter one may be a name or a unit. */
const plain = (texts: readonly string[]) => texts.filter((text) => !text.includes('{{') && /\p{L}{3}/u.test(text));

/** A heading of the imported spreadsheet, which is shown as it stands there in every language. */
const fromFile = new Set(['Номинация']);

/** Texts that only other languages have. */
export function foreignTexts(language: Language): ReadonlySet<string> {
  const own = new Set([...textsOf(language), ...ariaTextsOf(language)].map((text) => text.toLowerCase()));
  const others = languages.filter((each) => each !== language);
  return new Set(
    plain(others.flatMap((each) => [...textsOf(each), ...ariaTextsOf(each)])).filter(
      (text) => !own.has(text.toLowerCase()) && !fromFile.has(text),
    ),
  );
}

/** Roles that mean nothing without a name. */
const mustBeNamed =
  /^\s*- (button|link|textbox|searchbox|combobox|checkbox|switch|radio|radiogroup|tab|tablist|option|listbox|menuitem|menuitemradio|menu|dialog|alertdialog|navigation|region|grid|table|progressbar|slider|img)(?: \[[^\]]*\])*:?$/;

export async function faultsOfNames(page: Page, language: Language, foreign: ReadonlySet<string>): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const unnamed = tree.split('\n').filter((line) => mustBeNamed.test(line));
  const { said, structure } = await page.evaluate(readPage);
  const leaked = said.filter((text) => foreign.has(text));
  return [
    ...unnamed.map((line) => `no name: ${line.trim()}`),
    ...leaked.map((text) => `another language: ${text}`),
    ...structure,
    ...((await page.locator('html').getAttribute('lang')) === language ? [] : ['the page claims another language']),
  ];
}

function readPage(): { readonly said: string[]; readonly structure: string[] } {
  const attributes = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'aria-placeholder',
    'placeholder',
    'title',
    'alt',
  ];
  const said = new Set<string>();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    // A text that is marked as another language's is meant to be in it: the names of the languages.
    if (walker.currentNode.parentElement?.closest('[lang]')?.tagName !== 'HTML') continue;
    if (walker.currentNode.parentElement.closest('script, style') === null)
      said.add(walker.currentNode.textContent?.trim() ?? '');
  }
  for (const element of document.querySelectorAll('*'))
    for (const attribute of attributes) said.add(element.getAttribute(attribute)?.trim() ?? '');

  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) =>
    // What lies behind the lock is there, and unseen.
    each.checkVisibility({ visibilityProperty: true }),
  );
  const levels = headings.map((each) => Number(each.tagName.slice(1)));
  const structure: string[] = [];
  const firsts = levels.filter((level) => level === 1).length;
  if (firsts !== 1) structure.push(`${String(firsts)} h1`);
  const mains = [...document.querySelectorAll('main')].filter((each) => each.checkVisibility()).length;
  if (mains !== 1) structure.push(`${String(mains)} main`);
  // What comes before the h1 (a navigation's groups) is not under it; after it no level is left out.
  levels.slice(levels.indexOf(1)).reduce((above, level, index) => {
    if (level > above + 1)
      structure.push(`h${String(level)} after h${String(above)}: ${headings[index]?.textContent ?? ''}`);
    return level;
  }, 1);
  if (document.title === '') structure.push('no title');
  return { said: [...said], structure };
}
