import type { Results } from '../../exchange/resultsFile';
import type { ScoringData } from '../scoring';

/** A results file that is open, in memory only. */
export interface OpenResults {
  readonly fileName: string;
  /** The beginning of the file, enough to tell whether a code opens it. */
  readonly head: Uint8Array;
  readonly results: Results;
  /** What the ranking is made from, read out of the ballots in the file. */
  readonly data: ScoringData;
  /** The ranking made from it is the one that was sealed. */
  readonly recomputed: boolean;
}
