import { at } from '../at';
import { divide, multiply, subtract, sum, type Rational } from '../rational';
import { average, squaresAround } from './grid';

/**
 * What decided the outcome: w_c · cov(x_c, S) / var(S) for the points x_c·w_c that every criterion gives to the total
 * S = Σ. Sums to 1 exactly. Points: criterion by criterion, each a list over the same nominees. Null where the totals
 * do not vary.
 */
export function influenceOfCriteria(points: readonly (readonly Rational[])[]): readonly Rational[] | null {
  const nominees = points[0]?.length ?? 0;
  if (nominees < 2) return null;
  const totals = Array.from({ length: nominees }, (_, i) => sum(points.map((column) => at(column, i))));
  const spread = squaresAround(totals);
  if (spread.n === 0n) return null;
  const mean = average(totals);
  return points.map((column) => {
    const own = average(column);
    return divide(sum(column.map((x, i) => multiply(subtract(x, own), subtract(at(totals, i), mean)))), spread);
  });
}
