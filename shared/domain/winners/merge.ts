import type { Decision, TieVerdict } from '../../model/standing';
import type { TieRule } from '../../model/rules';
import { betterBy, type Candidate, type Evaluation } from '../evaluation';
import type { Direction } from '../methods/outcome';
import { equal, zero, type Rational } from '../rational';
import { verdictOf } from '../tieSteps';
import type { Group } from '../ties';
import type { Ranked } from './overrides';

/** Equals of several categories in one list. */
export interface MergedGroup {
  readonly members: readonly { readonly candidate: Candidate; readonly field: Ranked }[];
  readonly shared: boolean;
  readonly tried: readonly TieRule[];
  readonly toDecide: readonly TieVerdict[];
}

/** Equals of one of several lists. */
interface Placed<G> {
  readonly group: G;
  /** Which of the lists. */
  readonly list: number;
  readonly total: Rational;
  /** How many of the category with an equal total stand above. */
  readonly depth: number;
}

/**
 * One list of several categories: by total; of equal totals first who has fewer equals of the own category above; then
 * what people decided about exactly these. Criteria of different categories are not compared. Who was put above
 * somebody stands here with that one's total. One category alone keeps its own list.
 */
export function mergedGroups(fields: readonly Ranked[]): readonly MergedGroup[] {
  const [only] = fields;
  if (only !== undefined && fields.length === 1) {
    return only.ranking.groups.map(({ members, shared, tried, toDecide }) => ({
      members: members.map((candidate) => ({ candidate, field: only })),
      shared,
      tried,
      toDecide,
    }));
  }
  const levels = levelsOf<Group>(
    fields.map((f) => f.ranking.groups),
    only?.ev.direction ?? 'higher',
  );
  return levels.flatMap((equals) => {
    const [one] = equals;
    const members = equals.flatMap(({ group, list }) => {
      const field = fields[list];
      return field === undefined ? [] : group.members.map((candidate) => ({ candidate, field }));
    });
    if (one === undefined || only === undefined) return [];
    const { shared, tried, toDecide } = one.group;
    return equals.length === 1 ? [{ members, shared, tried, toDecide }] : decided(members, only.ev);
  });
}

interface Equals {
  readonly members: readonly { readonly total: Rational | null }[];
}

/** Several ranked lists as one, level by level, before anybody decided about equals of different lists. */
export function levelsOf<G extends Equals>(
  lists: readonly (readonly G[])[],
  direction: Direction,
): readonly (readonly Placed<G>[])[] {
  const better = betterBy(direction);
  const placed = lists
    .flatMap((groups, list) => placedIn(groups, list, direction))
    .toSorted((a, b) => better(b.total, a.total) || a.depth - b.depth);
  const levels: Placed<G>[][] = [];
  for (const each of placed) {
    const last = levels.at(-1)?.[0];
    if (last !== undefined && equal(last.total, each.total) && last.depth === each.depth) levels.at(-1)?.push(each);
    else levels.push([each]);
  }
  return levels;
}

/** With what total each group of a category stands beside other categories: who was put above somebody, with that one's. */
export function standingTotals(groups: readonly Equals[], direction: Direction): readonly Rational[] {
  const totals: Rational[] = [];
  const better = betterBy(direction);
  let most: Rational | null = null;
  for (const group of groups.toReversed()) {
    const own = group.members[0]?.total ?? zero;
    most = most === null || better(own, most) > 0 ? own : most;
    totals.push(most);
  }
  return totals.toReversed();
}

function placedIn<G extends Equals>(groups: readonly G[], list: number, direction: Direction): readonly Placed<G>[] {
  const totals = standingTotals(groups, direction);
  let depth = 0;
  return groups.map((group, i) => {
    const total = totals[i] ?? zero;
    const before = totals[i - 1];
    depth = before !== undefined && equal(before, total) ? depth + (groups[i - 1]?.members.length ?? 0) : 0;
    return { group, list, total, depth };
  });
}

/** Decisions of the round about all of a group, whichever category they were recorded under; the latest of its kind. */
function decided(members: MergedGroup['members'], ev: Evaluation): readonly MergedGroup[] {
  const { ties, jury } = ev.input.contest.rules;
  const isShared = ties.some((step) => step.rule === 'shared_place');
  const end = ties.findIndex((step) => step.rule === 'shared_place');
  const steps = (end < 0 ? ties : ties.slice(0, end)).flatMap(({ rule }) => {
    const kind = verdictOf(rule);
    return kind === null || (kind === 'casting_vote' && !jury.chairCastingVote) ? [] : [{ rule, kind }];
  });
  const split = (
    group: MergedGroup['members'],
    depth: number,
    tried: readonly TieRule[],
    toDecide: readonly TieVerdict[],
  ): readonly MergedGroup[] => {
    const step = steps[depth];
    if (group.length < 2 || step === undefined) return [{ members: group, shared: isShared, tried, toDecide }];
    const decision = latest(group, step.kind, ev);
    if (decision === undefined) return split(group, depth + 1, tried, [...toDecide, step.kind]);
    const voted = step.kind === 'open_vote' && decision.votes.length === decision.order.length;
    const key = ({ candidate }: (typeof group)[number]): number => {
      const index = decision.order.indexOf(candidate.entry.id);
      return voted ? (decision.votes[index] ?? 0) : -index;
    };
    const sorted = group.toSorted((a, b) => key(b) - key(a));
    const groups: (typeof sorted)[] = [];
    for (const each of sorted) {
      const last = groups.at(-1);
      if (last?.[0] !== undefined && key(last[0]) === key(each)) last.push(each);
      else groups.push([each]);
    }
    const now = tried.includes(step.rule) ? tried : [...tried, step.rule];
    return groups.flatMap((g) => split(g, depth + 1, now, toDecide));
  };
  return split(members, 0, [], []);
}

const latest = (group: MergedGroup['members'], kind: TieVerdict, ev: Evaluation): Decision | undefined =>
  ev.input.decisions
    .filter((d) => d.kind === kind && d.round === ev.target.id)
    .toSorted((a, b) => b.id - a.id)
    .find((d) => group.every(({ candidate }) => d.order.includes(candidate.entry.id)));
