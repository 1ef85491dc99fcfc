import type { Boundary, Resolved } from '../domain/methods/tieBreak';
import { requireNominee, type People, type Person } from './people';
import type { Path } from './problem';
import type { Rules } from './schema';

/**
 * The standing after a round with what people put above it: each named nominee directly above the other one and all who
 * are equal to that one, in the order in which this was decided. Who stands above already is not moved.
 */
export function withPlacedAbove(
  resolved: Resolved,
  moves: Rules['placedAbove'],
  after: string,
  nominees: readonly Person[],
  people: People,
  path: Path,
): Resolved {
  const asked = (moves ?? []).filter((move) => move.after === after);
  const moved = new Set<number>();
  let { groups } = resolved;
  asked.forEach(({ nominee, above }, k) => {
    requireNominee(people, nominee, [...path, k, 'nominee']);
    requireNominee(people, above, [...path, k, 'above']);
    const who = nominees.findIndex((n) => n.id === nominee);
    const from = groups.findIndex((g) => g.includes(who));
    const to = groups.findIndex((g) => g.some((i) => nominees[i]?.id === above));
    if (from < 0 || to < 0 || from < to || nominee === above) return;
    const without = groups.map((g) => g.filter((i) => i !== who));
    groups = without.toSpliced(to, 0, [who]).filter((g) => g.length > 0);
    moved.add(who);
  });
  return moved.size === 0 ? resolved : rearranged(resolved, groups);
}

const byPeople: Boundary = { step: 'placed_above', depth: 0, upper: [], lower: [] };

function rearranged(before: Resolved, groups: Resolved['groups']): Resolved {
  const old = new Map(before.groups.flatMap((group, g) => group.map((i) => [i, g] as const)));
  const groupOf = (group: readonly number[] | undefined): number => old.get(group?.[0] ?? -1) ?? 0;
  return {
    groups,
    tried: groups.map((group) => before.tried[groupOf(group)] ?? []),
    boundaries: groups.slice(1).map((lower, k) => {
      const [from, to] = [groupOf(groups[k]), groupOf(lower)];
      const between = before.boundaries.slice(from, to);
      return between.reduce<Boundary | null>((a, b) => (a === null || b.depth < a.depth ? b : a), null) ?? byPeople;
    }),
  };
}
