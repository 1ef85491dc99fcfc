import { describe, expect, test } from 'vitest';
import { list, object, ranked, round, scoresIn, standing, totalsIn } from './reference/case';

const base = { format: 'tarazy-snapshot', version: 1 };
const one = (input: object, rest: object = {}) => [{ id: 'r', input, ...rest }];

describe('performances', () => {
  const performances = (list_: readonly object[], method: object = {}, rest: object = {}, more: object = {}) =>
    ranked({
      ...base,
      nominees: ['A', 'B'],
      explain: true,
      rounds: one(
        { kind: 'performances', performances: list_, ...more },
        { method: { name: 'performance', ...method } },
      ),
      ...rest,
    });
  test('equal totals: the better part decides, then the lower penalty', () => {
    const own = (nominee: string, execution: number, points: number, penalty = 0) => ({
      nominee,
      points,
      penalty,
      parts: [{ name: 'execution', marks: [execution] }],
    });
    const ties = {
      rules: {
        ties: [
          { step: 'part', part: 'execution' },
          { step: 'part', part: 'penalty' },
        ],
      },
    };
    const byPart = standing(performances([own('A', 8, 6), own('B', 9, 5)], {}, ties));
    expect(byPart.order).toEqual([['B'], ['A']]);
    expect(byPart.rows[0]?.aboveNext?.by).toBe('part:execution');
    expect(standing(performances([own('A', 8, 6, 1), own('B', 8, 5)], {}, ties)).order).toEqual([['B'], ['A']]);
    expect(standing(performances([own('A', 8, 6, 1), own('B', 8, 5)])).order).toEqual([['A', 'B']]);
  });
  test('a stage of one part: the panel exact, its worth to two digits', () => {
    // ISU since 2018: grade of execution = trimmed mean × 10 % of the base value, rounded to two digits once.
    const element = { marks: [3, 3, 3, 2, 3, 3, 3, 3, 2], base: 5.3, factor: 0.53, trim: 1 };
    const scoreWith = (rounding: object) =>
      scoresIn(
        round(
          performances(
            [{ nominee: 'A', parts: [{ ...element, rounding }] }],
            {},
            { rules: { rounding: { criterion: 2, weighted: 2 } } },
          ),
        ),
      )['A'];
    expect(scoreWith({ criterion: null })).toBe(6.81);
    expect(scoreWith({ criterion: 1 })).toBe(6.84);
  });
  test('times: less is better, faults are added, the best run is the shortest', () => {
    const run = (nominee: string, points: number, penalty = 0) => ({ nominee, points, penalty });
    const list_ = [run('A', 60, 4), run('A', 63), run('B', 63), run('B', 62.5)];
    const best = standing(performances(list_, { attempts: 'best' }, {}, { direction: 'lower' }));
    expect(totalsIn(best)).toEqual({ A: 63, B: 62.5 });
    expect(best.order).toEqual([['B'], ['A']]);
  });
  test("each one's own last attempt", () => {
    const list_ = [
      { nominee: 'A', points: 1 },
      { nominee: 'A', points: 2 },
      { nominee: 'B', points: 3 },
    ];
    expect(totalsIn(standing(performances(list_, { attempts: 'last' })))).toEqual({ A: 2, B: 3 });
    expect(totalsIn(standing(performances(list_)))).toEqual({ A: 3, B: null });
  });
  test('parts of the attempts that count', () => {
    const run = (nominee: string, marks: number, points: number) => ({
      nominee,
      points,
      parts: [{ name: 'style', marks: [marks] }],
    });
    const list_ = [run('A', 1, 9), run('A', 5, 0), run('B', 2, 8)];
    const ties = { rules: { ties: [{ step: 'part', part: 'style' }] } };
    expect(standing(performances(list_, { attempts: 'best' }, ties)).order).toEqual([['B'], ['A']]);
    const last = [run('A', 1, 9), run('A', 5, 5), run('B', 2, 8)];
    expect(standing(performances(last, { attempts: 'last' }, ties)).order).toEqual([['A'], ['B']]);
    const first = list(object(round(performances(list_)).rows[0]?.explanation)['attempts'])[0];
    expect(object(list(object(first)['parts'])[0])['name']).toBe('style');
  });
});
