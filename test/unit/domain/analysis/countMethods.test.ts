import { expect, test } from 'vitest';
import { compareMethods } from '@shared/domain/analysis/comparison';
import { juryQuality } from '@shared/domain/analysis/juryQuality';
import { explainPair } from '@shared/domain/explain';
import { isInPoints } from '@shared/domain/fieldMethods';
import { computeStanding } from '@shared/domain/standing';
import { fieldMethods, type AcrossJurors, type Threshold } from '@shared/model/rules';
import { contestOf, entryIn } from '../scoring/contest';

// What is thought about a ranking, where places and corrected scores make it.

/** The first is first for every juror, the last is last. */
const scores = {
  1: [10, 9, 10, 9, 10],
  2: [8, 8, 7, 8, 9],
  3: [6, 7, 8, 7, 5],
  4: [4, 5, 4, 4, 4],
  5: [1, 2, 1, 0, 2],
};
const contest = (acrossJurors: AcrossJurors['acrossJurors'], threshold: Threshold | null = null) =>
  contestOf({ aggregation: { acrossJurors }, rounds: [{ scores }], rules: { threshold } });

test.each(fieldMethods)(
  '%s: the other methods start from the sub-totals, and the official one is not among them',
  (own) => {
    const comparison = compareMethods(contest(own));
    if (comparison.state !== 'ready') throw new Error(comparison.state);
    expect(comparison.official).toEqual({ acrossJurors: own });
    expect(comparison.rows.map(({ entry, place }) => [entry, place])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [entryIn(0, n), n]),
    );
    const others = comparison.methods.flatMap((m) => (m.state === 'ranked' ? [[m.method, m.rows[0]?.entry]] : []));
    expect(others.map(([method]) => method)).not.toContain(own);
    expect(others.every(([, first]) => first === entryIn(0, 1))).toBe(true);
  },
);

test.each(fieldMethods)(
  '%s: how firm the places are is drawn where the figure is a mean of what the jurors gave',
  (own) => {
    const quality = juryQuality(contest(own));
    if (quality.state !== 'ready') throw new Error(quality.state);
    const isDrawn = ['rank_sum', 'borda', 'z_score', 'severity'].includes(own);
    expect(quality.stability.times).toBe(isDrawn ? 1000 : 0);
    if (isDrawn) expect(quality.stability.rows[0]).toMatchObject({ entry: entryIn(0, 1), low: 1, high: 1, share: 1 });
  },
);

test('a juror who gave to one of two alone stands beside nothing', () => {
  const input = contestOf({
    aggregation: { acrossJurors: 'rank_sum' },
    rounds: [{ scores: { 1: [9, 'R', 'R'], 2: [8, 7, 'R'] } }],
  });
  const pair = explainPair(input, entryIn(0, 1), entryIn(0, 2));
  expect(pair?.jurors.map(({ upper, lower }) => [upper?.text ?? null, lower?.text ?? null])).toEqual([
    ['1', '2'],
    [null, '1'],
  ]);
});

test('a threshold is asked of points, and of places, where a file has one, from above', () => {
  expect(fieldMethods.filter((acrossJurors) => isInPoints({ acrossJurors }))).toEqual(['severity']);
  expect(isInPoints({ acrossJurors: 'median' })).toBe(true);
  const laureates = (points: number, strict: boolean) =>
    computeStanding(contest('rank_sum', { points, strict, ifNone: null })).rows.map(({ status }) => status);
  // Sums of places 5, 11 …: one seat.
  expect(laureates(5, false)[0]).toBe('laureate');
  expect(laureates(5, true)).toEqual(['out', 'out', 'out', 'out', 'out']);
});

test('why one stands above the other: duels, widest paths, or the majority at a place', () => {
  // 1 is above 2 for two of three; 3 is seen by one juror alone.
  const listsBy = (acrossJurors: AcrossJurors['acrossJurors']) =>
    explainPair(
      contestOf({
        aggregation: { acrossJurors },
        rounds: [{ scores: { 1: [9, 8, 5], 2: [8, 7, 6], 3: [1, 'R', 'R'] } }],
      }),
      entryIn(0, 1),
      entryIn(0, 2),
    )?.lists;
  const round = 1;
  expect(listsBy('copeland')).toEqual([{ by: 'duel', round, upper: 2, lower: 1, paths: null }]);
  expect(listsBy('schulze')).toEqual([{ by: 'duel', round, upper: 2, lower: 1, paths: { upper: 2, lower: 0 } }]);
  // By skating only the first juror scored everybody.
  expect(listsBy('skating')).toEqual([
    { by: 'majority', round, place: 1, majority: 1, upper: 1, lower: 0, sums: null },
  ]);
  expect(listsBy('borda')).toEqual([]);
  const full = contestOf({
    aggregation: { acrossJurors: 'skating' },
    rounds: [{ scores: { 1: [9, 9, 5], 2: [8, 8, 9], 3: [7, 7, 6], 4: [1, 1, 1] } }],
  });
  // Place 2 or better: 2 of 3 for 1, all for 2.
  expect(explainPair(full, entryIn(0, 2), entryIn(0, 3))?.lists).toEqual([
    { by: 'majority', round, place: 2, majority: 2, upper: 3, lower: 1, sums: null },
  ]);
});

test('by skating equal majorities are told apart by the sum of their places, and nothing is said where all is equal', () => {
  const lists = (marks: Readonly<Record<number, readonly number[]>>) =>
    explainPair(
      contestOf({ aggregation: { acrossJurors: 'skating' }, rounds: [{ scores: marks }] }),
      entryIn(0, 1),
      entryIn(0, 2),
    )?.lists;
  const four = { 1: [9, 9, 8, 7, 6], 2: [8, 8, 9, 6, 7], 3: [7, 7, 7, 9, 9], 4: [1, 1, 1, 8, 8] };
  expect(lists(four)).toEqual([
    { by: 'majority', round: 1, place: 2, majority: 3, upper: 3, lower: 3, sums: { upper: 4, lower: 5 } },
  ]);
  expect(lists({ 1: [9, 7, 8], 2: [8, 9, 7], 3: [7, 8, 9] })).toEqual([]);
});
