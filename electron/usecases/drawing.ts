import type { EntryId } from '@shared/model/ids';
import { hex, sha256 } from '../exchange/hashes';
import type { ScoringData } from './scoring';

/**
 * A draw that anybody can make again: who has the lower SHA-256 of `tarazy draw 1`, the seed and the nominee's number,
 * each on a line of its own, stands higher.
 */
export function drawn(
  seed: string,
  entries: readonly EntryId[],
  { entries: all, nominees }: Pick<ScoringData, 'entries' | 'nominees'>,
): readonly EntryId[] {
  const numbers = new Map(nominees.map((n) => [n.id, n.number]));
  const nomineeOf = new Map(all.map((e) => [e.id, e.nominee]));
  const lotOf = (entry: EntryId): string => {
    const nominee = nomineeOf.get(entry);
    const number = nominee === undefined ? undefined : numbers.get(nominee);
    if (number === undefined) throw new RangeError(`entry ${entry} has no nominee`);
    return hex(sha256(new TextEncoder().encode(`tarazy draw 1\n${seed}\n${number}`)));
  };
  return entries
    .map((entry) => ({ entry, lot: lotOf(entry) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.entry - b.entry))
    .map(({ entry }) => entry);
}
