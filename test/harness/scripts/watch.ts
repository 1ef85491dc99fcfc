import type { Page } from '@playwright/test';
import type { Launched } from '../../e2e/support/launched';

/** Signs that a text was more than a text. The page's own code does none of it; violations of the policy are on the console. */
export interface Watch {
  readonly signs: readonly string[];
  /** Looks at the page as it stands. @returns which of the strings are on it */
  readonly look: (strings: readonly string[]) => Promise<readonly string[]>;
}

export function watch({ page, problems }: Launched): Watch {
  const signs: string[] = [];
  const own = page.url();
  page.on('dialog', (dialog) => {
    signs.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(app:\/\/tarazy\/|blob:)/.test(request.url())) signs.push(`a request: ${request.url()}`);
  });
  // The walk itself loads the page anew.
  page.on('framenavigated', (frame) => {
    if (frame.url() !== own) signs.push(`a navigation: ${frame.url()}`);
  });
  page.on('popup', (popup) => signs.push(`a window: ${popup.url()}`));
  return {
    get signs() {
      return [...signs, ...problems.map((problem) => `on the console: ${problem}`)];
    },
    look: async (strings) => {
      const found = await lookAt(page, strings);
      signs.push(...found.signs);
      return found.shown;
    },
  };
}

function lookAt(page: Page, strings: readonly string[]) {
  return page.evaluate(
    (looked) => {
      const state = window as unknown as { hit?: unknown };
      const found = [
        ...(state.hit === undefined ? [] : ['a script has run']),
        ...(document.title === 'hit' ? ['a script has changed the title'] : []),
        // Markup of a text would be there also where the policy keeps it from doing anything.
        ...[
          ...document.querySelectorAll(
            'iframe, object, base, meta[http-equiv=refresh], math, [onerror], [onload], [onfocus], [ontoggle], [href^="java"]',
          ),
        ].map(({ outerHTML }) => `an element: ${outerHTML.slice(0, 100)}`),
      ];
      const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
      const all = [document.body.textContent ?? '', ...fields.map(({ value }) => value)].join('\n');
      return { signs: found, shown: looked.filter((text) => all.includes(text.trim())) };
    },
    [...strings],
  );
}
