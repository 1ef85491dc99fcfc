import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Office } from '../office';

/** @returns its path; the file's name is a string too, and so is its only sheet's */
export async function workbook(
  office: Office,
  rows: readonly (readonly string[])[],
): Promise<{ readonly path: string; readonly sheet: string }> {
  const sheet = office.texts.name(31);
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(sheet);
  for (const row of rows) page.addRow(row.map((text) => text.replaceAll('\u0000', '')));
  const path = office.at(office.texts.fileName('xlsx'));
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
  return { path, sheet };
}
