import type { Category } from '../../model/category';
import type { CategoryId, EntryId } from '../../model/ids';
import type { Advance } from '../../model/round';
import type { Unmet } from '../../model/standing';
import { betterBy, type Candidate } from '../evaluation';
import type { Rational } from '../rational';
import { plainTies, type Outcome } from './outcome';
import type { Ranked } from './overrides';

type Cut = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'all' } | { readonly kind: 'regions' };

/** Who goes on: all whose total equals the total at the cut, whatever the chain says; nothing blocks. */
export function advanceOutcomes(fields: readonly Ranked[]): ReadonlyMap<CategoryId, Outcome> {
  const regions = fields.some(({ ev }) => ev.target.advance.mode === 'per_region') ? regionCuts(fields) : null;
  return new Map(fields.map((field) => [field.ev.category.id, outcomeOf(field, regions)]));
}

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
      return { kind: 'regions' };
  }
}

/** Of the best `count` of a region, over all categories together, the last one's total; null where there are no more. */
function regionCuts(fields: readonly Ranked[]): ReadonlyMap<string, Rational | null> {
  const totals = new Map<string, Rational[]>();
  let count = 0;
  const better = betterBy(fields[0]?.ev.direction ?? 'higher');
  for (const { ev, ranking } of fields) {
    if (ev.target.advance.mode === 'per_region') ({ count } = ev.target.advance);
    for (const { total, nominee } of ranking.order) {
      const region = regionOf(nominee);
      if (total === null || region === '') continue;
      const own = totals.get(region);
      if (own === undefined) totals.set(region, [total]);
      else own.push(total);
    }
  }
  return new Map([...totals].map(([region, own]) => [region, own.toSorted((a, b) => better(b, a))[count - 1] ?? null]));
}

const regionOf = ({ fields }: Candidate['nominee']): string => (fields['region'] ?? '').trim();

function outcomeOf(field: Ranked, regions: ReadonlyMap<string, Rational | null> | null): Outcome {
  const { ev, ranking } = field;
  const cut = cutOff(ev.target.advance, ev.category);
  const { order } = ranking;
  const better = betterBy(ev.direction);
  const atCut = cut.kind === 'count' ? (order[cut.count - 1]?.total ?? null) : null;
  const reaches = ({ total }: Candidate, cutAt: Rational | null): boolean =>
    cutAt === null || (total !== null && better(total, cutAt) >= 0);
  const goesOn = (candidate: Candidate): boolean => {
    if (cut.kind !== 'regions') return reaches(candidate, atCut);
    return reaches(candidate, regions?.get(regionOf(candidate.nominee)) ?? null);
  };
  const lost = cut.kind === 'regions' ? order.filter((c) => regionOf(c.nominee) === '') : [];
  const below = cut.kind === 'count' ? order.filter(goesOn).length : order.length;
  const missing = new Set<EntryId>(lost.map((c) => c.entry.id));
  return {
    line: cut.kind === 'count' ? { kind: 'advance', count: cut.count, below, decided: true } : null,
    verdictOf: (candidate) => {
      if (candidate.total === null) return { status: 'no_score', reason: null, grant: null };
      if (missing.has(candidate.entry.id)) return { status: 'undecided', reason: { by: 'region' }, grant: null };
      return { status: goesOn(candidate) ? 'advances' : 'out', reason: null, grant: null };
    },
    openTies: plainTies(field, below),
    unmet: lost.map((c): Unmet => ({ kind: 'region_missing', entry: c.entry.id })),
    settled: false,
    applied: [],
  };
}
