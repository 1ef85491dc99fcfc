import type { Language } from '@shared/model/language';
import { en } from './texts/en';
import { kk } from './texts/kk';
import { ru } from './texts/ru';
import type { MinutesTexts } from './texts/shape';

const all: Readonly<Record<Language, MinutesTexts>> = { kk, ru, en };

export const minutesTextsFor = (language: Language): MinutesTexts => all[language];
