import type { Category } from '../../model/category';
import type { Purse } from './purse';

/** Whether a fund pays what the category gives. */
export const isPaid = ({ winners }: Category, purse: Purse | null): boolean =>
  winners.mode === 'grants_by_rank' && (winners.count === null || purse !== null);

/** Where prizes end, as numbers of winners; null where the category's own list does not tell. */
export function prizeLines({ winners }: Category): readonly number[] | null {
  switch (winners.mode) {
    case 'single':
    case 'laureates_unranked':
      return [winners.count];
    case 'grants_by_rank':
      return winners.count === null ? null : [winners.count];
    case 'ranked': {
      let below = 0;
      return winners.places.toSorted((a, b) => a.place - b.place).map((p) => (below += p.count));
    }
    case 'pooled':
    case 'jury_choice':
      return null;
  }
}
