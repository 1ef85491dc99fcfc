import type { SheetCell } from '../../model/imports';

/** What stands in a cell, as a person reads it; white space as one space, ends trimmed. Formulas as they are written. */
export function cellText(cell: SheetCell | undefined): string {
  return squeeze(rawText(cell));
}

/** As `cellText`, but line breaks are kept. */
export function cellLines(cell: SheetCell | undefined): string {
  return rawText(cell).split(/\r?\n/).map(squeeze).join('\n').trim();
}

function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
}

function rawText(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'number':
    case 'formula':
      return cell.text;
    case 'date':
      return cell.iso;
    case 'bool':
      return cell.value ? 'TRUE' : 'FALSE';
  }
}

/** A formula, or text that a spreadsheet program would take for one. It is never evaluated. */
export function isFormula(cell: SheetCell | undefined): boolean {
  return cell !== undefined && (cell.kind === 'formula' || (cell.kind === 'text' && /^\s*=/.test(cell.text)));
}

export function isBlank(cell: SheetCell | undefined): boolean {
  return cellText(cell) === '';
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
