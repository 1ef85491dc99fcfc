import type { Advance } from '../model/round';
import type { Category, WinnersRule } from '../model/category';
import type { Line, OpenTie, RowStatus } from '../model/standing';
import { isLastRound } from './combination';
import type { Evaluation } from './evaluation';
import { compare } from './rational';
import type { Group, Ranking } from './ties';

/** What the rules make of a ranking: where the line lies, how each scored row stands, and which ties stay open. */
export interface Outcome {
  readonly line: Line | null;
  readonly statusOf: (group: Group) => RowStatus;
  readonly openTies: readonly OpenTie[];
}

/** The line of laureates in the last round, the cut-off to the next round in every other. */
export function outcomeOf(ev: Evaluation, ranking: Ranking): Outcome {
  return isLastRound(ev.input.contest, ev.target)
    ? laureateOutcome(ev.category.winners, ranking)
    : advanceOutcome(cutOff(ev.target.advance, ev.category), ranking);
}

/**
 * Where prizes end, as numbers of rows from the top, ascending: between two of these any order is as good as any other.
 * Null where the ranking alone does not tell (pooled, the jury's own choice, grants until the fund ends).
 */
function prizeLines(rule: WinnersRule): readonly number[] | null {
  switch (rule.mode) {
    case 'single':
    case 'laureates_unranked':
      return [rule.count];
    case 'grants_by_rank':
      return rule.count === null ? null : [rule.count];
    case 'ranked': {
      let below = 0;
      return rule.places.toSorted((a, b) => a.place - b.place).map((p) => (below += p.count));
    }
    case 'pooled':
    case 'jury_choice':
      return null;
  }
}

const endOf = (group: Group): number => group.start + group.members.length;
const crosses = (group: Group, line: number): boolean => group.start < line && line < endOf(group);
const isTie = (group: Group): boolean => group.members.length > 1;

/**
 * An unsettled tie across a prize line blocks; one wholly between two lines needs no resolving. Where the chain ends
 * with a shared place, all who share the last laureate's place are laureates.
 */
function laureateOutcome(rule: WinnersRule, ranking: Ranking): Outcome {
  const lines = prizeLines(rule);
  const count = lines?.at(-1);
  if (lines === null || count === undefined) return noLine(ranking, 'undecided');
  const acrossTheLast = ranking.groups.find((g) => crosses(g, count));
  const below = acrossTheLast?.shared === true ? endOf(acrossTheLast) : Math.min(count, ranking.order.length);
  const decided = ranking.order.length > 0 && (acrossTheLast === undefined || acrossTheLast.shared);
  const openTies = ranking.groups
    .filter((g) => isTie(g) && !g.shared)
    .map((g) => openTie(g, lines.find((line) => crosses(g, line)) ?? null, below));
  const status = (group: Group): RowStatus =>
    !decided && group === acrossTheLast ? 'undecided' : group.start < below ? 'laureate' : 'out';
  return { line: { kind: 'laureates', count, below, decided }, statusOf: status, openTies };
}

type Cut = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'all' } | { readonly kind: 'unknown' };

/** How many of a category go on. A category that a list of counts does not name is not cut. */
function cutOff(rule: Advance, category: Category): Cut {
  switch (rule.mode) {
    case 'all':
      return { kind: 'all' };
    case 'each_category':
      return { kind: 'count', count: rule.count };
    case 'per_category': {
      const count = rule.counts[category.key];
      return count === undefined ? { kind: 'all' } : { kind: 'count', count };
    }
    case 'per_region':
      return { kind: 'unknown' };
  }
}

/** All whose total equals the total at the cut advance, whatever the chain says; nothing blocks. */
function advanceOutcome(cut: Cut, ranking: Ranking): Outcome {
  if (cut.kind !== 'count') return noLine(ranking, cut.kind === 'all' ? 'advances' : 'undecided');
  const { order } = ranking;
  const atCut = order[cut.count - 1]?.total ?? null;
  const below =
    atCut === null ? order.length : order.filter((c) => c.total !== null && compare(c.total, atCut) >= 0).length;
  return {
    line: { kind: 'advance', count: cut.count, below, decided: true },
    statusOf: (group) => (group.start < below ? 'advances' : 'out'),
    openTies: ranking.groups.filter((g) => isTie(g) && !g.shared).map((g) => openTie(g, null, below)),
  };
}

function noLine(ranking: Ranking, status: RowStatus): Outcome {
  return {
    line: null,
    statusOf: () => status,
    openTies: ranking.groups.filter((g) => isTie(g) && !g.shared).map((g) => openTie(g, null, ranking.order.length)),
  };
}

/** `across`: the prize line that the tie lies on, or null where it need not be resolved and so asks nobody. */
function openTie(group: Group, across: number | null, below: number): OpenTie {
  return {
    entries: group.members.map((c) => c.entry.id),
    place: group.start + 1,
    crossesLine: across !== null,
    seats: Math.max(0, Math.min((across ?? below) - group.start, group.members.length)),
    tried: group.tried,
    toDecide: across === null ? [] : group.toDecide,
  };
}
