import { describe, expect, test } from 'vitest';
import { rankSnapshot, type Overrides } from '@shared/snapshot/rank';
import { list, object, placesIn, quality, ranked, round, scoresIn, standing, totalsIn } from './reference/case';

const base = { format: 'tarazy-snapshot', version: 1 };
const one = (input: object, rest: object = {}) => [{ id: 'r', input, ...rest }];
const problem = (snapshot: unknown, overrides?: Overrides): string => {
  const result = rankSnapshot(snapshot, overrides);
  return result.ok ? 'no problem' : result.problems.map((p) => `${p.path}: ${p.message}`).join('\n');
};

describe('rankings are judged like tables', () => {
  // Siegel (1956), Nonparametric Statistics, ch. 9: three executives rank six applicants; W = .16.
  const executives = [
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ];
  const applicants = ['a', 'b', 'c', 'd', 'e', 'f'];
  const ballots = executives.map((places, j) => ({
    juror: `X${j}`,
    places: Object.fromEntries(applicants.map((a, i) => [a, places[i]])),
  }));
  const rankings = (input: object, rest: object = {}) =>
    ranked({
      ...base,
      nominees: applicants,
      quality: true,
      rounds: one({ kind: 'rankings', ballots, ...input }),
      ...rest,
    });

  test('agreement is that of the table of places', () => {
    const table = ranked({
      ...base,
      nominees: applicants,
      quality: true,
      rounds: one({ kind: 'places', rows: 'jurors', jurors: ['X0', 'X1', 'X2'], table: executives }),
      rules: { method: 'borda' },
    });
    const own = rankings({});
    expect(quality(own, 'kendall', 'W')).toBeCloseTo(306 / 1890, 12);
    for (const key of ['kendall', 'perJuror', 'krippendorff', 'withoutJuror']) {
      expect(quality(own, key)).toEqual(quality(table, key));
    }
  });
  test('every step of a chain sees the single ballots', () => {
    const tied = (ties: unknown) =>
      standing(
        ranked({
          ...base,
          nominees: ['A', 'B'],
          rounds: one(
            { kind: 'rankings', ballots: ['A>B', 'B>A', 'B'] },
            { method: { name: 'copeland', score: 'wins', unranked: 'no_opinion' } },
          ),
          rules: { ties },
        }),
      ).order;
    expect(tied([])).toEqual([['A', 'B']]);
    expect(tied(['first_places'])).toEqual([['B'], ['A']]);
    expect(tied(['supporters'])).toEqual([['B'], ['A']]);
  });
  test('a juror votes once', () => {
    const twice = { kind: 'rankings', ballots: [ballots[0], ballots[0]] };
    expect(problem({ ...base, nominees: applicants, rounds: one(twice) })).toBe(
      'rounds[0].input.ballots[1].juror: a second ballot of juror "X0"',
    );
    const grades = {
      kind: 'grades',
      grades: ['1', '2'],
      ballots: [0, 1].map(() => ({ juror: 'J', grades: { a: '1' } })),
    };
    expect(problem({ ...base, nominees: applicants, rounds: one(grades) })).toMatch(
      /ballots\[1\]\.juror: a second ballot/,
    );
  });
  test('of ballots beyond a jury only the agreement is computed', () => {
    const of = (count: number) =>
      ranked({
        ...base,
        nominees: ['A', 'B', 'C'],
        quality: true,
        rounds: one({ kind: 'rankings', ballots: [{ order: ['A', 'B', 'C'], count }, 'B>A>C'] }),
      });
    expect(quality(of(10), 'perJuror')).toHaveLength(11);
    expect(quality(of(5000), 'perJuror')).toEqual([]);
    expect(quality(of(5000), 'severity')).toBeNull();
    expect(quality(of(5000), 'kendall', 'W')).toBeGreaterThan(0.9);
  });

  test('an electorate of half a million is ranked without statistics of a jury', () => {
    const many = ranked({
      ...base,
      nominees: ['A', 'B'],
      quality: true,
      rounds: one({ kind: 'rankings', ballots: ['A>B*400000', 'B>A*300000'] }),
    });
    expect(totalsIn(standing(many))).toEqual({ A: 400_000, B: 300_000 });
    expect(round(many).quality).toBeUndefined();
  });
  test('grades named by words: agreement of the single ballots', () => {
    // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section B: two observers, nominal, alpha = 0.692.
    const [ben, gerry] = [[...'aabbdcccedda'], [...'babbbccceddd']];
    const units = ben.map((_, i) => `u${i}`);
    const cast = [ben, gerry].map((own, j) => ({
      juror: String(j),
      grades: Object.fromEntries(units.map((u, i) => [u, own[i]])),
    }));
    const result = ranked({
      ...base,
      nominees: units,
      quality: true,
      rounds: one({ kind: 'grades', grades: [...'abcde'], ballots: cast }),
    });
    expect(Number(quality(result, 'krippendorff', 'nominal'))).toBeCloseTo(0.692, 3);
  });
  test("skating works on rankings and on marks, each juror's read as places", () => {
    const marks = {
      kind: 'scores',
      table: [
        [9, 9, 5],
        [8, 8, 9],
        [7, 7, 7],
      ],
    };
    const orders = { kind: 'rankings', ballots: ['A>B>C*2', 'B>C>A'] };
    for (const input of [marks, orders]) {
      const result = ranked({ ...base, nominees: ['A', 'B', 'C'], rounds: one(input, { method: 'skating' }) });
      expect(standing(result).order).toEqual([['A'], ['B'], ['C']]);
    }
  });
});

describe('places that are part of a longer list', () => {
  const top = {
    kind: 'places',
    table: [
      [1, 1, 4],
      [2, 3, 1],
      [5, 2, 2],
    ],
  };
  test('count as they were given, and it is said', () => {
    const sums = ranked({ ...base, nominees: ['A', 'B', 'C'], rounds: one(top) });
    expect(totalsIn(standing(sums))).toEqual({ A: 6, B: 6, C: 9 });
    expect(round(sums).notices).toContainEqual({ kind: 'places-as-given' });
    const majority = ranked({ ...base, nominees: ['A', 'B', 'C'], rounds: one(top, { method: 'best_of_majority' }) });
    expect(scoresIn(round(majority))).toEqual({ A: 1, B: 2, C: 2 });
    expect(standing(majority).order).toEqual([['A'], ['B'], ['C']]);
  });
  test('rankings of all are ranked again when somebody withdraws, however equals are numbered', () => {
    const withdrawn = (table: unknown) =>
      totalsIn(
        standing(
          ranked({
            ...base,
            nominees: ['A', { id: 'B', withdrawn: true }, 'C', 'D'],
            rounds: one({ kind: 'places', table }),
          }),
        ),
      );
    expect(withdrawn([[1], [2], [3], [4]])).toEqual({ A: 1, C: 2, D: 3 });
    for (const [second, last] of [
      [2, 4],
      [3, 4],
      [2, 3],
      [2.5, 4],
    ]) {
      expect(withdrawn([[1], [last], [second], [second]])).toEqual({ A: 1, C: 2.5, D: 2.5 });
    }
  });
  test('factored places of the leaders alone (Lillehammer 1994, ladies)', () => {
    // Short programme × 0.5 + free skating: Baiul 2.0, Kerrigan 2.5, Chen 5.0, Bonaly 5.5. Without Bonaly the others keep theirs.
    const result = ranked({
      ...base,
      nominees: ['Baiul', 'Kerrigan', 'Chen'],
      rounds: [
        { id: 'short', weight: 0.5, input: { kind: 'places', table: [[2], [1], [4]] } },
        { id: 'free', input: { kind: 'places', table: [[1], [2], [3]] } },
      ],
      rules: { combination: { by: 'places' }, ties: ['last_round'] },
    });
    expect(totalsIn(standing(result))).toEqual({ Baiul: 2, Kerrigan: 2.5, Chen: 5 });
  });
});

describe('numbers and names as people write them', () => {
  test('text with a decimal comma or point, a fraction, and exact sums', () => {
    const result = ranked({
      ...base,
      nominees: ['Айгерім', 'has space', 'constructor'],
      rounds: one({
        kind: 'scores',
        table: [
          ['0,1', '0.2'],
          ['1/10', '+0,20'],
          [null, '-3'],
        ],
      }),
      rules: { method: 'sum' },
    });
    expect(totalsIn(standing(result))).toEqual({ Айгерім: 0.3, 'has space': 0.3, constructor: -6 });
    expect(standing(result).order[0]).toEqual(['has space', 'Айгерім']);
    expect(round(result)).toMatchObject({ method: 'sum', computedAs: 'mean × number of jurors' });
  });
  test("an id that every object knows is nobody else's figure", () => {
    const nominees = ['constructor', 'toString'];
    for (const input of [
      { kind: 'figures', figures: { toString: 5 } },
      { kind: 'votes', votes: { toString: '5' } },
      { kind: 'points', points: { valueOf: { toString: 5 } } },
      { kind: 'results', events: [{ places: { toString: 1, constructor: null } }], pointsByPlace: [5] },
    ]) {
      expect(totalsIn(standing(ranked({ ...base, nominees, rounds: one(input) })))).toMatchObject({ toString: 5 });
    }
    expect(problem({ ...base, nominees: ['__proto__'] })).toMatch(/^nominees\[0\]: .*cannot be an id/);
  });
  test.each<readonly [unknown, string, unknown]>([
    ['Weighted Mean', 'weighted_mean', 0],
    ['z-score', 'zscore', 0],
    ['SUM OF PLACES', 'rank_sum', 0],
    ['OBO', 'copeland', 0],
    ['schulze-margins', 'schulze', 0],
    [{ name: 'Trimmed-Mean', trim: 1 }, 'trimmed_mean', 0],
    [{ name: 'nauru', unranked: 'zero' }, 'borda', 0],
  ])('method %j', (method, name) => {
    const snapshot = {
      ...base,
      nominees: ['A', 'B'],
      rounds: one({
        kind: 'scores',
        table: [
          [1, 2, 3],
          [3, 2, 2],
        ],
      }),
    };
    expect(round(ranked({ ...snapshot, rules: { method } })).method).toBe(name);
    expect(round(ranked({ ...snapshot, rounds: [{ ...snapshot.rounds[0], method }] })).method).toBe(name);
    expect(rankSnapshot(snapshot, { method })).toMatchObject({ ok: true });
  });
  test('steps and styles', () => {
    const snapshot = {
      ...base,
      nominees: ['A', 'B'],
      rounds: one({
        kind: 'scores',
        table: [
          [1, 3, 3],
          [3, 1, 3],
        ],
      }),
    };
    const own = { ...snapshot, rules: { ties: ['Head-to-Head', 'shared place'], placeStyle: '1334' } };
    expect(placesIn(standing(ranked(own)))).toEqual({ A: 2, B: 2 });
    const category = {
      ...snapshot,
      categories: [{ id: 'k', rules: { method: 'Rank Sum', placeStyle: '1,2.5,2.5,4' } }],
    };
    expect(placesIn(standing(ranked(category)))).toEqual({ A: 1.5, B: 1.5 });
    expect(problem({ ...snapshot, rules: { method: 7 } })).toMatch(/^rules\.method/);
    expect(problem({ ...snapshot, rules: 7 })).toMatch(/^rules: /);
    expect(problem({ ...snapshot, rounds: [7] })).toMatch(/^rounds\[0\]: /);
  });
});

describe('majority judgment on marks', () => {
  test('different marks are the grades; who gave none says nothing', () => {
    // A: 5 5 3 · B: 5 4 4 · C: 4 4 and a gap. Medians (lower middle) 5, 4, 4; B has one above and none below.
    const table = [
      [5, 5, 3],
      [5, 4, 4],
      [4, 4, null],
    ];
    const result = ranked({
      ...base,
      nominees: ['A', 'B', 'C'],
      explain: true,
      rounds: one({ kind: 'scores', table }, { method: 'mj' }),
    });
    expect(scoresIn(round(result))).toEqual({ A: 5, B: 4, C: 4 });
    expect(standing(result).order).toEqual([['A'], ['B'], ['C']]);
    const worst = { name: 'majority_judgment', gaps: 'worst' };
    const gap = ranked({
      ...base,
      nominees: ['A', 'B', 'C'],
      rounds: one({ kind: 'scores', table: [[4], [5], [null]] }, { method: worst }),
    });
    expect(standing(gap).order).toEqual([['B'], ['A', 'C']]);
    const places = ranked({
      ...base,
      nominees: ['A', 'B'],
      rounds: one(
        {
          kind: 'places',
          table: [
            [1, 1, 2],
            [2, 2, 1],
          ],
        },
        { method: 'mj' },
      ),
    });
    expect(scoresIn(round(places))).toEqual({ A: 1, B: 2 });
    expect(standing(places).order).toEqual([['A'], ['B']]);
  });
});

describe('rounding of the round', () => {
  const table = [
    [1.26, 2.26],
    [1.27, 2.27],
  ];
  const of = (method: unknown, rounding: object) =>
    ranked({ ...base, nominees: ['A', 'B'], rounds: one({ kind: 'scores', table }), rules: { method, rounding } });
  test('what looks equal after it is equal, whatever the method', () => {
    for (const method of ['mean', 'severity', 'zscore']) {
      expect(standing(of(method, {})).order).toEqual([['B'], ['A']]);
      expect(standing(of(method, { round: 0 })).order).toHaveLength(method === 'zscore' ? 2 : 1);
    }
    expect(totalsIn(standing(of('zscore', { round: 1 })))).toEqual({ A: -0.7, B: 0.7 });
  });
  test('a table of marks is one criterion; its cells are the cards', () => {
    expect(totalsIn(standing(of('mean', { criterion: 1 })))).toEqual({ A: 1.8, B: 1.8 });
    expect(totalsIn(standing(of('mean', { criterion: 1, round: 0 })))).toEqual({ A: 2, B: 2 });
    expect(totalsIn(standing(of('mean', { card: 1 })))).toEqual({ A: 1.8, B: 1.8 });
  });
});

describe('several dances', () => {
  test('equals share the mean of their places in a sum with other rounds; statistics see every judge of every dance', () => {
    const dance = [
      [1, 2],
      [2, 1],
      [3, 3],
    ];
    const result = ranked({
      ...base,
      nominees: ['A', 'B', 'C'],
      quality: true,
      rounds: [
        { id: 'ten', input: { kind: 'dances', dances: [dance, dance] } },
        { id: 'last', input: { kind: 'dances', dances: [[[1], [2], [3]]] } },
      ],
      rules: { combination: { by: 'places' } },
    });
    expect(totalsIn(standing(result))).toEqual({ A: 2.5, B: 3.5, C: 6 });
    expect(quality(result, 'jurors')).toBe(4);
  });
  test('panels of different sizes keep their own majority', () => {
    const dances = [
      [
        [1, 1, 2],
        [2, 2, 1],
      ],
      [[2], [1]],
    ];
    const result = ranked({ ...base, nominees: ['A', 'B'], explain: true, rounds: one({ kind: 'dances', dances }) });
    const own = list(object(round(result).rows[0]?.explanation)['dances']).map((d) => object(d)['majority']);
    expect(own).toEqual([2, 1]);
  });
});
