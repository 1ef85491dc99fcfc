import { describe, expect, test } from 'vitest';
import { aggregate, type Across } from '@shared/domain/methods/aggregate';
import { combineRounds, normalise } from '@shared/domain/methods/combine';
import { groupsByScore, placesOf } from '@shared/domain/methods/outcome';
import type { PlaceStyle } from '@shared/model/rules';
import { combineAttempts } from '@shared/domain/methods/performance';
import { severityAdjusted } from '@shared/domain/methods/severity';
import { standardised } from '@shared/domain/methods/standardised';
import { resolveTies } from '@shared/domain/methods/tieBreak';
import { headToHeadKey } from '@shared/domain/methods/tieKeys';
import { fromDecimal, rational, toFraction } from '@shared/domain/rational';
import { doubles, tableOf } from './table';

const trimmed = (by: Across['by'], trim = 1): Across => ({ by, highest: trim, lowest: trim });
const plain = (by: Across['by']): Across => trimmed(by, 0);

describe('marks of several jurors', () => {
  test('a missing juror is missing: neither zero nor in the way of trimming', () => {
    const outcome = aggregate(tableOf([[7, null, 9, 5, 8]]), trimmed('mean'), 'higher', null);
    expect(doubles(outcome.scores)).toEqual([7.5]);
  });
  test('too few marks to drop any: all are kept, and it is said', () => {
    const outcome = aggregate(
      tableOf([
        [7, 9],
        [1, 5],
      ]),
      trimmed('mean'),
      'higher',
      null,
    );
    expect(doubles(outcome.scores)).toEqual([8, 3]);
    expect(outcome.notices.map((n) => n.kind)).toEqual(['too-few-to-trim', 'too-few-to-trim']);
  });
  test('a sum over a row with gaps is the mean times the number of jurors, and is named so', () => {
    const outcome = aggregate(
      tableOf([
        [6, 6, null],
        [5, 5, 5],
      ]),
      plain('sum'),
      'higher',
      null,
    );
    expect(doubles(outcome.scores)).toEqual([18, 15]);
    expect(outcome.notices).toEqual([{ kind: 'sum-estimated', nominee: 0, scores: 2, jurors: 3 }]);
  });
  test('a trimmed sum with too few marks to trim stands for the whole row', () => {
    const outcome = aggregate(tableOf([[7, 9]]), trimmed('sum'), 'higher', null);
    expect(doubles(outcome.scores)).toEqual([16]);
    const kept = aggregate(tableOf([[7, 9, 1, 8, null]]), trimmed('sum'), 'higher', null);
    // 7 and 8 are kept of four marks; a full row would keep three.
    expect(doubles(kept.scores)).toEqual([22.5]);
  });
  test('no marks: no figure and no place', () => {
    const outcome = aggregate(
      tableOf([
        [null, null],
        [5, 6],
      ]),
      plain('mean'),
      'higher',
      null,
    );
    expect(outcome.scores[0]).toBeNull();
    expect(outcome.groups).toEqual([[1]]);
  });
  test('thirds tie exactly where doubles would not', () => {
    const outcome = aggregate(
      tableOf([
        [0.1, 0.2, 0.3],
        [0.2, 0.2, 0.2],
      ]),
      plain('sum'),
      'higher',
      null,
    );
    expect(outcome.groups).toEqual([[0, 1]]);
  });
  test('rounding half away from zero makes ties where the rules round', () => {
    const table = tableOf([
      [1.005, 1.005],
      [1.01, 1.01],
    ]);
    expect(aggregate(table, plain('mean'), 'higher', 2).groups).toEqual([[0, 1]]);
    expect(aggregate(table, plain('mean'), 'higher', null).groups).toEqual([[1], [0]]);
  });
  test('a juror who marks all alike has no influence on standardised marks', () => {
    const outcome = standardised(
      tableOf([
        [5, 1],
        [5, 2],
        [5, 3],
      ]),
      'higher',
    );
    expect(doubles(outcome.scores)).toEqual([-0.5, 0, 0.5]);
  });
});

describe('additive severity', () => {
  test('who was marked only by the strict is not punished', () => {
    // Juror 2 gives two less than juror 1; the last nominee was marked by juror 2 alone.
    const outcome = severityAdjusted(
      tableOf([
        [8, 6],
        [6, 4],
        [null, 6.5],
      ]),
      'higher',
    );
    expect(doubles(outcome.scores)).toEqual([7, 5, 7.5]);
    expect(outcome.groups).toEqual([[2], [0], [1]]);
  });
  test('parts that no juror connects are not compared but named', () => {
    const outcome = severityAdjusted(
      tableOf([
        [8, null],
        [6, null],
        [null, 6],
      ]),
      'higher',
    );
    expect(outcome.groups).toEqual([]);
    expect(outcome.notices).toEqual([{ kind: 'not-comparable', parts: [[0, 1], [2]] }]);
  });
});

describe('places', () => {
  const groups = [[0], [1, 2], [3]];
  test.each<readonly [PlaceStyle, readonly number[]]>([
    ['standard', [1, 2, 2, 4]],
    ['modified', [1, 3, 3, 4]],
    ['dense', [1, 2, 2, 3]],
    ['ordinal', [1, 2, 3, 4]],
    ['fractional', [1, 2.5, 2.5, 4]],
  ])('%s', (style, expected) => {
    expect(doubles(placesOf(groups, 4, style))).toEqual(expected);
  });
});

describe('rounds', () => {
  const round = (scores: readonly (number | null)[], factor = 1) => {
    const exact = scores.map((s) => (s === null ? null : fromDecimal(s)));
    const groups = groupsByScore(exact, 'higher');
    const places = placesOf(groups, scores.length, 'standard');
    return { factor: rational(factor), direction: 'higher' as const, scores: exact, places };
  };
  const rule = { keep: 1, missing: 'no_total' as const, digits: null };

  test('a round that was not performed is not zero, unless the rules say so', () => {
    const rounds = [round([9, 8]), round([null, 7])];
    expect(doubles(combineRounds(rounds, 2, { ...rule, by: 'sum' }).totals)).toEqual([null, 15]);
    expect(doubles(combineRounds(rounds, 2, { ...rule, by: 'sum', missing: 'zero' }).totals)).toEqual([9, 15]);
  });
  test('the best of several needs only as many as there are', () => {
    const rounds = [round([9, 8, null]), round([4, 7, null]), round([7, null, null])];
    expect(doubles(combineRounds(rounds, 3, { ...rule, by: 'best', keep: 2 }).totals)).toEqual([16, 15, null]);
  });
  test('a mean weighs every round by its factor; factors that sum to zero weigh nothing', () => {
    // (3·8 + 1·4) / 4.
    expect(doubles(combineRounds([round([8], 3), round([4], 1)], 1, { ...rule, by: 'mean' }).totals)).toEqual([7]);
    expect(combineRounds([round([8], 0)], 1, { ...rule, by: 'mean' }).totals).toEqual([null]);
  });
  test('factored places: half the place of the first round and the whole of the second, the lowest is best', () => {
    const half = { ...round([9, 8, 7]), factor: rational(1, 2) };
    const { totals, direction } = combineRounds([half, round([1, 3, 2])], 3, { ...rule, by: 'places' });
    expect([doubles(totals), direction]).toEqual([[3.5, 2, 3.5], 'lower']);
  });
  test('where low is good the best of several is the lowest', () => {
    const times = [round([58.2]), round([57.1]), round([60])].map((r) => ({ ...r, direction: 'lower' as const }));
    const best = combineRounds(times, 1, { ...rule, by: 'best', keep: 2 });
    expect([doubles(best.totals), best.direction]).toEqual([[115.3], 'lower']);
  });
  test('points and times are never added, only their places', () => {
    const mixed = [round([9, 8]), { ...round([57, 58]), direction: 'lower' as const }];
    expect(() => combineRounds(mixed, 2, { ...rule, by: 'sum' })).toThrow(RangeError);
    expect(combineRounds(mixed, 2, { ...rule, by: 'places' }).direction).toBe('lower');
  });
  test('no round at all is no total', () => {
    expect(combineRounds([], 2, { ...rule, by: 'sum' })).toEqual({ totals: [null, null], direction: 'higher' });
  });
  test('a failed attempt does not lower the best', () => {
    const runs = [80, null, 92].map((x) => (x === null ? null : rational(x)));
    expect(combineAttempts(runs, { by: 'best', keep: 1 })).toEqual(rational(92));
    expect(combineAttempts(runs, { by: 'best', keep: 2 })).toEqual(rational(172));
    expect(combineAttempts(runs, { by: 'sum', keep: 1 })).toBeNull();
  });
  test('shares, relations to the best, ranges and points by place', () => {
    const exact = [30, 50, 20].map((x) => rational(x));
    const places = placesOf(groupsByScore(exact, 'higher'), 3, 'fractional');
    const by = (how: Parameters<typeof normalise>[3]) =>
      normalise(exact, places, 'higher', how).totals.map((t) => (t === null ? null : toFraction(t)));
    expect(by({ by: 'share' })).toEqual(['3/10', '1/2', '1/5']);
    expect(by({ by: 'of_best' })).toEqual(['3/5', '1', '2/5']);
    expect(by({ by: 'range' })).toEqual(['1/3', '1', '0']);
    expect(by({ by: 'rank_points' })).toEqual(['2', '3', '1']);
    expect(by({ by: 'points', points: [rational(12), rational(10)] })).toEqual(['10', '12', '0']);
  });
  test('equals share the points of their places', () => {
    const exact = [5, 5, 1].map((x) => rational(x));
    const places = placesOf(groupsByScore(exact, 'higher'), 3, 'fractional');
    const how = { by: 'points' as const, points: [rational(12), rational(10), rational(8)] };
    expect(doubles(normalise(exact, places, 'higher', how).totals)).toEqual([11, 11, 8]);
  });
  test('times: the best is 1 and the others less, and from then on higher is better', () => {
    const exact = [60, 50, 75].map((x) => rational(x));
    const places = placesOf(groupsByScore(exact, 'lower'), 3, 'fractional');
    const relative = normalise(exact, places, 'lower', { by: 'of_best' });
    expect([relative.totals.map((t) => t && toFraction(t)), relative.direction]).toEqual([
      ['5/6', '1', '2/3'],
      'higher',
    ]);
    const range = normalise(exact, places, 'lower', { by: 'range' });
    expect(range.totals.map((t) => t && toFraction(t))).toEqual(['3/5', '1', '0']);
    expect(normalise(exact, places, 'lower', { by: 'none' })).toEqual({ totals: exact, direction: 'lower' });
  });
  test.each(['share', 'of_best', 'range', 'rank_points'] as const)('%s: who has no figure gets none', (by) => {
    const exact = [null, rational(4)];
    const places = placesOf(groupsByScore(exact, 'higher'), 2, 'fractional');
    expect(normalise(exact, places, 'higher', { by }).totals[0]).toBeNull();
    expect(normalise([null], [null], 'higher', { by }).totals).toEqual([null]);
  });
  test.each(['share', 'of_best', 'range'] as const)('%s: of nothing but zeros everybody has zero', (by) => {
    const exact = [rational(0), rational(0)];
    expect(normalise(exact, [rational(1), rational(1)], 'higher', { by }).totals).toEqual(exact);
  });
});

describe('keys of a tie chain', () => {
  test('head to head: who is above on more cards inside the group stands first', () => {
    const table = tableOf([
      [6, 6, 6],
      [9, 5, 5],
      [6, 6, 7],
    ]);
    expect(resolveTies([[0, 1, 2]], [{ name: 'h', key: headToHeadKey(table, 'higher') }]).groups).toEqual([
      [2],
      [0],
      [1],
    ]);
    expect(resolveTies([[0, 1]], [{ name: 'h', key: headToHeadKey(table, 'lower') }]).groups).toEqual([[1], [0]]);
  });
});
