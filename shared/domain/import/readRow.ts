import type { Category, Field, NomineeKind } from '../../model/category';
import type { Contest } from '../../model/contest';
import type { ImportPlan, PreviewRow, RowIssue, SheetCell } from '../../model/imports';
import type { NomineeFlag } from '../../model/nominee';
import { cellText, isFormula } from './cells';
import { nameFieldId, type RecognisedColumn } from './columns';
import { looksLikeOrganisation, type ImportReference } from './reference';
import { readName, readValue } from './values';

/** One row as its own cells tell it; whether it is a duplicate and whether it goes in is decided over all rows. */
export type ReadRow = Omit<PreviewRow, 'fate'>;

export interface RowContext {
  readonly contest: Pick<Contest, 'categories' | 'rounds'>;
  readonly columns: readonly RecognisedColumn[];
  readonly plan: ImportPlan;
  readonly reference: ImportReference;
  readonly categoryOf: (text: string) => Category | null;
}

/** `row`: zero-based. */
export function readRow(row: number, cells: readonly SheetCell[], context: RowContext): ReadRow {
  const { columns, reference } = context;
  const cellFor = (target: string) => {
    const column = columns.find((candidate) => candidate.target === target);
    return column === undefined ? undefined : cells[column.column];
  };
  const issues: RowIssue[] = [];
  const corrections: { field: string; from: string; to: string }[] = [];
  const fields: Record<string, string> = {};
  const raise = (flag: NomineeFlag, field: string, found: string) =>
    issues.push({ flag, field, found, other: 0, otherIs: null });

  const name = readName(cellFor('name'));
  if (name.value === '') raise('required_missing', 'name', '');
  if (name.flag !== null) raise(name.flag, 'name', name.value);

  const category = findCategory(cellFor('category'), context, raise);
  const known = fieldsOf(category, context.contest);
  for (const { target, column } of columns) {
    if (['skip', 'name', 'category'].includes(target)) continue;
    const field = fittingField(target, known);
    const found = cellText(cells[column]);
    if (field === undefined) {
      // The category has no such field: the value stays out, and the row says so.
      if (found !== '' && !reference.blank.includes(found)) corrections.push({ field: target, from: found, to: '' });
      continue;
    }
    const read = readValue(field, cells[column], reference);
    if (read.flag !== null) raise(read.flag, field.id, found);
    if (read.repaired) corrections.push({ field: field.id, from: found, to: read.value });
    if (read.value !== '') fields[field.id] = read.value;
  }
  raiseMissing(known, category, fields, raise);

  const organisation = !isFormula(cellFor('name')) && looksLikeOrganisation(name.value, reference);
  const kind: NomineeKind = category?.nomineeKind ?? (organisation ? 'organisation' : 'person');
  if (isWrongKind(category, organisation, fields)) raise('wrong_kind', 'name', name.value);
  return { row: row + 1, name: name.value, kind, category: category?.id ?? null, fields, issues, corrections };
}

type Raise = (flag: NomineeFlag, field: string, found: string) => void;

function findCategory(cell: SheetCell | undefined, context: RowContext, raise: Raise): Category | null {
  const { contest, plan } = context;
  const byDefault = contest.categories.find((category) => category.id === plan.defaultCategory) ?? null;
  const text = cellText(cell);
  if (isFormula(cell)) {
    raise('formula', 'category', text);
    return byDefault;
  }
  const named = text === '' ? null : context.categoryOf(text);
  if (named !== null) return named;
  if (byDefault !== null) return byDefault;
  const [only, ...others] = contest.categories;
  if (text === '' && only !== undefined && others.length === 0) return only;
  // Where a commission distributes the nominees later, no category is no gap.
  const later = contest.rounds.some(
    (round) => 'categoryAssignedByCommission' in round.rules && round.rules.categoryAssignedByCommission,
  );
  if (text !== '' || !later) raise('category_unknown', 'category', text);
  return null;
}

function fieldsOf(category: Category | null, contest: RowContext['contest']): readonly Field[] {
  const categories = category === null ? contest.categories : [category];
  const names = new Set(categories.map(nameFieldId));
  const fields = new Map(categories.flatMap((c) => c.fields.map((field) => [field.id, field] as const)));
  return [...fields.values()].filter((field) => !names.has(field.id));
}

/** One column often holds the persons' IIN and the organisations' BIN. */
function fittingField(target: string, fields: readonly Field[]): Field | undefined {
  const twin = target === 'iin' ? 'bin' : target === 'bin' ? 'iin' : target;
  return fields.find((field) => field.id === target) ?? fields.find((field) => field.id === twin);
}

function raiseMissing(
  fields: readonly Field[],
  category: Category | null,
  values: Record<string, string>,
  raise: Raise,
): void {
  for (const field of fields) {
    if (!field.required || field.type === 'files' || values[field.id] !== undefined) continue;
    if (field.id === 'consent') raise('consent_missing', 'consent', '');
    else if (category !== null) raise('required_missing', field.id, '');
  }
}

function isWrongKind(category: Category | null, organisation: boolean, fields: Record<string, string>): boolean {
  const idNumber = fields['iin'] ?? fields['bin'] ?? '';
  const type = /^\d{12}$/.test(idNumber) ? (Number(idNumber[4]) <= 3 ? 'iin' : 'bin') : null;
  switch (category?.nomineeKind) {
    case 'person':
      return organisation || type === 'bin';
    case 'organisation':
      return type === 'iin' && !organisation;
    case 'project':
    case 'team':
      return false;
    case undefined:
      return organisation;
  }
}
