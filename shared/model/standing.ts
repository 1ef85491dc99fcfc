import type { CardState } from './card';
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

/** How many places are so or better, and the sum of those. */
export interface PlacesUpTo {
  readonly count: number;
  readonly sum: Figure;
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
      /**
       * Equal sums of places over several rounds of the skating system. Rule 10: in how many rounds the place is `place` or
       * better, and the sum of those; rule 11: how many jurors of all rounds gave it, and the sum of those places.
       */
      readonly by: 'skating';
      readonly rule: 10 | 11;
      readonly place: number;
      readonly upper: PlacesUpTo;
      readonly lower: PlacesUpTo;
    }
  | {
      /** In how many results tables the entry has place 1 or 2. */
      readonly by: 'table_places';
      readonly place: 1 | 2;
      readonly upper: number;
      readonly lower: number;
    }
  | {
      readonly by: 'open_vote' | 'casting_vote' | 'draw' | 'place_above';
      readonly decision: DecisionId;
      readonly reason: string;
    }
  | { readonly by: 'nothing' };

export type RowStatus = 'laureate' | 'advances' | 'out' | 'undecided' | 'no_score';

/** The rule or decision that made a row's status another than its place alone would give. */
export type RowReason =
  /** Does not reach the total that is needed. */
  | { readonly by: 'threshold'; readonly needed: Figure }
  /** All places of this quota went to those above, `holders`. */
  | { readonly by: 'quota'; readonly quota: string; readonly value: string; readonly holders: readonly EntryId[] }
  /** Already a laureate of that category. */
  | { readonly by: 'award'; readonly category: CategoryId }
  /** Already named by the list of that round. */
  | { readonly by: 'list'; readonly round: RoundId }
  /** The fund no longer held the amount. */
  | { readonly by: 'fund' }
  /** Laureate: the last grant is what was left of the fund. */
  | { readonly by: 'partial' }
  /** The amount that was asked for is not written in the nominee's card. */
  | { readonly by: 'amount' }
  /** The jury chose others. */
  | { readonly by: 'not_chosen' }
  /** The nominee's region is not written. */
  | { readonly by: 'region' }
  | { readonly by: 'excluded' | 'added'; readonly decision: DecisionId; readonly reason: string };

export interface StandingRow {
  readonly entry: EntryId;
  readonly nominee: NomineeId;
  readonly number: number;
  readonly name: string;
  /** Place in the style 1-2-2-4; null where there is no score. */
  readonly place: number | null;
  /** The place as the rules number equals, decimal text with a point (`2.5`); null where there is no score. */
  readonly shownPlace: string | null;
  /** Still tied with a neighbour after the chain and all recorded decisions. */
  readonly tied: boolean;
  readonly total: Figure | null;
  readonly parts: readonly RoundPart[];
  readonly status: RowStatus;
  /** Null where the place alone gives the status. */
  readonly reason: RowReason | null;
  /** What a grant comes to; null where nothing is granted. */
  readonly grant: Figure | null;
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
  readonly toDecide: readonly TieVerdict[];
}

export interface Line {
  readonly kind: 'laureates' | 'advance';
  readonly count: number;
  /** The line lies below this many rows of the list (all tied at the line included when kind = advance). */
  readonly below: number;
  readonly decided: boolean;
  /** The line is drawn where the fund ends; amounts over all categories that share it. */
  readonly fund?: { readonly total: Figure; readonly left: Figure; readonly currency: string };
  /** Winners over all categories together that this one shares. */
  readonly pool?: number;
}

/** What the rules ask for and cannot have. `none_reached` and `vacant` are told, the rest hinders the closing. */
export type Unmet =
  /** Nobody reaches the threshold; `text` is what the rules say for that case, or empty. */
  | { readonly kind: 'none_reached'; readonly text: string }
  /** Nobody is left whom the rules allow to take these. */
  | { readonly kind: 'vacant'; readonly seats: number }
  | { readonly kind: 'fund_not_set' | 'choice_missing' | 'pool_not_set' }
  /** The method corrects for severity, and no jurors connect all who have scores: nobody has a figure. */
  | { readonly kind: 'not_comparable' }
  | { readonly kind: 'amount_missing' | 'region_missing'; readonly entry: EntryId };

export interface Standing {
  readonly round: RoundId;
  readonly category: CategoryId;
  /** Ballots are still to come, or the round is not closed. */
  readonly provisional: boolean;
  readonly rows: readonly StandingRow[];
  readonly line: Line | null;
  readonly openTies: readonly OpenTie[];
  readonly unmet: readonly Unmet[];
  /** Who wins is known; false in every round but the last. */
  readonly settled: boolean;
  /** Recorded decisions that have an effect as things stand. */
  readonly applied: readonly DecisionId[];
}

/** The laureates of all lists that name some, each person once; `round`: whose list. Not decided while one of them is not. */
export type UnitedList =
  | { readonly decided: false }
  | {
      readonly decided: true;
      readonly laureates: readonly {
        readonly entry: EntryId;
        readonly nominee: NomineeId;
        readonly name: string;
        readonly place: number | null;
        readonly round: RoundId;
      }[];
    };

/** The three that settle a tie, the jury's own choice, and what people put above the rules. */
export const decisionKinds = [
  'open_vote',
  'casting_vote',
  'draw',
  'jury_choice',
  'place_above',
  'exclude',
  'include',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export type TieVerdict = 'open_vote' | 'casting_vote' | 'draw';

export interface Decision {
  readonly id: DecisionId;
  readonly round: RoundId;
  readonly category: CategoryId;
  readonly kind: DecisionKind;
  /**
   * Of a tie: the tied entries in the order that was decided, best first; all of the group are listed. Jury's choice:
   * the chosen. `place_above`: who, and above whom. `exclude`, `include`: the one.
   */
  readonly order: readonly EntryId[];
  /** Open vote: votes per entry in the same order. Draw: empty. */
  readonly votes: readonly number[];
  /** Seed of a recorded draw, shown in the log; empty otherwise. */
  readonly seed: string;
  /** Who decided, of a jury's choice and of what is put above the rules; empty otherwise. */
  readonly people: readonly string[];
  readonly reason: string;
  readonly at: string;
}
