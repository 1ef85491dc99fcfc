import type { Rational } from '../rational';
import { compareKeys, groupsBy } from './outcome';

/**
 * One step of a chain. `key` says how a nominee stands within a tied group, smaller first; null for anybody of the
 * group = the step says nothing about this group and is passed over. `place`: of the group's first, from 1.
 */
export interface TieKey {
  readonly name: string;
  readonly key: (nominee: number, group: readonly number[], place: number) => readonly Rational[] | null;
}

/** Why one group stands above the next: by the figure (`step` null) or by a step of the chain, with both keys. */
export interface Boundary {
  readonly step: string | null;
  readonly depth: number;
  readonly upper: readonly Rational[];
  readonly lower: readonly Rational[];
}

export interface Resolved {
  readonly groups: readonly (readonly number[])[];
  /** boundaries[i] lies between groups[i] and groups[i + 1]. */
  readonly boundaries: readonly Boundary[];
  /** Names of the steps that were tried on each group and did not separate it. */
  readonly tried: readonly (readonly string[])[];
}

const byFigure: Boundary = { step: null, depth: 0, upper: [], lower: [] };

/** Applies the chain inside every group of equals; sub-groups go on with the next step. */
export function resolveTies(groups: readonly (readonly number[])[], steps: readonly TieKey[]): Resolved {
  const out: (readonly number[])[] = [];
  const boundaries: Boundary[] = [];
  const tried: (readonly string[])[] = [];

  let ranked = 0;
  const refine = (group: readonly number[], depth: number, before: readonly string[]): void => {
    const step = steps[depth];
    if (group.length < 2 || step === undefined) {
      out.push(group);
      ranked += group.length;
      tried.push(group.length < 2 ? [] : before);
      return;
    }
    const keys = new Map(group.map((i) => [i, step.key(i, group, ranked + 1)]));
    if ([...keys.values()].includes(null)) {
      refine(group, depth + 1, before);
      return;
    }
    const keyOf = (i: number): readonly Rational[] => keys.get(i) ?? [];
    groupsBy(group, (a, b) => compareKeys(keyOf(a), keyOf(b))).forEach((sub, g, all) => {
      const above = all[g - 1]?.[0];
      const [first] = sub;
      if (above !== undefined && first !== undefined) {
        boundaries.push({ step: step.name, depth: depth + 1, upper: keyOf(above), lower: keyOf(first) });
      }
      refine(sub, depth + 1, [...before, step.name]);
    });
  };
  groups.forEach((group, g) => {
    if (g > 0) boundaries.push(byFigure);
    refine(group, 0, []);
  });
  return { groups: out, boundaries, tried };
}
