import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    /** From the first look at a page until it is loaded anew. */
    readonly axe?: { readonly run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/*
 * axe in the page itself, put there once. Its own driver gives it to the page again at each look, and brings back all that
 * it saw: that takes longer than the looking.
 */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What looks at colours, and so at the theme. No other rule does. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds, as `rule element`: by all of its rules, or by those alone that another theme can break. */
export async function faultsByAxe(page: Page, rules: 'all' | 'of colours'): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(`${source}\nundefined`);
  return page.evaluate(
    async (options) => {
      if (window.axe === undefined) throw new Error('the page was loaded anew while it was looked at');
      const { violations } = await window.axe.run({ ...options, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 160)}`));
    },
    rules === 'all' ? {} : { runOnly: ofColours },
  );
}
