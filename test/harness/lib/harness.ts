import type { Kept } from './kept';
import type { Promised } from './tally';

/** What a harness is given. */
export interface Job {
  /** The counts that are promised per release; else the short version that `npm test` runs. */
  readonly full: boolean;
  /** Everything that is drawn is drawn from this. */
  readonly seed: number;
  /** A new folder; gone afterwards. */
  readonly folder: string;
  /** Processes that may work at once. */
  readonly lanes: number;
  /** Answers of parts of an earlier run that was stopped; null in the short version. */
  readonly kept: Kept | null;
}

export interface Outcome {
  /** What was tried and how often, one line each. */
  readonly figures: readonly string[];
  readonly promises: readonly Promised[];
  /** What could not be tried here, and why. Said aloud and counted. */
  readonly skipped?: readonly string[];
}

export interface Harness {
  readonly name: string;
  /** Its numbers among the figures to hold: see docs/reliability.md. */
  readonly numbers: readonly number[];
  readonly title: string;
  /** What is tried is the application itself: it must be built, with an Electron and a display. */
  readonly application?: true;
  /** How long something takes is what is tried: nothing else may work meanwhile. */
  readonly alone?: true;
  run(job: Job): Promise<Outcome>;
}

/** `short` in `npm test`, `full` per release. */
export const count = (job: Job, short: number, full: number): number => (job.full ? full : short);

/** In how many parts a full run of `rounds` is made, each of some minutes, so that one that is stopped loses little. */
export const partsOf = (job: Job, rounds: number, each: number): number =>
  Math.max(job.lanes, job.full ? Math.ceil(rounds / each) : 0);

/** How many of `rounds` the part at `index` of `parts` takes. */
export const shareOf = (rounds: number, parts: number, index: number): number =>
  Math.floor(rounds / parts) + (index < rounds % parts ? 1 : 0);
