import type { CardState, RecusalGround } from './card';
import type { CategoryId, CriterionId, DecisionId, EntryId, JurorId, NomineeId, RoundId } from './ids';
import type { TieRule } from './rules';

/**
 * An exact figure on its way to the screen. `exact` is the reduced fraction `n/d` (d > 0, or just `n`), `text` the
 * decimal with a point, rounded half away from zero to the contest's digits, more where unequal neighbours would look
 * equal. Order is never taken from `text`.
 */
export interface Figure {
  readonly exact: string;
  readonly text: string;
}

/** One juror's sub-total for one entry, 0–100 (or raw, by rule). `value` is null unless the card is scored. */
export interface JurorCell {
  readonly juror: JurorId;
  readonly state: CardState;
  readonly value: Figure | null;
  /** Scored, but the method leaves it out of the round's figure: a highest or lowest, or not in the middle. */
  readonly dropped: boolean;
}

export interface RoundPart {
  readonly round: RoundId;
  readonly entry: EntryId;
  /** The round's figure over the jurors who scored, by the contest's method; null while nobody has. */
  readonly mean: Figure | null;
  readonly scores: number;
  /** Too few scores to drop any: the plain mean was taken. */
  readonly untrimmed: boolean;
  /** Weight of the round in the total, basis points of the sum of the weights that apply. */
  readonly weight: number;
  readonly cells: readonly JurorCell[];
}

/** What settled the order of two neighbours. */
export type Separation =
  | { readonly by: 'total'; readonly upper: Figure; readonly lower: Figure }
  | {
      readonly by: 'criterion';
      readonly criterion: CriterionId;
      readonly round: RoundId;
      readonly upper: Figure;
      readonly lower: Figure;
    }
  | {
      readonly by: 'median';
      readonly round: RoundId;
      readonly upper: Figure;
      readonly lower: Figure;
    }
  | {
      /** Mean of one earlier or later round alone, where the chain names that round. */
      readonly by: 'round_score';
      readonly round: RoundId;
      readonly upper: Figure;
      readonly lower: Figure;
    }
  | {
      /** How many jurors put the entry first (`place` 1) or second (`place` 2) in its category. */
      readonly by: 'places';
      readonly place: 1 | 2;
      readonly round: RoundId;
      readonly upper: number;
      readonly lower: number;
    }
  | {
      readonly by: 'open_vote' | 'casting_vote' | 'draw';
      readonly decision: DecisionId;
      readonly reason: string;
    }
  | { readonly by: 'nothing' };

export type RowStatus = 'laureate' | 'advances' | 'out' | 'undecided' | 'no_score';

export interface StandingRow {
  readonly entry: EntryId;
  readonly nominee: NomineeId;
  readonly number: number;
  readonly name: string;
  /** Place in the style 1-2-2-4; null where there is no score. */
  readonly place: number | null;
  /** Still tied with a neighbour after the chain and all recorded decisions. */
  readonly tied: boolean;
  readonly total: Figure | null;
  readonly parts: readonly RoundPart[];
  readonly status: RowStatus;
  /** Why this row stands above the next one; null for the last. */
  readonly aboveNext: Separation | null;
}

/** A group of equals that is not settled. `crossesLine`: it lies across the last laureate's line and blocks closing. */
export interface OpenTie {
  readonly entries: readonly EntryId[];
  readonly place: number;
  readonly crossesLine: boolean;
  /** How many of the group still fit above the line. */
  readonly seats: number;
  /** The steps of the chain that were tried and did not separate them. */
  readonly tried: readonly TieRule[];
  /** The steps that people have to take, in order; may be empty. */
  readonly toDecide: readonly ('open_vote' | 'casting_vote' | 'draw')[];
}

export interface Line {
  readonly kind: 'laureates' | 'advance';
  readonly count: number;
  /** The line lies below this many rows of the list (all tied at the line included when kind = advance). */
  readonly below: number;
  readonly decided: boolean;
}

export interface Standing {
  readonly round: RoundId;
  readonly category: CategoryId;
  /** Ballots are still to come, or the round is not closed. */
  readonly provisional: boolean;
  readonly rows: readonly StandingRow[];
  readonly line: Line | null;
  readonly openTies: readonly OpenTie[];
}

export interface Decision {
  readonly id: DecisionId;
  readonly round: RoundId;
  readonly category: CategoryId;
  readonly kind: 'open_vote' | 'casting_vote' | 'draw';
  /** The tied entries in the order that was decided, best first; all of the group are listed. */
  readonly order: readonly EntryId[];
  /** Open vote: votes per entry in the same order. Draw: empty. */
  readonly votes: readonly number[];
  /** Seed of a recorded draw, shown in the log; empty otherwise. */
  readonly seed: string;
  readonly reason: string;
  readonly at: string;
}

// ---------------------------------------------------------------- explanation

export interface ExplainedMark {
  readonly criterion: CriterionId;
  /** Value on the scale, decimal text with a point; null = blank. */
  readonly value: string | null;
  /** Points that this mark adds to the juror's sub-total. */
  readonly points: Figure | null;
}

export interface ExplainedCard {
  readonly juror: JurorId;
  readonly state: CardState;
  readonly marks: readonly ExplainedMark[];
  readonly subtotal: Figure | null;
  /** As in JurorCell. */
  readonly dropped: boolean;
  readonly comment: string;
  readonly recusalGround: RecusalGround | null;
}

export interface ExplainedRound {
  readonly round: RoundId;
  readonly weight: number;
  readonly cards: readonly ExplainedCard[];
  /** Mean of every criterion over the jurors whose scores count, on its scale, and the points it adds. */
  readonly criteria: readonly {
    readonly criterion: CriterionId;
    readonly mean: Figure;
    readonly points: Figure;
  }[];
  readonly mean: Figure | null;
  readonly untrimmed: boolean;
}

/** Every total opens to the cells it comes from; the parts recompute to the total exactly. */
export interface EntryExplanation {
  readonly entry: EntryId;
  readonly total: Figure | null;
  readonly rounds: readonly ExplainedRound[];
}

/** "Why is A above B", with what each criterion contributed to the difference of the totals (signed, upper − lower). */
export interface PairExplanation {
  readonly upper: EntryId;
  readonly lower: EntryId;
  readonly separation: Separation;
  readonly upperTotal: Figure | null;
  readonly lowerTotal: Figure | null;
  readonly criteria: readonly {
    readonly criterion: CriterionId;
    readonly difference: Figure;
  }[];
}

// ---------------------------------------------------------------- closing

/** What keeps a round from being closed; each leads to the place where it is settled. */
export type Hindrance =
  | { readonly kind: 'unchecked'; readonly count: number }
  | { readonly kind: 'no_category'; readonly entry: EntryId }
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
    };

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
