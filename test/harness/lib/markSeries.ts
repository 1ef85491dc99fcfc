import { values } from '@shared/domain/scale';
import type { BallotManifest } from '@shared/model/ballot';
import type { BallotCard } from '@shared/model/ballotSession';
import type { CriterionId, EntryId } from '@shared/model/ids';

/** An endless series of marks over a ballot's cells; each changes its cell, so that n marks make n steps of history. */
export interface MarkSeries {
  nth(n: number): { readonly entry: EntryId; readonly criterion: CriterionId; readonly value: number };
  /** Why these cards are not what the first `count` marks make of a blank ballot; null when they are. */
  difference(cards: readonly BallotCard[], count: number): string | null;
}

export function markSeries(manifest: BallotManifest): MarkSeries {
  const criteria = new Map(manifest.categories.map((c) => [c.id, c.criteria]));
  const cells = manifest.entries.flatMap((entry) =>
    (criteria.get(entry.category) ?? []).map(({ id, scale }) => ({ entry: entry.id, id, values: values(scale) })),
  );
  const cellAt = (n: number) => {
    const cell = cells[n % cells.length];
    if (cell === undefined) throw new Error('a ballot without cells');
    return cell;
  };
  const valueAt = (n: number): number => {
    const cell = cellAt(n);
    return cell.values[Math.floor(n / cells.length) % cell.values.length] ?? 0;
  };
  return {
    nth: (n) => ({
      entry: cellAt(n).entry as EntryId,
      criterion: cellAt(n).id as CriterionId,
      value: valueAt(n),
    }),
    difference: (cards, count) => {
      const found = new Map(cards.map((card) => [Number(card.entry), card.marks]));
      for (const [index, cell] of cells.entries()) {
        // The last of the first `count` marks that fell on this cell.
        const last = count - 1 - ((((count - 1 - index) % cells.length) + cells.length) % cells.length);
        const expected = last < 0 ? undefined : valueAt(last);
        const value = found.get(cell.entry)?.[cell.id];
        if (value !== expected)
          return `entry ${cell.entry}, criterion ${cell.id}: ${value ?? 'blank'} instead of ${expected ?? 'blank'}`;
      }
      return null;
    },
  };
}
