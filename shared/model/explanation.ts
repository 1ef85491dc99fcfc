import type { CardState, RecusalGround } from './card';
import type { CriterionId, EntryId, JurorId, RoundId } from './ids';
import type { Figure, Separation } from './standing';
import type { Tally } from './tally';

/** What a total opens to, down to the marks, and why one nominee stands above another. */

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
  /** What the card gives to the round's figure where that is not the sub-total: a place, points, a corrected score. */
  readonly given: Figure | null;
  /** As in JurorCell. */
  readonly dropped: boolean;
  readonly comment: string;
  readonly recusalGround: RecusalGround | null;
}

export interface ExplainedRound {
  readonly round: RoundId;
  readonly weight: number;
  readonly cards: readonly ExplainedCard[];
  /**
   * Mean of every criterion over the jurors whose scores count, on its scale, and the points it adds: null where the figure
   * comes from the jurors' lists and not from points.
   */
  readonly criteria: readonly {
    readonly criterion: CriterionId;
    readonly mean: Figure;
    readonly points: Figure | null;
  }[];
  /** What the round's table says; null in a round of marks, and where nothing is written. */
  readonly tally: Pick<Tally, 'values' | 'source'> | null;
  readonly mean: Figure | null;
  readonly untrimmed: boolean;
}

/** Every total opens to the cells it comes from; the parts recompute to the total exactly. */
export interface EntryExplanation {
  readonly entry: EntryId;
  readonly total: Figure | null;
  readonly rounds: readonly ExplainedRound[];
}

/** Beside each other what one juror's card gave to the figures of the two. */
export interface PairOfJuror {
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly upper: Figure | null;
  readonly lower: Figure | null;
}

/** What the jurors' lists of a round say about two nominees, where a method compares them by these. */
export type PairOfLists =
  | {
      /** How many of those who scored both put either above the other. */
      readonly by: 'duel';
      readonly round: RoundId;
      readonly upper: number;
      readonly lower: number;
      /** The widest path of won duels from either to the other; null where the method looks at the duels alone. */
      readonly paths: { readonly upper: number; readonly lower: number } | null;
    }
  | {
      /** How many jurors gave this place or a better one, where first they differ from the majority on; `sums` of these places if not. */
      readonly by: 'majority';
      readonly round: RoundId;
      readonly place: number;
      readonly majority: number;
      readonly upper: number;
      readonly lower: number;
      readonly sums: { readonly upper: number; readonly lower: number } | null;
    };

/**
 * "Why is A above B", with what each criterion contributed to the difference of the totals (signed, upper − lower), and
 * what rounding did. Where the figures come from the jurors' lists no criterion has a share: then juror by juror.
 */
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
  /** Null where nothing was rounded, or no criterion has a share. */
  readonly rounding: Figure | null;
  readonly jurors: readonly PairOfJuror[];
  /** By round, last first; nothing where the method does not compare two by the lists. */
  readonly lists: readonly PairOfLists[];
}
