import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fingerprintText } from '@shared/domain/fingerprint';
import { fail, ok, type Result } from '@shared/result';
import { openWriter } from '../files/excel';
import { syncFolder } from '../vault/files';
import { attempt } from '../vault/fsFailure';
import type { WinnersWorkbookInput } from './input';
import { jurorSheet } from './jurorSheet';
import { uniqueTabs, type SheetPlan } from './plan';
import { rulesSheet } from './rulesSheet';
import { writeSheet, type PageTexts } from './sheetWriter';
import { sealSheet } from './sealSheet';
import { summarySheet } from './summarySheet';
import { viewOf, type DocumentView } from './view';
import { winnersSheet } from './winnersSheet';

export type Progress = (done: number, total: number) => void;

/** Rows between two breaths: often enough to be stopped at once, seldom enough not to cost time. */
const rowsPerBreath = 250;

/** The workbook's sheets in their order, before anything is written. */
export function planWinnersWorkbook(input: WinnersWorkbookInput): readonly SheetPlan[] {
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
 * Writes the winners' workbook to `path`, replacing what is there. The file appears whole or not at all: it grows
 * beside its place under a temporary name (`.<name>.….tmp`), which a failed or stopped export removes. `progress` counts rows.
 *
 * Fails with `cancelled`, or with what the disk says.
 */
export async function writeWinnersWorkbook(
  input: WinnersWorkbookInput,
  path: string,
  progress: Progress = () => undefined,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const plans = planWinnersWorkbook(input);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const written = await attempt(path, async () => {
    try {
      if (!(await stream(plans, input, temporary, progress, signal))) return false;
      const handle = await open(temporary, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (signal?.aborted === true) return false;
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return true;
    } finally {
      await rm(temporary, { force: true });
    }
  });
  if (!written.ok) return written;
  return written.value ? ok(null) : fail({ code: 'cancelled' });
}

/** A sealed document carries its fingerprint on every page, another the head of the log. */
function footerOf({ input, texts, placeAndDay }: DocumentView): string {
  if (input.seal !== null) return `${texts.fingerprint}: ${fingerprintText(input.seal.fingerprint)}`;
  return input.logHead === '' ? placeAndDay : `${texts.logHead}: ${input.logHead.slice(0, 16)}`;
}

/** False when the signal stopped it. */
async function stream(
  plans: readonly SheetPlan[],
  input: WinnersWorkbookInput,
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
