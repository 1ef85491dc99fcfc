import type { DecisionId, EntryId } from '../../model/ids';
import type { Decision } from '../../model/standing';
import { isLastRound } from '../combination';
import type { Candidate, Evaluation } from '../evaluation';
import { rank, type Group, type Ranking } from '../ties';

/** A ranking with what people put above it, in the last round only. */
export interface Ranked {
  readonly ev: Evaluation;
  readonly ranking: Ranking;
  /** Decisions `place_above` that moved somebody. */
  readonly moved: readonly DecisionId[];
}

/**
 * Ranks, then puts each named nominee directly above the other one and all who are equal to that one, in the order in
 * which this was decided. Who stands above already is not moved.
 */
export function ranked(ev: Evaluation): Ranked {
  const ranking = rank(ev);
  const asked = isLastRound(ev.input.contest, ev.target)
    ? ev.input.decisions
        .filter((d) => d.kind === 'place_above' && d.round === ev.target.id && d.category === ev.category.id)
        .toSorted((a, b) => a.id - b.id)
    : [];
  const moves = new Map<EntryId, Decision>();
  let groups: readonly (readonly Candidate[])[] = ranking.groups.map((g) => g.members);
  const moved: DecisionId[] = [];
  for (const decision of asked) {
    const after = placedAbove(groups, decision);
    if (after === null) continue;
    groups = after.groups;
    moves.set(after.who, decision);
    moved.push(decision.id);
  }
  return moved.length === 0 ? { ev, ranking, moved } : { ev, ranking: rearranged(ranking, groups, moves), moved };
}

function placedAbove(
  groups: readonly (readonly Candidate[])[],
  { order }: Decision,
): { readonly groups: readonly (readonly Candidate[])[]; readonly who: EntryId } | null {
  const [who, whom] = order;
  const at = (entry: EntryId | undefined): number => groups.findIndex((g) => g.some((c) => c.entry.id === entry));
  const [from, to] = [at(who), at(whom)];
  const candidate = groups[from]?.find((c) => c.entry.id === who);
  if (candidate === undefined || to < 0 || from < to || who === whom) return null;
  const without = groups.map((g) => g.filter((c) => c !== candidate));
  return {
    groups: without.toSpliced(to, 0, [candidate]).filter((g) => g.length > 0),
    who: candidate.entry.id,
  };
}

function rearranged(
  before: Ranking,
  members: readonly (readonly Candidate[])[],
  moves: ReadonlyMap<EntryId, Decision>,
): Ranking {
  const order = members.flat();
  const old = new Map(before.order.map((c, i) => [c, i]));
  const groupOf = new Map(before.groups.flatMap((g) => g.members.map((c) => [c, g] as const)));
  let start = 0;
  const groups = members.flatMap((own): Group[] => {
    const first = own[0] === undefined ? undefined : groupOf.get(own[0]);
    if (first === undefined) return [];
    const group = { ...first, start, members: own };
    start += own.length;
    return [group];
  });
  const place = new Map(groups.flatMap((g) => g.members.map((c) => [c, g.start] as const)));
  return {
    ...before,
    order,
    groups,
    separation: (upper, lower) => {
      const [above, below] = [order[upper], order[lower]];
      if (above === undefined || below === undefined || place.get(above) === place.get(below)) return { by: 'nothing' };
      const [i, j] = [old.get(above) ?? 0, old.get(below) ?? 0];
      const asBefore = i < j ? before.separation(i, j) : null;
      if (asBefore !== null && asBefore.by !== 'nothing') return asBefore;
      const decision = moves.get(above.entry.id);
      return decision === undefined
        ? { by: 'nothing' }
        : { by: 'place_above', decision: decision.id, reason: decision.reason };
    },
  };
}
