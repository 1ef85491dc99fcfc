import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankSnapshot } from '@shared/snapshot/rank';
import type { Json, RankResult } from '@shared/snapshot/result';
import { list, object, placesIn, ranked, round, standing } from './reference/case';

const base = { format: 'tarazy-snapshot', version: 1 };
const methods: readonly (string | object)[] = [
  'mean',
  'sum',
  'median',
  'trimmed_mean',
  'trimmed_sum',
  { name: 'mean', over: 'criteria' },
  { name: 'trimmed_mean', over: 'criteria' },
  'rank_sum',
  'mean_rank',
  'trimmed_mean_rank',
  'best_of_majority',
  'borda',
  { name: 'borda', points: 'n', unranked: 'zero' },
  'dowdall',
  'copeland',
  'one_by_one',
  'schulze',
  'schulze_margins',
  'majority_judgment',
  { name: 'majority_judgment', gaps: 'worst' },
  'zscore',
  'severity',
  'skating',
];
const name = (method: string | object): string => (typeof method === 'string' ? method : JSON.stringify(method));

interface Contest {
  /** criterion × nominee × juror */
  readonly marks: readonly (readonly (readonly (number | null)[])[])[];
}
const contest = (gaps: boolean): fc.Arbitrary<Contest> =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([c, n, j]) => {
      const mark = gaps ? fc.option(fc.integer({ min: 0, max: 4 }), { freq: 5 }) : fc.integer({ min: 0, max: 4 });
      const row = fc.array(mark, { minLength: j, maxLength: j });
      return fc
        .array(fc.array(row, { minLength: n, maxLength: n }), { minLength: c, maxLength: c })
        .map((marks) => ({ marks }));
    });

/** Written with nominees, jurors and criteria in the given orders. */
function written(
  { marks }: Contest,
  method: unknown,
  order = (n: number): readonly number[] => [...Array(n).keys()],
  mark = (x: number) => x,
) {
  const [cs, ns, js] = [order(marks.length), order(marks[0]?.length ?? 0), order(marks[0]?.[0]?.length ?? 0)];
  return {
    ...base,
    nominees: ns.map((i) => ({ id: `N ${i}`, order: i })),
    jurors: js.map((j) => `Қазы ${j}`),
    criteria: cs.map((c) => ({ id: `c${c}`, weight: c + 1 })),
    rules: { method, ties: ['median', 'countback', 'head_to_head'] },
    explain: true,
    rounds: [
      {
        id: 'r',
        input: {
          kind: 'cards',
          tables: Object.fromEntries(
            cs.map((c) => [
              `c${c}`,
              ns.map((i) =>
                js.map((j) => {
                  const own = marks[c]?.[i]?.[j] ?? null;
                  return own === null ? null : mark(own);
                }),
              ),
            ]),
          ),
        },
      },
    ],
  };
}
const sortedOrder = (result: RankResult): readonly (readonly string[])[] =>
  standing(result).order.map((g) => g.toSorted());

const reversed = (n: number): readonly number[] => [...Array(n).keys()].toReversed();
const rotated = (n: number): readonly number[] => [...Array(n).keys()].map((k) => (k + 1) % n);

describe.each(methods.map((m) => [name(m), m] as const))('%s', (_name, method) => {
  test('the result is that of any other order of nominees, jurors and criteria', () => {
    fc.assert(
      fc.property(contest(true), (own) => {
        // Explanations list criteria as the snapshot does.
        const of = (order?: (n: number) => readonly number[]) =>
          ranked({ ...written(own, method, order), explain: false });
        const expected = of();
        for (const order of [reversed, rotated]) expect(of(order)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
  test('another scale gives the same order', () => {
    fc.assert(
      fc.property(contest(false), (own) => {
        const other = written(own, method, undefined, (x) => 4 * x + 10);
        expect(sortedOrder(ranked(other))).toEqual(sortedOrder(ranked(written(own, method))));
      }),
      { numRuns: 20 },
    );
  });
  test('every number printed is a number, and every place stands for its group', () => {
    const finite = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(finite);
    fc.assert(
      fc.property(contest(true), (own) => {
        const result = ranked({ ...written(own, method), quality: true });
        expect(finite(result)).toBe(true);
        let before = 0;
        for (const group of standing(result).order) {
          for (const id of group) expect(placesIn(standing(result))[id]).toBe(before + 1);
          before += group.length;
        }
      }),
      { numRuns: 20 },
    );
  });
});

// In which raising a mark never harms: with a chain of the same kind, and no gaps.
const monotone = [
  'mean',
  'sum',
  'median',
  'trimmed_mean',
  { name: 'mean', over: 'criteria' },
  'rank_sum',
  'borda',
  'copeland',
  'schulze',
  'severity',
];
test.each(monotone.map((m) => [name(m), m] as const))('%s: a better mark never costs a place', (_name, method) => {
  fc.assert(
    fc.property(contest(false), fc.nat(), fc.nat(), fc.nat(), (own, c, n, j) => {
      const { marks } = own;
      const at = [c % marks.length, n % (marks[0]?.length ?? 1), j % (marks[0]?.[0]?.length ?? 1)];
      const better = marks.map((table, a) =>
        table.map((row, b) => row.map((x, k) => (a === at[0] && b === at[1] && k === at[2] ? (x ?? 0) + 2 : x))),
      );
      const place = (m: Contest): number => {
        const { rules, ...rest } = written(m, method);
        return placesIn(standing(ranked({ ...rest, rules: { method: rules.method } })))[`N ${at[1]}`] ?? 0;
      };
      expect(place({ marks: better })).toBeLessThanOrEqual(place(own));
    }),
    { numRuns: 60 },
  );
});

describe('exact', () => {
  /** Fractions of whole numbers, written for this test alone. */
  type Slow = readonly [bigint, bigint];
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const slow = (n: bigint, d: bigint): string => {
    const g = gcd(n, d);
    return d / g === 1n ? `${n / g}` : `${n / g}/${d / g}`;
  };
  test('weighted means of decimal marks under a scale, to the last digit', () => {
    const digits = fc.integer({ min: 0, max: 999 });
    const row = fc.array(fc.tuple(digits, digits), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 97 }),
        fc.integer({ min: 1, max: 89 }),
        (rows, v, w) => {
          const text = (x: number): string => `${Math.floor(x / 100)},${String(x % 100).padStart(2, '0')}`;
          const result = ranked({
            ...base,
            nominees: rows.map((_, i) => `n${i}`),
            criteria: [
              { id: 'a', weight: v, scale: { min: 0, max: 10 } },
              { id: 'b', weight: w, scale: { min: -5, max: 13 } },
            ],
            rounds: [
              {
                id: 'r',
                input: {
                  kind: 'cards',
                  cards: rows.flatMap((own, i) =>
                    own.map(([a, b], j) => ({ juror: `j${j}`, nominee: `n${i}`, marks: { a: text(a), b: text(b) } })),
                  ),
                },
              },
            ],
          });
          rows.forEach((own, i) => {
            // Σ over jurors of 100·(v·a/10 + w·(b + 5)/18)/(v + w), a and b in hundredths, over their number.
            let total: Slow = [0n, 1n];
            for (const [a, b] of own)
              total = [total[0] + BigInt(v) * BigInt(a) * 18n + BigInt(w) * BigInt(b + 500) * 10n, 1n];
            const exact = slow(total[0], 180n * BigInt(v + w) * BigInt(own.length));
            expect(standing(result).rows.find((r) => r.nominee === `n${i}`)?.total?.exact).toBe(exact);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what the explanation says makes the figure', () => {
    fc.assert(
      fc.property(contest(true), fc.constantFrom('mean', 'trimmed_mean', 'median'), (own, method) => {
        for (const row of round(ranked(written(own, method))).rows) {
          const explanation = object(row.explanation);
          const dropped = new Set(list(explanation['dropped']).map(String));
          const kept = Object.entries(object(explanation['marks'])).flatMap(([juror, mark]) =>
            mark === null || dropped.has(juror) ? [] : [Number(object(mark)['value'])],
          );
          if (kept.length === 0) {
            expect(row.score).toBeNull();
            continue;
          }
          const sorted = kept.toSorted((a, b) => a - b);
          const middle = ((sorted[(kept.length - 1) >> 1] ?? 0) + (sorted[kept.length >> 1] ?? 0)) / 2;
          const figure = method === 'median' ? middle : kept.reduce((a, b) => a + b, 0) / kept.length;
          expect(row.score?.value).toBeCloseTo(figure, 9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever stands in a snapshot', () => {
  const junk = fc.constantFrom<unknown>(
    null,
    -1,
    0,
    1e300,
    1e-300,
    '',
    '1,5',
    'x',
    'NaN',
    '1/0',
    [],
    {},
    [[]],
    true,
    'constructor',
    { kind: 'cards' },
  );
  const valid = [
    written(
      {
        marks: [
          [
            [1, 2, null],
            [3, 0, 1],
          ],
          [
            [0, 2, 4],
            [1, 1, 1],
          ],
        ],
      },
      'mean',
    ),
    {
      ...base,
      nominees: ['A', 'B'],
      rounds: [
        {
          id: 'r',
          weight: 2,
          cut: { count: 1 },
          input: { kind: 'rankings', ballots: ['A>B*2', { places: { A: 1, B: null } }] },
        },
        { id: 's', input: { kind: 'votes', votes: { A: 1 } } },
      ],
      rules: {
        combination: { by: 'places' },
        budget: { fund: 1, rule: 'skip', costs: { A: 1, B: 2 } },
        winners: { count: 1, quotas: [{ by: 'x', max: 1 }] },
      },
    },
    {
      ...base,
      nominees: ['A', 'B'],
      rounds: [
        {
          id: 'r',
          input: {
            kind: 'performances',
            performances: [{ nominee: 'A', points: 1, parts: [{ marks: [1, 2, 3], factor: 2 }] }],
          },
        },
      ],
      rules: { method: { name: 'performance', trim: 1 }, rounding: { card: 1 } },
    },
    {
      ...base,
      nominees: ['A', 'B'],
      rounds: [{ id: 'r', input: { kind: 'grades', grades: ['bad', 'good'], tallies: { A: [1, 2], B: [0, 3] } } }],
    },
    {
      ...base,
      nominees: ['A', 'B'],
      rounds: [
        {
          id: 'r',
          input: {
            kind: 'dances',
            dances: [
              [
                [1, 2],
                [2, 1],
              ],
              [
                [1, 1],
                [2, 2],
              ],
            ],
          },
        },
      ],
    },
    { ...base, nominees: ['A', 'B'], rules: { awards: { rule: 'best', table: { k: { A: 1, B: null } } } } },
  ];
  /** All places of a document, as paths. */
  const pathsOf = (value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
    typeof value !== 'object' || value === null
      ? [at]
      : [
          at,
          ...Object.entries(value).flatMap(([key, own]) =>
            pathsOf(own, [...at, Array.isArray(value) ? Number(key) : key]),
          ),
        ];
  const put = (value: unknown, path: readonly (string | number)[], own: unknown): unknown => {
    const [key, ...rest] = path;
    if (key === undefined) return own;
    if (Array.isArray(value)) return value.map((x: unknown, i) => (i === key ? put(x, rest, own) : x));
    const record = value as Record<string, unknown>;
    return { ...record, [key]: put(record[key], rest, own) };
  };
  const finite = (value: Json | undefined): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value !== 'object' || value === null || Object.values(value).every(finite);

  test('it is ranked in numbers, or refused with the place of what is wrong; nothing is thrown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(), junk, (snapshot, at, value) => {
        const paths = pathsOf(snapshot);
        const broken = put(snapshot, paths[at % paths.length] ?? [], value);
        const result = rankSnapshot(broken);
        if (result.ok) expect(finite(result.value as unknown as Json)).toBe(true);
        else for (const own of result.problems) expect(own.message).not.toBe('');
      }),
      { numRuns: 600 },
    );
  });
});
