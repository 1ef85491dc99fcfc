import type { Round } from '@shared/model/round';
import type { ReturnedRow } from '../db/ballots';

/**
 * Whether a ballot belongs to the set that counts: it came before its round was closed. What comes later is evidence
 * only, and can neither count nor bring what counts into conflict; when the round is reopened, it is one of the set.
 */
export function arrivedInTime(
  rounds: readonly Round[],
): (ballot: Pick<ReturnedRow, 'round' | 'receivedAt'>) => boolean {
  const closedAt = new Map(rounds.map((r) => [r.id, r.closedAt]));
  return ({ round, receivedAt }) => {
    const closed = closedAt.get(round) ?? null;
    return closed === null || receivedAt <= closed;
  };
}

/** An instant that a ballot in hand cannot be later than, also where the clock was set back: a closing comes after what is there. */
export const notBefore = (at: string, others: readonly string[]): string =>
  others.reduce((latest, other) => (other > latest ? other : latest), at);

/** An instant after the closing, also within the same millisecond or with a clock that was set back. */
export function after(at: string, closedAt: string): string {
  return at > closedAt ? at : new Date(Date.parse(closedAt) + 1).toISOString();
}
