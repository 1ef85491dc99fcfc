import type { Language } from '@shared/model/language';
import en from '../../resources/locales/en/trouble.json' with { type: 'json' };
import kk from '../../resources/locales/kk/trouble.json' with { type: 'json' };
import ru from '../../resources/locales/ru/trouble.json' with { type: 'json' };

type TroubleTexts = typeof kk;
const all: Readonly<Record<Language, TroubleTexts>> = { kk, ru, en };

export const troubleTexts = (language: Language): TroubleTexts => all[language];
