import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '@shared/model/language';

/*
 * The guide cannot rot: what it prints in bold is a text of the interface in its language, word for word; its pictures
 * are there and are all used; its links lead somewhere; and the three languages tell the same story.
 */

const root = resolve(import.meta.dirname, '../../..');
const pages = ['README.md', 'juror.md', 'secretary.md', 'program.md'] as const;
type Tree = { readonly [key: string]: string | Tree };

const pathOf = (language: Language, page: string) => join(root, 'docs/guide', language, page);
const read = (language: Language, page: string) => readFileSync(pathOf(language, page), 'utf8');
const every = languages.flatMap((language) => pages.map((page) => ({ language, page })));

function texts(tree: Tree): readonly string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

/** All texts of the interface as patterns: anything may stand in the place of a value. */
function interfaceTexts(language: Language): readonly RegExp[] {
  const folder = join(root, 'resources/locales', language);
  return readdirSync(folder)
    .flatMap((name) => texts(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Tree))
    .filter((text) => /\p{L}{2}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')))
    .map((text) => {
      const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
      return new RegExp(`^${parts.join('.+').replaceAll(/\s/g, String.raw`\s`)}$`, 'u');
    });
}

const bold = (text: string) =>
  [...text.matchAll(/\*\*(.+?)\*\*/gs)].map(([, words = '']) => words.replaceAll(/\s+/g, ' '));
const pictures = (text: string) => [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt, to]) => ({ alt, to }));
const links = (text: string) => [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g)].map(([, to = '']) => to);
const headings = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title);
/** The anchor that a heading gets on GitHub. */
const anchor = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

describe.each(every)('docs/guide/$language/$page', ({ language, page }) => {
  const text = read(language, page);

  test('names the interface by its own words', () => {
    const known = interfaceTexts(language);
    expect(bold(text).filter((words) => !known.some((pattern) => pattern.test(words)))).toEqual([]);
  });

  test('has its pictures, each described', () => {
    for (const { alt, to = '' } of pictures(text)) {
      expect(
        existsSync(join(dirname(pathOf(language, page)), to)),
        `no picture ${to}: npm run screenshots -- docs`,
      ).toBe(true);
      expect(alt?.length, to).toBeGreaterThan(5);
      expect(to).toContain(`pictures/guide/${language}/`);
    }
  });

  test('has no dead link', () => {
    const dead = links(text).filter((to) => {
      const [file = '', place] = to.split('#');
      const target = file === '' ? pathOf(language, page) : join(dirname(pathOf(language, page)), file);
      if (!existsSync(target)) return true;
      return place !== undefined && !headings(readFileSync(target, 'utf8')).map(anchor).includes(place);
    });
    expect(dead).toEqual([]);
  });

  test('tells the same as the English page', () => {
    const english = read('en', page);
    const names = (page_: string) => pictures(page_).map(({ to = '' }) => to.split('/').at(-1));
    expect(names(text)).toEqual(names(english));
    expect(headings(text)).toHaveLength(headings(english).length);
    expect(text.match(/^\|/gm)?.length).toBe(english.match(/^\|/gm)?.length);
  });
});

test('no picture of the guide is unused, and together they stay small', () => {
  let bytes = 0;
  for (const language of languages) {
    const folder = join(root, 'docs/pictures/guide', language);
    const named = pages.flatMap((page) => pictures(read(language, page)).map(({ to = '' }) => to.split('/').at(-1)));
    expect(readdirSync(folder).filter((name) => !named.includes(name))).toEqual([]);
    for (const name of readdirSync(folder)) bytes += statSync(join(folder, name)).size;
  }
  expect(bytes).toBeLessThan(6_000_000);
});
