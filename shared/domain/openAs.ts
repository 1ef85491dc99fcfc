import { fullWeight } from '../model/criteria';
import type { RoundId } from '../model/ids';
import { levelNames, type Level } from '../model/level';
import type { Template } from '../model/template';

/**
 * A template of both levels as a contest of one. The round that sends a number of nominees per region is the last of the
 * region's own; the national contest begins after it. A region's contest has one category where the template names it:
 * a commission gives the nominees their categories later. Rules of rounds that are not there go.
 */
export function openAs(template: Template, level: Level): Template {
  const cut = template.rounds.findIndex((r) => r.advance.mode === 'per_region') + 1;
  const kept = level === 'regional' ? template.rounds.slice(0, cut) : template.rounds.slice(cut);
  const rounds = kept.map((round, i) => ({
    ...round,
    id: (i + 1) as RoundId,
    status: i === 0 ? ('open' as const) : ('waiting' as const),
    advance: i === kept.length - 1 ? ({ mode: 'all' } as const) : round.advance,
    // A stage that weighed nothing beside the next one is the whole contest here.
    weight: kept.length === 1 ? fullWeight : round.weight,
  }));
  const keys = new Set(rounds.map(({ key }) => key));
  const { rules, categories, regionalCategory } = template;
  const first = categories[0];
  const only = level === 'regional' && regionalCategory !== null && first !== undefined;
  return {
    ...template,
    rules: {
      ...rules,
      quotas: rules.quotas.filter(({ round }) => round === null || keys.has(round)),
      opensAs: [levelNames[level]],
    },
    categories: only ? [{ ...first, ...regionalCategory, placeholder: false }] : categories,
    rounds,
  };
}
