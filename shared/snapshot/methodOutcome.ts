import type { Direction, Outcome } from '../domain/methods/outcome';
import type { Table } from '../domain/methods/table';
import type { Rational } from '../domain/rational';

/** Digits of each stage that the rules round at; null: exact. */
export interface Rounding {
  readonly criterion: number | null;
  readonly weighted: number | null;
  readonly card: number | null;
  readonly round: number | null;
  readonly total: number | null;
}

/** The outcome of a method, with the end of the scale at which its figures are better. */
export interface MethodOutcome extends Outcome {
  readonly direction: Direction;
  /** Nominee × attempt, where there were attempts. */
  readonly runs?: Table;
  /** What the named parts of performances were worth, nominee by nominee. */
  readonly parts?: ReadonlyMap<string, readonly (Rational | null)[]>;
}
