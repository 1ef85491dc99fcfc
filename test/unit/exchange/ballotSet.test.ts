import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotDifferences, countedBallot, type GenuineBallot } from '@shared/domain/ballotSet';
import type { ReturnedCard } from '@shared/model/ballot';
import { packageId } from '@shared/model/ids';

const current = packageId.parse('00000000-0000-4000-8000-000000000001');
const superseded = packageId.parse('00000000-0000-4000-8000-000000000002');

const ballot = (hash: string, sequence: number, change: Partial<GenuineBallot> = {}): GenuineBallot => ({
  hash,
  sequence,
  packageId: current,
  jurorKey: 'key',
  ...change,
});
const count = (...ballots: readonly GenuineBallot[]) => countedBallot(ballots, current, null);

describe('what counts of a juror’s ballots', () => {
  it('is nothing while nothing came', () => {
    expect(count()).toEqual({ counted: null, conflict: null, gaps: [] });
  });

  it('is the highest sequence number of one key, in whatever order the files come', () => {
    expect(count(ballot('a', 1), ballot('b', 2)).counted).toBe('b');
    expect(count(ballot('b', 2), ballot('a', 1)).counted).toBe('b');
  });

  it('names the numbers that never came', () => {
    expect(count(ballot('e', 5), ballot('b', 2))).toEqual({ counted: 'e', conflict: null, gaps: [1, 3, 4] });
  });

  it('is nothing when two contents bear one number, even an old one', () => {
    expect(count(ballot('a', 1), ballot('b', 1), ballot('c', 2))).toMatchObject({
      counted: null,
      conflict: 'same_sequence',
    });
  });

  it('is nothing when the ballot was begun on two computers', () => {
    expect(count(ballot('a', 1), ballot('b', 2, { jurorKey: 'other' }))).toMatchObject({
      counted: null,
      conflict: 'other_computer',
    });
  });

  it('leaves out the ballots of a package that was issued anew', () => {
    const old = ballot('a', 7, { packageId: superseded, jurorKey: 'other' });
    expect(count(old, ballot('b', 1))).toEqual({ counted: 'b', conflict: null, gaps: [] });
    expect(count(old)).toEqual({ counted: null, conflict: null, gaps: [] });
  });

  it('is what two people decided, until a ballot comes that they did not know of', () => {
    const a = ballot('a', 1);
    const b = ballot('b', 1);
    const decision = { counted: 'a', among: ['a', 'b'] };
    expect(countedBallot([a, b], current, decision)).toMatchObject({ counted: 'a', conflict: null });
    expect(countedBallot([a, b, ballot('c', 2)], current, decision)).toMatchObject({
      counted: null,
      conflict: 'same_sequence',
    });
  });

  it('is decided by nobody where there is no conflict', () => {
    const decision = { counted: 'a', among: ['a', 'b'] };
    expect(countedBallot([ballot('a', 1), ballot('b', 2)], current, decision).counted).toBe('b');
  });

  it('depends on the set alone: any order, anything imported again', () => {
    const some = fc.record({
      hash: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      sequence: fc.integer({ min: 1, max: 4 }),
      jurorKey: fc.constantFrom('one', 'one', 'one', 'two'),
      packageId: fc.constantFrom(current, current, current, superseded),
    });
    const sets = fc
      .uniqueArray(some, { selector: (b) => b.hash, maxLength: 6 })
      .chain((set) =>
        fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length }), fc.subarray(set)),
      );
    const decisions = fc.option(
      fc.record({ counted: fc.constantFrom('a', 'b'), among: fc.constant(['a', 'b', 'c', 'd']) }),
      { nil: null },
    );
    fc.assert(
      fc.property(sets, decisions, ([set, shuffled, again], decision) => {
        const expected = countedBallot(set, current, decision);
        expect(countedBallot([...shuffled, ...again], current, decision)).toEqual(expected);
        expect(countedBallot([...again, ...shuffled], current, decision)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the difference of two ballots', () => {
  const card = (entry: number, marks: Record<number, number>, more: Partial<ReturnedCard> = {}): ReturnedCard => ({
    entry,
    marks: Object.entries(marks).map(([criterion, value]) => ({ criterion: Number(criterion), value })),
    comment: '',
    recusal: null,
    ...more,
  });

  it('lists every cell that changed, blank and zero being different', () => {
    const before = [card(1, { 11: 8, 12: 0 }), card(2, { 11: 5 })];
    const after = [card(2, { 11: 5 }, { comment: 'жақсы' }), card(1, { 11: 9, 13: 0 })];
    expect(ballotDifferences(before, after)).toEqual([
      { entry: 1, criterion: 11, kind: 'mark', before: 8, after: 9 },
      { entry: 1, criterion: 12, kind: 'mark', before: 0, after: null },
      { entry: 1, criterion: 13, kind: 'mark', before: null, after: 0 },
      { entry: 2, kind: 'comment', before: '', after: expect.any(String) },
    ]);
  });

  it('names a recusal, and a card that only one of them has', () => {
    const recused = card(1, {}, { recusal: { ground: 'family', note: '' } });
    expect(ballotDifferences([card(1, { 11: 8 })], [recused])).toEqual([
      { entry: 1, kind: 'mark', criterion: 11, before: 8, after: null },
      { entry: 1, kind: 'recusal', before: null, after: { ground: 'family', note: '' } },
    ]);
    expect(ballotDifferences([], [card(3, { 11: 1 })])).toHaveLength(1);
  });

  it('is empty between a ballot and itself, however its cards are ordered', () => {
    const cards = [card(1, { 11: 8, 12: 4.5 }), card(2, {})];
    expect(ballotDifferences(cards, cards.toReversed())).toEqual([]);
  });
});
