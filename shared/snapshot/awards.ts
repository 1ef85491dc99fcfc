import { assignBest, assignGreedy } from '../domain/allocation/awards';
import type { Rational } from '../domain/rational';
import { byId, exactlyOrNull, ownOf, requireNominee, type People } from './people';
import { refuse, type Path } from './problem';
import { written, type Json } from './result';
import type { Rules, Snapshot } from './schema';
import type { CategorySource, Stage } from './stages';

/**
 * One award each, over all categories: figures from a table of the rules, else the totals of the categories' last
 * standings. Null where the rules do not ask for it.
 */
export function awardsReport(
  snapshot: Snapshot,
  people: People,
  categories: readonly { readonly source: CategorySource; readonly stages: readonly Stage[] }[],
  digits: number,
): Json | null {
  const rules = snapshot.rules?.awards;
  if (rules === undefined) return null;
  const path: Path = ['rules', 'awards'];
  const nominees = [...people.nominees.keys()].toSorted(byId);
  const byCategory = new Map<string, readonly (Rational | null)[]>();
  let lower = false;
  if (rules.table !== undefined) {
    for (const [category, row] of Object.entries(rules.table)) {
      for (const id of Object.keys(row)) requireNominee(people, id, [...path, 'table', category, id]);
      byCategory.set(
        category,
        nominees.map((id) => exactlyOrNull(ownOf(row, id) ?? null, [...path, 'table', category, id])),
      );
    }
  } else {
    for (const { source, stages } of categories) {
      const last = stages.at(-1);
      if (last === undefined) continue;
      lower ||= last.direction === 'lower';
      const totals = new Map(last.nominees.map((n, i) => [n.id, last.totals[i] ?? null]));
      byCategory.set(
        source.id ?? '',
        nominees.map((id) => totals.get(id) ?? null),
      );
    }
  }
  const ids = [...byCategory.keys()].toSorted(byId);
  const problem = {
    figures: ids.map((id) => byCategory.get(id) ?? []),
    seats: ids.map((id) => ownOf(rules.seats, id) ?? seatsOf(id, snapshot.rules, categories)),
    direction: (rules.sense ?? (lower ? 'min' : 'max')) === 'max' ? ('higher' as const) : ('lower' as const),
  };
  const order = (rules.order ?? ids).map((id, k) => {
    const index = ids.indexOf(id);
    return index < 0 ? refuse([...path, 'order', k], `no category "${id}"`) : index;
  });
  if (rules.rule === 'greedy') {
    const missing = ids.find((_, index) => !order.includes(index));
    if (missing !== undefined) refuse([...path, 'order'], `does not name category "${missing}"`);
  }
  const awarded = rules.rule === 'best' ? assignBest(problem) : assignGreedy(problem, order);
  const name = (i: number): string => nominees[i] ?? '';
  return {
    rule: rules.rule,
    laureates: Object.fromEntries(ids.map((id, c) => [id, (awarded.laureates[c] ?? []).map(name)])),
    total: written(awarded.total, digits),
    unique: awarded.unique,
    vacant: awarded.vacant.map((v) => ({ category: ids[v.category] ?? '', seats: v.seats })),
    blocked: awarded.blocked.map((b) => ({
      category: ids[b.category] ?? '',
      nominee: name(b.nominee),
      by: ids[b.by] ?? '',
    })),
    undecided: awarded.undecided.map((u) => ({ category: ids[u.category] ?? '', nominees: u.nominees.map(name) })),
  };
}

function seatsOf(
  id: string,
  rules: Rules | undefined,
  categories: readonly { readonly source: CategorySource }[],
): number {
  const own = categories.find((c) => c.source.id === id)?.source.rules.winners?.count;
  return own ?? rules?.winners?.count ?? 1;
}
