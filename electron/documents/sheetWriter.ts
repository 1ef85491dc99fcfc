import type { ExcelRow, ExcelSheet, ExcelSheetOptions, ExcelStyle, ExcelWriter } from '../files/excel';
import type { PlanCell, PlanRow, SheetPlan } from './plan';

export interface PageTexts {
  readonly header: string;
  readonly footer: string;
  /** With `&P` and `&N` for the page and their number. */
  readonly pages: string;
}

const a4 = 9;
const font = { name: 'Arial', size: 10 };
const thin = { style: 'thin', color: { argb: 'FF8A8F98' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const lineHeight = 13.5;
/** An Arial letter at 10 points, in the digits of 11 points by which columns are measured. */
const charWidth = 0.97;

/** One object per style: exceljs recognises a style that it has written by identity, and is slow with copies. */
const styles: Readonly<Record<'title' | 'section' | 'line' | 'head' | 'text', ExcelStyle>> = {
  title: { numFmt: '@', font: { ...font, size: 14, bold: true }, alignment: { vertical: 'middle', wrapText: true } },
  section: { numFmt: '@', font: { ...font, size: 11, bold: true }, alignment: { vertical: 'middle', wrapText: true } },
  line: { numFmt: '@', font, alignment: { vertical: 'top', wrapText: true } },
  head: {
    numFmt: '@',
    font: { ...font, bold: true },
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9ECEF' } },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  text: { numFmt: '@', font, border, alignment: { vertical: 'middle', wrapText: true } },
};

/** The height of a cell that is two characters wide, so that it is a square. */
const moduleHeight = 14.25;
const square = (argb: string): ExcelStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } });
const dark = square('FF000000');
const light = square('FFFFFFFF');

const numberStyles = new Map<number, ExcelStyle>();
function numberStyle(decimals: number): ExcelStyle {
  const known = numberStyles.get(decimals);
  if (known !== undefined) return known;
  const style: ExcelStyle = {
    font,
    border,
    alignment: { vertical: 'middle', horizontal: 'right' },
    numFmt: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
  };
  numberStyles.set(decimals, style);
  return style;
}

/**
 * Writes a sheet row by row into the stream, one row at each step, so that the caller can pause or stop in between.
 * Every text goes in as a string in a cell formatted as text: a name beginning with `=`, `+`, `-` or `@` stays a name, also after
 * somebody edits the cell.
 */
export function* writeSheet(writer: ExcelWriter, plan: SheetPlan, page: PageTexts): Generator<void> {
  const sheet = writer.addWorksheet(plan.tab, optionsOf(plan, page));
  sheet.columns = plan.widths.map((width) => ({ width }));
  if (plan.repeat !== null) sheet.pageSetup.printTitlesRow = `${plan.repeat.from}:${plan.repeat.to}`;
  let number = 0;
  for (const planned of plan.rows) {
    if (planned.kind === 'break') {
      if (number > 0) sheet.getRow(number).addPageBreak();
      yield;
      continue;
    }
    number += 1;
    fill(sheet, sheet.getRow(number), planned, plan.widths);
    // A page break belongs to the row above it, which must therefore still be open when the break comes.
    if (number > 1) sheet.getRow(number - 1).commit();
    yield;
  }
  sheet.commit();
}

function optionsOf(plan: SheetPlan, page: PageTexts): ExcelSheetOptions {
  return {
    views: [{ state: 'frozen', xSplit: plan.freeze.columns, ySplit: plan.freeze.rows, showGridLines: false }],
    pageSetup: {
      paperSize: a4,
      orientation: plan.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L&8${literal(page.header)}&R&8${literal(plan.tab)}`,
      oddFooter: `&L&8${literal(page.footer)}&R&8${page.pages}`,
    },
  };
}

/** `&` begins a code in headers and footers, and digits after a size would join it; the whole may have 255 characters. */
function literal(text: string): string {
  return ` ${text.slice(0, 90).replaceAll('&', '&&')}`;
}

function fill(sheet: ExcelSheet, row: ExcelRow, planned: PlanRow, widths: readonly number[]): void {
  switch (planned.kind) {
    case 'gap':
    case 'break':
      return;
    case 'modules':
      [...planned.dark].forEach((each, i) => (row.getCell(i + 1).style = each === '1' ? dark : light));
      row.height = moduleHeight;
      return;
    case 'title':
    case 'section':
    case 'line': {
      const style = styles[planned.kind];
      setText(row, 1, planned.text, style);
      const width = widths.reduce((sum, each) => sum + each, 0);
      if (widths.length > 1) sheet.mergeCells(row.number, 1, row.number, widths.length);
      row.height = lines(planned.text, width) * ((style.font?.size ?? font.size) + 4);
      return;
    }
    case 'head':
    case 'cells': {
      let most = 1;
      planned.cells.forEach((cell, i) => {
        setCell(row, i + 1, cell, planned.kind);
        if (typeof cell === 'string') most = Math.max(most, lines(cell, widths[i] ?? 10));
      });
      row.height = most * lineHeight + 3;
    }
  }
}

function setCell(row: ExcelRow, column: number, cell: PlanCell, kind: 'head' | 'cells'): void {
  if (cell === null || typeof cell === 'string') {
    setText(row, column, cell ?? '', kind === 'head' ? styles.head : styles.text);
    return;
  }
  const target = row.getCell(column);
  target.value = cell.value;
  target.style = numberStyle(cell.decimals);
}

function setText(row: ExcelRow, column: number, text: string, style: ExcelStyle): void {
  const cell = row.getCell(column);
  if (text !== '') cell.value = text;
  cell.style = style;
}

/** How many lines a text takes in a column of so many characters; spreadsheet programs do not all fit heights themselves. */
function lines(text: string, width: number): number {
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * charWidth) / width)), 0);
}
