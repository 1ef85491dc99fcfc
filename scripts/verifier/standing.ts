import type { Doc } from './doc';
import type { Fraction } from './fraction';
import type { Entry, Score, Scores } from './scores';

export interface Candidate {
  readonly entry: Entry;
  readonly total: Fraction | null;
  /** By round, of those that make the total. */
  readonly scores: ReadonlyMap<number, Score>;
  /** The same, first to last, with the factor of the round. */
  readonly parts: readonly { readonly factor: Fraction; readonly score: Score | null }[];
}

export interface Standing {
  readonly scores: Scores;
  readonly round: Doc;
  readonly category: number;
  /** The rounds that make the total, first to last. */
  readonly counted: readonly Doc[];
}
