import type { TieRule } from '../model/rules';
import type { Decision, Separation } from '../model/standing';
import type { Candidate } from './evaluation';

/** A group split in order, best first; who stays together stays tied. `describe` tells why one stands above another. */
export interface Split {
  readonly groups: readonly (readonly Candidate[])[];
  readonly describe: (upper: Candidate, lower: Candidate) => Separation;
  /** The decision that was applied, where people decided. */
  readonly decision: Decision | null;
}

/** One atomic step of the chain. `split` is null where the step says nothing about this group; `place`: of its first, from 1. */
export interface Step {
  readonly rule: TieRule | 'total';
  readonly split: (group: readonly Candidate[], place: number) => Split | null;
}
