import Papa from 'papaparse';
import type { SheetCell, SheetData } from '@shared/model/imports';
import { caps } from './zipCaps';

export type CsvFault = 'not-utf8' | 'unreadable' | 'too-large';

const delimiters = [';', ',', '\t'] as const;
const triedRows = 200;

/** UTF-8 text with `;`, `,` or tab between the cells, with or without a byte order mark. Every cell is text. */
export function readCsv(bytes: Uint8Array, name: string): SheetData | CsvFault {
  const text = decode(bytes);
  if (text === null) return 'not-utf8';
  if (text.includes('\u0000')) return 'unreadable';
  const delimiter = likelyDelimiter(text);
  const parsed = Papa.parse<string[]>(text, { delimiter, preview: caps.rows + 1 });
  // An opening quote that is never closed swallows the rest of the file.
  if (parsed.errors.some((error) => error.code === 'MissingQuotes')) return 'unreadable';
  const rows = parsed.data.map((cells) => trimEnd(cells.map(cellOf)));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  if (rows.length > caps.rows || rows.some((cells) => cells.length > caps.columns)) return 'too-large';
  if (rows.reduce((sum, cells) => sum + cells.length, 0) > caps.cells) return 'too-large';
  return { name, hidden: false, hiddenColumns: [], rows };
}

export function trimEnd(cells: readonly SheetCell[]): SheetCell[] {
  const last = cells.findLastIndex((cell) => cell.kind !== 'empty');
  return cells.slice(0, last + 1);
}

function cellOf(text: string): SheetCell {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
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
