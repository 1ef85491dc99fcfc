import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Language } from '@shared/model/text';

const root = resolve(import.meta.dirname, '../../..');

export type Theme = 'light' | 'dark';
type Tree = { readonly [key: string]: string | Tree };

/** The interface's texts in one language, as patterns for what is on the screen. */
export interface Words {
  /** The text of `area:path.to.text` whatever its values; the Russian and English plurals are alternatives. */
  readonly of: (key: string) => RegExp;
}

function wordsIn(language: Language): Words {
  const folder = join(root, 'resources/locales', language);
  const areas: Tree = Object.fromEntries(
    readdirSync(folder).map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Tree,
    ]),
  );
  return {
    of: (key) => {
      const path = key.split(/[:.]/);
      const last = path.pop() ?? '';
      const tree = path.reduce<string | Tree | undefined>(
        (at, part) => (typeof at === 'object' ? at[part] : at),
        areas,
      );
      if (typeof tree !== 'object') throw new Error(`no such text: ${key}`);
      const texts = Object.entries(tree).flatMap(([name, text]) =>
        typeof text === 'string' && (name === last || name.startsWith(`${last}_`)) ? [text] : [],
      );
      if (texts.length === 0) throw new Error(`no such text: ${key}`);
      return new RegExp(texts.map(pattern).join('|'));
    },
  };
}

/** A text must be whole, but for what it names after a colon or counts. */
const whole = String.raw`(?:$|:|\s*\d|\s?\()`;

/** The text with anything in the place of its values. */
function pattern(text: string): string {
  const parts = text
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s'));
  return `^${parts.join('.*')}${whole}`;
}

/** Pictures of one language, each in every theme, numbered in the order of the walk. */
export class Album {
  readonly words: Words;
  private number = 0;

  constructor(
    readonly folder: string,
    readonly language: Language,
    readonly themes: readonly Theme[],
  ) {
    this.words = wordsIn(language);
    for (const theme of themes) mkdirSync(this.pathOf(theme), { recursive: true });
  }

  /** `narrow` adds a picture of the smallest window. */
  async shoot(page: Page, name: string, narrow = false): Promise<void> {
    this.number += 1;
    const file = `${String(this.number).padStart(2, '0')}-${name}.png`;
    await page.evaluate(() => document.fonts.ready);
    for (const theme of this.themes) {
      await show(page, theme);
      await page.screenshot({ path: join(this.pathOf(theme), file), animations: 'disabled', caret: 'initial' });
    }
    const [theme] = this.themes;
    if (!narrow || theme === undefined) return;
    await show(page, theme);
    await page.setViewportSize({ width: 960, height: 600 });
    await page.screenshot({
      path: join(this.pathOf(theme), file.replace('.png', '-960.png')),
      animations: 'disabled',
    });
    await page.setViewportSize({ width: 1280, height: 720 });
  }

  button(within: Page | Locator, key: string): Locator {
    return within.getByRole('button', { name: this.words.of(key) }).first();
  }

  async press(within: Page | Locator, key: string): Promise<void> {
    await this.button(within, key).click();
  }

  async goTo(page: Page, place: string): Promise<void> {
    const name = this.words.of(`common:nav.${place}`).source.replace(whole, '');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    await page.locator('main h1').waitFor();
    // What was done before is said elsewhere; it would stand in front of every picture.
    await page.locator('.toast > button:last-child').evaluateAll((closers) => {
      for (const closer of closers) (closer as HTMLElement).click();
    });
  }

  private pathOf(theme: Theme): string {
    return join(this.folder, `${this.language}-${theme}`);
  }
}

async function show(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.dataset['theme'] = value;
  }, theme);
}
