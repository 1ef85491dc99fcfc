import { setImmediate } from 'node:timers/promises';
import type { Result } from '@shared/result';
import { openWriter } from '../files/excel';
import type { DocumentInput } from './input';
import { jurorSheet } from './jurorSheet';
import { uniqueTabs, type SheetPlan } from './plan';
import { rulesSheet } from './rulesSheet';
import { writeSheet, type PageTexts } from './sheetWriter';
import { sealSheet } from './sealSheet';
import { summarySheet } from './summarySheet';
import { footerOf, viewOf } from './view';
import { winnersSheet } from './winnersSheet';
import { writeWhole } from './wholeFile';

export type Progress = (done: number, total: number) => void;

/** Rows between two breaths: often enough to be stopped at once, seldom enough not to cost time. */
const rowsPerBreath = 250;

/** The workbook's sheets in their order, before anything is written. */
export function planWinnersWorkbook(input: DocumentInput): readonly SheetPlan[] {
  const view = viewOf(input);
  return uniqueTabs([
    winnersSheet(view),
    ...input.categories.flatMap((category) => category.rounds.map((result) => summarySheet(view, category, result))),
    ...input.jurors.map((juror) => jurorSheet(view, juror)),
    rulesSheet(view),
    sealSheet(view),
  ]);
}

/**
 * Writes the winners' workbook to `path`, replacing what is there. The file appears whole or not at all; `progress`
 * counts rows.
 *
 * Fails with `cancelled`, or with what the disk says.
 */
export async function writeWinnersWorkbook(
  input: DocumentInput,
  path: string,
  progress: Progress = () => undefined,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const plans = planWinnersWorkbook(input);
  return writeWhole(path, (temporary) => stream(plans, input, temporary, progress, signal), signal);
}

/** False when the signal stopped it. */
async function stream(
  plans: readonly SheetPlan[],
  input: DocumentInput,
  path: string,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const view = viewOf(input);
  const page: PageTexts = {
    header: view.title,
    footer: footerOf(view),
    pages: view.texts.page,
  };
  const total = plans.reduce((sum, plan) => sum + plan.rows.length, 0);
  const target = openWriter(path, { creator: 'Tarazy', at: new Date(input.at) });
  let done = 0;
  try {
    for (const plan of plans) {
      for (const _row of writeSheet(target.writer, plan, page)) {
        done += 1;
        if (done % rowsPerBreath !== 0) continue;
        progress(done, total);
        await setImmediate();
        if (signal?.aborted === true) break;
      }
      if (signal?.aborted === true) break;
    }
    if (signal?.aborted === true) {
      await target.abandon();
      return false;
    }
    await target.commit();
  } catch (error) {
    await target.abandon();
    throw error;
  }
  progress(total, total);
  return true;
}
