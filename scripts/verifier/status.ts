import type { Doc } from './doc';
import { order } from './fraction';
import type { Candidate, Standing } from './standing';

type Groups = readonly (readonly Candidate[])[];

/** How everybody in a group of equals stands; `start` is how many stand above the group. */
export type StatusOf = (start: number, size: number) => string;

export function statusesOf(groups: Groups, standing: Standing): StatusOf {
  const { contest } = standing.scores;
  const category = contest.get('categories').list.find((c) => c.get('id').number === standing.category);
  const isLast = contest.get('rounds').list.at(-1)?.get('id').number === standing.round.get('id').number;
  if (category === undefined) return () => 'undecided';
  return isLast ? laureates(category, contest) : advancing(groups, standing.round, category);
}

function laureates(category: Doc, contest: Doc): StatusOf {
  const count = prizes(category.get('winners'));
  if (count === null) return () => 'undecided';
  const isShared = contest
    .get('rules')
    .get('ties')
    .list.some((step) => step.get('rule').text === 'shared_place');
  const crosses = (start: number, size: number): boolean => start < count && count < start + size;
  return (start, size) => {
    if (crosses(start, size)) return isShared ? 'laureate' : 'undecided';
    return start < count ? 'laureate' : 'out';
  };
}

/** How many win; null where the ranking alone does not tell. */
function prizes(winners: Doc): number | null {
  switch (winners.get('mode').text) {
    case 'single':
    case 'laureates_unranked':
      return winners.get('count').number;
    case 'grants_by_rank':
      return winners.get('count').isNull ? null : winners.get('count').number;
    case 'ranked':
      return winners.get('places').list.reduce((sum, place) => sum + place.get('count').number, 0);
    default:
      return null;
  }
}

/** All whose total equals that at the cut go on. */
function advancing(groups: Groups, round: Doc, category: Doc): StatusOf {
  const rule = round.get('advance');
  const mode = rule.get('mode').text;
  if (mode === 'per_region') return () => 'undecided';
  const own = mode === 'per_category' ? rule.get('counts').get(category.get('key').text) : undefined;
  const count = mode === 'each_category' ? rule.get('count').number : own?.value === undefined ? null : own.number;
  if (count === null) return () => 'advances';
  const ranked = groups.flat();
  const atCut = ranked[count - 1]?.total ?? null;
  const above = atCut === null ? ranked : ranked.filter((c) => c.total !== null && order(c.total, atCut) >= 0);
  return (start) => (start < above.length ? 'advances' : 'out');
}
