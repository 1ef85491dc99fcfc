import { apportion, shareTheRest } from '@shared/domain/weights';
import { fullWeight } from '@shared/model/criteria';

/**
 * Weights that come to the whole with the least change: empty ones share what is left; when none is empty, all gain an
 * equal part of what is missing, or give back in proportion what is too much. Basis points.
 */
export function evenedOut(weights: readonly (number | null)[]): readonly number[] {
  const shared = shareTheRest(weights);
  if (shared !== null) return shared;
  const set = weights.map((weight) => weight ?? 0);
  const rest = fullWeight - set.reduce((sum, weight) => sum + weight, 0);
  if (rest < 0) return apportion(set);
  const gains = apportion(
    set.map(() => 1),
    rest,
  );
  return set.map((weight, index) => weight + (gains[index] ?? 0));
}
