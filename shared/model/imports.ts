import { z } from 'zod';
import type { NomineeKind } from './category';
import type { CategoryId } from './ids';
import { categoryId } from './ids';
import type { NomineeFlag } from './nominee';

/** What a spreadsheet column can be; `skip` leaves it out. Ids of template fields besides these are allowed too. */
export interface ColumnChoice {
  /** Zero-based column of the sheet. */
  readonly column: number;
  /** Field id of the category, or 'name', 'category', or 'skip'. */
  readonly target: string;
}
const columnChoice = z
  .object({
    column: z.number().int().min(0).max(199),
    target: z.string().max(64),
  })
  .readonly();

/** The user's corrections to what was recognised; absent parts are recognised anew. */
export interface ImportPlan {
  readonly sheet?: string | undefined;
  /** 1-based row number of the header as the spreadsheet program shows it. */
  readonly headerRow?: number | undefined;
  readonly columns?: readonly ColumnChoice[] | undefined;
  /** Category for rows whose own is unknown or not given. */
  readonly defaultCategory?: CategoryId | undefined;
  /** 1-based rows to leave out, by the user's decision. */
  readonly leaveOut?: readonly number[] | undefined;
  /** 1-based rows with problems that the user wants in nevertheless. */
  readonly takeAnyway?: readonly number[] | undefined;
}
const rowNumber = z.number().int().min(1).max(1_048_576);
export const importPlan = z
  .object({
    sheet: z.string().max(200).optional(),
    headerRow: rowNumber.optional(),
    columns: z.array(columnChoice).max(200).readonly().optional(),
    defaultCategory: categoryId.optional(),
    leaveOut: z.array(rowNumber).max(20_000).readonly().optional(),
    takeAnyway: z.array(rowNumber).max(20_000).readonly().optional(),
  })
  .readonly();

export interface PreviewColumn {
  readonly column: number;
  /** Spreadsheet letter, `A`. */
  readonly letter: string;
  readonly header: string;
  readonly hidden: boolean;
  readonly target: string;
  readonly recognised: boolean;
  readonly samples: readonly string[];
}

/** ready: goes in; corrected: goes in, a value was normalised; attention: stays out until a person says so; duplicate: already here or twice in the sheet. */
export type RowFate = 'ready' | 'corrected' | 'attention' | 'duplicate' | 'left_out';

export interface RowIssue {
  readonly flag: NomineeFlag;
  /** Field concerned, or '' for the whole row. */
  readonly field: string;
  /** What stands in the cell, as text. */
  readonly found: string;
  /** Row (1-based) or nominee number this row duplicates; 0 when not a duplicate. */
  readonly other: number;
  /** What `other` counts. */
  readonly otherIs: 'row' | 'nominee' | null;
}

export interface PreviewRow {
  readonly row: number;
  readonly name: string;
  /** The category's kind, or what the name looks like while the category is unknown. */
  readonly kind: NomineeKind;
  readonly category: CategoryId | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly fate: RowFate;
  readonly issues: readonly RowIssue[];
  readonly corrections: readonly {
    readonly field: string;
    readonly from: string;
    readonly to: string;
  }[];
}

export interface ImportPreview {
  readonly fileName: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly rows: number;
  }[];
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly PreviewRow[];
  /** Rows under the table that look like signatures or sums, by 1-based number. */
  readonly footerRows: readonly number[];
}

// ---------------------------------------------------------------- what a reader hands over

/** One cell as read, before any interpretation. Formulas are never evaluated; `text` is then the formula itself with '='. */
export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'formula'; readonly text: string };

export interface SheetData {
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenColumns: readonly number[];
  /** Zero-based rows × columns; short rows are allowed. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SpreadsheetData {
  readonly sheets: readonly SheetData[];
}
