import { fullWeight } from '../model/criteria';

/** Sum of whole weights, basis points. */
export const sumOfWeights = (weights: readonly number[]): number => weights.reduce((total, w) => total + w, 0);

/** True when the weights make exactly 100 %. */
export const isFull = (weights: readonly number[]): boolean => sumOfWeights(weights) === fullWeight;

/**
 * Shares `amount` in proportion to `claims` as whole numbers that sum to it exactly (largest remainder; of equal
 * remainders the earlier is served first). Nobody claims anything: equal shares. No claims at all: nothing to give.
 */
export function apportion(claims: readonly number[], amount: number = fullWeight): readonly number[] {
  const claimed = sumOfWeights(claims);
  const even = claimed === 0;
  const divisor = BigInt(even ? claims.length : claimed);
  const quotas = claims.map((claim, index) => {
    const scaled = BigInt(even ? 1 : claim) * BigInt(amount);
    return { index, whole: Number(scaled / divisor), rest: Number(scaled % divisor) };
  });
  let left = amount - quotas.reduce((total, q) => total + q.whole, 0);
  const shares = quotas.map((q) => q.whole);
  for (const quota of quotas.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left <= 0) break;
    shares[quota.index] = quota.whole + 1;
    left -= 1;
  }
  return shares;
}

/**
 * "Share the rest evenly": weights that are set stay, those that are null get equal shares of what is left of 100 %,
 * so that all sum to exactly 10 000. Null where that cannot be: nothing is open and the sum is wrong, or the set ones
 * exceed 100 %.
 */
export function shareTheRest(weights: readonly (number | null)[]): readonly number[] | null {
  const rest = fullWeight - sumOfWeights(weights.map((w) => w ?? 0));
  const open = weights.filter((w) => w === null).length;
  if (rest < 0 || (open === 0 && rest !== 0)) return null;
  const shares = apportion(
    Array.from({ length: open }, () => 1),
    rest,
  );
  let next = 0;
  return weights.map((w) => w ?? shares[next++] ?? 0);
}
