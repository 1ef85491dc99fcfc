import { z } from 'zod';
import type { EntryId, JurorId } from './ids';

/** Marks as whole steps above the scale's minimum, in slot order; null = blank. Never NaN, never a float. */
export type Marks = readonly (number | null)[];
export const marks = z.array(z.number().int().min(0).max(10_000).nullable()).max(1000).readonly();

export const recusalGrounds = ['member', 'paid', 'family', 'other'] as const;
/** Grounds of a conflict of interest: member or founder; pay or support in the last year; close family; other. */
export type RecusalGround = (typeof recusalGrounds)[number];

/** One juror's marks for one entry. A card that lacks one criterion is not counted. */
export interface Card {
  readonly entry: EntryId;
  readonly juror: JurorId;
  readonly marks: Marks;
  readonly comment: string;
  readonly recusal: {
    readonly ground: RecusalGround;
    readonly note: string;
  } | null;
}

/**
 * How a cell of the matrix juror × entry stands.
 * not_returned: the ballot has not come back; incomplete: came back with blanks; absent: the juror does not count here.
 */
export type CardState = 'scored' | 'incomplete' | 'recused' | 'absent' | 'not_returned' | 'conflict';
