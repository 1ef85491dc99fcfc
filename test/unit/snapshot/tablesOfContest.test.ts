import { expect, test } from 'vitest';
import { computeStanding, type StandingInput } from '@shared/domain/standing';
import type { Round } from '@shared/model/round';
import { snapshotOf } from '@shared/snapshot/ofContest';
import { rankSnapshot } from '@shared/snapshot/rank';
import { contestOf, tally } from '../domain/scoring/contest';

const text = (value: string) => ({ kk: value, ru: value, en: value });
const head = { title: text('Байқау'), edition: '', organiser: text(''), city: text(''), startsOn: null, endsOn: null };
const everybody = { 1: 'admitted', 2: 'admitted', 3: 'admitted' } as const;
const results: Round['rules'] = { kind: 'results_table', pointsByPlace: [10, 8.5], participation: 1 };
const quiz: Round['rules'] = { kind: 'count', questions: 9, pointsPerAnswer: 0.5 };
const vote: Round['rules'] = { kind: 'vote_import', columns: [], winnersCount: null };

/** Total and place of everybody after each round, by the contest and by its snapshot. */
function both(input: StandingInput) {
  const contest = { ...input.contest, head };
  const jurors = input.jurors.map((j) => ({ ...j, name: '' }));
  const snapshot: unknown = JSON.parse(
    JSON.stringify(snapshotOf({ ...input, contest, jurors }, { textOf: ({ ru }) => ru, jurorsByName: false })),
  );
  const ranked = rankSnapshot(snapshot);
  if (!ranked.ok) throw new Error(ranked.problems.map((p) => `${p.path}: ${p.message}`).join());
  const standings = ranked.value.categories[0]?.standings ?? [];
  return input.contest.rounds.map(({ id, key }) => ({
    own: computeStanding({ ...input, round: id }).rows.map((r) => [`N${r.number}`, r.place, r.total?.exact ?? null]),
    told: standings
      .find(({ after }) => after === key)
      ?.rows.map(({ nominee, place, total }) => [nominee, place, total?.exact ?? null]),
  }));
}

test('equal points are told apart by first and second places over the tables', () => {
  const rows = (round: number, values: Readonly<Record<number, string | null>>) =>
    Object.entries(values).map(([n, value]) => tally(round, Number(n), value));
  const table: Round['rules'] = { kind: 'results_table', pointsByPlace: [10, 5, 0], participation: 0 };
  const sums = both(
    contestOf({
      rounds: [table, table, table].map((rules) => ({ rules, checks: everybody })),
      combination: 'sum',
      ties: [{ rule: 'more_first_places' }, { rule: 'more_second_places' }],
      tallies: [
        ...rows(0, { 1: '2', 2: '1', 3: '3' }),
        ...rows(1, { 1: '2', 2: '3', 3: '1' }),
        ...rows(2, { 1: '3', 2: '3', 3: '4' }),
      ],
    }),
  );
  for (const { own, told } of sums) expect(told).toEqual(own);
  // Ten points each: 2 and 3 have a first place, 1 two second ones.
  expect(sums[2]?.own.map(([n, place]) => [n, place])).toEqual([
    ['N2', 1],
    ['N3', 1],
    ['N1', 3],
  ]);
});

test('votes, results and counts come along, and rank as in the contest', () => {
  const rows = (round: number, values: Readonly<Record<number, string | null>>) =>
    Object.entries(values).map(([n, value]) => tally(round, Number(n), value));
  const sums = both(
    contestOf({
      rounds: [
        { rules: results, checks: everybody },
        { rules: quiz, checks: everybody },
        { rules: vote, checks: everybody },
        { scores: { 1: [3, 4], 2: [9, 8], 3: [5, 5] } },
      ],
      combination: 'sum',
      aggregation: { perJuror: 'points', rounding: { round: 0 } },
      ties: [{ rule: 'criteria_by_descending_weight' }, { rule: 'more_first_places' }, { rule: 'shared_place' }],
      tallies: [
        ...rows(0, { 1: '1', 2: '2', 3: null }),
        ...rows(1, { 1: '3', 2: '9', 3: '8' }),
        ...rows(2, { 1: '120', 2: '7', 3: '119' }),
      ],
    }),
  );
  expect(sums).toHaveLength(4);
  for (const { own, told } of sums) expect(told).toEqual(own);
  expect(sums[2]?.own[0]).toEqual(['N1', 1, '120']);
});
