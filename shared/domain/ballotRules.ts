import { canonicalJson } from './canonical';

/** The part of a category that a juror's marks depend on. `scale` is the one that applies in the round. */
export interface MarkedCategory {
  readonly id: number;
  readonly criteria: readonly {
    readonly id: number;
    readonly weight: number;
    readonly scale: { readonly min: number; readonly max: number; readonly step: number };
  }[];
}

/**
 * The rules whose SHA-256 (of the UTF-8 bytes) is the rules hash of a package: the round, and id, weight and scale of
 * every criterion of the categories in it. Order, names, hints and the entries are left out: a corrected spelling or a
 * withdrawn nominee makes no mark meaningless.
 */
export function canonicalRules(roundId: number, categories: readonly MarkedCategory[]): string {
  return canonicalJson({
    round: roundId,
    categories: byId(categories).map((category) => ({
      id: category.id,
      criteria: byId(category.criteria).map(({ id, weight, scale }) => ({
        id,
        weight,
        scale: { min: scale.min, max: scale.max, step: scale.step },
      })),
    })),
  });
}

function byId<T extends { readonly id: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => a.id - b.id);
}
