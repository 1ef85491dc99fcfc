import { describe, expect, test } from 'vitest';
import { unitedLaureates } from '@shared/domain/unitedLaureates';
import { advancing, computeStanding } from '@shared/domain/standing';
import type { Round } from '@shared/model/round';
import type { TieStep } from '@shared/model/rules';
import type { WinnersRule } from '@shared/model/category';
import type { StandingInput } from '@shared/domain/standing';
import { contestOf, decision, entryIn, jury, roundAt, tally, type RoundSpec } from './contest';

const ranked: WinnersRule = {
  mode: 'ranked',
  places: [1, 2, 3].map((place) => ({ place, count: 1 })),
};
const results = (more: Partial<Extract<Round['rules'], { kind: 'results_table' }>> = {}): Round['rules'] => ({
  kind: 'results_table',
  pointsByPlace: [10, 8, 6],
  participation: 1,
  ...more,
});
const everybody = { 1: 'admitted', 2: 'admitted', 3: 'admitted', 4: 'admitted' } as const;
/** `nominee: total (place)` down the list. */
const listed = (input: StandingInput) =>
  computeStanding(input).rows.map((r) => `${r.number}: ${r.total?.exact ?? '—'} (${r.place ?? '—'})`);
const rowsOf = (round: number, values: Readonly<Record<number, string | null>>) =>
  Object.entries(values).map(([n, value]) => tally(round, Number(n), value));

describe('tables become points', () => {
  test('places of several events are points that add up; who was absent has none, who is beyond the places one', () => {
    const rounds = [0, 1].map(() => ({ rules: results(), checks: everybody }));
    const input = contestOf({
      rounds,
      combination: 'sum',
      winners: ranked,
      ties: [{ rule: 'more_first_places' }, { rule: 'more_second_places' }, { rule: 'shared_place' }],
      tallies: [...rowsOf(0, { 1: '1', 2: '2', 3: '7', 4: null }), ...rowsOf(1, { 1: '2', 2: '1', 3: null, 4: '3' })],
    });
    expect(listed(input)).toEqual(['1: 18 (1)', '2: 18 (1)', '4: 6 (3)', '3: 1 (4)']);
  });

  test('equal sums are settled by first places over all tables, which a shared order of events would not show', () => {
    const chain: readonly TieStep[] = [{ rule: 'more_first_places' }, { rule: 'shared_place' }];
    const input = contestOf({
      rounds: [0, 1, 2].map(() => ({
        rules: results({ pointsByPlace: [9, 6, 3] }),
        checks: { 1: 'admitted', 2: 'admitted' },
      })),
      combination: 'sum',
      winners: ranked,
      ties: chain,
      tallies: [...rowsOf(0, { 1: '2', 2: '1' }), ...rowsOf(1, { 1: '2', 2: '3' }), ...rowsOf(2, { 1: '2', 2: '2' })],
    });
    const { rows } = computeStanding(input);
    expect(rows.map(({ number, place, total }) => [number, place, total?.exact])).toEqual([
      [2, 1, '18'],
      [1, 2, '18'],
    ]);
    expect(rows[0]?.aboveNext).toEqual({ by: 'table_places', place: 1, upper: 1, lower: 0 });
  });

  test('lower times make the places, equal ones share points; a higher sum without points by place is the figure', () => {
    const race = contestOf({
      rounds: [{ rules: results({ measure: 'lower' }), checks: everybody }],
      winners: ranked,
      tallies: rowsOf(0, { 1: '61.5', 2: '59.25', 3: '59.25', 4: null }),
    });
    expect(listed(race)).toEqual(['2: 10 (1)', '3: 10 (1)', '1: 6 (3)', '4: 0 (4)']);
    const games = contestOf({
      rounds: [{ rules: results({ measure: 'higher', pointsByPlace: [] }), checks: { 1: 'admitted', 2: 'admitted' } }],
      winners: ranked,
      tallies: [
        { entry: entryIn(0, 1), values: ['2', '1.5'], source: '', at: '' },
        { entry: entryIn(0, 2), values: ['3', '0.25'], source: '', at: '' },
      ],
    });
    expect(listed(games)).toEqual(['1: 7/2 (1)', '2: 13/4 (2)']);
  });

  test('right answers are worth their points, and a row that is missing is no zero', () => {
    const input = contestOf({
      rounds: [{ rules: { kind: 'count', questions: 12, pointsPerAnswer: 0.5 }, checks: everybody }],
      winners: ranked,
      tallies: rowsOf(0, { 1: '7', 2: '12', 3: null }),
    });
    expect(listed(input)).toEqual(['2: 6 (1)', '1: 7/2 (2)', '3: 0 (3)', '4: — (—)']);
  });

  test('a share of the maximum counts every question, and votes are asked for nothing', () => {
    const threshold = { percentOfMax: 50, strict: false, ifNone: null };
    const quiz = contestOf({
      rounds: [
        { rules: { kind: 'count', questions: 4, pointsPerAnswer: 2 }, checks: { 1: 'admitted', 2: 'admitted' } },
      ],
      winners: ranked,
      rules: { threshold },
      tallies: rowsOf(0, { 1: '2', 2: '1' }),
    });
    expect(computeStanding(quiz).rows.map(({ status }) => status)).toEqual(['laureate', 'out']);
    const vote = contestOf({
      rounds: [
        { rules: { kind: 'vote_import', columns: [], winnersCount: null }, checks: { 1: 'admitted', 2: 'admitted' } },
      ],
      winners: ranked,
      rules: { threshold: { points: 50, strict: false, ifNone: null } },
      tallies: rowsOf(0, { 1: '2', 2: '1' }),
    });
    expect(computeStanding(vote).rows.map(({ status }) => status)).toEqual(['laureate', 'laureate']);
  });

  test('votes are never added to anything', () => {
    const input = contestOf({
      rounds: [
        { rules: { kind: 'vote_import', columns: [], winnersCount: null }, checks: { 1: 'admitted', 2: 'admitted' } },
        { rules: { kind: 'count', questions: 4, pointsPerAnswer: 1 }, checks: { 1: 'admitted', 2: 'admitted' } },
      ],
      combination: 'sum',
      tallies: [...rowsOf(0, { 1: '900', 2: '1' }), ...rowsOf(1, { 1: '1', 2: '2' })],
    });
    expect(listed(input)).toEqual(['2: 2 (1)', '1: 1 (2)']);
  });
});

describe('a union of lists', () => {
  const vote = (winnersCount: number | null): Round['rules'] => ({ kind: 'vote_import', columns: [], winnersCount });
  const panel = (excludes: string | null): Round['rules'] => {
    const rules = jury();
    return rules.kind === 'jury' ? { ...rules, winnersCount: 1, excludesWinnersOf: excludes } : rules;
  };
  const union = (votes: Readonly<Record<number, string>>, second: RoundSpec, more: object = {}) =>
    contestOf({
      rounds: [
        { rules: vote(2), checks: everybody },
        { scores: { 1: [9], 2: [8], 3: [7], 4: [6] }, rules: panel('r1'), ...second },
      ],
      combination: 'union',
      winners: { mode: 'pooled' },
      jury: { minScoresPerNominee: 1 },
      tallies: rowsOf(0, votes),
      ...more,
    });
  const winners = (input: StandingInput) => {
    const list = unitedLaureates(input);
    return list.decided ? list.laureates.map(({ number, round }) => `${number} by ${round}`) : 'not decided';
  };

  test('whom the vote names does not go to the jury, and the jury names the next', () => {
    const input = union({ 1: '10', 2: '20', 3: '5', 4: '0' }, { scores: { 3: [7], 4: [6] } });
    expect(advancing({ ...input, round: roundAt(0) })).toEqual([entryIn(0, 3), entryIn(0, 4)]);
    expect(computeStanding({ ...input, round: roundAt(0) })).toMatchObject({
      settled: true,
      line: { kind: 'laureates', pool: 2 },
    });
    expect(winners(input)).toEqual(['1 by 1', '2 by 1', '3 by 2']);
  });

  test('somebody whom both would name is named once, and the seat goes further down', () => {
    const input = union({ 1: '10', 2: '20', 3: '5', 4: '0' }, {});
    const { rows } = computeStanding(input);
    expect(rows.map(({ number, status, reason }) => [number, status, reason?.by ?? null])).toEqual([
      [1, 'out', 'list'],
      [2, 'out', 'list'],
      [3, 'laureate', null],
      [4, 'out', null],
    ]);
    expect(winners(input)).toEqual(['1 by 1', '2 by 1', '3 by 2']);
  });

  test('where the jury leaves nobody out, the seat of somebody named twice stays with that one', () => {
    const input = union({ 1: '10', 2: '20', 3: '5', 4: '0' }, { rules: panel(null) });
    expect(advancing({ ...input, round: roundAt(0) })).toHaveLength(4);
    expect(winners(input)).toEqual(['1 by 1', '2 by 1']);
  });

  test('equal votes across the line leave the list open until people decide', () => {
    const votes = { 1: '10', 2: '20', 3: '10', 4: '0' };
    const ties: readonly TieStep[] = [{ rule: 'chair_casting_vote' }];
    const open = union(votes, {}, { ties });
    expect(winners(open)).toBe('not decided');
    const standing = computeStanding({ ...open, round: roundAt(0) });
    expect(standing.openTies).toMatchObject([{ crossesLine: true, seats: 1, toDecide: ['casting_vote'] }]);
    const decided = union(votes, {}, { ties, decisions: [decision('casting_vote', [3, 1])] });
    expect(winners(decided)).toEqual(['1 by 2', '2 by 1', '3 by 1']);
  });

  test('who wins by the vote and withdraws later makes room there, and is gone from the jury', () => {
    const input = union({ 1: '10', 2: '20', 3: '5', 4: '0' }, {}, { withdrawn: [2] });
    expect(winners(input)).toEqual(['1 by 1', '3 by 1', '4 by 2']);
  });
});
