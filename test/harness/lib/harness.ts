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
  run(job: Job): Promise<Outcome>;
}

/** `short` in `npm test`, `full` per release. */
export const count = (job: Job, short: number, full: number): number => (job.full ? full : short);
