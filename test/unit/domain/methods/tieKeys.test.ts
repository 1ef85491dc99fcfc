import { describe, expect, test } from 'vitest';
import { resolveTies, type TieKey } from '@shared/domain/methods/tieBreak';
import {
  bestRunsKey,
  countbackKey,
  decidedKey,
  drawnKey,
  figureKey,
  medianKey,
  placesKey,
  supportersKey,
} from '@shared/domain/methods/tieKeys';
import { range } from '@shared/domain/methods/outcome';
import { tableOf } from './table';

/** What one step makes of a group in which all are equal. */
const split = (key: TieKey['key'], nominees: number) => resolveTies([range(nominees)], [{ name: 'step', key }]).groups;

describe('steps of a tie chain', () => {
  test('a figure: the higher first, or the lower where low is good; unknown for one, it says nothing', () => {
    const [figures = []] = tableOf([[5, 7, 5]]);
    expect(split(figureKey(figures, 'higher'), 3)).toEqual([[1], [0, 2]]);
    expect(split(figureKey(figures, 'lower'), 3)).toEqual([[0, 2], [1]]);
    const [gap = []] = tableOf([[5, 7, null]]);
    expect(split(figureKey(gap, 'higher'), 3)).toEqual([[0, 1, 2]]);
  });
  test('the median of an even number is the mean of the middle two', () => {
    // 5.5 against 5.
    const table = tableOf([
      [1, 5, 6, 9],
      [5, 5, 5, 9],
    ]);
    expect(split(medianKey(table, 'higher'), 2)).toEqual([[0], [1]]);
    expect(split(medianKey(table, 'lower'), 2)).toEqual([[1], [0]]);
  });
  test('first places: two firsts of one juror count for both, and then there is no second (1-1-3)', () => {
    const table = tableOf([
      [9, 9, 5],
      [9, 8, 5],
      [8, 8, null],
    ]);
    // First places: 0 has 3, 1 has 2, 2 none. Second: 0 none; 1 one (juror 2); 2 one (juror 2).
    expect(split(placesKey(table, 'higher', 1), 3)).toEqual([[0], [1], [2]]);
    expect(split(placesKey(table, 'higher', 2), 3)).toEqual([[1, 2], [0]]);
  });
  test('countback: more of the best mark that anybody got, then of the next; where low is good, of the lowest', () => {
    const table = tableOf([
      [12, 10, 1],
      [12, 8, 8],
    ]);
    expect(split(countbackKey(table, 'higher'), 2)).toEqual([[0], [1]]);
    expect(split(countbackKey(table, 'lower'), 2)).toEqual([[0], [1]]);
    expect(
      split(
        countbackKey(
          tableOf([
            [3, 2],
            [3, 1],
          ]),
          'lower',
        ),
        2,
      ),
    ).toEqual([[1], [0]]);
  });
  test('supporters: more voters who gave anything; a zero is no support', () => {
    const table = tableOf([
      [12, 0, null],
      [4, 4, 4],
      [6, 6, 0],
    ]);
    expect(split(supportersKey(table), 3)).toEqual([[1], [2], [0]]);
  });
  test('best runs: equal bests are separated by the second best; a missing run is worse than any', () => {
    const points = tableOf([
      [92, 80],
      [85, 92],
      [92, null],
    ]);
    expect(split(bestRunsKey(points, 'higher'), 3)).toEqual([[1], [0], [2]]);
    const seconds = tableOf([
      [10, 14],
      [12, 10],
      [10, null],
    ]);
    expect(split(bestRunsKey(seconds, 'lower'), 3)).toEqual([[1], [0], [2]]);
  });
  test('a decision orders a group that it names whole, and is silent about any other', () => {
    expect(split(decidedKey([2, 0, 1]), 3)).toEqual([[2], [0], [1]]);
    expect(split(decidedKey([2, 0]), 3)).toEqual([[0, 1, 2]]);
  });
});

describe('a recorded draw', () => {
  const drawn = (names: readonly string[], seed: string) =>
    split(drawnKey(names, seed), names.length)
      .flat()
      .map((i) => names[i]);

  test('can be repeated by anybody: FNV-1a of seed, line feed and name, finished as in splitmix64', () => {
    // Computed by a separate program: for seed 7, A 13197831924113519878, B 10890052338218800085, C 1817252544019639606,
    // D 15176571895150589934; for 2026, A 38676…, C 132413…, B 136114…, D 138957….
    expect(drawn(['A', 'B', 'C', 'D'], '7')).toEqual(['C', 'B', 'A', 'D']);
    expect(drawn(['A', 'B', 'C', 'D'], '2026')).toEqual(['A', 'C', 'B', 'D']);
    expect(drawnKey(['A'], '7')(0, [0], 1)).toEqual([
      { n: 13_197_831_924_113_519_878n, d: 1n },
      { n: 0n, d: 1n },
    ]);
  });
  test('does not depend on the order in which the names are listed', () => {
    expect(drawn(['D', 'A', 'C', 'B'], '7')).toEqual(['C', 'B', 'A', 'D']);
  });
  test('gives everybody the same chance', () => {
    const firsts = range(900).map((seed) => drawn(['Ахметов', 'Ким', 'Öz'], String(seed))[0]);
    // 300 each; five standard deviations are 71.
    for (const name of ['Ахметов', 'Ким', 'Öz'])
      expect(Math.abs(firsts.filter((f) => f === name).length - 300)).toBeLessThan(71);
  });
});
