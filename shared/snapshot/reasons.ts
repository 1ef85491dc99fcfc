import { z } from 'zod';
import { settledSteps, type SnapshotReason, type SnapshotSettled } from '../model/openSnapshot';
import type { CategoryReport, RankResult, StandingReport, StandingRow } from './result';

/** What ids are called. */
export interface Names {
  readonly nominee: (id: string) => string;
  readonly category: (id: string) => string;
  readonly round: (id: string) => string;
}

/** What beyond the total decided about somebody in one standing. */
export interface Told {
  readonly reasons: readonly SnapshotReason[];
  readonly grant: string | null;
}

const plain = z.enum(['threshold', 'fund', 'partial', 'amount', 'not_chosen', 'region']);
const reason = z.discriminatedUnion('by', [
  z.object({ by: z.literal('quota'), quota: z.string(), value: z.string(), holders: z.array(z.string()) }),
  z.object({ by: z.literal('award'), category: z.string() }),
  z.object({ by: z.literal('list'), round: z.string() }),
  z.object({ by: z.enum(['excluded', 'added']), reason: z.string().optional() }),
  z.object({ by: plain }),
]);
const laureates = z.array(
  z.object({
    after: z.string(),
    categories: z.record(
      z.string(),
      z.array(
        z.object({
          nominee: z.string(),
          grant: z.object({ text: z.string() }).nullable(),
          reason: reason.nullable(),
        }),
      ),
    ),
  }),
);
const selection = z.object({
  blocked: z.array(
    z.object({ nominee: z.string(), quota: z.string(), value: z.string(), reason: z.string().optional() }),
  ),
});
const awards = z.object({
  rule: z.string(),
  blocked: z.array(z.object({ category: z.string(), nominee: z.string(), by: z.string() })),
});
const united = z.object({ lists: z.array(z.object({ round: z.string(), taken: z.array(z.string()) })) });

/**
 * Row by row what the result of `rank` says about somebody beyond place and total, in names: the rule that kept out or let
 * in, whom a full quota went to, the list of a union, the grant, and why people decided. `best`: awards go by the best sum
 * over all categories, so that who is passed over wins elsewhere.
 */
export function reasonsOf(
  standing: StandingReport,
  report: CategoryReport,
  result: Pick<RankResult, 'laureates' | 'awards'>,
  names: Names,
  best: boolean,
): (nominee: string) => Told {
  const reasons = new Map<string, SnapshotReason[]>();
  const grants = new Map<string, string>();
  const say = (nominee: string, one: SnapshotReason): void => {
    reasons.set(nominee, [...(reasons.get(nominee) ?? []), one]);
  };
  const id = report.category ?? '';
  const isLast = standing.after === report.standings.at(-1)?.after;
  for (const { nominee, quota, value } of standing.blocked ?? [])
    say(nominee, { by: 'quota', quota, value, holders: [] });
  const listed = laureates.parse(result.laureates ?? []).find(({ after }) => after === standing.after);
  for (const row of listed?.categories[id] ?? []) {
    if (row.grant !== null) grants.set(row.nominee, row.grant.text);
    if (row.reason !== null) for (const one of worded(row.reason, names, best)) say(row.nominee, one);
  }
  if (isLast) {
    for (const { nominee, quota, value, reason: why } of report.selection === undefined
      ? []
      : selection.parse(report.selection).blocked)
      say(
        nominee,
        why === 'seat_kept_for_minimum'
          ? { by: 'seat_kept', quota, value }
          : { by: 'quota', quota, value, holders: [] },
      );
    const given = result.awards === undefined ? null : awards.parse(result.awards);
    for (const { category, nominee, by } of given?.blocked ?? [])
      if (category === id)
        say(nominee, { by: given?.rule === 'best' ? 'awardBest' : 'award', category: names.category(by) });
    for (const { round, taken } of report.union === undefined ? [] : united.parse(report.union).lists)
      for (const nominee of taken) say(nominee, { by: 'united', list: names.round(round) });
  }
  return (nominee) => ({ reasons: reasons.get(nominee) ?? [], grant: grants.get(nominee) ?? null });
}

/** The state says already who is below a threshold. */
function worded(told: z.infer<typeof reason>, names: Names, best: boolean): readonly SnapshotReason[] {
  switch (told.by) {
    case 'quota':
      return [{ by: 'quota', quota: told.quota, value: told.value, holders: told.holders.map(names.nominee) }];
    case 'award':
      return [{ by: best ? 'awardBest' : 'award', category: names.category(told.category) }];
    case 'list':
      return [{ by: 'list', round: names.round(told.round) }];
    case 'excluded':
    case 'added':
      return [{ by: told.by, reason: told.reason ?? '' }];
    case 'threshold':
      return [];
    default:
      return [{ by: told.by }];
  }
}

/** What put a row above the next one where the total did not; figures that a step brought have a name of their own. */
export function settledBy({ aboveNext }: Pick<StandingRow, 'aboveNext'>): SnapshotSettled | null {
  if (aboveNext === null || aboveNext.by === 'total' || aboveNext.by === 'nothing') return null;
  const [first] = aboveNext.by.split(':');
  return settledSteps.find((step) => step === first) ?? 'figures';
}
