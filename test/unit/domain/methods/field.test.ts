import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, fieldFigures, isFieldMethod, roundingApplied } from '@shared/domain/fieldMethods';
import { toFraction, type Rational } from '@shared/domain/rational';
import { fieldMethods, type FieldMethod } from '@shared/model/rules';
import { worthInField } from '../../../../scripts/verifier/field';
import { fraction, text } from '../../../../scripts/verifier/fraction';
import { tableOf } from './table';

const exact = (value: Rational | null): string | null => (value === null ? null : toFraction(value));
const figuresOf = (method: FieldMethod, marks: readonly (readonly (number | null)[])[]) =>
  fieldFigures(method, tableOf(marks)).figures.map(exact);
const givenOf = (method: FieldMethod, marks: readonly (readonly (number | null)[])[]) =>
  fieldFigures(method, tableOf(marks)).given?.map((row) => row.map(exact));

/** Three nominees, three jurors. */
const full = [
  [90, 60, 70],
  [80, 80, 70],
  [50, 70, 90],
];

describe('worked by hand', () => {
  test('rank sum: equals of one juror share the mean of their places, and the places are added', () => {
    expect(givenOf('rank_sum', full)).toEqual([
      ['1', '3', '5/2'],
      ['2', '1', '5/2'],
      ['3', '2', '1'],
    ]);
    expect(figuresOf('rank_sum', full)).toEqual(['13/2', '11/2', '6']);
  });
  test('rank sum: a missing card costs nobody a place, and gives nobody one', () => {
    // The second juror ranks two: 1 and 2. Of the first nominee there are two places, 1 and 1, which stand for three.
    expect(
      figuresOf('rank_sum', [
        [90, null, 90],
        [80, 70, 80],
        [70, 60, 70],
      ]),
    ).toEqual(['3', '5', '8']);
  });
  test('Borda: as many points as stand below, equals share; a missing card as above', () => {
    expect(figuresOf('borda', full)).toEqual(['5/2', '7/2', '3']);
    expect(
      figuresOf('borda', [
        [90, null],
        [80, 70],
        [70, 60],
      ]),
    ).toEqual(['4', '2', '0']);
  });
  test('best of the majority: the median place, then the larger majority', () => {
    // Places 1 1 3, 2 3 1, 3 2 2: medians 1, 2, 2; two gave the second 2 or better, and two the third, whose sum is higher.
    expect(
      figuresOf('best_of_majority', [
        [90, 90, 50],
        [80, 50, 90],
        [50, 80, 80],
      ]),
    ).toEqual(['1', '2', '3']);
    expect(
      figuresOf('best_of_majority', [
        [90, 80],
        [80, 90],
        [null, null],
      ]),
    ).toEqual(['3/2', '3/2', null]);
  });
  test('majority judgment: the median score, then the larger side; equals share the mean of their places', () => {
    // Medians 80, 80, 70. The first has 1/3 above and 1/3 below, which counts against; the second 2/3 at 80 and 1/3 above.
    expect(
      figuresOf('majority_judgment', [
        [90, 80, 60],
        [90, 80, 80],
        [70, 70, 70],
      ]),
    ).toEqual(['2', '1', '3']);
    expect(figuresOf('majority_judgment', [[50], [70], [70]])).toEqual(['3', '3/2', '3/2']);
  });
  test('standardised: each juror’s own mean and spread; a juror who marks all alike says nothing', () => {
    expect(
      figuresOf('z_score', [
        [10, 50],
        [20, 50],
        [30, 50],
      ]),
    ).toEqual(['-1/2', '0', '1/2']);
  });
  test('severity: who missed the severe juror gains nothing by it', () => {
    // The second juror marks 20 lower; the effects are +10 and −10.
    const marks = [
      [80, 60],
      [60, 40],
      [75, null],
    ];
    expect(figuresOf('severity', marks)).toEqual(['70', '50', '65']);
    expect(givenOf('severity', marks)).toEqual([
      ['70', '70'],
      ['50', '50'],
      ['65', null],
    ]);
  });
  test('copeland: duels won less duels lost, by those who scored both', () => {
    // 1 is above 2 for two of three, above 3 for nobody: 3 wins both duels.
    expect(
      figuresOf('copeland', [
        [80, 70, null],
        [60, 65, 90],
        [90, 75, 95],
        [null, null, null],
      ]),
    ).toEqual(['0', '-2', '2', null]);
  });
  test('schulze: a circle of three is broken at its weakest duel', () => {
    // Nine jurors, 4 : A>B>C, 3 : B>C>A, 2 : C>A>B. A beats B 6 : 3, B beats C 7 : 2, C beats A 5 : 4.
    const marks = (order: string) => ['A', 'B', 'C'].map((who) => 9 - order.indexOf(who));
    const jurors = ['ABC', 'ABC', 'ABC', 'ABC', 'BCA', 'BCA', 'BCA', 'CAB', 'CAB'].map(marks);
    expect(
      figuresOf(
        'schulze',
        [0, 1, 2].map((who) => jurors.map((own) => own[who] ?? null)),
      ),
    ).toEqual(['1', '2', '3']);
    // By duels alone each has won one and lost one.
    expect(
      figuresOf(
        'copeland',
        [0, 1, 2].map((who) => jurors.map((own) => own[who] ?? null)),
      ),
    ).toEqual(['0', '0', '0']);
  });
  test('skating: the majority column, and a juror with a gap is left out of the whole category', () => {
    expect(
      figuresOf('skating', [
        [90, 90, 60, null],
        [80, 80, 90, 95],
        [70, 70, 80, 90],
      ]),
    ).toEqual(['1', '2', '3']);
    expect(
      figuresOf('skating', [
        [90, null],
        [null, 80],
      ]),
    ).toEqual([null, null]);
    expect(
      givenOf('skating', [
        [90, null],
        [80, 70],
      ]),
    ).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });
  test.each(['copeland', 'schulze', 'skating'] as const)('%s: of more than 500 nobody has a figure', (method) => {
    const figures = (size: number) =>
      figuresOf(
        method,
        Array.from({ length: size }, (_, i) => [i]),
      );
    expect(new Set(figures(501))).toEqual(new Set([null]));
    expect(figures(500)).not.toContain(null);
  });
  test('severity: nominees whom no juror connects have no figures', () => {
    expect(
      figuresOf('severity', [
        [80, null],
        [null, 60],
      ]),
    ).toEqual([null, null]);
  });
  test('which figures are better, and which stages round them', () => {
    expect(fieldMethods.map((acrossJurors) => directionOf({ acrossJurors }))).toEqual([
      'lower',
      'lower',
      'higher',
      'lower',
      'higher',
      'lower',
      'lower',
      'higher',
      'higher',
    ]);
    expect(isFieldMethod('mean')).toBe(false);
    const rounding = { criterion: 1, card: 2, round: 3, total: 4 };
    const stages = (acrossJurors: 'mean' | 'median' | 'majority_judgment') =>
      roundingApplied({ acrossJurors, rounding }).map(([stage]) => stage);
    expect(stages('mean')).toEqual(['criterion', 'card', 'round', 'total']);
    expect(stages('median')).toEqual(['card', 'round', 'total']);
    expect(stages('majority_judgment')).toEqual(['card', 'total']);
  });
});

/** Few different marks: equals are frequent. */
const table = fc
  .record({ nominees: fc.integer({ min: 0, max: 7 }), jurors: fc.integer({ min: 0, max: 6 }) })
  .chain(({ nominees, jurors }) => {
    const mark = fc.option(
      fc.integer({ min: -8, max: 12 }).map((n) => n / 4),
      { freq: 5 },
    );
    const row = fc.array(mark, { minLength: jurors, maxLength: jurors });
    return fc.array(row, { minLength: nominees, maxLength: nominees });
  });

describe('the verifier, which computes in its own way', () => {
  test.each(fieldMethods)('has the same figures: %s', (method) => {
    let some = 0;
    fc.assert(
      fc.property(table, (marks) => {
        const said = marks.map(
          (row) =>
            new Map(row.flatMap((mark, j) => (mark === null ? [] : [[j, fraction(BigInt(mark * 4), 4n)] as const]))),
        );
        const worths = worthInField(method, said, marks[0]?.length ?? 0) ?? [];
        const sign = directionOf({ acrossJurors: method }) === 'lower' ? -1n : 1n;
        const theirs = worths.map((worth) => (worth === null ? null : text(fraction(worth.n * sign, worth.d))));
        some += theirs.filter((figure) => figure !== null).length;
        expect(theirs).toEqual(figuresOf(method, marks));
      }),
      { numRuns: 400 },
    );
    expect(some).toBeGreaterThan(500);
  });
  test.each(fieldMethods)('the order of the jurors says nothing: %s', (method) => {
    fc.assert(
      fc.property(table, (marks) => {
        expect(
          figuresOf(
            method,
            marks.map((row) => row.toReversed()),
          ),
        ).toEqual(figuresOf(method, marks));
      }),
      { numRuns: 100 },
    );
  });
});
