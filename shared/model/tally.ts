import { z } from 'zod';
import { entryId, type EntryId } from './ids';

/** What was counted for an entry in a round that no jury marks: votes, right answers, a place, points or a time. */
export interface Tally {
  readonly entry: EntryId;
  /** Decimal text with a point, one per column of the round; null: did not take part. */
  readonly values: readonly string[] | null;
  /** Name of the file that it was brought in from; empty: typed. */
  readonly source: string;
  readonly at: string;
}

/** A file can hold no more columns of figures for one round. */
export const maxTallyColumns = 20;
const tallyValue = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);
export const tallyValues = z.array(tallyValue).min(1).max(maxTallyColumns).readonly().nullable();

export const tally = z
  .object({ entry: entryId, values: tallyValues, source: z.string().max(500), at: z.string().max(40) })
  .readonly();
