import { grantBestValue, grantByRank, type Request } from '../domain/allocation/budget';
import { selectByRank, type Blocked, type Quota, type Selection } from '../domain/allocation/quotas';
import { uniteLists } from '../domain/allocation/union';
import { compare, divide, multiply, rational, zero, type Rational } from '../domain/rational';
import { exactly, ownOf } from './people';
import { refuse, type Path } from './problem';
import { written, type Json } from './result';
import type { Rules } from './schema';
import type { Stage } from './stages';

export interface Chosen {
  readonly selection: Selection | null;
  readonly belowThreshold: ReadonlySet<number>;
}

/** Winners by rank under the quotas, of those who reach the threshold. */
export function choose(stage: Stage, rules: Rules, path: Path): Chosen {
  const { winners } = rules;
  const below = belowThreshold(stage, rules, [...path, 'winners', 'threshold']);
  if (winners === undefined) return { selection: null, belowThreshold: below };
  const groups = stage.resolved.groups.map((g) => g.filter((i) => !below.has(i))).filter((g) => g.length > 0);
  const quotas = (winners.quotas ?? []).map((q, k): Quota => {
    if (q.max === undefined && q.min === undefined) refuse([...path, 'winners', 'quotas', k], 'needs max or min');
    return {
      name: q.by,
      groupOf: (i) => ownOf(stage.nominees[i]?.attributes, q.by) ?? null,
      only: q.value ?? null,
      max: q.max ?? null,
      min: q.min ?? null,
    };
  });
  const seats = winners.count ?? groups.flat().length;
  return { selection: selectByRank(groups, seats, quotas), belowThreshold: below };
}

function belowThreshold(stage: Stage, rules: Rules, path: Path): ReadonlySet<number> {
  const threshold = rules.winners?.threshold;
  if (threshold === undefined) return new Set();
  const value = exactly(threshold.value, [...path, 'value']);
  const of = exactly(threshold.of ?? 100, [...path, 'of']);
  const needed = threshold.as === 'percent' ? divide(multiply(value, of), rational(100)) : value;
  const reaches = (total: Rational | null): boolean => {
    if (total === null) return false;
    const order = stage.direction === 'higher' ? compare(total, needed) : compare(needed, total);
    return threshold.strict === true ? order > 0 : order >= 0;
  };
  return new Set(stage.totals.flatMap((total, i) => (reaches(total) ? [] : [i])));
}

const names = (stage: Stage, members: readonly number[]): readonly string[] =>
  members.flatMap((i) => stage.nominees[i]?.id ?? []);
const nameOf = (stage: Stage, i: number): string => stage.nominees[i]?.id ?? '';

const blockedReport = (stage: Stage, { nominee, quota, value, reason }: Blocked) => ({
  nominee: nameOf(stage, nominee),
  quota,
  value,
  reason,
});

export function selectionReport(stage: Stage, { selection, belowThreshold: below }: Chosen): Json | null {
  if (selection === null) return null;
  return {
    selected: names(stage, selection.selected),
    blocked: [
      ...selection.blocked.map((b) => blockedReport(stage, b)),
      ...selection.barredAfter.map((b) => ({ ...blockedReport(stage, b), afterLastSeat: true })),
    ],
    undecided:
      selection.undecided === null
        ? null
        : { nominees: names(stage, selection.undecided.nominees), seats: selection.undecided.seats },
    unsatisfied: selection.unsatisfied.map((u) => ({ ...u })),
    belowThreshold: names(stage, [...below]),
    vacant: selection.vacant,
  };
}

/** Grants by rank or best value, of those who reach the threshold and whom no quota blocks. */
export function budgetReport(stage: Stage, chosen: Chosen, rules: Rules, path: Path, digits: number): Json | null {
  const { budget } = rules;
  if (budget === undefined) return null;
  const at = [...path, 'budget'];
  const fund = exactly(budget.fund, [...at, 'fund']);
  const order = (chosen.selection?.selected ?? stage.resolved.groups.flat()).filter(
    (i) => !chosen.belowThreshold.has(i),
  );
  const requests = order.map((i): Request => {
    const person = stage.nominees[i];
    const own = ownOf(budget.costs, person?.id ?? '');
    const cost = own === undefined ? (person?.cost ?? null) : exactly(own, [...at, 'costs', person?.id ?? '']);
    if (cost === null) return refuse([...at, 'costs'], `no cost of nominee "${person?.id ?? ''}"`);
    if (cost.n < 0n) refuse([...at, 'costs', person?.id ?? ''], 'a cost is not negative');
    return { nominee: i, cost, value: stage.totals[i] ?? zero };
  });
  const granted =
    budget.rule === 'best_value' ? grantBestValue(requests, fund) : grantByRank(requests, fund, budget.rule);
  if (granted === null) return refuse(at, 'too many different ways to spend the fund: use whole amounts');
  const tied = tieAcrossFund(
    stage,
    requests,
    granted.grants.map((g) => g.nominee),
  );
  return {
    rule: budget.rule,
    grants: granted.grants.map((g) => ({
      nominee: nameOf(stage, g.nominee),
      amount: written(g.amount, digits),
      partial: g.partial,
    })),
    spent: written(granted.spent, digits),
    left: written(granted.left, digits),
    value: written(granted.value, digits),
    tooLarge: names(stage, granted.tooLarge),
    undecided: budget.rule === 'best_value' ? [] : names(stage, tied),
  };
}

/** Equals of whom some get a grant and others do not: the list of names alone decided that, so people have to. */
function tieAcrossFund(stage: Stage, requests: readonly Request[], granted: readonly number[]): readonly number[] {
  const asked = new Set(requests.map((r) => r.nominee));
  return stage.resolved.groups.flatMap((group) => {
    const own = group.filter((i) => asked.has(i));
    const got = own.filter((i) => granted.includes(i)).length;
    return got > 0 && got < own.length ? own : [];
  });
}

/** Two or more separate lists united: the first of each list, in the order in which the lists are named. */
export function unionReport(stages: readonly Stage[], rules: Rules, path: Path): Json | null {
  const { combination } = rules;
  if (combination?.by !== 'union') return null;
  const at = [...path, 'combination', 'lists'];
  const lists = combination.lists ?? refuse(at, 'a union needs its lists');
  const everybody = [...new Set(stages.flatMap((s) => s.nominees.map((n) => n.id)))].toSorted();
  const position = new Map(everybody.map((id, i) => [id, i]));
  const parts = uniteLists(
    lists.map((list, k) => {
      const stage =
        stages.find((s) => s.round.id === list.round) ?? refuse([...at, k, 'round'], `no round "${list.round}"`);
      const groups = stage.resolved.groups.map((g) => names(stage, g).flatMap((id) => position.get(id) ?? []));
      return { name: list.round, groups, seats: list.count };
    }),
  );
  const ids = (members: readonly number[]): readonly string[] => members.flatMap((i) => everybody[i] ?? []);
  return {
    selected: ids(parts.flatMap((p) => p.taken)),
    lists: parts.map((p) => ({
      round: p.list,
      taken: ids(p.taken),
      already: ids(p.already),
      undecided: ids(p.undecided),
    })),
  };
}
