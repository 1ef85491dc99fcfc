import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concordance } from '@shared/domain/quality/concordance';
import { cronbachAlpha } from '@shared/domain/quality/cronbach';
import { chiSquareTail, fQuantile, fTail } from '@shared/domain/quality/distributions';
import { tooFewData } from '@shared/domain/quality/grid';
import { icc, varianceComponents } from '@shared/domain/quality/icc';
import { alphaAsIrr, alphaMetrics, krippendorffAlpha } from '@shared/domain/quality/krippendorff';
import { doubles, tableOf } from '../methods/table';

describe('distributions, against printed tables', () => {
  // Critical values of χ² and F as every statistics textbook prints them.
  test.each([
    [3.841459, 1, 0.05],
    [18.307038, 10, 0.05],
    [23.209251, 10, 0.01],
    [124.342113, 100, 0.05],
    [0.710723, 4, 0.95],
  ])('P(χ² > %d; %d) = %d', (x, df, p) => {
    expect(chiSquareTail(x, df)).toBeCloseTo(p, 7);
  });
  test.each([
    [0.95, 1, 10, 4.9646],
    [0.95, 5, 15, 2.9013],
    [0.975, 5, 15, 3.5764],
    [0.99, 3, 12, 5.9525],
    [0.975, 24, 120, 1.7597],
    [0.95, 4, 1, 224.5832],
  ])('F(%d; %d, %d) = %d', (p, df1, df2, expected) => {
    expect(fQuantile(p, df1, df2)).toBeCloseTo(expected, 3);
    expect(1 - fTail(fQuantile(p, df1, df2), df1, df2)).toBeCloseTo(p, 12);
  });
  test('degrees of freedom need not be whole', () => {
    const [low, between, high] = [4, 4.5, 5].map((df) => fQuantile(0.975, 3, df));
    expect(low).toBeGreaterThan(between ?? 0);
    expect(between).toBeGreaterThan(high ?? 0);
  });
  test('at the ends nothing and everything lies beyond', () => {
    expect([-1, 0, Number.MIN_VALUE, Infinity].map((f) => fTail(f, 3, 5))).toEqual([1, 1, 1, 0]);
    expect([chiSquareTail(0, 3), chiSquareTail(-1, 3)]).toEqual([1, 1]);
  });
});

/** By the definition: every ordered pair of values of a unit, and of all units together. */
function alphaByPairs(
  rows: readonly (readonly (number | null)[])[],
  distance: (a: number, b: number) => number,
): number {
  const units = rows.map((row) => row.filter((x) => x !== null)).filter((unit) => unit.length > 1);
  const pooled = units.flat();
  const pairs = (values: readonly number[]): number =>
    values.flatMap((a, i) => values.filter((_, j) => j !== i).map((b) => distance(a, b))).reduce((a, b) => a + b, 0);
  const observed = units.reduce((total, unit) => total + pairs(unit) / (unit.length - 1), 0);
  return 1 - observed / (pairs(pooled) / (pooled.length - 1));
}

describe("Krippendorff's alpha", () => {
  const rows = fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: 4, maxLength: 4 }),
    {
      minLength: 2,
      maxLength: 8,
    },
  );
  const distances: Readonly<Record<string, (own: readonly number[]) => (a: number, b: number) => number>> = {
    nominal: () => (a, b) => (a === b ? 0 : 1),
    interval: () => (a, b) => (a - b) ** 2,
    ratio: () => (a, b) => ((a - b) / (a + b)) ** 2,
    ordinal: (pooled) => (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const between = pooled.filter((x) => x >= low && x <= high).length;
      return (between - pooled.filter((x) => x === a).length / 2 - pooled.filter((x) => x === b).length / 2) ** 2;
    },
  };

  test.each(alphaMetrics)('%s agrees with its definition, pair by pair', (metric) => {
    fc.assert(
      fc.property(rows, (own) => {
        const pooled = own
          .map((row) => row.filter((x) => x !== null))
          .filter((u) => u.length > 1)
          .flat();
        const alpha = krippendorffAlpha(tableOf(own), metric);
        if (new Set(pooled).size < 2) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(alphaByPairs(own, distances[metric]?.(pooled) ?? (() => 0)), 9);
      }),
    );
  });
  test('ratio: a pair that sums to zero differs by nothing that a ratio could tell', () => {
    // Units (1, −1), (2, 2). Within both nothing; in all 2·2·(1/9) + 2·2·9 over ordered pairs. So 1 − 0.
    expect(
      krippendorffAlpha(
        tableOf([
          [1, -1],
          [2, 2],
        ]),
        'ratio',
      ),
    ).toBe(1);
    // (1, 2), (−1, 2): within 2/9 and 18; in all 2·2·(1/9) + 2·2·9 = 328/9, by 3. 1 − (164/9) / (328/27) = −1/2.
    expect(
      krippendorffAlpha(
        tableOf([
          [1, 2],
          [-1, 2],
        ]),
        'ratio',
      ),
    ).toBeCloseTo(-1 / 2, 12);
  });
  test('ratio is not computed over more than 2,000 different values, the others are', () => {
    const many = tableOf(Array.from({ length: 1001 }, (_, i) => [2 * i + 1, 2 * i + 2]));
    expect(krippendorffAlpha(many, 'ratio')).toBeNull();
    expect(krippendorffAlpha(many, 'interval')).toBeGreaterThan(0.999);
  });
  test('R irr counts each value of a full table m − 1 times; with gaps as everybody does', () => {
    // Judgment of Princeton 2012, first three wines and judges; irr::kripp.alpha(t(x), "interval").
    const full = tableOf([
      [10, 17, 16],
      [15, 16, 15],
      [12, 12, 14.5],
    ]);
    const alpha = krippendorffAlpha(full, 'interval');
    expect(alphaAsIrr(full, alpha)).toBeCloseTo(1 - ((1 - (alpha ?? 0)) * 17) / 16, 12);
    expect(
      alphaAsIrr(
        tableOf([
          [1, null],
          [2, 2],
        ]),
        0.5,
      ),
    ).toBeNull();
  });
});

describe('published tables', () => {
  test('Shrout & Fleiss 1979, table 2: six coefficients; the limits that R psych prints', () => {
    const table = tableOf([
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]);
    const forms = icc(table)?.forms;
    const rounded = Object.entries(forms ?? {}).map(([form, { value, lower, upper }]) => [
      form,
      ...[value, lower, upper].map((x) => x?.toFixed(3)),
    ]);
    expect(rounded).toEqual([
      ['ICC(1,1)', '0.166', '-0.133', '0.723'],
      ['ICC(2,1)', '0.290', '0.019', '0.761'],
      ['ICC(3,1)', '0.715', '0.342', '0.946'],
      ['ICC(1,k)', '0.443', '-0.884', '0.912'],
      ['ICC(2,k)', '0.620', '0.071', '0.927'],
      ['ICC(3,k)', '0.909', '0.676', '0.986'],
    ]);
  });
  test("Conover 1999, p. 372: Friedman's statistic with equal ranks", () => {
    const homeowners = [
      [4, 3, 2, 1],
      [4, 2, 3, 1],
      [3, 1.5, 1.5, 4],
      [3, 1, 2, 4],
      [4, 2, 1, 3],
      [2, 2, 2, 4],
      [1, 3, 2, 4],
      [2, 4, 1, 3],
      [3.5, 1, 2, 3.5],
      [4, 1, 3, 2],
      [4, 2, 3, 1],
      [3.5, 1, 2, 3.5],
    ];
    const grasses = [0, 1, 2, 3].map((g) => homeowners.map((row) => row[g] ?? null));
    const result = concordance(tableOf(grasses), 'lower');
    expect(doubles([result?.chiSquare ?? null])[0]).toBeCloseTo(8.0973, 4);
    expect(doubles(result?.rankSums ?? [])).toEqual([38, 23.5, 24.5, 34]);
    expect(result?.p).toBeCloseTo(0.044, 3);
  });
});

describe('agreement where there is little to say', () => {
  test.each([
    ['one juror', [[1], [2], [3]]],
    ['one nominee', [[1, 2, 3]]],
    [
      'all marks alike',
      [
        [5, 5],
        [5, 5],
        [5, 5],
      ],
    ],
    [
      'nothing but gaps',
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'jurors agree fully',
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
  ])('%s: a number or null, never NaN', (_what, rows) => {
    const table = tableOf(rows);
    const said: unknown[] = [
      ...Object.values(icc(table)?.forms ?? {}).flatMap((f) => [f.value, f.lower, f.upper]),
      concordance(table, 'higher')?.p ?? null,
      cronbachAlpha(table)?.raw ?? null,
      cronbachAlpha(table)?.standardised ?? null,
      ...alphaMetrics.map((m) => krippendorffAlpha(table, m)),
    ];
    for (const value of said) expect(value === null || Number.isFinite(value)).toBe(true);
  });
  test('a nominee with a gap is left out of the ICC and of W, and named', () => {
    const table = tableOf([
      [1, 2],
      [2, null],
      [3, 3],
      [5, 4],
    ]);
    expect(icc(table)).toMatchObject({ nominees: 3, leftOut: [1] });
    expect(concordance(table, 'higher')).toMatchObject({ nominees: 3, leftOut: [1] });
    expect(varianceComponents(table)).toBeNull();
  });
  test('below 5 jurors or 5 nominees there is too little data', () => {
    expect([tooFewData(5, 5), tooFewData(4, 9), tooFewData(30, 4)]).toEqual([false, true, true]);
  });
});
