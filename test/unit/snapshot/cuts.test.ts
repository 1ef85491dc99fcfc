import { describe, expect, test } from 'vitest';
import { category, object, list, placesIn, quality, ranked, standing, totalsIn } from './reference/case';

const base = { format: 'tarazy-snapshot', version: 1 };
const figures = (values: object, rest: object = {}) => ({ kind: 'figures', figures: values, ...rest });
const nominees = ['A', 'B', 'C', 'D', 'E'].map((id, i) => ({ id, attributes: { land: i < 3 ? 'x' : 'y' } }));
const values = { A: 9, B: 8, C: 7, D: 6, E: 5 };
const after = (cut: object, own: object = values) => {
  const report = standing(
    ranked({
      ...base,
      nominees,
      rounds: [
        { id: 'one', input: figures(own), cut },
        { id: 'two', input: figures(own) },
      ],
    }),
    'one',
  );
  return { on: report.rows.filter((r) => r.status === 'advances').map((r) => r.nominee), report };
};

describe('cuts', () => {
  test('count and pass mark: both, or one of them is enough (the best twelve and all who reach the standard)', () => {
    expect(after({ count: 3, min: 8 }).on).toEqual(['A', 'B']);
    expect(after({ count: 3, min: 8, need: 'either' }).on).toEqual(['A', 'B', 'C']);
    expect(after({ count: 1, min: 7, need: 'either' }).on).toEqual(['A', 'B', 'C']);
    expect(after({ min: 7, strict: true }).on).toEqual(['A', 'B']);
  });
  test('per region, and all who share the total at the cut', () => {
    expect(after({ count: 1, by: 'land' }).on).toEqual(['A', 'D']);
    expect(after({ count: 1, by: 'land' }, { A: 9, B: 9, C: 7, D: 6, E: 6 }).on).toEqual(['A', 'B', 'D', 'E']);
  });
  test('at most two of a land, and who is blocked by that', () => {
    const { on, report } = after({ count: 3, quotas: [{ by: 'land', max: 2 }] });
    expect(on).toEqual(['A', 'B', 'D']);
    expect(report.blocked).toEqual([{ nominee: 'C', quota: 'land', value: 'x' }]);
    expect(report.rows.map((r) => r.status)).toEqual(['advances', 'advances', 'blocked', 'advances', 'out']);
    expect(after({ quotas: [{ by: 'land', max: 1 }] }).on).toEqual(['A', 'D']);
    expect(after({ quotas: [{ by: 'elsewhere', max: 1 }] }).on).toEqual(['A', 'B', 'C', 'D', 'E']);
  });
});

describe('one award each', () => {
  const table = { k1: { A: 9, B: 8 }, k2: { A: 9, C: 2 } };
  const awards = (rule: object) => object(ranked({ ...base, nominees, rules: { awards: { table, ...rule } } }).awards);
  test('the best total says who was passed over for having another award', () => {
    expect(awards({ rule: 'best' })).toMatchObject({
      laureates: { k1: ['B'], k2: ['A'] },
      blocked: [{ category: 'k1', nominee: 'A', by: 'k2' }],
    });
    expect(awards({ rule: 'best', sense: 'min' })['blocked']).toEqual([]);
  });
  test('an empty seat that a laureate of elsewhere could have had', () => {
    const empty = { k1: { A: 9 }, k2: { A: 9, C: 2 } };
    expect(awards({ rule: 'best', table: empty, seats: { k1: 2 } })).toMatchObject({
      laureates: { k1: ['A'], k2: ['C'] },
    });
    expect(awards({ rule: 'best', table: { k1: { A: 9 }, k2: { A: 10 } } })).toMatchObject({
      vacant: [{ category: 'k1', seats: 1 }],
      blocked: [{ category: 'k1', nominee: 'A', by: 'k2' }],
    });
  });
  test('greedily: equals across the last seat are not decided by their position in silence', () => {
    const own = { k1: { A: 9, B: 9, C: 1 }, k2: { A: 5, B: 5 } };
    expect(awards({ rule: 'greedy', table: own })).toMatchObject({
      laureates: { k1: ['A'], k2: ['B'] },
      undecided: [{ category: 'k1', nominees: ['A', 'B'] }],
    });
    expect(awards({ rule: 'greedy', seats: { k1: 2 } })['undecided']).toEqual([]);
  });
});

describe('points by place', () => {
  const event = { id: 'e', places: { A: 1, B: 2, C: 2, D: 4 } };
  const of = (rest: object) =>
    totalsIn(
      standing(
        ranked({
          ...base,
          nominees,
          rounds: [{ id: 'r', input: { kind: 'results', events: [event], pointsByPlace: [10, 8, 6, 4], ...rest } }],
        }),
      ),
    );
  test('equals have each the points of the place, or share them; who took no part has zero', () => {
    expect(of({})).toEqual({ A: 10, B: 8, C: 8, D: 4, E: 0 });
    expect(of({ equals: 'share', participation: 1 })).toEqual({ A: 11, B: 8, C: 8, D: 5, E: 0 });
  });
});

describe('tables of criteria', () => {
  const criteria = [
    { id: 'x', weight: 3, scale: { min: 0, max: 10 } },
    { id: 'y', weight: 1, scale: { min: 1, max: 5 } },
  ];
  const tables = {
    x: [
      [5, 10],
      [9, null],
    ],
    y: [
      [5, 1],
      ['3,0', 2],
    ],
  };
  const jurors = ['J1', 'J2'];
  const of = (input: object, rest: object = {}) =>
    ranked({
      ...base,
      nominees: ['A', 'B'],
      jurors,
      criteria,
      quality: true,
      rounds: [{ id: 'r', input: { kind: 'cards', ...input } }],
      ...rest,
    });
  test('are the same as cards', () => {
    const cards = ['A', 'B'].flatMap((nominee, i) =>
      jurors.map((juror, j) => ({
        juror,
        nominee,
        marks: { x: tables.x[i]?.[j] ?? null, y: tables.y[i]?.[j] ?? null },
      })),
    );
    for (const partialCards of ['exclude', 'renormalise']) {
      expect(of({ tables, partialCards })).toEqual(of({ cards, partialCards }));
    }
    expect(totalsIn(standing(of({ tables })))).toEqual({ A: 68.75, B: 80 });
  });
  test('what is wrong is named with its place', () => {
    const problem = (input: object): string => {
      try {
        of(input);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(problem({})).toMatch(/input: needs either cards or tables/);
    expect(problem({ tables: { x: tables.x } })).toMatch(/tables: no table of criterion "y"/);
    expect(problem({ tables: { ...tables, z: [] } })).toMatch(/tables\.z: no criterion "z"/);
    expect(
      problem({
        tables: {
          ...tables,
          y: [
            [5, 1],
            [9, 2],
          ],
        },
      }),
    ).toMatch(/tables\.y\[1\]\[0\]: lies outside the scale/);
    expect(problem({ tables: { ...tables, y: [[5, 1]] } })).toMatch(/tables\.y: has 1 rows for 2 nominees/);
  });
  test('what decided, without each criterion, and whether severity would change the winner', () => {
    const full = {
      x: [
        [5, 9],
        [9, 4],
      ],
      y: [
        [5, 5],
        [3, 2],
      ],
    };
    const result = of({ tables: full });
    expect(standing(result).order).toEqual([['A'], ['B']]);
    expect(quality(result, 'withoutCriterion')).toEqual([
      { criterion: 'x', order: [['A'], ['B']], winnersChange: false },
      { criterion: 'y', order: [['A'], ['B']], winnersChange: false },
    ]);
    expect(quality(result, 'severity', 'winnersChange')).toBe(false);
    // J1 marks two lower than J2 (seen on B), J3 like J2 (seen on A): C's 7 is worth 9, as much as A has.
    const unfair = [
      [null, 9, 9],
      [6, 8, null],
      [7, null, null],
    ];
    const recused = ranked({
      ...base,
      nominees: ['A', 'B', 'C'],
      quality: true,
      rounds: [{ id: 'r', input: { kind: 'scores', table: unfair } }],
    });
    expect(placesIn(standing(recused))).toEqual({ A: 1, B: 2, C: 2 });
    expect(list(quality(recused, 'withoutJuror'))).toHaveLength(3);
    expect(quality(recused, 'severity', 'winnersChange')).toBe(true);
  });
});

test('a withdrawn winner leaves the first place to the next', () => {
  const own = ranked({
    ...base,
    nominees: [{ id: 'A', withdrawn: true }, 'B'],
    rounds: [{ id: 'r', input: figures({ A: 9, B: 8 }) }],
  });
  expect(category(own).overall).toEqual([{ nominee: 'B', place: 1 }]);
});

test('parts that no juror connects are named, not ranked, and make no total with another round', () => {
  const table = [
    [5, null],
    [4, null],
    [null, 9],
  ];
  const rounds = [{ id: 'r', method: 'severity', input: { kind: 'scores', table } }];
  const own = ranked({ ...base, nominees: ['A', 'B', 'C'], rounds });
  expect(standing(own).rows.map((r) => [r.nominee, r.place, r.status])).toEqual([
    ['A', null, 'not_comparable'],
    ['B', null, 'not_comparable'],
    ['C', null, 'not_comparable'],
  ]);
  expect(category(own).rounds[0]?.notices).toEqual([{ kind: 'not-comparable', parts: [['A', 'B'], ['C']] }]);
  const two = ranked({
    ...base,
    nominees: ['A', 'B', 'C'],
    rounds: [...rounds, { id: 's', input: figures({ A: 1, B: 2, C: 3 }) }],
  });
  expect(totalsIn(standing(two))).toEqual({ A: null, B: null, C: null });
});
