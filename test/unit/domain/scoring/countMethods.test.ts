import { describe, expect, it } from 'vitest';
import { hindrances } from '@shared/domain/closing';
import { explainEntry, explainPair } from '@shared/domain/explain';
import { sealedRanking } from '@shared/domain/sealing';
import { computeStanding } from '@shared/domain/standing';
import type { Aggregation, PlaceStyle } from '@shared/model/rules';
import { absent, contestOf, entryIn, type Spec } from './contest';

const standing = (aggregation: Partial<Aggregation>, spec: Partial<Spec> & Pick<Spec, 'rounds'>) =>
  computeStanding(contestOf({ aggregation, ...spec }));
const listed = (aggregation: Partial<Aggregation>, spec: Partial<Spec> & Pick<Spec, 'rounds'>) =>
  standing(aggregation, spec).rows.map(({ number, shownPlace, total }) => [number, shownPlace, total?.text ?? null]);

describe('rank sum as the official method', () => {
  // Places: first juror 1 2 3, second 3 1 2, third 2½ 1 2½.
  const scores = { 1: [9, 4, 5], 2: [8, 8, 9], 3: [3, 6, 5] };
  const input = contestOf({ aggregation: { acrossJurors: 'rank_sum' }, rounds: [{ scores }] });

  it('puts the lowest sum of places first, with the decimals that it needs', () => {
    expect(listed({ acrossJurors: 'rank_sum' }, { rounds: [{ scores }] })).toEqual([
      [2, '1', '4.0'],
      [1, '2', '6.5'],
      [3, '3', '7.5'],
    ]);
    expect(computeStanding(input).rows[0]?.aboveNext).toEqual({
      by: 'total',
      upper: { exact: '4', text: '4.0' },
      lower: { exact: '13/2', text: '6.5' },
    });
  });
  it('shows the place that each juror gave, and no share of any criterion', () => {
    const [round] = explainEntry(input, entryIn(0, 1))?.rounds ?? [];
    expect(round?.cards.map(({ given, subtotal }) => [subtotal?.text, given?.text])).toEqual([
      ['90.00', '1.0'],
      ['40.00', '3.0'],
      ['50.00', '2.5'],
    ]);
    expect(round?.criteria.map(({ mean, points }) => [mean.text, points])).toEqual([['6.00', null]]);
  });
  it('tells why one is above another juror by juror', () => {
    const pair = explainPair(input, entryIn(0, 1), entryIn(0, 2));
    expect(pair).toMatchObject({ upper: entryIn(0, 2), lower: entryIn(0, 1), criteria: [], rounding: null });
    expect(pair?.jurors.map(({ upper, lower }) => [upper?.text, lower?.text])).toEqual([
      ['2.0', '1.0'],
      ['1.0', '3.0'],
      ['1.0', '2.5'],
    ]);
  });
  it('lets those with the lowest sums go on, and all who share the last one', () => {
    const { rows } = standing(
      { acrossJurors: 'rank_sum' },
      { rounds: [{ scores: { 1: [9, 1], 2: [8, 8], 3: [7, 9] }, advance: { mode: 'each_category', count: 1 } }, {}] },
    );
    expect(rows).toEqual([]);
    const first = computeStanding({
      ...contestOf({
        aggregation: { acrossJurors: 'rank_sum' },
        rounds: [{ scores: { 1: [9, 1], 2: [8, 8], 3: [7, 9] }, advance: { mode: 'each_category', count: 1 } }, {}],
      }),
      round: contestOf({ rounds: [{}] }).round,
    });
    expect(first.rows.map(({ number, status }) => [number, status])).toEqual([
      [1, 'advances'],
      [2, 'advances'],
      [3, 'advances'],
    ]);
  });
  it('takes a recusal for no place, and an absent juror for none at all', () => {
    const spec = {
      rounds: [{ scores: { 1: [9, 'R', 1], 2: [8, 7, 9], 3: [7, 8, 5] }, attendance: { 3: absent } }],
    } as const;
    // Two jurors are present; the first nominee has one place, 1, which stands for two.
    expect(listed({ acrossJurors: 'rank_sum' }, spec)).toEqual([
      [1, '1', '2'],
      [2, '2', '4'],
      [3, '2', '4'],
    ]);
  });
  it('weighs the rounds as it does with points', () => {
    const spec = {
      rounds: [
        { weight: 2500, scores: { 1: [9], 2: [8], 3: [7] } },
        { weight: 7500, scores: { 1: [1], 2: [5], 3: [6] } },
      ],
    };
    // ¼·1 + ¾·3, ¼·2 + ¾·2, ¼·3 + ¾·1.
    expect(listed({ acrossJurors: 'rank_sum' }, spec)).toEqual([
      [3, '1', '1.5'],
      [2, '2', '2.0'],
      [1, '3', '2.5'],
    ]);
  });
});

describe('adjusted for severity', () => {
  it('says that nobody can be compared where no jurors connect the nominees, and keeps the round open', () => {
    const input = contestOf({
      aggregation: { acrossJurors: 'severity' },
      jury: { minScoresPerNominee: 1 },
      rounds: [{ scores: { 1: [9, 'R'], 2: ['R', 8] }, status: 'open' }],
    });
    const { rows, unmet } = computeStanding(input);
    expect(rows.map(({ place, status }) => [place, status])).toEqual([
      [null, 'no_score'],
      [null, 'no_score'],
    ]);
    expect(unmet).toEqual([{ kind: 'not_comparable' }]);
    expect(hindrances(input)).toEqual([{ kind: 'not_comparable', category: input.category }]);
  });
});

describe('rounding', () => {
  const scale = { min: 0, max: 9, step: 1 };
  const scores = { 1: [4, 5, 5], 2: [5, 5, 5], 3: [5, 4, 4] };
  // Sub-totals of 4 are 44.444…, of 5 55.555…; means 51.85…, 55.55…, 48.14….
  const totals = (rounding: Aggregation['rounding'], more: Partial<Aggregation> = {}) =>
    standing({ ...(rounding === undefined ? {} : { rounding }), ...more }, { scale, rounds: [{ scores }] })
      .rows.toSorted((a, b) => a.number - b.number)
      .map(({ total }) => total?.exact);

  it('is none where the rules name none', () => {
    expect(totals(undefined)).toEqual(['1400/27', '500/9', '1300/27']);
  });
  it('leaves from each stage on only the rounded figure', () => {
    expect(totals({ card: 0 })).toEqual(['52', '56', '48']);
    expect(totals({ card: 1 })).toEqual(['778/15', '278/5', '722/15']);
    expect(totals({ round: 1 })).toEqual(['519/10', '278/5', '481/10']);
    expect(totals({ total: 0 })).toEqual(['52', '56', '48']);
  });
  it('takes halves away from zero', () => {
    const half = standing(
      { perJuror: 'raw', rounding: { card: 0 } },
      { scale: { min: -5, max: 5, step: 0.5 }, rounds: [{ scores: { 1: [11], 2: [9] } }] },
    );
    // Steps 11 and 9 are 0.5 and −0.5.
    expect(half.rows.map(({ number, total }) => [number, total?.exact])).toEqual([
      [1, '1'],
      [2, '-1'],
    ]);
  });
  it('of the criteria takes the mean mark of each, and only of a mean', () => {
    // Mean marks 14/3, 5, 13/3 become 5, 5, 4.
    expect(totals({ criterion: 0 })).toEqual(['500/9', '500/9', '400/9']);
    expect(totals({ criterion: 0 }, { acrossJurors: 'median' })).toEqual(['500/9', '500/9', '400/9']);
    expect(totals({ criterion: 0 }, { acrossJurors: 'sum' })).toEqual(['1400/9', '500/3', '1300/9']);
  });
  it('makes equals of those whom it makes equal, and is told in what separates two', () => {
    const input = contestOf({ aggregation: { rounding: { total: 2 } }, scale, rounds: [{ scores }] });
    expect(computeStanding(input).rows.map(({ place }) => place)).toEqual([1, 2, 3]);
    const tens = contestOf({ scale, aggregation: { rounding: { criterion: 0 } }, rounds: [{ scores }] });
    expect(computeStanding(tens).rows.map(({ place }) => place)).toEqual([1, 1, 3]);
    // 500/9 − 400/9 in the totals; the exact means of the marks differ by 14/3 − 13/3, that is 100/27.
    const pair = explainPair(tens, entryIn(0, 1), entryIn(0, 3));
    expect(pair?.criteria.map(({ difference }) => difference.exact)).toEqual(['100/27']);
    expect(pair?.rounding?.exact).toBe('200/27');
  });
});

describe('how equals are numbered', () => {
  const scores = { 1: [9], 2: [7], 3: [7], 4: [5] };
  it.each<readonly [PlaceStyle, readonly string[]]>([
    ['standard', ['1', '2', '2', '4']],
    ['modified', ['1', '3', '3', '4']],
    ['dense', ['1', '2', '2', '3']],
    ['ordinal', ['1', '2', '3', '4']],
    ['fractional', ['1', '2.5', '2.5', '4']],
  ])('%s', (placeStyle, places) => {
    const input = contestOf({ aggregation: { placeStyle }, rounds: [{ scores }] });
    const { rows } = computeStanding(input);
    expect(rows.map(({ shownPlace }) => shownPlace)).toEqual(places);
    // What rules, prizes and ties count by stays 1-2-2-4.
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 2, 4]);
    const sealed = sealedRanking(input)[0]?.rows ?? [];
    expect(sealed.map(({ shownPlace }) => shownPlace)).toEqual(
      placeStyle === 'standard' ? places.map(() => undefined) : places,
    );
  });
});
