import { join } from 'node:path';
import type { SheetCell, SpreadsheetData } from '@shared/model/imports';
import type { Result } from '@shared/result';
import { importNominees, previewImport } from '../../../electron/usecases/nominees';
import { workerHeavy } from '../../../electron/workers/workerHeavy';
import { createContest, snapshotOf } from '../lib/contest';
import { deskIn, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';

export interface ReaderInput {
  readonly path: string;
  readonly folder: string;
}

export interface ReaderAnswer {
  /** What the reader said: a failure's code, or null where it read the file. */
  readonly refused: string | null;
  /** What came of importing what was shown: `imported`, or a failure's code. */
  readonly imported: string;
  /** The first rows of the first sheet. */
  readonly rows: readonly (readonly string[])[];
  /** Texts of cells, those that begin like formulas first. */
  readonly texts: readonly string[];
  readonly cpuMs: number;
  readonly peakMiB: number;
}

/** What works for so long is called a hang. */
const hangMs = 40_000;
const rowsShown = 40;
const textsKept = 40;
/** A text that is longer than any field would be refused at the next door. */
const longestText = 2000;

/**
 * Reads one file as the screen of the import does: the use case, with the worker thread of the application, which lies
 * beside this bundle; then imports what was shown. The process is for this one file: its memory is what the file cost.
 */
export const part: Part = async (input, tell): Promise<ReaderAnswer> => {
  const { path, folder } = input as ReaderInput;
  const plain = deskIn(folder);
  await createContest(plain, join(folder, 'Байқау.tarazy'));
  const heavy = workerHeavy(new URL('./', import.meta.url));
  let read: Result<SpreadsheetData> | null = null;
  const readSpreadsheet = async (file: { readonly path: string }) => (read = await heavy.readSpreadsheet(file));
  const desk = { ...plain, heavy: { ...plain.heavy, readSpreadsheet } };
  const said = (): Result<SpreadsheetData> => {
    if (read === null) throw new Error('the file was never read');
    return read;
  };
  tell('reading');
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  // Of processor time: on the clock another process may take the time.
  const watchdog = setInterval(() => {
    if (spent() > hangMs) throw new Error(`still reading after ${hangMs} ms of processor time`);
  }, 1000);
  const defaultCategory = snapshotOf(desk).contest.categories[0]?.id;
  const file = tokenOf(desk, path);
  const shown = await previewImport(desk, { file, plan: { defaultCategory } });
  clearInterval(watchdog);
  const cpuMs = spent();
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  const first = said();
  tell('importing');
  const takeAnyway = shown.ok ? shown.value.rows.map(({ row }) => row).slice(0, 20_000) : [];
  const done = shown.ok ? await importNominees(desk, { file, plan: { defaultCategory, takeAnyway } }) : shown;
  await desk.contest?.close({ publish: false });
  await heavy.close();
  return {
    refused: first.ok ? null : first.failure.code,
    imported: done.ok ? 'imported' : done.failure.code,
    rows: first.ok ? firstRows(first.value) : [],
    texts: first.ok ? textsOf(first.value) : [],
    cpuMs,
    peakMiB,
  };
};

function firstRows({ sheets }: SpreadsheetData): readonly (readonly string[])[] {
  return (sheets[0]?.rows ?? []).slice(0, rowsShown).map((row) => row.slice(0, rowsShown).map(textOf));
}

function textOf(cell: SheetCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'number':
    case 'formula':
      return cell.text.slice(0, longestText);
    case 'date':
      return cell.iso;
    case 'bool':
      return String(cell.value);
  }
}

function textsOf({ sheets }: SpreadsheetData): readonly string[] {
  const all = new Set<string>();
  for (const { name, rows } of sheets.slice(0, 20)) {
    all.add(name.slice(0, longestText));
    for (const row of rows.slice(0, 500)) for (const cell of row) all.add(textOf(cell));
  }
  const isLikeFormula = (text: string) => /^[=+\-@\t\r]/.test(text);
  return [...all]
    .filter((text) => text !== '')
    .toSorted((a, b) => Number(isLikeFormula(b)) - Number(isLikeFormula(a)))
    .slice(0, textsKept);
}
