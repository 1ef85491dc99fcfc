import { fraction, minus, order, plus, times, zero, type Fraction } from './fraction';

/** What each juror says about one nominee, by juror; nothing where no card counts. */
export type Said = ReadonlyMap<number, Fraction>;

/** More is better. Of places, where less is, this is the place below zero. */
export type Worths = readonly (Fraction | null)[];

export const half = fraction(1n, 2n);
export const count = (n: number): Fraction => fraction(BigInt(n));

/** Keys of equal meaning, entry by entry the higher first; none: no figure. */
export type Keys = readonly Fraction[];

function ahead(a: Keys, b: Keys): number {
  const at = a.findIndex((key, i) => order(key, b[i] ?? zero) !== 0);
  return at === -1 ? 0 : order(a[at] ?? zero, b[at] ?? zero);
}

/** The place of each, equals in the middle of theirs, below zero. */
export const placesBelowZero = (keys: readonly Keys[]): Worths =>
  keys.map((own) => {
    if (own.length === 0) return null;
    const others = keys.filter((each) => each.length > 0);
    const before = others.filter((each) => ahead(each, own) > 0).length;
    const equals = others.filter((each) => ahead(each, own) === 0).length - 1;
    return below(plus(count(before), times(half, count(equals))));
  });

/** The first place is no step behind anybody. */
export const below = (behind: Fraction): Fraction => minus(zero, plus(behind, fraction(1n)));
