import type { Ballot } from '../domain/methods/ballots';
import type { Direction } from '../domain/methods/outcome';
import type { Performance } from '../domain/methods/performance';
import type { Table } from '../domain/methods/table';
import type { Rational } from '../domain/rational';

/** One criterion of a round of cards: worth factor × (mark − offset) points of a card. */
export interface CriterionData {
  readonly id: string;
  readonly weight: Rational;
  readonly factor: Rational;
  readonly offset: Rational;
  /** Marks of the cards that count. */
  readonly marks: Table;
}

/** One person's own ballot, or several alike. `juror` null: nobody was named. */
export interface Cast {
  readonly juror: string | null;
  readonly ballot: Ballot;
}

/** Everybody who judged or voted, each in a column: what tie steps and statistics of agreement look at. */
export interface Voters {
  readonly jurors: readonly string[];
  /** Nominee × juror. */
  readonly table: Table;
  readonly direction: Direction;
}

export interface GradeData {
  /** From the worst to the best. */
  readonly names: readonly string[];
  readonly tallies: readonly (readonly number[])[];
  readonly judges: number | null;
  /** The marks that the grades are, where they came from a table. */
  readonly values?: readonly Rational[];
}

/**
 * What one round says about the nominees of one category, position by position in their canonical order. Which of the
 * fields are filled depends on the kind of input.
 */
export interface RoundData {
  readonly direction: Direction;
  /** Columns of the table; empty where nobody is named. */
  readonly jurors: readonly string[];
  /** Nominee × juror: sub-totals of cards, scores, places or points. */
  readonly table: Table | null;
  readonly criteria: readonly CriterionData[] | null;
  readonly ballots: readonly Ballot[] | null;
  /**
   * Whether the table holds places, and whether these are rankings of all in the table. If not, they are `part` of a
   * longer list (its top, say) and count as they were given.
   */
  readonly places: 'complete' | 'part' | null;
  /** Single ballots in an order of their own; `ballots` are the same with equal ones joined. */
  readonly cast: readonly Cast[] | null;
  /** What each single voter gave, where that is no table of the round: rankings, grades, several dances. */
  readonly voters: Voters | null;
  readonly dances: readonly Table[] | null;
  readonly grades: GradeData | null;
  /** Attempts of each nominee in their order; null = not performed. */
  readonly performances: readonly (readonly (Performance | null)[])[] | null;
  readonly figures: readonly (Rational | null)[] | null;
  /** Cards or marks are still to come. */
  readonly pending: number;
}

export const emptyData: RoundData = {
  direction: 'higher',
  jurors: [],
  table: null,
  criteria: null,
  ballots: null,
  places: null,
  cast: null,
  voters: null,
  dances: null,
  grades: null,
  performances: null,
  figures: null,
  pending: 0,
};

export const votersOf = (data: RoundData): Voters | null =>
  data.table === null ? data.voters : { jurors: data.jurors, table: data.table, direction: data.direction };
