import { z } from 'zod';
import type { SnapshotCategory, SnapshotProblem, SnapshotStanding, SnapshotView } from '../model/openSnapshot';
import { compareCarried } from './carried';
import { isRecord } from './names';
import { rankSnapshot } from './rank';
import { reasonsOf, settledBy, type Names, type Told } from './reasons';
import type { CategoryReport, RankResult, StandingReport } from './result';

export type Read =
  | { readonly ok: true; readonly view: SnapshotView }
  | { readonly ok: false; readonly problems: readonly SnapshotProblem[] };

/** Ranks an open snapshot as `rank` does, by its own rules, and words the result for a screen: ids become names. */
export function readSnapshot(json: unknown): Read {
  const ranked = rankSnapshot(json);
  if (!ranked.ok) return ranked;
  return { ok: true, view: viewOf(isRecord(json) ? json : {}, ranked.value) };
}

const named = z.array(z.union([z.string(), z.object({ id: z.string(), name: z.string().optional() })]));

/** The name that a list gives to an id; the id where it gives none. */
function namesIn(list: unknown): (id: string) => string {
  const names = new Map<string, string>();
  const parsed = named.safeParse(list);
  for (const each of parsed.success ? parsed.data : []) {
    if (typeof each !== 'string' && each.name !== undefined) names.set(each.id, each.name);
  }
  return (id) => names.get(id) ?? id;
}

function viewOf(json: Readonly<Record<string, unknown>>, result: RankResult): SnapshotView {
  const nominee = namesIn(json['nominees']);
  const category = namesIn(json['categories']);
  const round = namesIn(json['rounds']);
  const carried = compareCarried(json['result'], result);
  const best = assigning.safeParse(json).success;
  return {
    title: result.title ?? null,
    carried:
      carried.kind === 'differs'
        ? {
            ...carried,
            rows: carried.rows.map((row) => ({
              ...row,
              category: category(row.category),
              nominee: nominee(row.nominee),
            })),
          }
        : carried,
    categories: result.categories.map((each) => categoryView(each, result, { nominee, category, round }, best)),
    awards: awardsOf(result.awards, { nominee, category }),
  };
}

const assigning = z.object({ rules: z.object({ laureates: z.object({ oneAward: z.literal('best') }) }) });

function categoryView(report: CategoryReport, result: RankResult, names: Names, best: boolean): SnapshotCategory {
  const id = report.category ?? '';
  return {
    id,
    name: names.category(id),
    standings: report.standings.map((standing) =>
      standingView(standing, names, reasonsOf(standing, report, result, names, best)),
    ),
    grants: grantsOf(report.budget, names) ?? paidIn(result.laureates, id, names),
    united: unitedOf(report.union, names),
  };
}

function standingView(
  standing: StandingReport,
  { nominee, round }: Names,
  toldOf: (nominee: string) => Told,
): SnapshotStanding {
  return {
    round: standing.after,
    name: round(standing.after),
    provisional: standing.provisional,
    rows: standing.rows.map(({ nominee: id, name, place, total, tied, status, aboveNext }) => ({
      id,
      name,
      place,
      total: total?.text ?? null,
      tied,
      status,
      ...toldOf(id),
      settledBy: settledBy({ aboveNext }),
    })),
    openTies: standing.openTies.map(({ nominees }) => nominees.map(nominee)),
  };
}

const grants = z.object({
  grants: z.array(z.object({ nominee: z.string(), amount: z.object({ text: z.string() }), partial: z.boolean() })),
});
const united = z.object({ lists: z.array(z.object({ round: z.string(), taken: z.array(z.string()) })) });
const awards = z.object({ laureates: z.record(z.string(), z.array(z.string())) });

function grantsOf(budget: CategoryReport['budget'], { nominee }: Names): SnapshotCategory['grants'] {
  if (budget === undefined) return null;
  return grants
    .parse(budget)
    .grants.map(({ nominee: id, amount, partial }) => ({ nominee: nominee(id), amount: amount.text, partial }));
}

const paid = z.array(
  z.object({
    categories: z.record(
      z.string(),
      z.array(
        z.object({
          nominee: z.string(),
          grant: z.object({ text: z.string() }).nullable(),
          reason: z.object({ by: z.string() }).nullable(),
        }),
      ),
    ),
  }),
);

/** Grants of the last list of laureates; null where no fund pays in this category. */
function paidIn(given: RankResult['laureates'], category: string, { nominee }: Names): SnapshotCategory['grants'] {
  const rows = paid.parse(given ?? []).at(-1)?.categories[category] ?? [];
  const own = rows.flatMap(({ nominee: id, grant, reason }) =>
    grant === null ? [] : [{ nominee: nominee(id), amount: grant.text, partial: reason?.by === 'partial' }],
  );
  return own.length === 0 ? null : own;
}

function unitedOf(union: CategoryReport['union'], { nominee, round }: Names): SnapshotCategory['united'] {
  if (union === undefined) return null;
  return united.parse(union).lists.map((list) => ({ list: round(list.round), nominees: list.taken.map(nominee) }));
}

function awardsOf(given: RankResult['awards'], names: Pick<Names, 'nominee' | 'category'>): SnapshotView['awards'] {
  if (given === undefined) return null;
  return Object.entries(awards.parse(given).laureates).map(([category, nominees]) => ({
    category: names.category(category),
    nominees: nominees.map(names.nominee),
  }));
}
