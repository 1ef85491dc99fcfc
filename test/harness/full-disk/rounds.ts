import { join } from 'node:path';
import type { Result } from '@shared/result';
import type { Random } from '../lib/random';
import type { Tally } from '../lib/tally';
import type { Medium } from './medium';

export interface Ledger {
  readonly random: Random;
  readonly medium: Medium;
  readonly lost: Tally;
  readonly unclear: Tally;
  readonly stuck: Tally;
  readonly unreadable: Tally;
  /** Rounds in which something was refused for want of room. */
  full: number;
}

/** Something that is done again and again until the medium is full. */
export interface Filling {
  /** One step; what it acknowledges is remembered by the filling itself. */
  step(): Promise<Result<unknown>>;
  /** Closes everything as a closed application would, opens it again, and says what acknowledged work is missing. */
  reopened(): Promise<Result<string | null>>;
  /** How much room is left at most when the steps begin. */
  readonly roomBytes: number;
}

const mostSteps = 40;

/**
 * One round: fill up, work until it is refused, then make room and either try again or open anew, once also while the
 * medium is still full. Whatever is refused must say disk-full, and nothing that was acknowledged may be missing.
 */
export async function round(filling: Filling, ledger: Ledger, where: string): Promise<void> {
  const { random, medium, lost, unclear, stuck, unreadable } = ledger;
  medium.leave(random.below(filling.roomBytes));
  let refused: string | null = null;
  for (let step = 0; step < mostSteps && refused === null; step += 1) {
    // What never needs more than was left is made to.
    if (step === mostSteps / 2) medium.leave(0);
    refused = await codeOf(() => filling.step());
  }
  if (refused !== null) {
    ledger.full += 1;
    unclear.check(refused === 'disk-full' ? null : `${where}: ${refused}`);
  }
  if (random.chance(0.5)) {
    // Opening may need room too; then it says so, and nothing is lost by having tried.
    const tried = await codeOf(() => filling.reopened());
    if (tried !== null) unclear.check(tried === 'disk-full' ? null : `${where}, opening: ${tried}`);
  }
  medium.makeRoom();
  if (random.chance(0.5)) {
    const again = await codeOf(() => filling.step());
    // Closed meanwhile: then it is opened below.
    stuck.check(again === null || again === 'closed' ? null : `${where}, tried again: ${again}`);
  }
  const after = await filling.reopened();
  unreadable.check(after.ok ? null : `${where}: ${after.failure.code}`);
  if (after.ok) lost.check(after.value === null ? null : `${where}: ${after.value}`);
  const again = await codeOf(() => filling.step());
  stuck.check(again === null ? null : `${where}, after opening: ${again}`);
}

/** Null when it went well; what is thrown is no clear failure, whatever it says. */
async function codeOf(work: () => Promise<Result<unknown>>): Promise<string | null> {
  try {
    const done = await work();
    return done.ok ? null : done.failure.code;
  } catch (error) {
    return `thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`.slice(0, 600);
  }
}

export const stickOf = (medium: Medium): string => join(medium.folder, 'stick');
