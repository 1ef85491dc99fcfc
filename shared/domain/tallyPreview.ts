import type { EntryId } from '../model/ids';
import type { SheetCell, SheetData, SpreadsheetData } from '../model/imports';
import type { Tally } from '../model/tally';
import type { TallyIssue, TallyPlan, TallyPreview, TallyRow, TallyUse } from '../model/tallyImport';
import { fail, ok, type Result } from '../result';
import { fold } from './fold';
import { cellText, columnLetter, isBlank } from './import/cells';
import type { ImportReference } from './import/reference';
import { readFigure } from './import/tallyCells';
import { recogniseTally } from './import/tallyColumns';
import { nomineeFinder, type FoundNominee, type Nameable } from './import/tallyNames';
import { columnsOf, misfitOf, type TallyRules } from './tallies';

export interface TallyPreviewInput {
  readonly sheetData: SpreadsheetData;
  readonly fileName: string;
  readonly plan: TallyPlan;
  readonly rules: TallyRules;
  /** Everybody of the round, the withdrawn included. */
  readonly people: readonly Nameable[];
  /** What is written of them so far. */
  readonly known: readonly Tally[];
  readonly reference: ImportReference;
}

const sampleCount = 3;

/**
 * What an import of a table would do, row by row, before anything is written. Nothing is guessed: a row that names
 * nobody, or somebody in another spelling, or a nominee twice, or has no fitting figure, stays out until a person says
 * what it is. A pure function: the import builds the same preview again and writes `talliesToWrite` of it.
 *
 * Fails with `nothing-to-import` (no sheet with cells).
 */
export function buildTallyPreview(input: TallyPreviewInput): Result<TallyPreview> {
  const { sheetData, fileName, plan, rules, people, reference } = input;
  const filled = sheetData.sheets.filter((sheet) => sheet.rows.length > 0);
  const sheet = filled.find(({ name }) => name === plan.sheet) ?? filled.find(({ hidden }) => !hidden) ?? filled[0];
  if (sheet === undefined) return fail({ code: 'nothing-to-import' });
  const names = new Set(people.map(({ name }) => fold(name)));
  const labels = rules.kind === 'results_table' ? (rules.columns ?? []).flatMap((c) => [c.kk, c.ru, c.en]) : [];
  const table = recogniseTally(sheet.rows, columnsOf(rules), labels, reference, (text) => names.has(fold(text)));
  const uses = plan.columns === undefined ? table.uses : chosenUses(table.uses.length, plan.columns);
  const rows = settled(readRows(sheet, table.headerRow, uses, input), plan);
  const taken = new Map(rows.flatMap((row) => (goesIn(row) && row.entry !== null ? [[row.entry, row.values]] : [])));
  const before = new Map(input.known.map((t) => [t.entry, t.values]));
  return ok({
    fileName,
    sheets: sheetData.sheets.map(({ name, hidden, rows: all }) => ({ name, hidden, rows: all.length })),
    sheet: sheet.name,
    columns: uses.map((use, column) => ({
      column,
      letter: columnLetter(column),
      header: table.headerRow < 0 ? '' : cellText(sheet.rows[table.headerRow]?.[column]),
      use,
      samples: samplesOf(sheet, table.headerRow, column),
    })),
    rows,
    absent: people
      .filter(({ entry, withdrawn }) => !withdrawn && !taken.has(entry) && !before.has(entry))
      .map(({ entry }) => entry),
    changed: [...taken].flatMap(([entry, values]) => {
      const old = before.get(entry);
      return old !== undefined && !sameValues(old, values) ? [entry] : [];
    }),
  });
}

const goesIn = ({ fate }: TallyRow): boolean => fate === 'ready' || fate === 'corrected';

export const sameValues = (one: Tally['values'], other: Tally['values']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What an import of this preview writes; fails with `nothing-to-import`. */
export function talliesToWrite(
  preview: TallyPreview,
  rules: TallyRules,
  restIsNothing: boolean,
): Result<readonly Pick<Tally, 'entry' | 'values'>[]> {
  const rows = preview.rows.flatMap((row) =>
    goesIn(row) && row.entry !== null ? [{ entry: row.entry, values: row.values }] : [],
  );
  if (rows.length === 0) return fail({ code: 'nothing-to-import' });
  const rest = restIsNothing ? preview.absent.map((entry) => ({ entry, values: nothingOf(rules) })) : [];
  return ok([...rows, ...rest]);
}

/** Whom a vote does not name has no votes; who is not in a results table did not take part. */
const nothingOf = (rules: TallyRules): Tally['values'] => (rules.kind === 'vote_import' ? ['0'] : null);

function chosenUses(width: number, columns: NonNullable<TallyPlan['columns']>): readonly TallyUse[] {
  const chosen = new Map(columns.map(({ column, use }) => [column, use]));
  return Array.from({ length: width }, (_, column) => chosen.get(column) ?? 'skip');
}

function samplesOf(sheet: SheetData, headerRow: number, column: number): readonly string[] {
  return sheet.rows
    .slice(headerRow + 1)
    .map((cells) => cellText(cells[column]))
    .filter((text) => text !== '')
    .slice(0, sampleCount);
}

function readRows(
  sheet: SheetData,
  headerRow: number,
  uses: readonly TallyUse[],
  { plan, rules, people }: TallyPreviewInput,
): readonly TallyRow[] {
  const find = nomineeFinder(people);
  const entries = new Set(people.map((p) => p.entry));
  const names = new Map(people.map((p) => [p.entry, p.name]));
  const assigned = new Map(plan.assigned?.map(({ row, entry }) => [row, entry]));
  const at = (use: TallyUse): readonly number[] => uses.flatMap((each, column) => (each === use ? [column] : []));
  const [nameColumn, numberColumn, figureColumns] = [at('name')[0], at('number')[0], at('figure')];
  const cell = (cells: readonly SheetCell[], column: number | undefined): SheetCell | undefined =>
    column === undefined ? undefined : cells[column];
  return sheet.rows.flatMap((cells, index): TallyRow[] => {
    const used = [nameColumn, numberColumn, ...figureColumns].filter((column) => column !== undefined);
    if (index <= headerRow || used.every((column) => isBlank(cells[column]))) return [];
    const row = index + 1;
    const name = cellText(cell(cells, nameColumn));
    const number = /^\d{1,9}$/u.exec(cellText(cell(cells, numberColumn)))?.[0];
    const figures = figureColumns.map((column) => cells[column]);
    const given = assigned.get(row);
    const found: FoundNominee =
      given !== undefined && entries.has(given)
        ? { entry: given, issue: null }
        : find(name, number === undefined ? null : Number(number));
    const read = valuesOf(figures, rules);
    const issue = found.issue ?? read.issue;
    const written = figures.map(cellText);
    const isSame = name === names.get(found.entry ?? (0 as EntryId)) || name === '';
    return [
      {
        row,
        name: name === '' && number !== undefined ? `№ ${number}` : name,
        found: written,
        entry: found.entry,
        values: read.values,
        fate:
          issue !== null
            ? 'attention'
            : isSame && read.values !== null && read.values.every((value, i) => value === written[i])
              ? 'ready'
              : 'corrected',
        issue,
        other: 0,
      },
    ];
  });
}

function valuesOf(
  cells: readonly (SheetCell | undefined)[],
  rules: TallyRules,
): { readonly values: Tally['values']; readonly issue: TallyIssue | null } {
  const read = cells.map(readFigure);
  const wrong = read.find((figure) => figure.kind === 'wrong');
  if (wrong !== undefined) return { values: null, issue: wrong.issue };
  if (read.length === 0) return { values: null, issue: 'columns' };
  const figures = read.flatMap((figure) => (figure.kind === 'figure' ? [figure.value] : []));
  if (figures.length > 0 && figures.length < read.length) return { values: null, issue: 'empty' };
  const values = figures.length === 0 ? null : figures;
  const misfit = misfitOf(rules, values);
  return { values, issue: misfit === 'always_takes_part' ? 'empty' : misfit };
}

/** Left out is left out; of a nominee who is named twice neither row goes in, since only a person knows which counts. */
function settled(rows: readonly TallyRow[], { leaveOut = [] }: TallyPlan): readonly TallyRow[] {
  const out = new Set(leaveOut);
  const kept = rows.filter((row) => !out.has(row.row) && row.entry !== null && row.issue === null);
  const byEntry = new Map<EntryId, number[]>();
  for (const { entry, row } of kept) if (entry !== null) byEntry.set(entry, [...(byEntry.get(entry) ?? []), row]);
  return rows.map((row): TallyRow => {
    if (out.has(row.row)) return { ...row, fate: 'left_out' };
    const twins = row.entry === null || row.issue !== null ? [] : (byEntry.get(row.entry) ?? []);
    const other = twins.find((twin) => twin !== row.row);
    return other === undefined ? row : { ...row, fate: 'attention', issue: 'twice', other };
  });
}
