import { describe, expect, test } from 'vitest';
import { fitAdditive } from '@shared/domain/methods/severity';
import { groupsByScore } from '@shared/domain/methods/outcome';
import { meanOf, present, type Table } from '@shared/domain/methods/table';
import { influenceOfCriteria } from '@shared/domain/quality/influence';
import { cellsToCheck, jurorQuality } from '@shared/domain/quality/jurors';
import { bootstrapWinners, withoutEachJuror } from '@shared/domain/quality/robustness';
import { fromDecimal, rational, sum, toFraction } from '@shared/domain/rational';
import { doubles, tableOf } from '../methods/table';

const byMean = (table: Table) =>
  groupsByScore(
    table.map((row) => meanOf(present(row))),
    'higher',
  );

describe('one juror beside the others', () => {
  // Juror 3 is two below the others, juror 4 the other way round, juror 5 marks narrowly.
  const table = tableOf([
    [10, 10, 8, 2, 6.2],
    [8, 8, 6, 4, 6.1],
    [6, 6, 4, 6, 6],
    [4, 4, 2, 8, 5.9],
    [2, 2, 0, 10, 5.8],
  ]);
  const quality = jurorQuality(table, 'higher');

  test('severity, agreement with the rest and narrow use of the scale', () => {
    expect(doubles(quality.map((q) => q.severity))).toEqual([0.4, 0.4, -1.6, 0.4, 0.4]);
    expect(quality.map((q) => q.withTheRest)).toEqual([1, 1, 1, -1, 1]);
    expect(quality.map((q) => (q.relativeSpread ?? 0) < 0.5)).toEqual([false, false, false, false, true]);
  });
  test('a juror who marks all alike has no agreement to speak of', () => {
    expect(
      jurorQuality(
        tableOf([
          [1, 5],
          [2, 5],
        ]),
        'higher',
      )[1],
    ).toMatchObject({ withTheRest: null, deviation: 0 });
  });
});

describe('cells to check', () => {
  const regular = Array.from({ length: 6 }, (_, i) =>
    [i, i + 1, i, i + 0.5, i + 0.2].map((x, j) => x + ((i * j) % 3) * 0.1),
  );

  test('a mark far from the expectation is pointed at, first', () => {
    const odd = regular.map((row, i) => row.map((x, j) => (i === 2 && j === 3 ? x + 5 : x)));
    const [first] = cellsToCheck(tableOf(odd.map((row) => row.map((x) => Number(x.toFixed(3))))));
    expect(first).toMatchObject({ nominee: 2, juror: 3 });
    expect(first?.sigmas).toBeGreaterThan(2.5);
  });
  test('the expectation is that of a model fitted without the cell', () => {
    const rows = [
      [7, 5, null, 9],
      [4, 4, 6, 5],
      [null, 8, 9, 8],
      [2, 3, 1, null],
      [6, 5, 7, 4],
    ];
    const table = tableOf(rows);
    const cells = cellsToCheck(table, 0);
    expect(cells.length).toBeGreaterThan(10);
    for (const cell of cells) {
      const without = rows.map((row, i) => row.map((x, j) => (i === cell.nominee && j === cell.juror ? null : x)));
      const fit = fitAdditive(tableOf(without));
      const [nominee, juror] = doubles([fit.adjusted[cell.nominee] ?? null, fit.jurorEffects[cell.juror] ?? null]);
      expect(cell.expected).toBeCloseTo((nominee ?? 0) + (juror ?? 0), 9);
    }
  });
  test('marks whose nominees no juror connects, or too few, give nothing to check', () => {
    const apart = tableOf([
      [1, 9, null, null],
      [7, 2, null, null],
      [null, null, 3, 8],
      [null, null, 9, 1],
    ]);
    expect(cellsToCheck(apart, 0)).toEqual([]);
    expect(cellsToCheck([], 0)).toEqual([]);
    expect(
      cellsToCheck(
        tableOf([
          [1, 9],
          [7, 2],
        ]),
        0,
      ),
    ).toEqual([]);
  });
  test('regular marks give nothing to check', () => {
    expect(
      cellsToCheck(
        tableOf([
          [1, 2, 3],
          [2, 3, 4],
          [3, 4, 5],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('how sure the winner is', () => {
  const table = tableOf([
    [10, 6, 6],
    [7, 7, 7],
    [1, 2, 3],
  ]);

  test('who decides the winner alone is found', () => {
    const without = withoutEachJuror(table, 1, byMean);
    expect(without.map((w) => w.winnersChange)).toEqual([true, false, false]);
    expect(without[0]?.groups).toEqual([[1], [0], [2]]);
  });
  test('the same seed gives the same shares, and shares count drawings', () => {
    const shares = bootstrapWinners(table, 1, byMean, 500, 7);
    expect(bootstrapWinners(table, 1, byMean, 500, 7)).toEqual(shares);
    expect(bootstrapWinners(table, 1, byMean, 500, 8)).not.toEqual(shares);
    // Nominee 0 loses only if the first juror is never drawn: (2/3)³ = 8/27; ties cannot occur otherwise.
    expect(shares[0]).toBeCloseTo(1 - 8 / 27, 1);
    expect(shares[2]).toBe(0);
  });
});

describe('what decided the outcome', () => {
  test('the shares of the criteria sum to one; a criterion that is equal for all decided nothing', () => {
    const points = [
      [10, 30, 20],
      [5, 5, 5],
      [1, 2, 9],
    ].map((row) => row.map((x) => fromDecimal(x)));
    const shares = influenceOfCriteria(points) ?? [];
    expect(sum(shares)).toEqual(rational(1));
    expect(shares.map(toFraction)[1]).toBe('0');
  });
  test('no differences, no influence', () => {
    expect(influenceOfCriteria([[rational(1), rational(1)]])).toBeNull();
    expect(influenceOfCriteria([[rational(1)]])).toBeNull();
    expect(influenceOfCriteria([])).toBeNull();
  });
});
