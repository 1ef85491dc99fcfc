import type { CriterionId, EntryId, JurorId, NomineeId, RoundId } from './ids';
import type { AcrossJurors } from './rules';
import type { Figure, Line } from './standing';

/**
 * What an analysis says about one round and category. Nothing here is a result: the official ranking is `Standing`, and
 * no part of it is ever taken from here. Statistics are doubles rounded to 6 decimals, so that they read alike on every
 * machine; places, totals and who stands above the line are exact.
 */

/** Where a row stands to the line. `undecided`: in a tie across it. `none`: no score, or there is no line. */
export type Side = 'in' | 'undecided' | 'out' | 'none';

/** An entry that stands elsewhere than officially. */
export interface Shift {
  readonly entry: EntryId;
  readonly from: Side;
  readonly to: Side;
}

export interface PlacedRow {
  readonly entry: EntryId;
  readonly nominee: NomineeId;
  /** In the style 1-2-2-4; null without a figure. */
  readonly place: number | null;
  readonly figure: Figure | null;
  readonly side: Side;
}

/** Fewer than `needed` of either: nothing can be said. */
export interface TooFew {
  readonly state: 'too_few';
  readonly nominees: number;
  readonly jurors: number;
  readonly needed: number;
}

// ---------------------------------------------------------------- compare methods

export const comparedMethods = [
  'mean',
  'trimmed_mean',
  'median',
  'rank_sum',
  'copeland',
  'schulze',
  'skating',
  'z_score',
  'severity',
] as const;
export type ComparedMethod = (typeof comparedMethods)[number];

export type MethodRanking =
  | {
      readonly method: ComparedMethod;
      readonly state: 'ranked';
      /** Best first; `figure` of rank_sum is the mean place. */
      readonly rows: readonly PlacedRow[];
      readonly shifts: readonly Shift[];
      /** Too few scores to drop any: their plain mean was taken. */
      readonly untrimmed: readonly EntryId[];
      /**
       * Jurors who did not mark everybody. Their places run over fewer nominees (rank_sum), only duels between those whom they
       * marked count (copeland, schulze), or they are left out (skating).
       */
      readonly partial: readonly JurorId[];
      /** The threshold of the rules is not asked: these figures are no points. */
      readonly withoutThreshold: boolean;
    }
  /**
   * `tables`: figures of tables are added to the marks, and these figures are of another kind. `crowd`: more nominees
   * than the method compares. `gaps`: no juror marked everybody.
   */
  | { readonly method: ComparedMethod; readonly state: 'not_counted'; readonly why: 'tables' | 'crowd' | 'gaps' }
  /** Severity: marks do not connect these groups of nominees, so that no juror can be compared across them. */
  | {
      readonly method: ComparedMethod;
      readonly state: 'not_comparable';
      readonly parts: readonly (readonly NomineeId[])[];
    };

export type Comparison =
  | TooFew
  | {
      readonly state: 'ready';
      readonly official: AcrossJurors;
      /** Null where the ranking alone does not tell who wins or goes on. */
      readonly line: Line | null;
      /** The official ranking, best first, without scores last. */
      readonly rows: readonly PlacedRow[];
      /** Without the official one. */
      readonly methods: readonly MethodRanking[];
    };

// ---------------------------------------------------------------- jury quality

export type Level = 'low' | 'medium' | 'high';

export interface JurorReport {
  readonly juror: JurorId;
  readonly marks: number;
  readonly mean: number;
  /** How much higher (+) or lower (−) than colleagues over the same nominees, in points. */
  readonly severity: number;
  /** Of every nominee: sub-total less what the nominee's adjusted figure is, ascending. Their mean is `severity`. */
  readonly deviations: readonly number[];
  /** Spread of the sub-totals in relation to the mean spread of all jurors; null where undefined. */
  readonly relativeSpread: number | null;
  readonly narrow: boolean;
  /** Spearman's correlation with the mean place that the others gave; null where undefined. */
  readonly withTheRest: number | null;
  readonly agreement: Level | null;
  /** Who would stand elsewhere without this juror. */
  readonly shifts: readonly Shift[];
}

/** Far from what nominee and juror lead one to expect; never removed. */
export interface CellToCheck {
  readonly entry: EntryId;
  readonly juror: JurorId;
  readonly mark: number;
  readonly expected: number;
  readonly sigmas: number;
}

export interface CriterionReport {
  readonly criterion: CriterionId;
  /** Share of the points that could be had; all sum to 1. */
  readonly weight: number;
  /** Share of the differences between the figures of the round; all sum to 1. Null where the figures do not differ. */
  readonly influence: number | null;
  /** Who would stand elsewhere without this criterion. */
  readonly shifts: readonly Shift[];
}

export interface Stability {
  readonly times: number;
  readonly seed: number;
  /** The first `line.count` of the official ranking and whoever came that far in some drawing, in official order. */
  readonly rows: readonly {
    readonly entry: EntryId;
    readonly place: number;
    readonly side: Side;
    /** How many of the drawings put the entry above the line, 0–1; null where there is no line. */
    readonly share: number | null;
    /** Places between which nine of ten drawings put it. */
    readonly low: number;
    readonly high: number;
  }[];
}

export interface Interval {
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** For statisticians; every null is a coefficient that these data do not define. */
export interface Statistics {
  /** Nominees whom every juror marked: ICC, W and Cronbach's alpha look at these only. */
  readonly complete: number;
  readonly icc: readonly Interval[];
  readonly meanSquares: {
    readonly between: number;
    readonly within: number;
    readonly jurors: number;
    readonly error: number;
  } | null;
  readonly kendall: {
    readonly w: number;
    readonly uncorrected: number;
    readonly chiSquare: number;
    readonly df: number;
    readonly p: number;
  } | null;
  readonly krippendorff: readonly { readonly metric: string; readonly alpha: number | null }[];
  readonly cronbach: number | null;
}

export type JuryQuality =
  | TooFew
  | {
      readonly state: 'ready';
      readonly nominees: number;
      readonly jurorCount: number;
      /** More than one: the marks do not connect them, jurors of different parts cannot be compared. */
      readonly parts: readonly (readonly NomineeId[])[];
      readonly line: Line | null;
      /** By Kendall's W (by ordinal alpha where fewer than five were marked by everybody), cut at thirds. */
      readonly agreement: Level | null;
      /** ICC(2,k): the part of the differences between final scores that comes from the nominees; 0–1. */
      readonly reliability: { readonly share: number; readonly level: Level } | null;
      readonly jurors: readonly JurorReport[];
      readonly cells: readonly CellToCheck[];
      readonly stability: Stability;
      readonly criteria: readonly CriterionReport[];
      readonly statistics: Statistics;
    };

// ---------------------------------------------------------------- history

/** One round of a nominee, as its official ranking shows it. */
export interface HistoryStep {
  readonly round: RoundId;
  readonly place: number | null;
  /** How many stood in that ranking. */
  readonly of: number;
  readonly figure: Figure | null;
  readonly side: Side;
  readonly line: Line | null;
}

// ---------------------------------------------------------------- what if

/** Jurors left out of every round that counts; other weights (0 = left out), criteria not named keep theirs. */
export interface Change {
  readonly without: readonly JurorId[];
  readonly weights: readonly { readonly criterion: CriterionId; readonly weight: number }[];
}

export type WhatIf =
  /** Nobody and nothing is left to count. */
  | { readonly state: 'nothing_left'; readonly of: 'jurors' | 'criteria' }
  | {
      readonly state: 'ready';
      readonly line: Line | null;
      /** As it would be, best first. `official` = as it is. */
      readonly rows: readonly (PlacedRow & {
        readonly official: Pick<PlacedRow, 'place' | 'figure' | 'side'>;
      })[];
      readonly shifts: readonly Shift[];
    };
