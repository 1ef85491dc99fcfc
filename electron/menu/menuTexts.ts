import type { Language } from '@shared/model/language';
import * as kkCommon from '../../resources/locales/kk/common.json';
import kkMenu from '../../resources/locales/kk/menu.json' with { type: 'json' };
import * as ruCommon from '../../resources/locales/ru/common.json';
import ruMenu from '../../resources/locales/ru/menu.json' with { type: 'json' };
import * as enCommon from '../../resources/locales/en/common.json';
import enMenu from '../../resources/locales/en/menu.json' with { type: 'json' };

/** The words of the native menu. What has a name on the page has the same one here; the rest of the page's texts stays out. */
export interface MenuTexts {
  readonly menu: typeof kkMenu;
  readonly app: string;
  readonly places: Omit<typeof kkCommon.nav, 'label' | 'menu' | 'prepare' | 'score' | 'finish' | 'waiting'>;
  readonly publish: string;
  readonly language: string;
  readonly languages: typeof kkCommon.languages;
  readonly theme: typeof kkCommon.theme;
  readonly lock: typeof kkCommon.lock;
}

const all: Readonly<Record<Language, MenuTexts>> = {
  kk: {
    menu: kkMenu,
    app: kkCommon.app,
    places: kkCommon.nav,
    publish: kkCommon.vault.publish,
    language: kkCommon.language,
    languages: kkCommon.languages,
    theme: kkCommon.theme,
    lock: kkCommon.lock,
  },
  ru: {
    menu: ruMenu,
    app: ruCommon.app,
    places: ruCommon.nav,
    publish: ruCommon.vault.publish,
    language: ruCommon.language,
    languages: ruCommon.languages,
    theme: ruCommon.theme,
    lock: ruCommon.lock,
  },
  en: {
    menu: enMenu,
    app: enCommon.app,
    places: enCommon.nav,
    publish: enCommon.vault.publish,
    language: enCommon.language,
    languages: enCommon.languages,
    theme: enCommon.theme,
    lock: enCommon.lock,
  },
};

export const menuTexts = (language: Language): MenuTexts => all[language];
