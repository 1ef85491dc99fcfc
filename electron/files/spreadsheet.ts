import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Failure } from '@shared/errors';
import type { SheetCell, SheetData, SpreadsheetData } from '@shared/model/imports';
import { fail, ok, type Result } from '@shared/result';
import { attempt } from '../vault/fsFailure';
import { readCsv, trimEnd } from './csv';
import { loadWorkbook, nameOf, valueOf, type ExcelSheet, type ExcelValue } from './excel';
import { caps, inspectWorkbookZip } from './zipCaps';

/**
 * Reads an .xlsx or UTF-8 .csv file, told apart by content. Formulas are handed over as text and never evaluated.
 * Fails with `workbook-too-large`, `workbook-unreadable`, `csv-not-utf8`, `not-this-kind`, or what the disk says.
 */
export async function readSpreadsheet(path: string): Promise<Result<SpreadsheetData>> {
  const file = basename(path);
  const bytes = await attempt(path, () => readCapped(path));
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail({ code: 'workbook-too-large', file });
  return interpret(bytes.value, file);
}

/** The file's bytes; null when it is larger than the cap, of which no more is read than the cap. */
async function readCapped(path: string): Promise<Uint8Array | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > caps.fileBytes) return null;
    const buffer = new Uint8Array(caps.fileBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
      length += bytesRead;
      if (length > caps.fileBytes) return null;
      if (bytesRead === 0) return buffer.slice(0, length);
    }
  } finally {
    await handle.close();
  }
}

async function interpret(bytes: Uint8Array, file: string): Promise<Result<SpreadsheetData>> {
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  const otherKind: Failure = { code: 'not-this-kind', file, expected: 'spreadsheet' };
  // Old .xls and password-protected workbooks share this magic.
  if (starts(0xd0, 0xcf, 0x11, 0xe0) || starts(0x25, 0x50, 0x44, 0x46)) return fail(otherKind);
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    const verdict = await inspectWorkbookZip(bytes);
    if (verdict === 'too-large') return fail({ code: 'workbook-too-large', file });
    if (verdict === 'unreadable') return fail({ code: 'workbook-unreadable', file });
    if (verdict === 'no-workbook') return fail(otherKind);
    return readWorkbook(bytes, file);
  }
  if (!/\.(csv|txt|tsv)$/i.test(file)) return fail(otherKind);
  const sheet = readCsv(bytes, file.replace(/\.[^.]*$/, ''));
  if (sheet === 'not-utf8') return fail({ code: 'csv-not-utf8', file });
  if (sheet === 'unreadable') return fail({ code: 'workbook-unreadable', file });
  if (sheet === 'too-large') return fail({ code: 'workbook-too-large', file });
  return ok({ sheets: [sheet] });
}

async function readWorkbook(bytes: Uint8Array, file: string): Promise<Result<SpreadsheetData>> {
  let sheets: (SheetData | null)[];
  try {
    const workbook = await loadWorkbook(bytes);
    const budget = { characters: caps.characters };
    sheets = workbook.worksheets.map((sheet) => readSheet(sheet, budget));
  } catch (error) {
    // exceljs has no errors of its own: whatever it throws on, it was the file.
    if (error instanceof Error) return fail({ code: 'workbook-unreadable', file });
    throw error;
  }
  const fitting = sheets.filter((sheet) => sheet !== null);
  return fitting.length < sheets.length ? fail({ code: 'workbook-too-large', file }) : ok({ sheets: fitting });
}

/**
 * Null when cells with content lie beyond the caps, or hold more characters than are left in the budget; mere
 * formatting out there does no harm.
 */
function readSheet(sheet: ExcelSheet, budget: { characters: number }): SheetData | null {
  const rows: SheetCell[][] = [];
  let beyond = false;
  let width = 0;
  sheet.eachRow((row, rowNumber) => {
    const cells: SheetCell[] = [];
    row.eachCell((cell, columnNumber) => {
      const read = cellOf(valueOf(cell));
      if (read.kind === 'empty') return;
      if ('text' in read) budget.characters -= read.text.length;
      if (rowNumber > caps.rows || columnNumber > caps.columns || budget.characters < 0) {
        beyond = true;
        return;
      }
      while (cells.length < columnNumber - 1) cells.push({ kind: 'empty' });
      cells.push(read);
    });
    if (cells.length === 0) return;
    while (rows.length < rowNumber - 1) rows.push([]);
    width = Math.max(width, cells.length);
    rows.push(trimEnd(cells));
  });
  if (beyond) return null;
  const hiddenColumns = Array.from({ length: width }, (_, i) => i).filter((i) => sheet.getColumn(i + 1).hidden);
  return { name: nameOf(sheet), hidden: sheet.state !== 'visible', hiddenColumns, rows };
}

function cellOf(value: ExcelValue): SheetCell {
  switch (value.kind) {
    case 'empty':
    case 'text':
    case 'bool':
      return value;
    case 'number':
      return { kind: 'number', value: value.value, text: plainNumber(value.value) };
    case 'date': {
      if (Number.isNaN(value.value.getTime())) return { kind: 'empty' };
      // A spreadsheet's day has no zone; exceljs gives it as UTC.
      const iso = value.value.toISOString();
      return { kind: 'date', iso: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19) };
    }
    case 'formula':
      return { kind: 'formula', text: `=${value.formula}` };
  }
}

/** Never 3.05E+11: an IIN kept as a number must come out with all its digits. */
function plainNumber(value: number): string {
  return Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}
