import type { SheetCell } from '../../model/imports';
import { cellText, isBlank, isFormula } from './cells';
import type { ColumnMatcher, RecognisedColumn } from './columns';
import type { ImportReference } from './reference';
import { fold } from '../fold';

type Row = readonly SheetCell[];

/** A header stands within the first rows, above titles and group headers. */
const searchedRows = 50;

/**
 * Zero-based row of the header: the row in which most columns are recognised, the first of equals. Two recognised
 * columns are needed, or a sheet of one column with a name. Null when no row looks like one.
 */
export function findHeaderRow(rows: readonly Row[], match: ColumnMatcher): number | null {
  let best: { row: number; score: number } | null = null;
  for (let row = 0; row < Math.min(rows.length, searchedRows); row += 1) {
    const cells = rows[row] ?? [];
    const filled = cells.filter((cell) => !isBlank(cell)).length;
    if (filled === 0 || cells.some(isFormula)) continue;
    const columns = match(cells).filter((column) => column.recognised);
    const named = columns.some((column) => column.target === 'name');
    const score = columns.length + (named ? 1 : 0);
    if ((columns.length >= 2 || (named && filled === 1)) && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}

export interface TableBody {
  /** Zero-based rows that hold data. */
  readonly dataRows: readonly number[];
  /** Zero-based rows under the table: sums, signatures, notes. */
  readonly footerRows: readonly number[];
}

/** Splits what stands below the header into data and what belongs to the paper (sums, signatures, a repeated header). */
export function findBody(
  rows: readonly Row[],
  headerRow: number,
  columns: readonly RecognisedColumn[],
  reference: ImportReference,
): TableBody {
  const skipped = new Set(columns.filter((column) => column.target === 'skip').map((column) => column.column));
  const nameColumn = columns.find((column) => column.target === 'name')?.column;
  const filledRows = rows
    .map((cells, row) => ({ row, cells }))
    .filter(({ row, cells }) => row > headerRow && cells.some((cell) => !isBlank(cell)));

  const footerRows: number[] = [];
  const rest = [...filledRows];
  for (let last = rest.at(-1); last !== undefined; last = rest.at(-1)) {
    const above = rest.at(-2)?.row ?? headerRow;
    const apart = last.row - above > 1;
    if (!isFooter(last.cells, nameColumn, reference) && !(apart && isStray(last.cells, nameColumn))) break;
    footerRows.unshift(last.row);
    rest.pop();
  }

  const header = rows[headerRow] ?? [];
  const dataRows = rest
    .filter(({ cells }) => !isRepeatedHeader(cells, header))
    // A row in which only a running number was filled in advance holds nobody.
    .filter(({ cells }) => cells.some((cell, column) => !skipped.has(column) && !isBlank(cell)))
    .map(({ row }) => row);
  return { dataRows, footerRows };
}

function isFooter(cells: Row, nameColumn: number | undefined, reference: ImportReference): boolean {
  const first = cells.findIndex((cell) => !isBlank(cell));
  const text = cellText(cells[first]);
  if (/_{3,}/.test(text) || /^М\.\s?[ПО]\.?$/u.test(text)) return true;
  const folded = `${fold(text)} `;
  const begins = reference.footerStarts.some((start) => folded.startsWith(`${fold(start)} `));
  // «Хатшылар клубы» in the name's own column, with more cells filled, is a nominee; «Итого: 15» is not.
  const filled = cells.filter((cell) => !isBlank(cell)).length;
  return begins && (first !== nameColumn || filled <= 2);
}

/** A line apart from the table without a name: place and date, a remark. */
function isStray(cells: Row, nameColumn: number | undefined): boolean {
  return cells.filter((cell) => !isBlank(cell)).length <= 2 && (nameColumn === undefined || isBlank(cells[nameColumn]));
}

function isRepeatedHeader(cells: Row, header: Row): boolean {
  const filled = cells.map(cellText).filter((text) => text !== '');
  return (
    filled.length >= 2 && cells.every((cell, column) => isBlank(cell) || cellText(cell) === cellText(header[column]))
  );
}
