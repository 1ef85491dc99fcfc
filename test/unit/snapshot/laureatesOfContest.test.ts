import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laureatesOf } from '@shared/domain/laureates';
import { computeStandings, type StandingInput } from '@shared/domain/standing';
import type { EntryId } from '@shared/model/ids';
import type { RowReason, StandingRow } from '@shared/model/standing';
import { rankSnapshot } from '@shared/snapshot/rank';
import { snapshotOf } from '@shared/snapshot/ofContest';
import type { Round } from '@shared/model/round';
import { contestOf, decision, jury, tally, type Spec } from '../domain/scoring/contest';
import { randomWinners } from '../domain/scoring/randomWinners';
import { quota } from '../domain/scoring/winnersContest';
import { list, object, text, type Data } from './reference/case';

// Laureates by the application, and by `rank` from the open snapshot that it writes.

const named = (value: string) => ({ kk: value, ru: value, en: value });
const head = { title: named(''), edition: '', organiser: named(''), city: named(''), startsOn: null, endsOn: null };

/** Row by row of each list: what `rank` says. */
function told(input: StandingInput): ReadonlyMap<string, Data> {
  const jurors = input.jurors.map((j) => ({ ...j, name: '' }));
  const contest = { ...input.contest, head };
  const snapshot: unknown = JSON.parse(
    JSON.stringify(snapshotOf({ ...input, contest, jurors }, { textOf: ({ ru }) => ru, jurorsByName: false })),
  );
  const ranked = rankSnapshot(snapshot);
  if (!ranked.ok) throw new Error(ranked.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  const { laureates = [], categories } = ranked.value;
  const statusOf = new Map(
    categories.flatMap((c) =>
      c.standings.flatMap(({ after, rows }) => rows.map((r) => [`${after} ${c.category} ${r.nominee}`, r.status])),
    ),
  );
  return new Map(
    list(laureates).flatMap((made) => {
      const { after = null, categories: rows } = object(made);
      return Object.entries(object(rows)).flatMap(([category, each]) =>
        list(each).map((row) => {
          const key = `${text(after)} ${category} ${text(object(row)['nominee'])}`;
          return [key, { ...object(row), shown: statusOf.get(key) ?? null }] as const;
        }),
      );
    }),
  );
}

/** The same by the application, with names in place of its numbers. */
function own(input: StandingInput, index: number): ReadonlyMap<string, Data> {
  const { categories, rounds } = input.contest;
  const round = rounds[index];
  if (round === undefined) throw new Error('no such round');
  const standings = computeStandings({ ...input, round: round.id });
  const numbers = new Map(input.nominees.map((n) => [n.id, n.number]));
  const names = new Map(input.entries.map((e) => [e.id, `N${numbers.get(e.nominee)}`]));
  const nameOf = (entry: EntryId): string => names.get(entry) ?? '';
  const reasonOf = (reason: RowReason | null): Data | null => {
    if (reason === null) return null;
    const { by } = reason;
    if (by === 'quota') return { by, quota: reason.quota, value: reason.value, holders: reason.holders.map(nameOf) };
    if (by === 'award') return { by, category: categories.find((c) => c.id === reason.category)?.key ?? '' };
    if (by === 'list') return { by, round: rounds.find((r) => r.id === reason.round)?.key ?? '' };
    return by === 'added' || by === 'excluded' ? { by, reason: reason.reason } : { by };
  };
  const keyOf = new Map(categories.map((c) => [c.id, c.key]));
  // The list of laureates says of each the prize, once it is decided.
  const prizeOf = new Map(
    standings.flatMap((standing) => {
      const rule = categories.find((c) => c.id === standing.category)?.winners;
      const made = rule === undefined ? null : laureatesOf(standing, rule, input.nominees);
      return made?.decided === true ? made.laureates.map((l) => [l.entry, l.place] as const) : [];
    }),
  );
  const settled = new Set(standings.filter((s) => s.settled).map((s) => s.category));
  return new Map(
    standings.flatMap(({ category, rows }) =>
      rows.map((row) => [
        `${round.key} ${keyOf.get(category)} N${row.number}`,
        {
          status: row.status,
          reason: reasonOf(row.reason),
          grant: row.grant?.exact ?? null,
          shown: shownOf(row),
          ...(settled.has(category) ? { prize: prizeOf.get(row.entry) ?? null } : {}),
        },
      ]),
    ),
  );
}

function shownOf({ status, reason }: StandingRow): string {
  if (status === 'laureate') return 'selected';
  if (status === 'no_score') return 'no_total';
  if (status === 'undecided') return 'undecided';
  if (reason?.by === 'threshold') return 'below_threshold';
  return reason !== null && ['quota', 'award', 'list'].includes(reason.by) ? 'blocked' : 'out';
}

const comparable = (row: Data | undefined): Data | null => {
  if (row === undefined) return null;
  const { status = null, reason = null, grant = null, shown = null, prize = null } = row;
  const exact = typeof grant === 'object' && grant !== null && 'exact' in grant ? grant['exact'] : grant;
  return { status, reason, grant: exact ?? null, shown, prize };
};

test('rank names the laureates of the application, each with the rule or the people that decided', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(randomWinners, (input) => {
      const rows = told(input);
      for (const [key, expected] of own(input, 0)) {
        const row = rows.get(key);
        // While something is open the application names no prizes.
        const found = row === undefined || 'prize' in expected ? row : { ...row, prize: null };
        expect(comparable(found), key).toEqual(comparable(expected));
        const kind = `${text(expected['status'] ?? null)} ${expected['reason'] === null ? '' : text(object(expected['reason'])['by'])}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }),
    { numRuns: 800 },
  );
  for (const kind of [
    'laureate partial',
    'laureate added',
    'out award',
    'out excluded',
    'out fund',
    'out not_chosen',
    'out quota',
    'out threshold',
    'undecided amount',
  ])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
});

describe('a union of lists', () => {
  const panel = (excludesWinnersOf: string | null): Round['rules'] => {
    const rules = jury();
    return rules.kind === 'jury' ? { ...rules, winnersCount: 2, excludesWinnersOf } : rules;
  };
  const union = (without: string | null, more: Partial<Spec> = {}) =>
    contestOf({
      rounds: [
        {
          rules: { kind: 'vote_import', columns: [], winnersCount: 1 },
          checks: { 1: 'admitted', 2: 'admitted', 3: 'admitted', 4: 'admitted' },
        },
        { scores: { 1: [9], 2: [8], 3: [7], 4: [6] }, rules: panel(without) },
      ],
      combination: 'union',
      winners: { mode: 'pooled' },
      tallies: Object.entries({ 1: '10', 2: '20', 3: '5', 4: '0' }).map(([n, value]) => tally(0, Number(n), value)),
      ...more,
    });
  const university: Partial<Spec> = {
    fields: { 1: { university: 'A' }, 2: { university: 'A' }, 3: { university: 'B' }, 4: { university: 'B' } },
    rules: { quotas: [quota({ maxWinners: 1 })] },
  };

  test.each<readonly [string, StandingInput]>([
    ['whom the vote names is not named again', union('r1')],
    ['nobody is left out', union(null)],
    ['a quota counts those of the vote too, and names them', union('r1', university)],
    ['equals are decided by people', union('r1', { ties: [{ rule: 'draw' }], decisions: [decision('draw', [3, 1])] })],
  ])('%s', (_what, input) => {
    const rows = told(input);
    for (const [key, expected] of own(input, 1)) expect(comparable(rows.get(key)), key).toEqual(comparable(expected));
    const first = [...own(input, 0)].filter(([, { status }]) => status === 'laureate').map(([key]) => key);
    expect(
      [...rows].filter(([key, { status }]) => key.startsWith('r1') && status === 'laureate').map(([k]) => k),
    ).toEqual(first);
  });

  test('of a personal field a quota tells only who shares a value', () => {
    const input = union('r1', university);
    const [category] = input.contest.categories;
    if (category === undefined) throw new Error('no category');
    const label = named('');
    const field = { id: 'university', label, type: 'text' as const, required: false, pii: true };
    const personal = { ...input, contest: { ...input.contest, categories: [{ ...category, fields: [field] }] } };
    const rows = told(personal);
    expect(rows.get('r2 best N1')).toMatchObject({ reason: { by: 'quota', value: '1', holders: ['N2'] } });
  });
});
