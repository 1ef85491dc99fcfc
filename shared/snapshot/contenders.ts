import { betterBy } from '../domain/evaluation';
import type { Rational } from '../domain/rational';
import type { Runner } from '../domain/winners/ledger';
import { categoryId, entryId, nomineeId, type EntryId } from '../model/ids';
import { exactly, exactlyOrNull, ownOf, type Person } from './people';
import { refuse, type Path } from './problem';
import type { Rules } from './schema';
import type { CategorySource, Stage } from './stages';

export type Prizes = NonNullable<Rules['prizes']>[number];

/** A category of the snapshot as it was computed. */
export interface Computed {
  readonly source: CategorySource;
  readonly stages: readonly Stage[];
}

export interface Contender {
  readonly id: string;
  readonly person: Person;
  readonly total: Rational | null;
  readonly entry: { readonly id: EntryId };
  readonly nominee: Runner['candidate']['nominee'];
}

/** A category as it stands after a round that names winners. */
export interface Field {
  readonly category: Runner['category'];
  readonly prizes: Prizes;
  readonly path: Path;
  readonly stage: Stage;
  readonly groups: readonly { readonly members: readonly Contender[] }[];
  readonly unscored: readonly Contender[];
  /** Equals that nothing separates share their place. */
  readonly shared: boolean;
}

/** The categories that have something to win after a round, in their order; their entries are numbered from `from` + 1. */
export function fieldsAfter(categories: readonly Computed[], after: string, from: number): readonly Field[] {
  let entries = from;
  return categories.flatMap(({ source: { id, rules, rulesPath }, stages }, c): readonly Field[] => {
    const k = rules.prizes?.findIndex((p) => p.after === after) ?? -1;
    const prizes = rules.prizes?.[k];
    const stage = stages.find((s) => s.round.id === after);
    if (prizes === undefined || stage === undefined) return [];
    const path: Path = [...rulesPath, 'prizes', k];
    const ranked = new Set(stage.resolved.groups.flat());
    const contender = (i: number): readonly Contender[] => {
      const person = stage.nominees[i];
      if (person === undefined) return [];
      return [
        {
          id: person.id,
          person,
          total: ranked.has(i) ? (stage.totals[i] ?? null) : null,
          entry: { id: entryId.parse((entries += 1)) },
          nominee: { id: nomineeId.parse(person.number), fields: person.attributes },
        },
      ];
    };
    return [
      {
        category: { id: categoryId.parse(c + 1), key: id ?? '' },
        prizes,
        path,
        stage,
        groups: stage.resolved.groups.map((group) => ({ members: group.flatMap(contender) })),
        unscored: stage.nominees.flatMap((_, i) => (ranked.has(i) ? [] : contender(i))),
        shared: (rules.ties ?? []).some((step) => (typeof step === 'string' ? step : step.step) === 'shared'),
      },
    ];
  });
}

/** Best first, then those without a total. */
export const everybody = ({ groups, unscored }: Field): readonly Contender[] => [
  ...groups.flatMap((g) => g.members),
  ...unscored,
];

/** Whether the total is less than what the category asks of a laureate. */
export function isBelow({ prizes, stage, path }: Field, { id, total }: Contender): boolean {
  const { threshold } = prizes;
  if (threshold === undefined || total === null) return false;
  const { value } = threshold;
  const at: Path = [...path, 'threshold', 'value'];
  const needed = typeof value === 'object' ? exactlyOrNull(ownOf(value, id) ?? null, [...at, id]) : exactly(value, at);
  if (needed === null) return false;
  const difference = betterBy(stage.direction)(total, needed);
  return threshold.strict === true ? difference <= 0 : difference < 0;
}

/** What the rules say about rounds and people that are not there is a mistake in them. */
export function refuseUnknown(categories: readonly Computed[], laureates: Rules['laureates']): void {
  for (const { source } of categories) {
    source.rules.placedAbove?.forEach(({ after }, k) => {
      if (!source.rounds.some((r) => r.round.id === after))
        refuse([...source.rulesPath, 'placedAbove', k, 'after'], `no round "${after}"`);
    });
    if (laureates === undefined && source.rules.prizes !== undefined)
      refuse([...source.rulesPath, 'prizes'], 'prizes need the rules of laureates');
  }
  if (laureates === undefined) return;
  if (laureates.oneAward === 'best' && (laureates.quotas ?? []).length > 0)
    refuse(['rules', 'laureates', 'oneAward'], 'the best assignment knows no quotas');
  const rounds = new Set(categories.flatMap(({ source }) => source.rounds.map((r) => r.round.id)));
  laureates.lists.forEach(({ after }, k) => {
    if (!rounds.has(after)) refuse(['rules', 'laureates', 'lists', k, 'after'], `no round "${after}"`);
  });
  for (const { source } of categories) {
    const known = new Set(source.nominees);
    source.rules.prizes?.forEach((prizes, k) => {
      const at: Path = [...source.rulesPath, 'prizes', k];
      if (!laureates.lists.some((list) => list.after === prizes.after))
        refuse([...at, 'after'], `no list of laureates after "${prizes.after}"`);
      if (prizes.take === 'list' && prizes.lines === undefined) refuse(at, 'a list needs lines: where its prizes end');
      for (const key of ['added', 'excluded'] as const)
        prizes[key]?.forEach(({ nominee }, n) => {
          if (!known.has(nominee)) refuse([...at, key, n, 'nominee'], `no nominee "${nominee}" in the category`);
        });
      prizes.chosen?.forEach((nominee, n) => {
        if (!known.has(nominee)) refuse([...at, 'chosen', n], `no nominee "${nominee}" in the category`);
      });
    });
  }
}
