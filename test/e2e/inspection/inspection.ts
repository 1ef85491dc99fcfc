import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '@shared/model/language';
import type { Launched } from '../support/launch';
import { show, Walk } from '../pictures/walk';
import { faintOnPage } from './contrast';
import { unseenFocus } from './focus';
import { faultsOfNames, foreignTexts } from './names';
import { lostOnPage, movingOnPage } from './room';
import { smallTargets } from './targets';
import { zoomTo } from './zoom';

/** Looks for faults at every halt of a walk and gathers them, so that one run tells all. */
export class Inspection extends Walk {
  readonly faults: string[] = [];
  readonly halts: string[] = [];
  private readonly foreign: ReadonlySet<string>;
  private launched: Launched | undefined;

  /** `thorough`: also what does not depend on the language: axe, colours, focus, motion. */
  constructor(
    language: Language,
    readonly thorough: boolean,
  ) {
    super(language);
    this.foreign = foreignTexts(language);
  }

  /** The application that the next halts are in. */
  goWith(launched: Launched): Launched {
    this.launched = launched;
    return launched;
  }

  async shoot(page: Page, name: string): Promise<void> {
    if (this.launched === undefined) throw new Error('in which application?');
    this.halts.push(name);
    const note = (check: string, found: readonly string[]) => {
      this.faults.push(...found.map((each) => `${name}, ${check}: ${each}`));
    };
    await page.evaluate(() => document.fonts.ready);
    await show(page, 'light');
    note('names', await faultsOfNames(page, this.language, this.foreign));
    if (this.thorough) {
      note('axe', await axe(page));
      note('contrast', await page.evaluate(faintOnPage));
      note('motion', await page.evaluate(movingOnPage));
      note('targets', await page.evaluate(smallTargets));
      await show(page, 'dark');
      note('axe, dark', await axeOfColours(page));
      note('contrast, dark', await page.evaluate(faintOnPage));
      await show(page, 'light');
      note('focus', await unseenFocus(page));
    }
    await zoomTo(this.launched, 2);
    note('200 %', await page.evaluate(lostOnPage));
    if (this.thorough) note('targets at 200 %', await page.evaluate(smallTargets));
    await zoomTo(this.launched, 1);
  }
}

async function axe(page: Page): Promise<string[]> {
  // Electron gives no second window to axe: it runs in this one.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 160)}`));
}

declare global {
  interface Window {
    readonly axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  }
}

/** What another theme can break, with the axe that the run before left in the page: the other rules look at no colour. */
function axeOfColours(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const runOnly = ['color-contrast', 'link-in-text-block'];
    const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 160)}`));
  });
}
