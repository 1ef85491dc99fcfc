import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '@shared/model/language';
import { show, Walk, type Theme } from './walk';

/** Pictures of one language, each in every theme, numbered in the order of the walk. */
export class Album extends Walk {
  private number = 0;

  constructor(
    readonly folder: string,
    language: Language,
    readonly themes: readonly Theme[],
  ) {
    super(language);
    for (const theme of themes) mkdirSync(this.pathOf(theme), { recursive: true });
  }

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

  private pathOf(theme: Theme): string {
    return join(this.folder, `${this.language}-${theme}`);
  }
}
