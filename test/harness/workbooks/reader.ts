import { join } from 'node:path';
import type { SheetCell, SpreadsheetData } from '@shared/model/imports';
import type { Result } from '@shared/result';
import { importNominees, previewImport } from '../../../electron/usecases/nominees';
import { createContest, snapshotOf } from '../lib/contest';
import { deskIn, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';
import { readWatched, type Used } from './watched';

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
  /** The reader's process ended by itself; the application said that the file is too large. */
  readonly died: boolean;
}

const rowsShown = 40;
const textsKept = 40;
/** A text that is longer than any field would be refused at the next door. */
const longestText = 2000;

/**
 * Reads one file as the screen of the import does: the use case, with the process of the application that reads tables,
 * whose bundle lies beside this one; then imports what was shown. Time and memory are that process's.
 */
export const part: Part = async (input, tell): Promise<ReaderAnswer> => {
  const { path, folder } = input as ReaderInput;
  const plain = deskIn(folder);
  await createContest(plain, join(folder, 'Байқау.tarazy'));
  const used: Used = { cpuMs: 0, peakMiB: 0, died: false };
  let read: Result<SpreadsheetData> | null = null;
  const readSpreadsheet = async (file: { readonly path: string }) => (read = await readWatched(file.path, used));
  const desk = { ...plain, heavy: { ...plain.heavy, readSpreadsheet } };
  const said = (): Result<SpreadsheetData> => {
    if (read === null) throw new Error('the file was never read');
    return read;
  };
  tell('reading');
  const defaultCategory = snapshotOf(desk).contest.categories[0]?.id;
  const file = tokenOf(desk, path);
  const shown = await previewImport(desk, { file, plan: { defaultCategory } });
  const first = said();
  const { cpuMs, peakMiB, died } = used;
  tell('importing');
  const takeAnyway = shown.ok ? shown.value.rows.map(({ row }) => row).slice(0, 20_000) : [];
  const done = shown.ok ? await importNominees(desk, { file, plan: { defaultCategory, takeAnyway } }) : shown;
  await desk.contest?.close({ publish: false });
  return {
    refused: first.ok ? null : first.failure.code,
    imported: done.ok ? 'imported' : done.failure.code,
    rows: first.ok ? firstRows(first.value) : [],
    texts: first.ok ? textsOf(first.value) : [],
    cpuMs,
    peakMiB,
    died,
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
