import { describe, expect, it } from 'vitest';
import { meanPoints, medianOf } from '@shared/domain/contribution';
import { evaluate } from '@shared/domain/evaluation';
import { stepOn } from '@shared/domain/rubric';
import { advancing, computeStanding } from '@shared/domain/standing';
import type { CategoryId, EntryId, RoundId } from '@shared/model/ids';
import type { AcrossJurors } from '@shared/model/rules';
import { absent, contestOf, criterion, entryIn, jury, roundAt, type RoundSpec, type Spec } from './contest';

const totals = (spec: Spec) =>
  Object.fromEntries(computeStanding(contestOf(spec)).rows.map((r) => [r.number, r.total?.exact ?? null]));

describe('the weighted mean', () => {
  it('is worked by hand: two criteria, two jurors', () => {
    // Juror 1: 0.7·80 + 0.3·50 = 71. Juror 2: 0.7·90 + 0.3·60 = 81. Mean 76.
    const standing = computeStanding(
      contestOf({
        weights: [7000, 3000],
        rounds: [
          {
            scores: {
              1: [
                [8, 5],
                [9, 6],
              ],
            },
          },
        ],
      }),
    );
    const row = standing.rows[0];
    expect(row?.total).toEqual({ exact: '76', text: '76.00' });
    expect(row?.parts[0]?.cells.map((c) => c.value?.text)).toEqual(['71.00', '81.00']);
    expect(row?.parts[0]).toMatchObject({ scores: 2, weight: 10_000, mean: { exact: '76' } });
  });

  it('scales every criterion to 0–100 on its own scale and normalises weights that are not 100 %', () => {
    // (1·(4−1)/(5−1) + 3·(2.5/5))/4·100 = (0.75 + 1.5)/4·100 = 56.25
    expect(
      totals({
        weights: [1000, 3000],
        scales: [
          { min: 1, max: 5, step: 1 },
          { min: 0, max: 5, step: 0.5 },
        ],
        rounds: [{ scores: { 1: [[3, 5]] } }],
      }),
    ).toEqual({ 1: '225/4' });
  });

  it('keeps thirds exact', () => {
    expect(totals({ rounds: [{ scores: { 1: [8, 8, 9], 2: [8, 9, 9] } }] })).toEqual({ 1: '250/3', 2: '260/3' });
  });

  it('never takes a missing card for zero', () => {
    const rounds = [{ scores: { 1: [8, '-', [null]], 2: [0, 8, 8] } }] as const;
    const standing = computeStanding(contestOf({ rounds }));
    expect(standing.rows.map((r) => [r.number, r.total?.exact])).toEqual([
      [1, '80'],
      [2, '160/3'],
    ]);
    expect(standing.rows[0]?.parts[0]?.cells.map((c) => c.state)).toEqual(['scored', 'incomplete', 'incomplete']);
    expect(standing.provisional).toBe(true);
  });

  it('does not count a card that lacks one criterion, a recused juror, an absent one or a ballot in conflict', () => {
    const standing = computeStanding(
      contestOf({
        weights: [5000, 5000],
        rounds: [
          {
            scores: { 1: [[8, 8], [10, null], 'R', [10, 10], [0, 0], [1, 1]] },
            attendance: { 4: absent },
            ballots: { 5: 'conflict', 6: 'not_returned' },
          },
        ],
      }),
    );
    const part = standing.rows[0]?.parts[0];
    expect(part?.mean?.exact).toBe('80');
    expect(part?.scores).toBe(1);
    expect(part?.cells.map((c) => c.state)).toEqual([
      'scored',
      'incomplete',
      'recused',
      'absent',
      'conflict',
      'not_returned',
    ]);
    expect(part?.cells.filter((c) => c.value !== null)).toHaveLength(1);
  });

  it('gives nobody a place without a score', () => {
    const standing = computeStanding(contestOf({ rounds: [{ scores: { 1: ['R', 'R'], 2: [0, 0] } }] }));
    expect(standing.rows.map((r) => [r.number, r.place, r.status, r.total?.exact])).toEqual([
      [2, 1, 'laureate', '0'],
      [1, null, 'no_score', undefined],
    ]);
    expect(standing.rows.map((r) => r.aboveNext)).toEqual([null, null]);
  });

  it('shows more digits where neighbours would look equal', () => {
    const standing = computeStanding(
      contestOf({
        aggregation: { displayDigits: 0 },
        rounds: [{ scores: { 1: [8, 8, 8], 2: [8, 8, 9] } }],
        scale: { min: 0, max: 400, step: 1 },
      }),
    );
    expect(standing.rows.map((r) => r.total?.text)).toEqual(['2.1', '2.0']);
    expect(standing.rows[0]?.aboveNext).toEqual({
      by: 'total',
      upper: { exact: '25/12', text: '2.1' },
      lower: { exact: '2', text: '2.0' },
    });
  });

  it('refuses a mark outside the scale as the bug it is, and two cards in one cell', () => {
    expect(() => totals({ rounds: [{ scores: { 1: [11] } }] })).toThrow(RangeError);
    expect(() => totals({ rounds: [{ scores: { 1: [0.5] } }] })).toThrow(RangeError);
    const input = contestOf({ rounds: [{ scores: { 1: [5] } }] });
    expect(() => computeStanding({ ...input, cards: [...input.cards, ...input.cards] })).toThrow(RangeError);
    expect(() => computeStanding({ ...input, round: 99 as RoundId })).toThrow(RangeError);
  });

  it('stays exact where integers leave the safe range', () => {
    const scale = { min: 0, max: 9973, step: 1 };
    const weights = [9999, 9998, 9997, 9995];
    const scales = [
      scale,
      { min: 0, max: 9967, step: 1 },
      { min: 0, max: 9949, step: 1 },
      { min: 0, max: 9941, step: 1 },
    ];
    // All at the maximum is 100 whatever the weights.
    expect(totals({ weights, scales, rounds: [{ scores: { 1: [[9973, 9967, 9949, 9941]] } }] })).toEqual({ 1: '100' });
  });
});

describe('other rules per juror and across jurors', () => {
  const scores = {
    1: [
      [4, 2],
      [5, 3],
    ],
    2: [[3, 3], 'R'],
  } as const;
  const scale = { min: 1, max: 6, step: 1 };

  it('points: marks added up as they are', () => {
    // values 5+3 = 8 and 6+4 = 10
    expect(totals({ scale, weights: [0, 0], aggregation: { perJuror: 'points' }, rounds: [{ scores }] })).toEqual({
      1: '9',
      2: '8',
    });
  });

  it('raw: weighted on the scale itself', () => {
    // 0.75·5 + 0.25·3 = 4.5; 0.75·6 + 0.25·4 = 5.5
    expect(totals({ scale, weights: [7500, 2500], aggregation: { perJuror: 'raw' }, rounds: [{ scores }] })).toEqual({
      1: '5',
      2: '4',
    });
  });

  it('sum: the sum where the grid is complete, else mean × jurors', () => {
    expect(
      totals({
        scale,
        weights: [7500, 2500],
        aggregation: { perJuror: 'raw', acrossJurors: 'sum' },
        rounds: [{ scores }],
      }),
    ).toEqual({ 1: '10', 2: '8' });
  });

  it('weights of zero give no score, never a division by zero', () => {
    expect(totals({ weights: [0], rounds: [{ scores: { 1: [5] } }] })).toEqual({ 1: null });
    expect(totals({ weights: [], rounds: [{ scores: { 1: [[]] } }] })).toEqual({ 1: null });
  });

  it('criteria of the round itself replace those of the category', () => {
    const rules = jury();
    const own = rules.kind === 'jury' ? { ...rules, criteria: [criterion(7, 10_000)] } : rules;
    expect(totals({ rounds: [{ rules: own, scores: { 1: [[0, 0, 0, 0, 0, 0, 9]] } }] })).toEqual({ 1: '90' });
  });
});

describe('scores that are left out', () => {
  // One criterion out of 10: five jurors say 2, 6, 7, 8, 10.
  const rounds = [{ scores: { 1: [7, 10, 6, 2, 8] } }];
  const standing = (across: AcrossJurors, scores: RoundSpec['scores'] = rounds[0]?.scores) =>
    computeStanding(contestOf({ aggregation: across, rounds: [{ scores: scores ?? {} }] })).rows[0];
  const droppedOf = (row: ReturnType<typeof standing>) =>
    row?.parts[0]?.cells.flatMap((cell) => (cell.dropped ? [Number(cell.juror)] : []));

  it('trimmed mean: the highest and the lowest go, one or two at each end', () => {
    const one = standing({ acrossJurors: 'trimmed_mean' });
    expect(one?.total?.exact).toBe('70');
    expect(droppedOf(one)).toEqual([2, 4]);
    const two = standing({ acrossJurors: 'trimmed_mean', trim: 2 });
    expect(two?.total?.exact).toBe('70');
    expect(droppedOf(two)).toEqual([2, 3, 4, 5]);
  });

  it('median: the middle one, or the mean of the middle two', () => {
    expect(standing({ acrossJurors: 'median' })?.total?.exact).toBe('70');
    const even = standing({ acrossJurors: 'median' }, { 1: [9, 2, 8, 3] });
    expect(even?.total?.exact).toBe('55');
    expect(droppedOf(even)).toEqual([1, 2]);
    expect(standing({ acrossJurors: 'median' }, { 1: [4] })?.total?.exact).toBe('40');
  });

  it('with too few to leave any out the plain mean is taken, and the part says so', () => {
    const few = standing({ acrossJurors: 'trimmed_mean' }, { 1: [9, 2] });
    expect(few?.total?.exact).toBe('55');
    expect(few?.parts[0]).toMatchObject({ scores: 2, untrimmed: true });
    expect(droppedOf(few)).toEqual([]);
    expect(standing({ acrossJurors: 'trimmed_mean' })?.parts[0]?.untrimmed).toBe(false);
  });

  it('of equals the lower juror number goes first, which changes no figure', () => {
    const row = standing({ acrossJurors: 'trimmed_mean' }, { 1: [5, 5, 5, 5] });
    expect(row?.total?.exact).toBe('50');
    expect(droppedOf(row)).toEqual([1, 4]);
  });

  it('a juror who recused or is awaited is not among those that are left out', () => {
    const row = standing({ acrossJurors: 'trimmed_mean' }, { 1: ['R', 10, '-', 6, 2] });
    expect(row?.total?.exact).toBe('60');
    expect(droppedOf(row)).toEqual([2, 5]);
  });
});

describe('several rounds', () => {
  const technical = { rules: { kind: 'technical' as const }, weight: null };
  const first = { scores: { 1: [8], 2: [9], 3: [2] }, weight: 6000 };
  const final = { scores: { 1: [9], 2: [6] }, weight: 4000 };

  it('combine as 0.6 · first + 0.4 · final over those who advanced', () => {
    const standing = computeStanding(contestOf({ rounds: [technical, first, final] }));
    expect(standing.rows.map((r) => [r.number, r.total?.exact])).toEqual([
      [1, '84'],
      [2, '78'],
    ]);
    expect(standing.rows[0]?.parts.map((p) => [p.round, p.weight, p.entry])).toEqual([
      [roundAt(1), 6000, entryIn(1, 1)],
      [roundAt(2), 4000, entryIn(2, 1)],
    ]);
  });

  it('leave the first round to stand alone in its own standing', () => {
    const input = { ...contestOf({ rounds: [technical, first, final] }), round: roundAt(1) };
    expect(computeStanding(input).rows.map((r) => r.total?.exact)).toEqual(['90', '80', '20']);
    expect(computeStanding(input).rows[0]?.parts[0]?.weight).toBe(10_000);
  });

  it('give no total where a counted round has no figure', () => {
    const rounds = [first, { ...final, scores: { 1: ['R'], 2: [6], 4: [10] } }] as const;
    const standing = computeStanding(contestOf({ rounds }));
    expect(standing.rows.map((r) => [r.number, r.status])).toEqual([
      [2, 'laureate'],
      [1, 'no_score'],
      [4, 'no_score'],
    ]);
  });

  it('add up by factor, or take the last alone', () => {
    expect(
      totals({
        combination: 'sum',
        rounds: [
          { ...first, weight: null },
          { ...final, weight: 20_000 },
        ],
      }),
    ).toEqual({ 1: '260', 2: '210' });
    expect(totals({ combination: 'last_round', rounds: [first, final] })).toEqual({ 1: '90', 2: '60' });
    expect(totals({ combination: 'union', rounds: [first, final] })).toEqual({ 1: '90', 2: '60' });
  });

  it('do not carry a round without weight, and let one stand alone that has none', () => {
    expect(totals({ rounds: [{ ...first, weight: 0 }, final] })).toEqual({ 1: '90', 2: '60' });
    expect(totals({ rounds: [first, { ...final, weight: null }] })).toEqual({ 1: '90', 2: '60' });
  });

  it('find the first round of a nominee who was in another category then, but never guess between two', () => {
    const input = contestOf({ rounds: [first, final] });
    const [best] = input.contest.categories;
    if (best === undefined) throw new Error('no category');
    const other = { ...best, id: 2 as CategoryId, key: 'other' };
    const contest = { ...input.contest, categories: [best, other] };
    const moved = input.entries.map((e) => (e.id === entryIn(0, 1) ? { ...e, category: other.id } : e));
    const totalOfFirst = (entries: typeof moved) =>
      computeStanding({ ...input, contest, entries }).rows.find((r) => r.number === 1)?.total?.exact;
    expect(totalOfFirst(moved)).toBe('84');
    const twice = moved.flatMap((e) => (e.id === entryIn(0, 1) ? [e, { ...e, id: 7 as EntryId }] : [e]));
    expect(totalOfFirst(twice)).toBeUndefined();
  });

  it('score live rounds like any other', () => {
    const rules = jury();
    const live = rules.kind === 'jury' ? { ...rules, kind: 'jury_live' as const } : rules;
    const input = contestOf({ rounds: [{ rules: live, scores: { 1: [7] } }] });
    const seats = input.jurors.map((j) => ({
      round: roundAt(0),
      juror: j.id,
      attendance: { state: 'present' as const },
    }));
    expect(computeStanding({ ...input, seats }).rows[0]?.total?.exact).toBe('70');
  });

  it('follow a nominee whose category changed between the rounds', () => {
    const input = contestOf({ rounds: [first, final] });
    const entries = input.entries.map((e) => (e.id === entryIn(0, 1) ? { ...e, category: null } : e));
    // Without a category nothing could be scored there.
    expect(computeStanding({ ...input, entries }).rows.find((r) => r.number === 1)?.status).toBe('no_score');
  });
});

describe('who stands in the list', () => {
  it('a withdrawn nominee does not', () => {
    const standing = computeStanding(contestOf({ withdrawn: [1], rounds: [{ scores: { 1: [9], 2: [8] } }] }));
    expect(standing.rows.map((r) => [r.number, r.place])).toEqual([[2, 1]]);
  });

  it('a technical check ranks nobody and passes on the admitted', () => {
    const input = contestOf({
      rounds: [
        { rules: { kind: 'technical' }, weight: null, checks: { 1: 'admitted', 2: 'refused', 3: 'pending' } },
        {},
      ],
    });
    const check = { ...input, round: roundAt(0) };
    expect(computeStanding(check).rows.map((r) => r.status)).toEqual(['no_score', 'no_score', 'no_score']);
    expect(advancing(check)).toEqual([entryIn(0, 1)]);
  });

  it('the standing is provisional until the round is closed and everything is in', () => {
    const scores = { 1: [8] };
    expect(computeStanding(contestOf({ rounds: [{ scores }] })).provisional).toBe(false);
    expect(computeStanding(contestOf({ rounds: [{ scores, status: 'open' }] })).provisional).toBe(true);
    const late = contestOf({ rounds: [{ scores }] });
    expect(computeStanding({ ...late, ballotStates: [] }).provisional).toBe(true);
  });
});

describe('what the standing is given incompletely', () => {
  it('is still ranked by what is known: a seat without a juror on the list, a card shorter than the rubric', () => {
    const input = contestOf({ weights: [5000, 5000], rounds: [{ scores: { 1: [[8, 8], [9]] } }] });
    const [row] = computeStanding({ ...input, jurors: [] }).rows;
    expect(row?.parts[0]?.cells.map((c) => [c.juror, c.state])).toEqual([
      [1, 'scored'],
      [2, 'incomplete'],
    ]);
  });

  it('gives no totals while an earlier counted round has no entries at all', () => {
    const ties = [{ rule: 'criteria_by_descending_weight' }, { rule: 'more_first_places' }] as const;
    const standing = computeStanding(
      contestOf({ ties, rounds: [{ weight: 5000 }, { weight: 5000, scores: { 1: [5], 2: [5] } }] }),
    );
    expect(standing.rows.map((r) => r.status)).toEqual(['no_score', 'no_score']);
    expect(standing.line).toEqual({ kind: 'laureates', count: 1, below: 0, decided: false });
  });

  it('has no median and no points of criteria where nobody scored', () => {
    const input = contestOf({ rounds: [{ scores: { 1: ['R'] } }] });
    const [candidate] = evaluate(input).candidates;
    const line = candidate?.score.rubric?.lines[0];
    if (candidate === undefined || line === undefined) throw new Error('no candidate');
    expect(medianOf(candidate.score)).toBeNull();
    expect(meanPoints(candidate.score, line)).toBeNull();
    expect(() => stepOn(line, [null])).toThrow(RangeError);
  });
});
