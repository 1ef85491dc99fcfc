import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '@shared/model/language';
import { logActions } from '@shared/model/log';

const root = resolve(import.meta.dirname, '../..');
const localesDir = join(root, 'resources/locales');
const plural = /_(zero|one|two|few|many|other)$/;

const texts = Object.fromEntries(languages.map((language) => [language, readTexts(language)])) as Record<
  Language,
  ReadonlyMap<string, string>
>;
const used = keysNamedInCode();

describe('interface texts', () => {
  test('every language has the same areas', () => {
    for (const language of languages) {
      expect(readdirSync(join(localesDir, language)).toSorted()).toEqual(
        readdirSync(join(localesDir, 'kk')).toSorted(),
      );
    }
  });

  test.each(languages)('%s has exactly the keys of Kazakh', (language) => {
    expect(baseKeys(language)).toEqual(baseKeys('kk'));
  });

  test.each(languages)('%s has no empty text', (language) => {
    expect([...texts[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('the same values are put into a text in every language', () => {
    const different = baseKeys('kk').filter((key) => new Set(languages.map((l) => variablesOf(l, key))).size > 1);
    expect(different).toEqual([]);
  });

  test('Kazakh needs no plural forms; Russian and English have all of theirs', () => {
    expect([...texts.kk.keys()].filter((key) => plural.test(key))).toEqual([]);
    expect(incompletePlurals('ru', ['one', 'few', 'many', 'other'])).toEqual([]);
    expect(incompletePlurals('en', ['one', 'other'])).toEqual([]);
  });

  test('no case ending is glued to a variable', () => {
    const glued = languages.flatMap((language) =>
      [...texts[language]]
        .filter(([, text]) => /\}\}(?!-(?:орын|кезең|өлшемшарт|жазба)(?!\p{L}))[-‑]?\p{L}/u.test(text))
        .map(([key]) => `${language} ${key}`),
    );
    expect(glued).toEqual([]);
  });

  test('every text is used', () => {
    const unused = baseKeys('kk').filter((key) => !used.some((pattern) => pattern.test(key)) && !usedNatively(key));
    expect(unused).toEqual([]);
  });

  test('every key that the code names exists', () => {
    const keys = baseKeys('kk');
    const unknown = used.filter((pattern) => !keys.some((key) => pattern.test(key))).map((pattern) => pattern.source);
    expect(unknown).toEqual([]);
  });

  test('a button or state that a text quotes is called so on the screen', () => {
    const wrong = languages.flatMap((language) => {
      const onScreen = new Set([...texts[language].values()].map(asQuoted));
      return [...texts[language]].flatMap(([key, text]) =>
        [...text.matchAll(/[«“]([^»”{}]+)[»”]/g)]
          .filter(([, quoted = '']) => !onScreen.has(asQuoted(quoted)) && quoted !== 'CSV UTF-8')
          .map(([, quoted]) => `${language} ${key}: ${String(quoted)}`),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('every failure says what happened, what was kept and what to do', () => {
    const codes = [...source('shared/errors.ts').matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(30);
    for (const code of codes) {
      expect(texts.kk.has(`failure:${code}.title`), `${code}.title`).toBe(true);
      expect(texts.kk.has(`failure:${code}.advice`), `${code}.advice`).toBe(true);
    }
  });

  test('every action of the log has its words', () => {
    expect(logActions.filter((action) => !texts.kk.has(`log:${action}`))).toEqual([]);
  });
});

/** Quoted in a sentence, a name loses its dots and may lose its capital letter. */
function asQuoted(text: string): string {
  return text.replace(/…$/, '').toLowerCase();
}

/** The native menu and message box take their texts as values: the compiler knows that they exist. */
function usedNatively(key: string): boolean {
  const rooms = { menu: 'electron/menu/menuTemplate.ts', trouble: 'electron/trouble/troubleWindow.ts' };
  const [area = '', path = ''] = key.split(':');
  const room = area === 'menu' || area === 'trouble' ? rooms[area] : undefined;
  return room !== undefined && new RegExp(`\\b${path.split('.').at(-1) ?? ''}\\b`).test(source(room));
}

function source(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function readTexts(language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(localesDir, language))) {
    const area = file.replace('.json', '');
    collect(JSON.parse(source(`resources/locales/${language}/${file}`)), `${area}:`, found);
  }
  return found;
}

function collect(tree: unknown, prefix: string, found: Map<string, string>): void {
  if (typeof tree === 'string') {
    found.set(prefix, tree);
    return;
  }
  if (typeof tree !== 'object' || tree === null) throw new Error(`${prefix} is neither a text nor a group of texts`);
  for (const [name, branch] of Object.entries(tree)) {
    collect(branch, prefix.endsWith(':') ? prefix + name : `${prefix}.${name}`, found);
  }
}

function baseKeys(language: Language): readonly string[] {
  return [...new Set([...texts[language].keys()].map((key) => key.replace(plural, '')))].toSorted();
}

function variablesOf(language: Language, key: string): string {
  const variables = new Set<string>();
  for (const [name, text] of texts[language]) {
    if (name.replace(plural, '') !== key) continue;
    for (const [, variable] of text.matchAll(/\{\{(\w+)\}\}/g)) variables.add(variable ?? '');
  }
  return [...variables].toSorted().join(' ');
}

function incompletePlurals(language: Language, forms: readonly string[]): readonly string[] {
  const counted = new Set(
    [...texts[language].keys()].filter((key) => plural.test(key)).map((k) => k.replace(plural, '')),
  );
  return [...counted].filter((key) => forms.some((form) => !texts[language].has(`${key}_${form}`)));
}

/** Every `'area:key'` in the renderer as a pattern; `${…}` in a template stands for anything. */
function keysNamedInCode(): readonly RegExp[] {
  const areas = readdirSync(join(localesDir, 'kk')).map((file) => file.replace('.json', ''));
  const named = new RegExp(
    `(['"\`])((?:${areas.join('|')}):[A-Za-z](?:\\$\\{[^}]*\\}|[\\w.-])*|(?:${areas.join('|')}):\\$\\{[^}]*\\}(?:\\$\\{[^}]*\\}|[\\w.-])*)\\1`,
    'g',
  );
  const keys = new Set<string>();
  for (const file of readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, , key] of source(join('renderer', file)).matchAll(named)) keys.add(key ?? '');
  }
  return [...keys].map((key) => {
    const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.\\-]/g, String.raw`\$&`));
    return new RegExp(`^${parts.join('[^:]+')}$`);
  });
}
