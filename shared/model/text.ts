import { z } from 'zod';
import { languages } from './language';

export const language = z.enum(languages);

const text = z.string().max(2000);
export const localText = z.object({ kk: text, ru: text, en: text }).readonly();
