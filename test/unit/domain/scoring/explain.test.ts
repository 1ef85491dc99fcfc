import { describe, expect, it } from 'vitest';
import { explainEntry, explainPair } from '@shared/domain/explain';
import type { EntryId } from '@shared/model/ids';
import { absent, contestOf, decision, entryIn } from './contest';

const input = contestOf({
  weights: [7000, 3000],
  scale: { min: 0, max: 5, step: 0.5 },
  rounds: [
    {
      scores: {
        1: [[8, 5], [9, 6], [10, null], 'R', [1, 1], [2, 2]],
        2: [
          [8, 4],
          [8, 4],
          [8, 4],
          [8, 4],
          [8, 4],
          [8, 4],
        ],
      },
      attendance: { 5: absent },
      ballots: { 6: 'conflict' },
    },
  ],
});

describe('why an entry has its total', () => {
  it('shows every mark as a value with its points', () => {
    const [round] = explainEntry(input, entryIn(0, 1))?.rounds ?? [];
    expect(round?.cards[0]).toEqual({
      juror: 1,
      state: 'scored',
      marks: [
        { criterion: 1, value: '4.0', points: { exact: '56', text: '56.00' } },
        { criterion: 2, value: '2.5', points: { exact: '15', text: '15.00' } },
      ],
      subtotal: { exact: '71', text: '71.00' },
      given: null,
      dropped: false,
      comment: '',
      recusalGround: null,
    });
    expect(round?.criteria).toEqual([
      { criterion: 1, mean: { exact: '17/4', text: '4.25' }, points: { exact: '119/2', text: '59.50' } },
      { criterion: 2, mean: { exact: '11/4', text: '2.75' }, points: { exact: '33/2', text: '16.50' } },
    ]);
    expect(round?.mean?.text).toBe('76.00');
  });

  it('shows what does not count as what it is: without points, a conflict without marks', () => {
    const [round] = explainEntry(input, entryIn(0, 1))?.rounds ?? [];
    const seen = round?.cards.map((c) => [
      c.state,
      c.marks.map((m) => m.value),
      c.marks.map((m) => m.points),
      c.subtotal,
    ]);
    expect(seen?.slice(2)).toEqual([
      ['incomplete', ['5.0', null], [null, null], null],
      ['recused', [null, null], [null, null], null],
      ['absent', ['0.5', '0.5'], [null, null], null],
      ['conflict', [null, null], [null, null], null],
    ]);
    expect(round?.cards[3]?.recusalGround).toBe('member');
  });

  it('has nothing to show where nobody scored, and says so where the entry does not stand', () => {
    const silent = contestOf({ rounds: [{ scores: { 1: ['R'] } }] });
    expect(explainEntry(silent, entryIn(0, 1))).toMatchObject({ total: null, rounds: [{ mean: null, criteria: [] }] });
    expect(explainEntry(input, 5 as EntryId)).toBeNull();
    expect(explainPair(input, entryIn(0, 1), 5 as EntryId)).toBeNull();
    const unweighted = contestOf({ weights: [0], rounds: [{ scores: { 1: [3] } }] });
    expect(explainEntry(unweighted, entryIn(0, 1))).toMatchObject({ rounds: [{ mean: null, cards: [{ marks: [] }] }] });
  });

  it('carries the sum across jurors into the points of the criteria', () => {
    const summed = contestOf({ aggregation: { acrossJurors: 'sum' }, rounds: [{ scores: { 1: [8, 9] } }] });
    expect(explainEntry(summed, entryIn(0, 1))).toMatchObject({
      total: { exact: '170' },
      rounds: [{ mean: { exact: '170' }, criteria: [{ points: { exact: '170' } }] }],
    });
  });
});

describe('why one stands above another', () => {
  it('says what each criterion contributed, signed, in whichever order they are named', () => {
    // 1 has 59.5 + 16.5, 2 has 56 + 12.
    const pair = explainPair(input, entryIn(0, 2), entryIn(0, 1));
    expect(pair).toEqual({
      upper: entryIn(0, 1),
      lower: entryIn(0, 2),
      separation: { by: 'total', upper: { exact: '76', text: '76.00' }, lower: { exact: '68', text: '68.00' } },
      upperTotal: { exact: '76', text: '76.00' },
      lowerTotal: { exact: '68', text: '68.00' },
      criteria: [
        { criterion: 1, difference: { exact: '7/2', text: '3.50' } },
        { criterion: 2, difference: { exact: '9/2', text: '4.50' } },
      ],
      rounding: null,
      jurors: [],
      lists: [],
    });
  });

  it('names the coarsest step between two who are not neighbours', () => {
    const tied = contestOf({
      ties: [{ rule: 'higher_median_of_jurors' }, { rule: 'chair_casting_vote' }],
      rounds: [{ scores: { 1: [5, 5, 5], 2: [5, 5, 5], 3: [3, 4, 8] } }],
      decisions: [decision('casting_vote', [2, 1])],
    });
    expect(explainPair(tied, entryIn(0, 2), entryIn(0, 3))?.separation).toMatchObject({
      by: 'median',
      upper: { exact: '50' },
      lower: { exact: '40' },
    });
    expect(explainPair(tied, entryIn(0, 1), entryIn(0, 2))).toMatchObject({
      upper: entryIn(0, 2),
      separation: { by: 'casting_vote' },
      criteria: [{ difference: { exact: '0' } }],
    });
  });

  it('lets no difference look like none', () => {
    const close = contestOf({
      scale: { min: 0, max: 10_000, step: 1 },
      aggregation: { displayDigits: 1 },
      rounds: [{ scores: { 1: [8001], 2: [8000] } }],
    });
    expect(explainPair(close, entryIn(0, 1), entryIn(0, 2))?.criteria[0]?.difference).toEqual({
      exact: '1/100',
      text: '0.01',
    });
  });

  it('claims nothing where a total is missing, and names the one who has a total first', () => {
    const one = contestOf({ rounds: [{ scores: { 1: ['R'], 2: [5], 3: ['R'] } }] });
    const pair = explainPair(one, entryIn(0, 1), entryIn(0, 2));
    expect(pair).toMatchObject({ upper: entryIn(0, 2), separation: { by: 'nothing' }, lowerTotal: null, criteria: [] });
    expect(explainPair(one, entryIn(0, 3), entryIn(0, 1))).toMatchObject({ upper: entryIn(0, 3), upperTotal: null });
    expect(explainPair(one, entryIn(0, 2), entryIn(0, 2))).toMatchObject({
      separation: { by: 'nothing' },
      criteria: [],
    });
  });
});
