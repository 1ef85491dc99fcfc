import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@shared/model/language';
import { closeAll } from '../../../electron/usecases/contestFile';
import { exportMinutes, exportSnapshot, exportWorkbook } from '../../../electron/usecases/documents';
import { exportLog } from '../../../electron/usecases/logBook';
import { deskIn, must, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Tally, type Promised } from '../lib/tally';
import { fillWith } from './filled';
import { whyNotDocument, whyNotTable, whyNotWorkbook } from './written';

export interface ExportsInput {
  readonly folder: string;
  readonly texts: readonly string[];
}

export interface ExportsAnswer {
  /** Texts that were written into a field. */
  readonly written: number;
  readonly promises: readonly Promised[];
}

/** A contest of these texts, and every document that is written of it, in every language. */
export const part: Part = async (input, tell): Promise<ExportsAnswer> => {
  const { folder, texts } = input as ExportsInput;
  const alive = new Tally('exports with a formula, a link, a script or a cell that a program would run');
  const desk = deskIn(folder);
  let given = 0;
  const next = (longest = 500): string => {
    const text = (texts[given % texts.length] ?? '').slice(0, longest);
    given += 1;
    return text;
  };
  tell(`a contest of ${texts.length} texts`);
  await fillWith(desk, join(folder, 'contest'), next);
  const out = join(folder, 'out');
  mkdirSync(out);
  for (const language of languages) {
    const path = (name: string) => join(out, `${language}-${name}`);
    tell(`its documents, ${language}`);
    const at = (name: string) => ({ language, file: tokenOf(desk, path(name)), task: name });
    must(await exportWorkbook(desk, at('winners.xlsx')));
    must(await exportMinutes(desk, at('minutes.docx')));
    must(await exportSnapshot(desk, at('open.json')));
    must(await exportLog(desk, { language, file: tokenOf(desk, path('log.csv')), as: 'csv' }));
    const check = (name: string, why: string | null) =>
      alive.check(why === null ? null : `${language}-${name}: ${why}`);
    check('winners.xlsx', await whyNotWorkbook(readFileSync(path('winners.xlsx'))));
    check('minutes.docx', await whyNotDocument(readFileSync(path('minutes.docx'))));
    check('log.csv', whyNotTable(readFileSync(path('log.csv'), 'utf8')));
    JSON.parse(readFileSync(path('open.json'), 'utf8'));
  }
  await closeAll(desk);
  return { written: Math.min(given, texts.length), promises: [alive.promised] };
};
