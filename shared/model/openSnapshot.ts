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
