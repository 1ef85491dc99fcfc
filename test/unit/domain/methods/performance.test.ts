import { describe, expect, test } from 'vitest';
import type { Across } from '@shared/domain/methods/aggregate';
import { combineAttempts, scorePerformance, type PerformedPart } from '@shared/domain/methods/performance';
import { fromDecimal, rational } from '@shared/domain/rational';
import { doubles, tableOf } from './table';

const mean: Across = { by: 'mean', highest: 0, lowest: 0 };
const unrounded = { criterion: null, weighted: null, card: null };
const part = (marks: readonly (number | null)[], rest: Partial<PerformedPart> = {}): PerformedPart => ({
  marks: tableOf([marks])[0] ?? [],
  base: rational(0),
  factor: rational(1),
  name: null,
  rounding: {},
  across: null,
  ...rest,
});
const performance = (parts: readonly PerformedPart[], points = 0, bonus = 0, penalty = 0) => ({
  parts,
  points: rational(points),
  bonus: rational(bonus),
  penalty: rational(penalty),
});

describe('a performance', () => {
  test('a dive: of seven marks the two highest and two lowest are dropped, the sum times the difficulty', () => {
    // 7.5 + 7.5 + 8 = 23; 23 × 3.2 = 73.6.
    const dive = performance([part([7, 7.5, 8, 7.5, 6.5, 8, 8.5], { factor: fromDecimal('3.2') })]);
    const { score, parts } = scorePerformance(dive, { by: 'sum', highest: 2, lowest: 2 }, rational(1), unrounded);
    expect(doubles([score])).toEqual([73.6]);
    expect(parts[0]?.dropped).toEqual([0, 4, 5, 6]);
  });
  test('execution is 10 less the deductions; difficulty and bonus are added, the penalty taken off', () => {
    // (10 − 1.2) + 5 + 1 − 0.3 is 14.5 with a penalty of 3/10.
    const routine = performance([part([1, 1.2, 1.4], { base: rational(10), factor: rational(-1) })], 5, 1);
    const { score, judged } = scorePerformance({ ...routine, penalty: rational(3, 10) }, mean, rational(1), unrounded);
    expect(doubles([judged, score])).toEqual([8.8, 14.5]);
  });
  test('every stage that the rules round exists only rounded from there on', () => {
    // The panel's mean is 23/3. Rounded to 7.67, times 1.5 = 11.505, to 1 digit 11.5; the score 11.5 to 0 digits 12.
    const own = performance([part([7, 8, 8], { factor: fromDecimal('1.5') })]);
    const staged = (rounding: Partial<Record<keyof typeof unrounded, number>>) =>
      doubles([scorePerformance(own, mean, rational(1), { ...unrounded, ...rounding }).score]);
    expect(staged({})).toEqual([11.5]);
    expect(staged({ criterion: 2 })).toEqual([11.505]);
    expect(staged({ criterion: 2, weighted: 1 })).toEqual([11.5]);
    expect(staged({ criterion: 2, weighted: 1, card: 0 })).toEqual([12]);
  });
  test('a panel of its own is put together by its own rule', () => {
    const sync = performance([part([1, 2, 9]), part([1, 2, 9], { across: { by: 'median', highest: 0, lowest: 0 } })]);
    const { parts } = scorePerformance(sync, mean, rational(1), unrounded);
    expect(doubles(parts.map((p) => p.panel))).toEqual([4, 2]);
  });
  test('a factor of all parts multiplies the panels, not what no panel gave', () => {
    // 10 + 2 × 3 × 4, and 5 points.
    const own = performance([part([4, 4], { base: rational(10), factor: rational(2) })], 5);
    expect(doubles([scorePerformance(own, mean, rational(3), unrounded).score])).toEqual([39]);
  });
  test('a part that nobody marked leaves the performance without a score, not with less', () => {
    const { score, judged, parts } = scorePerformance(
      performance([part([7, 8]), part([null, null])], 5),
      mean,
      rational(1),
      unrounded,
    );
    expect([score, judged]).toEqual([null, null]);
    expect(doubles(parts.map((p) => p.value))).toEqual([7.5, null]);
  });
});

describe('several attempts', () => {
  const of = (by: 'sum' | 'mean' | 'best' | 'last', runs: readonly (number | null)[], keep = 1) =>
    doubles([combineAttempts(tableOf([runs])[0] ?? [], { by, keep })])[0];
  test('a mean and a sum need every attempt, for what was not performed is not zero', () => {
    expect(of('mean', [80, 92, 89])).toBe(87);
    expect(of('mean', [80, null, 89])).toBeNull();
    expect(of('sum', [80, 92])).toBe(172);
    expect(of('sum', [80, null])).toBeNull();
  });
  test('the last attempt counts even where it is worse, and not performed it is no figure', () => {
    expect(of('last', [92, 80])).toBe(80);
    expect(of('last', [92, null])).toBeNull();
    expect(of('last', [null, 92])).toBe(92);
  });
  test.each(['sum', 'mean', 'best', 'last'] as const)('%s of nothing performed is no figure', (by) => {
    expect(of(by, [null, null])).toBeNull();
    expect(of(by, [])).toBeNull();
  });
});
