import { at } from '../at';
import type { PlaceStyle } from '../../model/rules';
import { compare, rational, zero, type Rational } from '../rational';

/**
 * What every method of aggregation gives back. Nominees and jurors are positions in the table that the method was
 * given; whoever calls decides what stands behind them. Nothing depends on the order of the positions.
 */
export interface Outcome {
  /** The printed figure of each nominee; null where the method has none for them. */
  readonly scores: readonly (Rational | null)[];
  /** Best first, equals together. Nominees without a figure are in no group. */
  readonly groups: readonly (readonly number[])[];
  /** What the figure was made of, per nominee; enough to recompute it by hand. */
  readonly details: readonly Plain[];
  readonly notices: readonly Notice[];
}

/** Plain data with exact figures in it, for explanations. */
export type Plain =
  string | number | boolean | null | Rational | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** Something that the reader of the result has to know; never an error. */
export type Notice =
  | { readonly kind: 'too-few-to-trim'; readonly nominee: number; readonly scores: number }
  | { readonly kind: 'sum-estimated'; readonly nominee: number; readonly scores: number; readonly jurors: number }
  | { readonly kind: 'partial-cards'; readonly juror: number; readonly ranked: number; readonly nominees: number }
  | { readonly kind: 'juror-left-out'; readonly juror: number }
  | { readonly kind: 'places-as-given' }
  | { readonly kind: 'not-comparable'; readonly parts: readonly (readonly number[])[] };

/** Which end of the scale is the good one. */
export type Direction = 'higher' | 'lower';

/** Negative where `a` comes first. */
export type Comparator = (a: number, b: number) => number;

/** Sorts and cuts into groups of equals. Inside a group positions ascend, which is never a rank. */
export function groupsBy(members: readonly number[], order: Comparator): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const member of members.toSorted((a, b) => order(a, b) || a - b)) {
    const group = groups.at(-1);
    const equal = group?.[0];
    if (group !== undefined && equal !== undefined && order(equal, member) === 0) group.push(member);
    else groups.push([member]);
  }
  return groups;
}

/** Groups by figure; whoever has none is left out. */
export function groupsByScore(
  scores: readonly (Rational | null)[],
  direction: Direction,
): readonly (readonly number[])[] {
  const sign = direction === 'higher' ? -1 : 1;
  const members = scores.flatMap((score, i) => (score === null ? [] : [i]));
  const figures = scores.map((score) => score ?? zero);
  return groupsBy(members, (a, b) => sign * compare(at(figures, a), at(figures, b)));
}

/** Keys compared entry by entry, each smaller first; a shorter key that agrees so far comes first. */
export function compareKeys(a: readonly Rational[], b: readonly Rational[]): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const order = compare(at(a, i), at(b, i));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Place of every nominee; null for those in no group. */
export function placesOf(
  groups: readonly (readonly number[])[],
  size: number,
  style: PlaceStyle,
): readonly (Rational | null)[] {
  const places = Array.from({ length: size }, (): Rational | null => null);
  let before = 0;
  groups.forEach((group, g) => {
    group.forEach((member, k) => {
      places[member] = placeIn(style, { before, size: group.length, group: g }, k);
    });
    before += group.length;
  });
  return places;
}

/** Equals in a ranking: how many stand above them, how many they are, and how many groups stand above. */
interface Equals {
  readonly before: number;
  readonly size: number;
  readonly group: number;
}

/** The place of the `member`-th of some equals. */
export function placeIn(style: PlaceStyle, { before, size, group }: Equals, member: number): Rational {
  switch (style) {
    case 'standard':
      return rational(before + 1);
    case 'modified':
      return rational(before + size);
    case 'dense':
      return rational(group + 1);
    case 'ordinal':
      return rational(before + member + 1);
    case 'fractional':
      return rational(2 * before + size + 1, 2);
  }
}

/** 0, 1, … n − 1. */
export const range = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);
