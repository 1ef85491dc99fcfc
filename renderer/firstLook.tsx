import { renderToStaticMarkup } from 'react-dom/server';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { languages, type Language } from '@shared/model/language';
import { startTexts, switchLanguage } from './i18n';
import { ariaLocale, installAriaStrings } from './locale/ariaStrings';
import { StartScreen } from './screens/start/StartScreen';

installAriaStrings();
await startTexts('kk');

/**
 * The start screen of a first start as markup, in every language. The build keeps it, and the page begins with it: there is
 * something to see before the script is read. Runs in Node, while building.
 */
export const firstLooks: ReadonlyMap<Language, string> = await drawn();

async function drawn(): Promise<ReadonlyMap<Language, string>> {
  const looks = new Map<Language, string>();
  for (const language of languages) {
    await switchLanguage(language);
    const screen = (
      <I18nProvider locale={ariaLocale[language]}>
        <StartScreen />
      </I18nProvider>
    );
    looks.set(language, withoutStyles(renderToStaticMarkup(screen)));
  }
  return looks;
}

/** The policy of the page lets no style stand in its markup; the only one here hides what is there for assistive technology. */
function withoutStyles(markup: string): string {
  const without = markup.replaceAll(/ style="border:0;clip:rect\(0 0 0 0\)[^"]*"/g, ' class="vh"');
  if (without.includes(' style=')) throw new Error('the first look has a style in its markup');
  return without;
}
