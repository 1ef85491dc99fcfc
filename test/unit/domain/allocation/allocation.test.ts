import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBest, assignGreedy } from '@shared/domain/allocation/awards';
import { grantBestValue, grantByRank, type Request } from '@shared/domain/allocation/budget';
import { selectByRank, type Quota } from '@shared/domain/allocation/quotas';
import { uniteLists } from '@shared/domain/allocation/union';
import { rational, toFraction } from '@shared/domain/rational';
import { tableOf } from '../methods/table';

const singles = (n: number): readonly (readonly number[])[] => Array.from({ length: n }, (_, i) => [i]);
const byValue = (values: readonly (string | null)[], limits: Partial<Quota>): Quota => ({
  name: 'university',
  groupOf: (i) => values[i] ?? null,
  only: null,
  max: null,
  min: null,
  ...limits,
});

describe('quotas', () => {
  test('who is blocked by which rule', () => {
    const result = selectByRank(singles(5), 3, [byValue(['A', 'A', 'A', 'B', 'C'], { max: 2 })]);
    expect(result.selected).toEqual([0, 1, 3]);
    expect(result.blocked).toEqual([{ nominee: 2, quota: 'university', value: 'A', reason: 'max_reached' }]);
  });
  test('a seat is kept for a minimum only when it has to be', () => {
    const quota = byValue(['A', 'A', 'A', 'B'], { min: 1, only: 'B' });
    const result = selectByRank(singles(4), 3, [quota]);
    expect(result.selected).toEqual([0, 1, 3]);
    expect(result.blocked[0]).toMatchObject({ nominee: 2, reason: 'seat_kept_for_minimum' });
  });
  test('a minimum that nobody is left for is named, and its seat stays empty', () => {
    const result = selectByRank(singles(2), 3, [byValue(['A', 'A'], { min: 1, only: 'B' })]);
    expect(result).toMatchObject({ selected: [0, 1], vacant: 1 });
    expect(result.unsatisfied).toEqual([{ quota: 'university', value: 'B', missing: 1 }]);
  });
  test('equals across the last seat, or across a maximum, stay undecided', () => {
    expect(selectByRank([[0], [1, 2], [3]], 2, []).undecided).toEqual({ nominees: [1, 2], seats: 1 });
    const result = selectByRank([[0, 1], [2]], 2, [byValue(['A', 'A', 'B'], { max: 1 })]);
    expect(result.undecided).toEqual({ nominees: [0, 1], seats: 2 });
  });
  test('who has no value is not concerned', () => {
    expect(selectByRank(singles(3), 3, [byValue([null, null, 'A'], { max: 0 })]).selected).toEqual([0, 1]);
  });
  test('a minimum for every value: each university that anybody comes from gets its seat', () => {
    const result = selectByRank(singles(4), 3, [byValue(['A', 'A', 'B', 'C'], { min: 1 })]);
    expect(result.selected).toEqual([0, 2, 3]);
    expect(result.blocked).toMatchObject([{ nominee: 1, value: 'B', reason: 'seat_kept_for_minimum' }]);
    expect(result.unsatisfied).toEqual([]);
  });
  test('equals of whom one is blocked: the others compete, and the rule that blocks is named', () => {
    const quotas = [byValue(['A', 'A', 'B', null], { max: 1 }), byValue(['A', 'A', 'B', null], { min: 0 })];
    const result = selectByRank([[0], [1, 2, 3]], 2, quotas);
    expect(result.undecided).toEqual({ nominees: [2, 3], seats: 1 });
    expect(result.blocked).toEqual([{ nominee: 1, quota: 'university', value: 'A', reason: 'max_reached' }]);
  });
  test('equals who all fit are all in, whoever of them a maximum does not concern', () => {
    const quotas = [byValue(['A', null, null], { max: 1 }), byValue([null, null, null], {})];
    expect(selectByRank([[0, 1, 2]], 3, quotas)).toMatchObject({ selected: [0, 1, 2], undecided: null, vacant: 0 });
  });
});

describe('a fund', () => {
  const requests = (pairs: readonly (readonly [number, number])[]): readonly Request[] =>
    pairs.map(([cost, value], nominee) => ({ nominee, cost: rational(cost), value: rational(value) }));
  const asked = requests([
    [50, 9],
    [40, 8],
    [30, 7],
    [5, 6],
  ]);

  test('ends by rank: stop, skip, or a part for the first that does not fit', () => {
    const of = (rule: 'stop' | 'skip' | 'partial') => {
      const { grants, left } = grantByRank(asked, rational(82), rule);
      return [grants.map((g) => [g.nominee, toFraction(g.amount)]), toFraction(left)];
    };
    expect(of('stop')).toEqual([[[0, '50']], '32']);
    expect(of('skip')).toEqual([
      [
        [0, '50'],
        [2, '30'],
      ],
      '2',
    ]);
    expect(of('partial')).toEqual([
      [
        [0, '50'],
        [1, '32'],
      ],
      '0',
    ]);
  });
  test('the best value is the best of all choices, the cheapest of these, and prefers the first', () => {
    const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 30 }), (pairs, fund) => {
        const ways = Array.from({ length: 2 ** pairs.length }, (_, mask) => {
          const chosen = pairs.map((p, i) => ({ p, i })).filter(({ i }) => (mask >> (pairs.length - 1 - i)) % 2 === 1);
          const total = (k: 0 | 1): number => chosen.reduce((t, { p }) => t + p[k], 0);
          return {
            mask,
            cost: total(0),
            value: total(1),
            chosen: chosen.filter(({ p }) => p[1] > 0).map(({ i }) => i),
          };
        });
        const [best] = ways
          .filter((w) => w.cost <= fund && w.chosen.length === w.mask.toString(2).replaceAll('0', '').length)
          .toSorted((a, b) => b.value - a.value || a.cost - b.cost || b.mask - a.mask);
        const granted = grantBestValue(requests(pairs), rational(fund));
        expect(granted?.grants.map((g) => g.nominee)).toEqual(best?.chosen);
      }),
    );
  });
});

describe('one award each', () => {
  const figures = tableOf([
    [9, 8, null],
    [8, 1, null],
  ]);
  test('greedy by rank blocks the second award and says by which', () => {
    const result = assignGreedy({ figures, seats: [1, 1], direction: 'higher' }, [0, 1]);
    expect(result.laureates).toEqual([[0], [1]]);
    expect(result.blocked).toEqual([{ category: 1, nominee: 0, by: 0 }]);
  });
  test('equal figures: the greedy award goes to whom the caller put first', () => {
    const result = assignGreedy({ figures: tableOf([[7, 7, 7]]), seats: [2], direction: 'higher' }, [0]);
    expect(result.laureates).toEqual([[0, 1]]);
  });
  test('another assignment as good is said, but not another seat of the same category', () => {
    const one = { figures: tableOf([[7, 7]]), seats: [1], direction: 'higher' } as const;
    expect(assignBest(one).unique).toBe(false);
    expect(assignBest({ ...one, seats: [2] })).toMatchObject({ laureates: [[0, 1]], unique: true, vacant: [] });
  });
  test('without categories there is nothing to award', () => {
    const result = assignBest({ figures: [], seats: [], direction: 'higher' });
    expect([result.laureates, toFraction(result.total), result.vacant]).toEqual([[], '0', []]);
  });
  test('the assignment finds the larger total', () => {
    const result = assignBest({ figures, seats: [1, 1], direction: 'higher' });
    expect([result.laureates, toFraction(result.total), result.unique]).toEqual([[[1], [0]], '16', true]);
  });
  test('a category for which nobody eligible is left is vacant, never filled against the rule', () => {
    const result = assignBest({
      figures: tableOf([
        [5, null],
        [7, null],
      ]),
      seats: [1, 1],
      direction: 'higher',
    });
    expect(result.vacant).toEqual([{ category: 0, seats: 1 }]);
    expect(result.laureates).toEqual([[], [0]]);
  });
  test('is the best over all assignments, filling as many seats as possible', () => {
    const cell = fc.option(fc.integer({ min: -3, max: 9 }), { freq: 3 });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(table, fc.constantFrom('higher' as const, 'lower' as const), (rows, direction) => {
        const sign = direction === 'higher' ? 1 : -1;
        const tryAll = (
          category: number,
          used: readonly number[],
          filled: number,
          total: number,
        ): readonly [number, number] => {
          if (category === rows.length) return [filled, sign * total];
          const options = (rows[category] ?? []).flatMap((x, i) =>
            x === null || used.includes(i) ? [] : [tryAll(category + 1, [...used, i], filled + 1, total + x)],
          );
          const tried = [tryAll(category + 1, used, filled, total), ...options];
          return tried.reduce((a, b) => (b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]) ? b : a));
        };
        const result = assignBest({ figures: tableOf(rows), seats: rows.map(() => 1), direction });
        const [filled, total] = tryAll(0, [], 0, 0);
        expect(result.laureates.flat()).toHaveLength(filled);
        expect(toFraction(result.total)).toBe(String(sign * total));
      }),
    );
  });
});

test('two lists united: who is in by the vote frees the jury’s seat for the next', () => {
  const parts = uniteLists([
    { name: 'vote', groups: singles(4), seats: 2 },
    { name: 'jury', groups: [[1], [3], [2, 0]], seats: 2 },
  ]);
  expect(parts).toEqual([
    { list: 'vote', taken: [0, 1], already: [], undecided: [] },
    { list: 'jury', taken: [3, 2], already: [1, 0], undecided: [] },
  ]);
});

test('equals who do not all fit into a list stay undecided, and the list takes nobody after them', () => {
  const parts = uniteLists([
    { name: 'vote', groups: [[0], [1, 2], [3]], seats: 2 },
    { name: 'jury', groups: [[0], [3]], seats: 1 },
  ]);
  expect(parts).toEqual([
    { list: 'vote', taken: [0], already: [], undecided: [1, 2] },
    { list: 'jury', taken: [3], already: [0], undecided: [] },
  ]);
});
