import type { Page } from '@playwright/test';
import type { Language } from '@shared/model/language';
import { faultsByAxe } from '../support/axe';
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

  /** `thorough`: also what does not depend on the language: axe, colours, focus, motion. */
  constructor(
    language: Language,
    readonly thorough: boolean,
    private readonly launched: Launched,
  ) {
    super(language);
    this.foreign = foreignTexts(language);
  }

  async shoot(page: Page, name: string): Promise<void> {
    this.halts.push(name);
    const note = (check: string, found: readonly string[]) => {
      this.faults.push(...found.map((each) => `${name}, ${check}: ${each}`));
    };
    await settled(page);
    await show(page, 'light');
    note('names', await faultsOfNames(page, this.language, this.foreign));
    if (this.thorough) {
      note('axe', await faultsByAxe(page, 'all'));
      note('contrast', await page.evaluate(faintOnPage));
      note('motion', await page.evaluate(movingOnPage));
      note('targets', await page.evaluate(smallTargets));
      await show(page, 'dark');
      note('axe, dark', await faultsByAxe(page, 'of colours'));
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

/** What is coming into the page or leaving it is neither there nor gone: a dialog on its way hides the page already. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.waitForFunction(
    () =>
      document.querySelector('[data-entering], [data-exiting]') === null &&
      // On a busy computer a transition is over before the frame that shows its end: until then axe takes a dialog for unseen.
      [...document.querySelectorAll('.scrim')].every((scrim) => getComputedStyle(scrim).opacity === '1') &&
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Infinity),
  );
}
