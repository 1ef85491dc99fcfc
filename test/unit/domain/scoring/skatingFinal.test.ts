import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skatedPlaces } from '@shared/domain/fieldMethods';
import { skating } from '@shared/domain/methods/skating';
import { rational } from '@shared/domain/rational';
import { computeStanding } from '@shared/domain/standing';
import { rankSnapshot } from '@shared/snapshot/rank';
import { snapshotOf } from '@shared/snapshot/ofContest';
import type { StandingInput } from '@shared/domain/standing';
import { contestOf, tally, type CellSpec, type Spec } from './contest';

// A final over several dances in a contest: every dance a round of the jury, places added up (rule 9), equal sums by rules 10
// and 11 as a step of the chain.

/** Rounds of marks, couple × juror. */
function final(dances: readonly (readonly (readonly CellSpec[])[])[], more: Partial<Spec> = {}): StandingInput {
  return contestOf({
    combination: 'sum',
    aggregation: { acrossJurors: 'skating' },
    ties: [{ rule: 'skating_10_11' }],
    ...more,
    rounds: dances.map((rows) => ({ scores: Object.fromEntries(rows.map((row, i) => [i + 1, row])) })),
  });
}
/** Places as marks: the first gets nine of ten. */
const danced = (dances: readonly string[], more: Partial<Spec> = {}) =>
  final(
    dances.map((dance) => dance.split(',').map((row) => [...row].map((place) => 10 - Number(place)))),
    more,
  );
const placesOf = (input: StandingInput) => computeStanding(input).rows.map((row) => [row.number, row.place]);

// German dance sport rules (TSO).
const p = [
  '22525,33636,45311,11253,66144,54462',
  '12234,31313,25555,44441,66666,53122',
  '11111,23456,34562,45623,52234,66345',
  '33136,11252,45441,56323,22515,64664',
  '26261,44636,15152,63345,51514,32423',
];
const k = ['2,1,6,4,5,3', '1,2,6,4,3,5', '5,2,1,4,3,6', '3,6,1,4,2,5', '2,6,3,1,4,5'];
const n = [
  '11253,22525,33636,45311,66144,54462',
  '12234,53122,44441,31313,25555,66666',
  '11111,23456,34562,45623,52234,66345',
  '11252,56323,22515,33136,45441,64664',
  '15152,32424,26261,51513,63345,44636',
];
const byNumber = (rows: readonly (readonly (number | null)[])[]) => rows.toSorted(([a], [b]) => (a ?? 0) - (b ?? 0));
const inOrder = [1, 2, 3, 4, 5, 6].map((i) => [i, i]);

describe('a final over several dances', () => {
  test.each([
    ['P', p],
    ['K', k],
    ['N', n],
  ])('comes out as the published example %s', (_name, dances) => {
    expect(placesOf(danced(dances))).toEqual(inOrder);
  });

  test('without the step equal sums share their place; the method alone stops at rule 9', () => {
    expect(placesOf(danced(p, { ties: [] })).map(([, place]) => place)).toEqual([1, 2, 2, 2, 5, 6]);
  });

  test('says by which rule, and with which counts, one stands above the next', () => {
    const rows = computeStanding(danced(p)).rows.map((row) => row.aboveNext);
    expect(rows.map((why) => (why?.by === 'skating' ? why.rule : (why?.by ?? null)))).toEqual([
      'total',
      11,
      10,
      'total',
      'total',
      null,
    ]);
    // All jurors of the five dances: the couple that a majority of 13 put second or better, before the one that it did not.
    expect(rows[1]).toMatchObject({ by: 'skating', rule: 11 });
    const second = rows[2];
    if (second?.by !== 'skating') throw new Error('not by the skating system');
    expect(second.upper.count === second.lower.count).toBe(false);
    expect(second.place).toBe(3);
  });

  test('says nothing with another method, in one round alone, or where jurors did not place everybody alike', () => {
    const twice = ['1,2', '2,1'];
    expect(placesOf(danced(twice)).map(([, place]) => place)).toEqual([1, 1]);
    const byMean = danced(twice, { aggregation: { acrossJurors: 'rank_sum' } });
    expect(placesOf(byMean).map(([, place]) => place)).toEqual([1, 1]);
    expect(computeStanding(danced(['11,11'])).rows.map(({ place }) => place)).toEqual([1, 1]);
    expect(computeStanding(danced(['11,11'])).openTies[0]?.tried).toEqual([]);
    const tables = contestOf({
      combination: 'sum',
      aggregation: { acrossJurors: 'skating' },
      ties: [{ rule: 'skating_10_11' }],
      rounds: [1, 2].map(() => ({
        rules: { kind: 'count', questions: 9, pointsPerAnswer: 1 },
        checks: { 1: 'admitted', 2: 'admitted' },
      })),
      tallies: [tally(0, 1, '5'), tally(0, 2, '4'), tally(1, 1, '4'), tally(1, 2, '5')],
    });
    expect(computeStanding(tables).rows.map(({ place }) => place)).toEqual([1, 1]);
    expect(computeStanding(tables).openTies[0]?.tried).toEqual([]);
  });

  test('a tie that rules 10 and 11 leave is told as tried, and goes on to the next step', () => {
    const even = ['11,22', '22,11'];
    const open = computeStanding(danced(even)).openTies[0];
    expect(open).toMatchObject({ place: 1, tried: ['skating_10_11'] });
    const shared = danced(even, { ties: [{ rule: 'skating_10_11' }, { rule: 'shared_place' }] });
    expect(computeStanding(shared).openTies).toEqual([]);
  });

  const finals = fc
    .record({ couples: fc.integer({ min: 2, max: 6 }), jurors: fc.integer({ min: 1, max: 5 }) })
    .chain(({ couples, jurors }) =>
      fc.array(
        fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: jurors, maxLength: jurors }), {
          minLength: couples,
          maxLength: couples,
        }),
        { minLength: 2, maxLength: 4 },
      ),
    );

  test('is ranked as the skating system ranks all dances at once, and so is its snapshot', () => {
    let separated = 0;
    fc.assert(
      fc.property(finals, (dances) => {
        const input = final(dances);
        const expected: [number, number][] = [];
        const tables = dances.map((rows) => skatedPlaces(rows.map((row) => row.map((mark) => rational(mark)))));
        for (const group of skating(tables).groups) {
          const place = expected.length + 1;
          expected.push(...group.map((i): [number, number] => [i + 1, place]));
        }
        const standing = computeStanding(input);
        expect(byNumber(placesOf(input))).toEqual(byNumber(expected));
        separated += standing.rows.filter((row) => row.aboveNext?.by === 'skating').length;
        for (const row of standing.rows)
          if (row.aboveNext?.by === 'skating') expect(row.aboveNext.upper).not.toEqual(row.aboveNext.lower);
        const ranked = rankSnapshot(JSON.parse(JSON.stringify(snapshotOf(asContest(input), wording))));
        if (!ranked.ok) throw new Error(ranked.problems.map((each) => each.message).join('\n'));
        const rows = ranked.value.categories[0]?.standings.at(-1)?.rows ?? [];
        expect(byNumber(rows.map(({ nominee, place }) => [Number(nominee.slice(1)), place]))).toEqual(
          byNumber(expected),
        );
      }),
      { numRuns: 120 },
    );
    expect(separated).toBeGreaterThan(15);
  });
});

const text = (value: string) => ({ kk: value, ru: value, en: value });
const wording = { textOf: ({ ru }: { readonly ru: string }) => ru, jurorsByName: true };
const asContest = (input: StandingInput): Parameters<typeof snapshotOf>[0] => ({
  ...input,
  contest: {
    ...input.contest,
    head: { title: text('Байқау'), edition: '2026', organiser: text(''), city: text(''), startsOn: null, endsOn: null },
  },
  jurors: input.jurors.map((j) => ({ ...j, name: `қазы ${j.number}` })),
});
