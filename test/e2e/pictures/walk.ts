import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Language } from '@shared/model/language';

const root = resolve(import.meta.dirname, '../../..');

export type Theme = 'light' | 'dark';
type Tree = { readonly [key: string]: string | Tree };

/** The interface's texts in one language, as patterns for what is on the screen. */
export interface Words {
  /** The text of `area:path.to.text` whatever its values; the Russian and English plurals are alternatives. */
  readonly of: (key: string) => RegExp;
}

export function wordsIn(language: Language): Words {
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

/**
 * A way through the application in one language that halts at every state worth seeing. What happens at a halt is the
 * business of its visitor: an album takes pictures, an inspection looks for faults.
 */
export abstract class Walk {
  readonly words: Words;

  constructor(readonly language: Language) {
    this.words = wordsIn(language);
  }

  /** `narrow`: worth seeing in the smallest window too. */
  abstract shoot(page: Page, name: string, narrow?: boolean): Promise<void>;

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
}

export async function show(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.dataset['theme'] = value;
  }, theme);
}
