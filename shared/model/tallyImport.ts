import { z } from 'zod';
import { entryId, type EntryId } from './ids';
import { maxTallyColumns, type Tally } from './tally';

/** What a column of the sheet is: the nominee's number or name, figures (in listed order), or nothing. */
export const tallyUses = ['skip', 'number', 'name', 'figure'] as const;
export type TallyUse = (typeof tallyUses)[number];

const rowNumber = z.number().int().min(1).max(1_048_576);

/** The user's corrections to what was recognised; absent parts are recognised anew. */
export const tallyPlan = z
  .strictObject({
    sheet: z.string().max(200).optional(),
    /** Of all columns; those that are not named are left out. */
    columns: z
      .array(z.strictObject({ column: z.number().int().min(0).max(199), use: z.enum(tallyUses) }).readonly())
      .max(maxTallyColumns + 2)
      .readonly()
      .optional(),
    leaveOut: z.array(rowNumber).max(20_000).readonly().optional(),
    /** Rows that a person gave to a nominee. */
    assigned: z
      .array(z.strictObject({ row: rowNumber, entry: entryId }).readonly())
      .max(20_000)
      .readonly()
      .optional(),
    /** Nominees who are not in the table: no votes, or did not take part. */
    restIsNothing: z.boolean().optional(),
  })
  .readonly();
export type TallyPlan = z.output<typeof tallyPlan>;

/** Why a row stays out until a person says so. */
export const tallyIssues = [
  'unknown',
  'ambiguous',
  'spelling',
  'twice',
  'withdrawn',
  'columns',
  'not_a_number',
  'negative',
  'formula',
  'empty',
  'not_whole',
  'no_place',
  'too_high',
] as const;
export type TallyIssue = (typeof tallyIssues)[number];

export interface TallyRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number;
  /** What stands in the cells. */
  readonly name: string;
  readonly found: readonly string[];
  /** The nominee it is about; of `spelling` the only one that it can be. */
  readonly entry: EntryId | null;
  readonly values: Tally['values'];
  /** ready: goes in as it stands; corrected: goes in, name or figure is written otherwise; the rest stays out. */
  readonly fate: 'ready' | 'corrected' | 'attention' | 'left_out';
  readonly issue: TallyIssue | null;
  /** The other row about the same nominee; 0: none. */
  readonly other: number;
}

export interface TallyPreview {
  readonly fileName: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number }[];
  readonly sheet: string;
  readonly columns: readonly {
    readonly column: number;
    readonly letter: string;
    readonly header: string;
    readonly use: TallyUse;
    readonly samples: readonly string[];
  }[];
  readonly rows: readonly TallyRow[];
  /** Nominees of the round of whom neither this table nor an earlier one says anything. */
  readonly absent: readonly EntryId[];
  /** Nominees whose figures this import would change. */
  readonly changed: readonly EntryId[];
}
