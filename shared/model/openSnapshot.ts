/** What the application shows of an open snapshot: the ranking computed anew from the file. */
export interface SnapshotView {
  readonly title: string | null;
  readonly carried: CarriedResult;
  readonly categories: readonly SnapshotCategory[];
  /** Laureates by category where the rules give one award each; else null. */
  readonly awards: readonly { readonly category: string; readonly nominees: readonly string[] }[] | null;
}

/** The result that the file itself carries, held against the one computed here: places, exact totals and who is chosen. */
export type CarriedResult =
  | { readonly kind: 'none' | 'same' | 'unreadable' }
  | { readonly kind: 'differs'; readonly rows: readonly CarriedDifference[]; readonly more: number };

/** A row of the last standing of a category. Null: the row is missing on that side. */
export interface CarriedDifference {
  readonly category: string;
  readonly nominee: string;
  readonly inFile: PlaceAndTotal | null;
  readonly computed: PlaceAndTotal | null;
}
export interface PlaceAndTotal {
  readonly place: number | null;
  readonly total: string | null;
}

export interface SnapshotCategory {
  readonly id: string;
  readonly name: string;
  /** One after each round, the last being the result. */
  readonly standings: readonly SnapshotStanding[];
  /** Who gets how much where there is a fund. */
  readonly grants: readonly { readonly nominee: string; readonly amount: string; readonly partial: boolean }[] | null;
  /** Who is in where lists are united, in the order of the lists. */
  readonly united: readonly { readonly list: string; readonly nominees: readonly string[] }[] | null;
}

export type SnapshotStatus =
  | 'advances'
  | 'out'
  | 'selected'
  | 'blocked'
  | 'undecided'
  | 'below_threshold'
  | 'no_total'
  | 'not_comparable'
  | 'ranked';

/** Why a row's state is another than its total alone would give; in names. */
export type SnapshotReason =
  /** All places of the quota are taken; `holders`: by whom, where the result says so. */
  | { readonly by: 'quota'; readonly quota: string; readonly value: string; readonly holders: readonly string[] }
  /** The seat is kept for those of whom a quota asks for more. */
  | { readonly by: 'seat_kept'; readonly quota: string; readonly value: string }
  /** Already a laureate of that category; `awardBest`: because that is best for all categories together. */
  | { readonly by: 'award' | 'awardBest'; readonly category: string }
  /** Already named by the list of that round. */
  | { readonly by: 'list'; readonly round: string }
  /** In the united list by the list of that round. */
  | { readonly by: 'united'; readonly list: string }
  | { readonly by: 'fund' | 'partial' | 'amount' | 'not_chosen' | 'region' }
  /** By people; `reason` is empty where the file gives none. */
  | { readonly by: 'excluded' | 'added'; readonly reason: string };

/** Steps of a chain by what they look at; `figures`: whatever else the file brought. */
export const settledSteps = [
  'criterion',
  'part',
  'median',
  'round',
  'last_round',
  'first_places',
  'places',
  'table_places',
  'countback',
  'head_to_head',
  'supporters',
  'best_runs',
  'skating',
  'listed_order',
  'vote',
  'decision',
  'draw',
  'placed_above',
] as const;
export type SnapshotSettled = (typeof settledSteps)[number] | 'figures';

export interface SnapshotStanding {
  readonly round: string;
  readonly name: string;
  readonly provisional: boolean;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly place: number | null;
    readonly total: string | null;
    readonly tied: boolean;
    readonly status: SnapshotStatus;
    readonly reasons: readonly SnapshotReason[];
    /** What a fund pays. */
    readonly grant: string | null;
    /** What put the row above the next one where the total did not; else null. */
    readonly settledBy: SnapshotSettled | null;
  }[];
  /** Names of equals whom no rule separated. */
  readonly openTies: readonly (readonly string[])[];
}

/** Something in a file that cannot be computed with: its JSON path (empty for the whole) and a sentence in English. */
export interface SnapshotProblem {
  readonly path: string;
  readonly message: string;
}

export type SnapshotReading = { readonly file: string } & (
  | { readonly kind: 'ranked'; readonly view: SnapshotView }
  | { readonly kind: 'refused'; readonly problems: readonly SnapshotProblem[]; readonly more: number }
);
