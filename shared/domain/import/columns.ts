import type { Category } from '../../model/category';
import type { Contest } from '../../model/contest';
import type { SheetCell } from '../../model/imports';
import { cellText } from './cells';
import type { ImportReference } from './reference';
import { sameWords, wordsOf, type Word } from './words';

/** The field that holds the nominee's own name, by the kind of nominee; its column becomes `name`. */
const nameFields = {
  person: 'full_name',
  organisation: 'org_name',
  project: 'project_title',
  team: 'team_name',
} as const;

/** Id of the category's field that is the nominee's name itself; it is not repeated among the field values. */
export function nameFieldId(category: Pick<Category, 'nomineeKind'>): string {
  return nameFields[category.nomineeKind];
}

export interface RecognisedColumn {
  readonly column: number;
  readonly header: string;
  readonly target: string;
  readonly recognised: boolean;
}

interface Variant {
  readonly target: string;
  readonly words: readonly Word[];
}

export type ColumnMatcher = (headers: readonly (SheetCell | undefined)[]) => RecognisedColumn[];

/**
 * Matches header cells to fields by the known variants in three languages and by the contest's own field labels. A
 * header in two languages («ИИН / ЖСН») is recognised by either part; parts that contradict each other, and a second
 * column for a field already found, are left unrecognised rather than guessed.
 */
export function columnMatcher(contest: Pick<Contest, 'categories'>, reference: ImportReference): ColumnMatcher {
  const ignorable = new Set(reference.ignorableWords.flatMap((word) => wordsOf(word).map((w) => w.text)));
  const clean = (text: string) => wordsOf(text).filter((word) => !ignorable.has(word.text));
  const variants = variantsOf(contest, reference, clean);

  const candidates = (header: string): string[] => {
    const whole = header.replace(/\([^)]*\)/gu, ' ');
    const symbol = ordinalTargets(header, reference);
    if (symbol.length > 0) return symbol;
    const direct = targetsOf(clean(whole), variants);
    if (direct.length > 0) return direct;
    const parts = whole.split(/[/|\n]|\s[-–—]\s/u).map((part) => targetsOf(clean(part), variants));
    const known = parts.filter((targets) => targets.length > 0);
    const [first, ...others] = known;
    if (first === undefined) return [];
    return first.filter((target) => others.every((targets) => targets.includes(target)));
  };

  return (headers) => {
    const found = headers.map((cell, column) => {
      const header = cellText(cell);
      return { column, header, candidates: header === '' ? [] : candidates(header) };
    });
    const taken = new Set<string>();
    const targets = new Map<number, string>();
    const take = (column: number, target: string) => {
      if (target !== 'skip') taken.add(target);
      targets.set(column, target);
    };
    for (const {
      column,
      candidates: [only, ...more],
    } of found) {
      if (only !== undefined && more.length === 0 && !taken.has(only)) take(column, only);
    }
    // What can be two things («Организация») becomes the first that no plainer header has taken.
    for (const { column, candidates: several } of found) {
      const free = several.length > 1 ? several.find((target) => !taken.has(target)) : undefined;
      if (free !== undefined) take(column, free);
    }
    return found.map(({ column, header }) => {
      const target = targets.get(column);
      return { column, header, target: target ?? 'skip', recognised: target !== undefined };
    });
  };
}

function variantsOf(
  contest: Pick<Contest, 'categories'>,
  reference: ImportReference,
  clean: (text: string) => Word[],
): Variant[] {
  const fieldIds = new Set(contest.categories.flatMap((category) => category.fields.map((field) => field.id)));
  const kinds = new Set(contest.categories.map((category) => category.nomineeKind));
  const fitting = reference.columns.filter((column) => column.kinds?.some((kind) => kinds.has(kind)) ?? true);
  const known = fitting.flatMap((column) =>
    column.targets
      .filter((target) => ['name', 'category', 'skip'].includes(target) || fieldIds.has(target))
      .flatMap((target) => column.headers.map((header) => ({ target, words: clean(header) }))),
  );
  const labels = contest.categories.flatMap((category) =>
    category.fields
      .filter((field) => field.type !== 'files')
      .flatMap((field) =>
        [field.label.kk, field.label.ru, field.label.en].map((label) => ({
          target: field.id === nameFieldId(category) ? 'name' : field.id,
          words: clean(label.replace(/\([^)]*\)/gu, ' ')),
        })),
      ),
  );
  return [...known, ...labels].filter((variant) => variant.words.length > 0);
}

/** Exact matches win over matches with a cut or mistyped word. */
function targetsOf(words: readonly Word[], variants: readonly Variant[]): string[] {
  const text = words.map((word) => word.text).join(' ');
  const exact = variants.filter((variant) => variant.words.map((word) => word.text).join(' ') === text);
  const near = exact.length > 0 ? exact : variants.filter((variant) => sameWords(words, variant.words));
  return text === '' ? [] : [...new Set(near.map((variant) => variant.target))];
}

/** Headers of signs alone (№, #) have no words to compare. */
function ordinalTargets(header: string, reference: ImportReference): string[] {
  return (
    reference.columns
      .find((column) => column.headers.includes(header) && wordsOf(header).length === 0)
      ?.targets.slice() ?? []
  );
}
