import type { Contest } from '../model/contest';
import type {
  ImportPlan,
  ImportPreview,
  PreviewColumn,
  PreviewRow,
  RowFate,
  SheetData,
  SpreadsheetData,
} from '../model/imports';
import type { Nominee, NomineeFlag } from '../model/nominee';
import { fail, ok, type Result } from '../result';
import { categoryMatcher } from './import/categories';
import { cellText, columnLetter } from './import/cells';
import { columnMatcher, type ColumnMatcher, type RecognisedColumn } from './import/columns';
import { duplicateFinder } from './import/duplicates';
import { readRow, type ReadRow } from './import/readRow';
import type { ImportReference } from './import/reference';
import { findBody, findHeaderRow } from './import/table';

export interface PreviewInput {
  readonly sheetData: SpreadsheetData;
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly contest: Pick<Contest, 'categories' | 'rounds'>;
  /** Everybody in the contest, the withdrawn included. */
  readonly existing: readonly Pick<Nominee, 'number' | 'name' | 'fields'>[];
  readonly reference: ImportReference;
}

/** These are shown and kept as flags, but a row is not held back for them. */
const harmless: ReadonlySet<NomineeFlag> = new Set(['iin_leading_zeros_lost', 'required_missing']);
const sampleCount = 3;

/**
 * What an import would do, row by row, before anything is written. Nothing is guessed: the plan's corrections win over
 * what was recognised, and a row with a problem stays out until the plan takes it. A pure function: the import itself
 * builds the same preview again and takes `rowsToImport` of it.
 *
 * Fails with `nothing-to-import` (no sheet with cells), `no-header-row`.
 */
export function buildPreview(input: PreviewInput): Result<ImportPreview> {
  const { sheetData, fileName, plan, contest, reference } = input;
  const match = columnMatcher(contest, reference);
  const sheet = chooseSheet(sheetData, plan, match);
  if (sheet === null) return fail({ code: 'nothing-to-import' });
  const headerRow = plan.headerRow === undefined ? findHeaderRow(sheet.rows, match) : plan.headerRow - 1;
  if (headerRow === null || headerRow >= sheet.rows.length) return fail({ code: 'no-header-row', file: fileName });

  const columns = correctColumns(match(headerCells(sheet, headerRow)), plan);
  const { dataRows, footerRows } = findBody(sheet.rows, headerRow, columns, reference);
  const categoryOf = categoryMatcher(contest.categories, reference);
  const read = dataRows.map((row) =>
    // A name that is missing because no column holds names is the column's problem, yet every row shows it.
    readRow(row, sheet.rows[row] ?? [], { contest, columns, plan, reference, categoryOf }),
  );

  return ok({
    fileName,
    sheets: sheetData.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })),
    sheet: sheet.name,
    headerRow: headerRow + 1,
    columns: columns.map((column) => describe(column, sheet, dataRows)),
    rows: decideFates(read, input, columns),
    footerRows: footerRows.map((row) => row + 1),
  });
}

/** The rows that an import of this preview writes; fails with `no-name-column` or `nothing-to-import`. */
export function rowsToImport(preview: ImportPreview): Result<readonly PreviewRow[]> {
  if (!preview.columns.some((column) => column.target === 'name')) return fail({ code: 'no-name-column' });
  const rows = preview.rows.filter((row) => row.fate === 'ready' || row.fate === 'corrected');
  return rows.length === 0 ? fail({ code: 'nothing-to-import' }) : ok(rows);
}

/** What the nominee made from this row keeps to be looked at; a repaired IIN needs no second look. */
export function flagsOf(row: Pick<PreviewRow, 'issues'>): readonly NomineeFlag[] {
  return [...new Set(row.issues.map((issue) => issue.flag))].filter((flag) => flag !== 'iin_leading_zeros_lost');
}

/** The sheet of the plan, else the first visible one with a header row, else the first with cells. */
function chooseSheet(data: SpreadsheetData, plan: ImportPlan, match: ColumnMatcher): SheetData | null {
  const filled = data.sheets.filter((sheet) => sheet.rows.length > 0);
  return (
    filled.find((sheet) => sheet.name === plan.sheet) ??
    filled.find((sheet) => !sheet.hidden && findHeaderRow(sheet.rows, match) !== null) ??
    filled.find((sheet) => !sheet.hidden) ??
    filled[0] ??
    null
  );
}

/** As many columns as the widest row has, so that a column without a header can be given a field too. */
function headerCells(sheet: SheetData, headerRow: number) {
  const width = sheet.rows.slice(headerRow).reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return Array.from({ length: width }, (_, column) => sheet.rows[headerRow]?.[column]);
}

/** A field chosen by the user is taken away from the column in which it had been recognised. */
function correctColumns(recognised: readonly RecognisedColumn[], plan: ImportPlan): RecognisedColumn[] {
  const chosen = new Map(plan.columns?.map(({ column, target }) => [column, target]));
  const taken = new Set([...chosen.values()].filter((target) => target !== 'skip'));
  const given = new Set<string>();
  return recognised.map((column) => {
    const choice = chosen.get(column.column);
    if (choice === undefined) {
      return taken.has(column.target) ? { ...column, target: 'skip', recognised: false } : column;
    }
    const target = given.has(choice) ? 'skip' : choice;
    if (target !== 'skip') given.add(target);
    return { ...column, target, recognised: true };
  });
}

function describe(column: RecognisedColumn, sheet: SheetData, dataRows: readonly number[]): PreviewColumn {
  const samples: string[] = [];
  for (const row of dataRows) {
    const text = cellText(sheet.rows[row]?.[column.column]);
    if (text !== '' && samples.length < sampleCount) samples.push(text);
  }
  return {
    ...column,
    letter: columnLetter(column.column),
    hidden: sheet.hiddenColumns.includes(column.column),
    samples,
  };
}

function decideFates(
  rows: readonly ReadRow[],
  input: PreviewInput,
  columns: readonly RecognisedColumn[],
): PreviewRow[] {
  const leaveOut = new Set(input.plan.leaveOut);
  const takeAnyway = new Set(input.plan.takeAnyway);
  const consentAsked = columns.some((column) => column.target === 'consent');
  const duplicates = duplicateFinder(input.existing);
  return rows.map((row): PreviewRow => {
    if (leaveOut.has(row.row)) return { ...row, fate: 'left_out' };
    const issues = [...row.issues, ...duplicates.check(row)];
    duplicates.remember(row);
    // A sheet without a consent column says nothing about consent: noted on every nominee, holding nobody back.
    const holding = issues.filter(
      ({ flag, field }) => !(harmless.has(flag) && field !== 'name') && !(flag === 'consent_missing' && !consentAsked),
    );
    return {
      ...row,
      issues,
      fate: fateOf(
        row,
        holding.map((issue) => issue.flag),
        takeAnyway.has(row.row),
      ),
    };
  });
}

/** A row without a name can not be taken at all. */
function fateOf(row: ReadRow, holding: readonly NomineeFlag[], taken: boolean): RowFate {
  const heldBack = taken ? row.name === '' : holding.length > 0;
  if (heldBack) return holding.includes('duplicate_iin') ? 'duplicate' : 'attention';
  return row.corrections.length > 0 ? 'corrected' : 'ready';
}
