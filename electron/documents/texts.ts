import type { Language } from '@shared/model/language';
import { en } from './texts/en';
import { kk } from './texts/kk';
import { ru } from './texts/ru';
import type { DocumentTexts } from './texts/shape';

const all: Readonly<Record<Language, DocumentTexts>> = { kk, ru, en };

export const textsFor = (language: Language): DocumentTexts => all[language];
