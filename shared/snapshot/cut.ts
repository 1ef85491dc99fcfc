import type { Direction } from '../domain/methods/outcome';
import type { Resolved } from '../domain/methods/tieBreak';
import { compare, type Rational } from '../domain/rational';
import { exactly, ownOf, type Person } from './people';
import { refuse } from './problem';
import type { RoundSource } from './read';
import type { Cut } from './schema';

export interface CutBlocked {
  readonly nominee: number;
  readonly quota: string;
  readonly value: string;
}

/** The standing at which a cut is made; positions are those of `nominees`. */
interface Standing {
  readonly groups: readonly (readonly number[])[];
  readonly resolved: Resolved;
  readonly totals: readonly (Rational | null)[];
  readonly direction: Direction;
  readonly nominees: readonly Person[];
}

/**
 * Who goes on: of those who reach `min` the first `count` (of each value of an attribute where `by` names one), at most
 * `max` of a quota's attribute. With `need: either` all who reach `min` go on, and others up to `count`. All who share
 * the total at the cut go on, unless the chain is to decide.
 */
export function cutTo(
  source: RoundSource,
  cut: Cut,
  { groups: byTotal, resolved, totals, direction, nominees }: Standing,
): { readonly advancing: ReadonlySet<number>; readonly blocked: readonly CutBlocked[] } {
  const path = [...source.path, 'cut'];
  if (cut.count === undefined && cut.min === undefined && cut.quotas === undefined) {
    refuse(path, 'needs count, min or quotas');
  }
  const mark = cut.min === undefined ? null : exactly(cut.min, [...path, 'min']);
  const passes = (i: number): boolean => {
    const total = totals[i] ?? null;
    if (mark === null) return true;
    if (total === null) return false;
    const order = direction === 'higher' ? compare(total, mark) : compare(mark, total);
    return cut.strict === true ? order > 0 : order >= 0;
  };
  const either = cut.need === 'either' && mark !== null && cut.count !== undefined;
  const taken = new Map<string, number>();
  const keyOf = (rule: string, attribute: string | undefined, i: number): string =>
    JSON.stringify([rule, attribute, attribute === undefined ? null : ownOf(nominees[i]?.attributes, attribute)]);
  const countOf = (key: string): number => taken.get(key) ?? 0;
  const withinCount = (i: number): boolean => cut.count === undefined || countOf(keyOf('count', cut.by, i)) < cut.count;
  const quotas = cut.quotas ?? [];
  const full = (i: number): CutBlocked | null => {
    for (const { by, max } of quotas) {
      const value = ownOf(nominees[i]?.attributes, by);
      if (value !== undefined && countOf(keyOf('quota', by, i)) >= max) return { nominee: i, quota: by, value };
    }
    return null;
  };
  const advancing = new Set<number>();
  const blocked: CutBlocked[] = [];
  for (const group of cut.ties === 'chain' ? resolved.groups : byTotal) {
    const open = group.filter((i) => (either ? passes(i) || withinCount(i) : passes(i) && withinCount(i)));
    const obstacles = open.flatMap((i) => full(i) ?? []);
    blocked.push(...obstacles);
    const own = open.filter((i) => !obstacles.some((o) => o.nominee === i));
    for (const i of own) advancing.add(i);
    for (const i of own) {
      for (const key of [keyOf('count', cut.by, i), ...quotas.map(({ by }) => keyOf('quota', by, i))]) {
        taken.set(key, countOf(key) + 1);
      }
    }
  }
  return { advancing, blocked };
}
