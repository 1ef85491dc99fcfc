import type { Figure } from '../model/standing';
import { at } from './at';
import { compare, toDecimal, toFraction, type Rational } from './rational';

/** Writes exact values of one list as figures, all with the same number of decimals. */
export interface Figures {
  readonly digits: number;
  readonly of: (value: Rational) => Figure;
}

/**
 * Decimals that a list needs: `digits`, or as many more as it takes until unequal neighbours of the sorted list look
 * different. Rounding is monotonic, so when neighbours differ all differ; unequal fractions do differ somewhere.
 */
export function digitsFor(values: readonly Rational[], digits: number): number {
  const distinct = new Map(values.map((value) => [toFraction(value), value]));
  const sorted = [...distinct.values()].toSorted(compare);
  let needed = digits;
  for (const [i, upper] of sorted.slice(1).entries()) {
    const lower = at(sorted, i);
    while (toDecimal(lower, needed) === toDecimal(upper, needed)) needed += 1;
  }
  return needed;
}

/** Decimals at which all of these are exact, or `most` where they need more. */
export function leastDigits(values: readonly Rational[], most: number): number {
  for (let digits = 0; digits < most; digits += 1)
    if (values.every((value) => 10n ** BigInt(digits) % value.d === 0n)) return digits;
  return most;
}

/** Figures for a list that is shown together; see `digitsFor`. */
export function figuresFor(values: readonly Rational[], digits: number): Figures {
  return figuresWith(digitsFor(values, digits));
}

/** Figures with a fixed number of decimals. */
export function figuresWith(digits: number): Figures {
  const known = new Map<string, Figure>();
  return {
    digits,
    of: (value) => {
      const exact = toFraction(value);
      const had = known.get(exact);
      if (had !== undefined) return had;
      const figure = { exact, text: toDecimal(value, digits) };
      known.set(exact, figure);
      return figure;
    },
  };
}
