import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { languages, type Language } from '@shared/model/language';
import type kkAbout from '../resources/locales/kk/about.json';
import type kkAccess from '../resources/locales/kk/access.json';
import type kkAnalysis from '../resources/locales/kk/analysis.json';
import type kkAttachments from '../resources/locales/kk/attachments.json';
import type kkBallots from '../resources/locales/kk/ballots.json';
import type kkCommon from '../resources/locales/kk/common.json';
import type kkDocuments from '../resources/locales/kk/documents.json';
import type kkFailure from '../resources/locales/kk/failure.json';
import type kkJuror from '../resources/locales/kk/juror.json';
import type kkJury from '../resources/locales/kk/jury.json';
import type kkLock from '../resources/locales/kk/lock.json';
import type kkLog from '../resources/locales/kk/log.json';
import type kkMenu from '../resources/locales/kk/menu.json';
import type kkNominees from '../resources/locales/kk/nominees.json';
import type kkRanking from '../resources/locales/kk/ranking.json';
import type kkResults from '../resources/locales/kk/results.json';
import type kkSeal from '../resources/locales/kk/seal.json';
import type kkSetup from '../resources/locales/kk/setup.json';
import type kkSnapshot from '../resources/locales/kk/snapshot.json';
import type kkStart from '../resources/locales/kk/start.json';
import type kkTallies from '../resources/locales/kk/tallies.json';

/** Kazakh is the master: it never uses plural suffixes, so its keys are the keys that the code names. */
interface Master {
  readonly about: typeof kkAbout;
  readonly access: typeof kkAccess;
  readonly analysis: typeof kkAnalysis;
  readonly attachments: typeof kkAttachments;
  readonly ballots: typeof kkBallots;
  readonly common: typeof kkCommon;
  readonly documents: typeof kkDocuments;
  readonly failure: typeof kkFailure;
  readonly juror: typeof kkJuror;
  readonly jury: typeof kkJury;
  readonly lock: typeof kkLock;
  readonly log: typeof kkLog;
  readonly menu: typeof kkMenu;
  readonly nominees: typeof kkNominees;
  readonly ranking: typeof kkRanking;
  readonly results: typeof kkResults;
  readonly seal: typeof kkSeal;
  readonly setup: typeof kkSetup;
  readonly snapshot: typeof kkSnapshot;
  readonly start: typeof kkStart;
  readonly tallies: typeof kkTallies;
}

type Leaf<Tree> = {
  [K in keyof Tree & string]: Tree[K] extends string ? K : `${K}.${Leaf<Tree[K]>}`;
}[keyof Tree & string];

/** `area:path.to.text`; a text that is missing in resources/locales/kk does not compile. */
export type TextKey = { [Area in keyof Master & string]: `${Area}:${Leaf<Master[Area]>}` }[keyof Master & string];

export type TextValues = Readonly<Record<string, string | number>>;
/** `count` picks the plural form in Russian and English; every value is put in as it is, so format figures before. */
export type Translate = (key: TextKey, values?: TextValues) => string;

// One file of the build for each language: every request costs more than the texts in it.
const files = {
  kk: () => import('./locale/texts-kk'),
  ru: () => import('./locale/texts-ru'),
  en: () => import('./locale/texts-en'),
};

const loading = new Map<Language, Promise<void>>();

/** The texts of one language; read once. */
function loadTexts(language: Language): Promise<void> {
  let texts = loading.get(language);
  if (texts === undefined) loading.set(language, (texts = readTexts(language)));
  return texts;
}

async function readTexts(language: Language): Promise<void> {
  const { texts } = await files[language]();
  for (const [path, bundle] of Object.entries(texts)) {
    const area = /(\w+)\.json$/.exec(path)?.[1];
    if (area === undefined) throw new Error(`not a locale file: ${path}`);
    i18next.addResourceBundle(language, area, bundle);
  }
}

/** Must have ended before the first render. The other languages wait until somebody needs them. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    // A missing text is a failed test, not another language in the middle of a sentence.
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await loadTexts(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18next.changeLanguage(language);
}

/** Must have ended before `textsIn` is used: the screens of a contest wait for it. */
export async function loadAllTexts(): Promise<void> {
  await Promise.all(languages.map(loadTexts));
}

export function useText(): Translate {
  const { t } = useTranslation();
  return useCallback((key, values) => (values === undefined ? t(key) : t(key, values)), [t]);
}

/** Texts of a language that need not be the interface's: what is prepared for people who read another one. */
export function textsIn(language: Language): Translate {
  const t = i18next.getFixedT(language);
  return (key, values) => (values === undefined ? t(key) : t(key, values));
}

/** The interface language, for names written in three languages (`inLanguage`) and for formatting. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language as Language;
}
