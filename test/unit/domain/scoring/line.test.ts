import { describe, expect, it } from 'vitest';
import { laureatesOf } from '@shared/domain/laureates';
import { advancing, computeStanding } from '@shared/domain/standing';
import type { Advance } from '@shared/model/round';
import type { WinnersRule } from '@shared/model/category';
import { contestOf, decision, entryIn, roundAt, type Spec } from './contest';

const scores = { 1: [9], 2: [8], 3: [8], 4: [8], 5: [7] };
const standingOf = (spec: Partial<Spec>) => computeStanding(contestOf({ rounds: [{ scores }], ...spec }));
const statuses = (spec: Partial<Spec>) => standingOf(spec).rows.map((r) => r.status);
const unranked = (count: number): WinnersRule => ({ mode: 'laureates_unranked', count });

describe('the line of the laureates', () => {
  it('is undecided while equals lie across it', () => {
    const standing = standingOf({ winners: unranked(3) });
    expect(standing.line).toEqual({ kind: 'laureates', count: 3, below: 3, decided: false });
    expect(standing.rows.map((r) => r.status)).toEqual(['laureate', 'undecided', 'undecided', 'undecided', 'out']);
    expect(standing.openTies).toMatchObject([{ place: 2, crossesLine: true, seats: 2 }]);
  });

  it('needs no resolving of equals wholly above or wholly below', () => {
    const above = standingOf({ winners: unranked(4), ties: [{ rule: 'chair_casting_vote' }] });
    expect(above.line).toMatchObject({ below: 4, decided: true });
    expect(above.openTies).toMatchObject([{ crossesLine: false, seats: 3, toDecide: [] }]);
    const below = standingOf({ winners: unranked(1) });
    expect(below.line).toMatchObject({ below: 1, decided: true });
    expect(below.openTies).toMatchObject([{ crossesLine: false, seats: 0 }]);
    expect(statuses({ winners: { mode: 'single', count: 1 } })).toEqual(['laureate', 'out', 'out', 'out', 'out']);
  });

  it('takes everybody where there are fewer than prizes', () => {
    expect(standingOf({ winners: unranked(10) }).line).toEqual({
      kind: 'laureates',
      count: 10,
      below: 5,
      decided: true,
    });
    expect(new Set(statuses({ winners: unranked(10) }))).toEqual(new Set(['laureate']));
  });

  it('lies between ranked places too: a tie over two prizes blocks, one inside a prize does not', () => {
    const places = (...counts: readonly number[]): WinnersRule => ({
      mode: 'ranked',
      places: counts.map((count, i) => ({ place: i + 1, count })),
    });
    expect(standingOf({ winners: places(1, 1, 2) }).openTies).toMatchObject([
      { crossesLine: true, seats: 1, place: 2 },
    ]);
    expect(standingOf({ winners: places(1, 1, 2) }).line).toMatchObject({ below: 4, decided: true });
    expect(standingOf({ winners: places(1, 3, 1) }).openTies).toMatchObject([{ crossesLine: false }]);
    expect(standingOf({ winners: places(1, 2) }).line).toMatchObject({ below: 3, decided: false });
  });

  it('is left to others where the ranking alone does not tell', () => {
    for (const winners of [
      { mode: 'pooled' },
      { mode: 'jury_choice', count: 2 },
      { mode: 'grants_by_rank', count: null },
    ] satisfies WinnersRule[]) {
      const standing = standingOf({ winners });
      expect(standing.line).toBeNull();
      expect(new Set(standing.rows.map((r) => r.status))).toEqual(new Set(['undecided']));
      expect(standing.openTies.some((t) => t.crossesLine)).toBe(false);
    }
    expect(standingOf({ winners: { mode: 'grants_by_rank', count: 1 } }).line).toMatchObject({ below: 1 });
  });

  it('moves down to hold all who share the last place where the rules end so', () => {
    const standing = standingOf({
      winners: unranked(2),
      ties: [{ rule: 'shared_place' }, { rule: 'draw' }],
      decisions: [decision('draw', [4, 3, 2])],
    });
    expect(standing.line).toEqual({ kind: 'laureates', count: 2, below: 4, decided: true });
    expect(standing.openTies).toEqual([]);
    expect(standing.rows.map((r) => r.place)).toEqual([1, 2, 2, 2, 5]);
    expect(standing.rows.map((r) => r.tied)).toEqual([false, true, true, true, false]);
  });

  it('is drawn by a recorded decision', () => {
    const ties = [{ rule: 'chair_casting_vote' }] as const;
    const standing = standingOf({ winners: unranked(2), ties, decisions: [decision('casting_vote', [3, 2, 4])] });
    expect(standing.line?.decided).toBe(true);
    expect(standing.rows.filter((r) => r.status === 'laureate').map((r) => r.number)).toEqual([1, 3]);
  });
});

describe('the cut to the next round', () => {
  const cut = (advance: Advance, more: Partial<Spec> = {}) => {
    const input = { ...contestOf({ rounds: [{ scores, advance }, {}], ...more }), round: roundAt(0) };
    return { standing: computeStanding(input), on: advancing(input).map((e) => e - 1000) };
  };

  it('lets all advance who are equal in the total, whatever the chain says, and blocks nothing', () => {
    const { standing, on } = cut(
      { mode: 'each_category', count: 2 },
      { ties: [{ rule: 'chair_casting_vote' }], decisions: [decision('casting_vote', [4, 3, 2])] },
    );
    expect(on).toEqual([1, 4, 3, 2]);
    expect(standing.line).toEqual({ kind: 'advance', count: 2, below: 4, decided: true });
    expect(standing.rows.map((r) => r.status)).toEqual(['advances', 'advances', 'advances', 'advances', 'out']);
    expect(cut({ mode: 'each_category', count: 2 }).standing.openTies).toMatchObject([
      { crossesLine: false, seats: 3, toDecide: [] },
    ]);
  });

  it('knows counts per category, all, and what it cannot know', () => {
    expect(cut({ mode: 'per_category', counts: { best: 1 } }).on).toEqual([1]);
    expect(cut({ mode: 'per_category', counts: { best: 9 } }).standing.line).toMatchObject({ count: 9, below: 5 });
    expect(cut({ mode: 'per_category', counts: { other: 1 } }).on).toHaveLength(5);
    expect(cut({ mode: 'all' }).standing.line).toBeNull();
    expect(cut({ mode: 'all' }).on).toHaveLength(5);
    expect(cut({ mode: 'per_region', count: 1 }).on).toEqual([]);
    expect(cut({ mode: 'per_region', count: 1 }).standing.rows[0]?.status).toBe('undecided');
  });

  it('does not pass on who has no score', () => {
    const input = contestOf({ rounds: [{ scores: { 1: [5], 2: ['R'] } }, {}] });
    expect(advancing({ ...input, round: roundAt(0) })).toEqual([entryIn(0, 1)]);
  });
});

describe('the list of laureates', () => {
  const list = (spec: Partial<Spec>) => {
    const input = contestOf({ rounds: [{ scores }], names: { 1: 'd', 2: 'c', 3: 'a', 4: 'b', 5: 'e' }, ...spec });
    return laureatesOf(computeStanding(input), spec.winners ?? unranked(1), input.nominees);
  };

  it('is alphabetical and shows no places where laureates are not ranked', () => {
    expect(list({ winners: unranked(4) })).toMatchObject({
      decided: true,
      ranked: false,
      laureates: [
        { name: 'a', place: null },
        { name: 'b', place: null },
        { name: 'c', place: null },
        { name: 'd', place: null },
      ],
    });
  });

  it('gives the prizes where they are ranked', () => {
    const winners: WinnersRule = {
      mode: 'ranked',
      places: [
        { place: 2, count: 3 },
        { place: 1, count: 1 },
        { place: 3, count: 1 },
      ],
    };
    const result = list({ winners });
    expect(result.decided && result.laureates.map((l) => [l.place, l.name])).toEqual([
      [1, 'd'],
      [2, 'a'],
      [2, 'b'],
      [2, 'c'],
      [3, 'e'],
    ]);
    const grants = list({ winners: { mode: 'grants_by_rank', count: 4 } });
    expect(grants.decided && grants.laureates.map((l) => l.place)).toEqual([1, 2, 2, 2]);
  });

  it('does not exist before the line is drawn', () => {
    expect(list({ winners: unranked(2) })).toEqual({ decided: false });
    expect(list({ winners: { mode: 'pooled' } })).toEqual({ decided: false });
    expect(
      list({
        winners: {
          mode: 'ranked',
          places: [
            { place: 1, count: 2 },
            { place: 2, count: 2 },
          ],
        },
      }),
    ).toEqual({ decided: false });
    const first = contestOf({ rounds: [{ scores, advance: { mode: 'each_category', count: 1 } }, {}] });
    expect(laureatesOf(computeStanding({ ...first, round: roundAt(0) }), unranked(1), first.nominees)).toEqual({
      decided: false,
    });
  });

  it('needs the people it names', () => {
    const input = contestOf({ rounds: [{ scores }], winners: unranked(4) });
    expect(() => laureatesOf(computeStanding(input), unranked(4), [])).toThrow(RangeError);
  });
});
