import type { CardState } from './card';
import type { CategoryId, EntryId, JurorId, RoundId } from './ids';

/** How far a round is, and what keeps it from being closed. */

/** What keeps a round from being closed; each leads to the place where it is settled. */
export type Hindrance =
  | { readonly kind: 'unchecked'; readonly count: number }
  | { readonly kind: 'no_category'; readonly entry: EntryId }
  /** Nominees of whom the round's table says nothing; `all`: there is no table yet. */
  | { readonly kind: 'tally_missing'; readonly count: number; readonly all: boolean }
  | { readonly kind: 'ballot_missing'; readonly juror: JurorId }
  | {
      readonly kind: 'card_incomplete';
      readonly juror: JurorId;
      readonly entries: readonly EntryId[];
    }
  | { readonly kind: 'ballot_conflict'; readonly juror: JurorId }
  | {
      readonly kind: 'quorum';
      readonly present: number;
      readonly needed: number;
      readonly of: number;
    }
  | {
      readonly kind: 'few_scores';
      readonly entry: EntryId;
      readonly scores: number;
      readonly needed: number;
    }
  | {
      readonly kind: 'tie';
      readonly category: CategoryId;
      readonly place: number;
      readonly entries: readonly EntryId[];
    }
  | {
      readonly kind: 'fund_not_set' | 'choice_missing' | 'pool_not_set' | 'not_comparable';
      readonly category: CategoryId;
    }
  | { readonly kind: 'amount_missing' | 'region_missing'; readonly entry: EntryId };

/** Matrix juror × entry of one jury round. Rows are jurors by number, columns entries by category and number. */
export interface Progress {
  readonly round: RoundId;
  readonly columns: readonly {
    readonly entry: EntryId;
    readonly category: CategoryId;
    readonly number: number;
    readonly name: string;
  }[];
  readonly rows: readonly {
    readonly juror: JurorId;
    readonly cells: readonly CardState[];
    readonly scored: number;
    /** Cards expected of this juror: all but recused; 0 when absent or replaced. */
    readonly expected: number;
  }[];
}
