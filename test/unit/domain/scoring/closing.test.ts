import { describe, expect, it } from 'vitest';
import { hindrances } from '@shared/domain/closing';
import { progressOf } from '@shared/domain/progress';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { Attendance } from '@shared/model/jury';
import { absent, contestOf, decision, entryIn, jury, roundAt, type RoundSpec, type Spec, tally } from './contest';

const full: RoundSpec = { scores: { 1: [9, 8, 7], 2: [6, 5, 4] } };
const last = (round: RoundSpec, more: Partial<Spec> = {}) => contestOf({ rounds: [round], ...more });
const replacedBy = (j: number): Attendance => ({ state: 'replaced', reason: 'ill', by: j as JurorId });

describe('a jury round', () => {
  it('may be closed when every card is scored', () => {
    expect(hindrances(last(full))).toEqual([]);
    expect(hindrances({ ...last(full), round: roundAt(0) })).toEqual([]);
    expect(() => hindrances({ ...last(full), round: 9 as RoundId })).toThrow(RangeError);
  });

  it('waits for ballots, cards and a choice between two ballots', () => {
    const weights = [5000, 5000];
    const scores = {
      1: [[1, 1], [1, null], '-', 'R', [1, 1], [1, 1]],
      2: [
        [2, 2],
        [2, 2],
        [2, 2],
        [2, 2],
        [2, 2],
        [2, 2],
      ],
    } as const;
    const input = last({ scores, ballots: { 5: 'not_returned', 6: 'conflict' } }, { weights });
    expect(hindrances(input)).toEqual([
      { kind: 'card_incomplete', juror: 2, entries: [entryIn(0, 1)] },
      { kind: 'card_incomplete', juror: 3, entries: [entryIn(0, 1)] },
      { kind: 'ballot_missing', juror: 5 },
      { kind: 'ballot_conflict', juror: 6 },
    ]);
  });

  it('takes absence or replacement with a reason instead of a ballot', () => {
    const scores = { 1: [9, 8, 7, '-'], 2: [6, 5, 4, '-'] } as const;
    const round = { scores, attendance: { 4: absent }, ballots: { 4: 'not_returned' as const } };
    expect(hindrances(last(round))).toEqual([]);
    expect(hindrances(last({ ...round, attendance: { 4: replacedBy(3) } }))).toEqual([]);
  });

  it('needs the quorum of present jurors with a ballot, over all seats', () => {
    const scores = { 1: [9, 8, 7, '-', '-'], 2: [6, 5, 4, '-', '-'] } as const;
    const gone = { 4: absent, 5: absent };
    expect(hindrances(last({ scores, attendance: gone }))).toEqual([{ kind: 'quorum', present: 3, needed: 4, of: 5 }]);
    // Replaced by somebody with a seat: three of four suffice. Without a seat the replacement is counted and missing.
    expect(hindrances(last({ scores, attendance: { 4: absent, 5: replacedBy(1) } }))).toEqual([]);
    expect(hindrances(last({ scores, attendance: { 4: absent, 5: replacedBy(77) } }))).toEqual([
      { kind: 'quorum', present: 3, needed: 4, of: 5 },
    ]);
    // Replaced by somebody who was replaced in turn: nobody is counted twice, two of three suffice.
    const chained = { 3: absent, 4: replacedBy(5), 5: replacedBy(1) };
    expect(hindrances(last({ scores, attendance: chained }, { jury: { minScoresPerNominee: 2 } }))).toEqual([]);
  });

  it('needs a minimum of scores per nominee, named where no awaited card can make up for it', () => {
    const scores = { 1: [9, 'R', 'R', 8], 2: [6, 5, 4, 4] } as const;
    expect(hindrances(last({ scores }))).toEqual([{ kind: 'few_scores', entry: entryIn(0, 1), scores: 2, needed: 3 }]);
    const awaited = last({ scores: { 1: [9, 9, 'R', '-'], 2: [6, 5, 4, '-'] }, ballots: { 4: 'not_returned' } });
    expect(hindrances(awaited)).toEqual([{ kind: 'ballot_missing', juror: 4 }]);
  });

  it('needs every entry in a category', () => {
    const input = last(full);
    const entries = input.entries.map((e) => (e.nominee === 2 ? { ...e, category: null } : e));
    expect(hindrances({ ...input, entries })).toEqual([{ kind: 'no_category', entry: entryIn(0, 2) }]);
    const withdrawn = last(full, { withdrawn: [2] });
    expect(hindrances({ ...withdrawn, entries })).toEqual([]);
  });

  it('stops at a tie across the line in the last round only, and only once all cards are in', () => {
    const tied: RoundSpec = { scores: { 1: [8, 8, 8], 2: [8, 8, 8], 3: [1, 1, 1] } };
    const ties = [{ rule: 'chair_casting_vote' }] as const;
    const tie = { kind: 'tie', category: 1, place: 1, entries: [entryIn(0, 1), entryIn(0, 2)] };
    expect(hindrances(last(tied, { ties }))).toEqual([tie]);
    expect(hindrances(last(tied, { ties, decisions: [decision('casting_vote', [2, 1])] }))).toEqual([]);
    expect(hindrances(last(tied, { winners: { mode: 'laureates_unranked', count: 2 } }))).toEqual([]);
    expect(hindrances({ ...contestOf({ rounds: [tied, {}] }), round: roundAt(0) })).toEqual([]);
    const early = last({ ...tied, scores: { 1: [8, 8, 8, '-'], 2: [8, 8, 8, '-'] }, ballots: { 4: 'not_returned' } });
    expect(hindrances(early).map((h) => h.kind)).toEqual(['ballot_missing']);
  });
});

describe('a technical check', () => {
  const checks = { 1: 'admitted', 2: 'pending', 3: 'refused', 4: 'pending' } as const;
  const technical = (more: Partial<Spec> = {}, next: RoundSpec = {}) => ({
    ...contestOf({ rounds: [{ rules: { kind: 'technical' }, weight: null, checks }, next], ...more }),
    round: roundAt(0),
  });

  it('may be closed when everybody is checked', () => {
    expect(hindrances(technical())).toEqual([{ kind: 'unchecked', count: 2 }]);
    expect(hindrances(technical({ withdrawn: [2, 4] }))).toEqual([]);
  });

  it('needs a category for the admitted, unless a commission assigns it', () => {
    const none = (input: ReturnType<typeof technical>) => ({
      ...input,
      entries: input.entries.map((e) => ({ ...e, category: null })),
    });
    expect(hindrances(none(technical({ withdrawn: [2, 4] })))).toEqual([{ kind: 'no_category', entry: entryIn(0, 1) }]);
    const rules = jury();
    const commission = { rules: rules.kind === 'jury' ? { ...rules, categoryAssignedByCommission: true } : rules };
    expect(hindrances(none(technical({ withdrawn: [2, 4] }, commission)))).toEqual([]);
    const only = contestOf({ rounds: [{ rules: { kind: 'technical' }, checks: { 1: 'admitted' } }] });
    expect(hindrances(only)).toEqual([]);
  });

  it('a round of a table waits for a row about everybody, and then for nothing but ties at the line', () => {
    const counted = (values: Readonly<Record<number, string | null>>) =>
      hindrances(
        contestOf({
          rounds: [
            {
              rules: { kind: 'count', questions: 3, pointsPerAnswer: 1 },
              checks: { 1: 'pending', 2: 'pending', 3: 'pending' },
            },
          ],
          withdrawn: [3],
          tallies: Object.entries(values).map(([n, value]) => tally(0, Number(n), value)),
        }),
      );
    expect(counted({})).toEqual([{ kind: 'tally_missing', count: 2, all: true }]);
    expect(counted({ 1: '3' })).toEqual([{ kind: 'tally_missing', count: 1, all: false }]);
    expect(counted({ 1: '3', 2: null })).toEqual([]);
    expect(counted({ 1: '2', 2: '2' })).toEqual([
      { kind: 'tie', category: 1, place: 1, entries: [entryIn(0, 1), entryIn(0, 2)] },
    ]);
  });
});

describe('the progress matrix', () => {
  it('shows every state, jurors by number, entries by number, and what is expected of whom', () => {
    const input = last({
      scores: { 2: [5, 'R', '-', 5, 5, 5], 1: [4, [null], 4, 4, 4, 4] },
      attendance: { 4: absent },
      ballots: { 5: 'not_returned', 6: 'conflict' },
    });
    const shuffled = { ...input, seats: input.seats.toReversed(), entries: input.entries.toReversed() };
    const progress = progressOf(shuffled);
    expect(progress.columns.map((c) => [c.entry, c.number])).toEqual([
      [entryIn(0, 1), 1],
      [entryIn(0, 2), 2],
    ]);
    expect(progress.rows).toEqual([
      { juror: 1, cells: ['scored', 'scored'], scored: 2, expected: 2 },
      { juror: 2, cells: ['incomplete', 'recused'], scored: 0, expected: 1 },
      { juror: 3, cells: ['scored', 'incomplete'], scored: 1, expected: 2 },
      { juror: 4, cells: ['absent', 'absent'], scored: 0, expected: 0 },
      { juror: 5, cells: ['not_returned', 'not_returned'], scored: 0, expected: 2 },
      { juror: 6, cells: ['conflict', 'conflict'], scored: 0, expected: 2 },
    ]);
  });

  it('lists the jurors before there is anything to score', () => {
    expect(progressOf(contestOf({ jurors: 2, rounds: [{}] })).rows).toEqual([
      { juror: 1, cells: [], scored: 0, expected: 0 },
      { juror: 2, cells: [], scored: 0, expected: 0 },
    ]);
  });
});
