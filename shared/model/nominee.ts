import { z } from 'zod';
import type { NomineeKind } from './category';
import type { BatchId, CategoryId, EntryId, NomineeId, RoundId } from './ids';

/** Field id → value as entered, normalised where its type has a normal form (dates ISO, phones E.164). */
export type FieldValues = Readonly<Record<string, string>>;
export const fieldValues = z.record(z.string().max(64), z.string().max(20_000)).readonly();

export type CheckState = 'pending' | 'admitted' | 'refused';

export const nomineeFlags = [
  'consent_missing',
  'iin_check_digit_wrong',
  'iin_leading_zeros_lost',
  'duplicate_iin',
  'duplicate_suspect',
  'formula',
  'wrong_kind',
  'category_unknown',
  'required_missing',
  'value_unread',
] as const;
/** Something a person has to look at; the interface has one text per code. */
export type NomineeFlag = (typeof nomineeFlags)[number];

export interface Nominee {
  readonly id: NomineeId;
  /** Fixed for ever; shown as № 17. */
  readonly number: number;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly fields: FieldValues;
  /** Byte order of this key is the Kazakh alphabetical order (see shared/domain/collation). */
  readonly sortKey: string;
  /** Folded text for searching (see shared/domain/fold). */
  readonly searchKey: string;
  readonly flags: readonly NomineeFlag[];
  readonly withdrawn: { readonly reason: string; readonly at: string } | null;
  readonly batch: BatchId | null;
}

/** A nominee in a round and a category; the category may be assigned later. */
export interface Entry {
  readonly id: EntryId;
  readonly nominee: NomineeId;
  readonly round: RoundId;
  readonly category: CategoryId | null;
  /** Only of meaning in a technical round. */
  readonly check: CheckState;
  readonly checkReason: string;
}
