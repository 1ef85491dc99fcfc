import Papa from 'papaparse';
import type { SheetCell, SheetData } from '@shared/model/imports';
import { caps } from './zipCaps';

export type CsvFault = 'not-utf8' | 'unreadable' | 'too-large';

const delimiters = [';', ',', '\t'] as const;
const triedRows = 200;

/** No line of an honest table is so long. */
const longestLine = 256 * 1024;
/** Most of them empty. */
const mostLines = 1_000_000;
/** Two around each cell, and some inside. */
const mostQuotes = 4 * caps.cells;

/**
 * UTF-8 text with `;`, `,` or tab between the cells. Marks of byte order say nothing wherever they are: tables that were
 * joined by a program have them in the midst. Every cell is text.
 */
export function readCsv(bytes: Uint8Array, name: string): SheetData | CsvFault {
  const text = decode(bytes)?.replaceAll('\ufeff', '');
  if (text === undefined) return 'not-utf8';
  if (text.includes('\u0000')) return 'unreadable';
  if (isBeyond(text)) return 'too-large';
  const rows: SheetCell[][] = [];
  let empty = 0;
  let cells = 0;
  let fault: CsvFault | null = null;
  Papa.parse<string[]>(text, {
    delimiter: likelyDelimiter(text),
    // Row by row: all cells of a hostile table, and the remarks on each, would be many times the file.
    step: ({ data, errors }, parser) => {
      const row = trimEnd(data.map(cellOf));
      if (row.length === 0) empty += 1;
      else {
        cells += row.length;
        if (row.length > caps.columns || cells > caps.cells || rows.length + empty >= caps.rows) fault = 'too-large';
        else for (; empty > 0; empty -= 1) rows.push([]);
        rows.push(row);
      }
      // An opening quote that is never closed swallows the rest of the file.
      if (errors.some((error) => error.code === 'MissingQuotes')) fault = 'unreadable';
      if (fault !== null) parser.abort();
    },
  });
  return fault ?? { name, hidden: false, hiddenColumns: [], rows };
}

/** Before anything is made of it. */
function isBeyond(text: string): boolean {
  let lines = 0;
  let quotes = 0;
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    length += 1;
    if (code === 0x0a || code === 0x0d) {
      length = 0;
      lines += 1;
    } else if (code === 0x22) quotes += 1;
    if (length > longestLine || lines > mostLines || quotes > mostQuotes) return true;
  }
  return false;
}

export function trimEnd(cells: readonly SheetCell[]): SheetCell[] {
  const last = cells.findLastIndex((cell) => cell.kind !== 'empty');
  return cells.slice(0, last + 1);
}

const emptyCell: SheetCell = { kind: 'empty' };

function cellOf(text: string): SheetCell {
  return text === '' ? emptyCell : { kind: 'text', text };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The separator that cuts most rows into the same number of cells. */
function likelyDelimiter(text: string): string {
  const regularity = (delimiter: string): number => {
    const rows = Papa.parse<string[]>(text, { delimiter, preview: triedRows }).data;
    const widths = new Map<number, number>();
    for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    return Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count));
  };
  const scored = delimiters.map((delimiter) => ({ delimiter, score: regularity(delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
