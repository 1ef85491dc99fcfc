import { describe, expect, it } from 'vitest';
import { compareMethods } from '@shared/domain/analysis/comparison';
import { historyOf } from '@shared/domain/analysis/history';
import { juryQuality } from '@shared/domain/analysis/juryQuality';
import { whatIf } from '@shared/domain/analysis/whatIf';
import type { ComparedMethod, JuryQuality, Shift, WhatIf } from '@shared/model/analysis';
import type { CriterionId, JurorId, NomineeId } from '@shared/model/ids';
import type { StandingInput } from '@shared/domain/standing';
import { contestOf, entryIn, tally, type CellSpec, type Spec } from '../scoring/contest';

const named = (shifts: readonly Shift[]) => shifts.map(({ entry, from, to }) => `${entry % 1000} ${from} ${to}`);
const oneRound = (scores: Readonly<Record<number, readonly CellSpec[]>>, more: Omit<Spec, 'rounds'> = {}) =>
  contestOf({ ...more, rounds: [{ scores }] });

function ranked(input: StandingInput, method: ComparedMethod) {
  const comparison = compareMethods(input);
  const found = comparison.state === 'ready' ? comparison.methods.find((m) => m.method === method) : undefined;
  if (found?.state !== 'ranked') throw new Error(`${method} has no ranking`);
  return found;
}

describe('comparing methods', () => {
  // One juror against two: 2 leads by the mean (80 to 70), 1 by everything that does not let a single juror decide.
  const split = oneRound({ 1: [10, 10, 1], 2: [8, 8, 8] });

  it('names who would enter and who would leave', () => {
    for (const method of ['median', 'trimmed_mean', 'rank_sum', 'copeland', 'schulze', 'skating', 'z_score'] as const)
      expect(named(ranked(split, method).shifts), method).toEqual(['2 in out', '1 out in']);
    expect(ranked(split, 'severity').shifts).toEqual([]);
  });

  it('leaves out the official method and prints its own figures', () => {
    const comparison = compareMethods(split);
    expect(comparison).toMatchObject({ state: 'ready', official: { acrossJurors: 'mean' } });
    expect(comparison.state === 'ready' && comparison.methods.map((m) => m.method)).toEqual([
      'trimmed_mean',
      'median',
      'rank_sum',
      'copeland',
      'schulze',
      'skating',
      'z_score',
      'severity',
    ]);
    // Places 1, 1, 2 and 2, 2, 1.
    expect(ranked(split, 'rank_sum').rows.map((r) => [r.entry % 1000, r.place, r.figure?.text])).toEqual([
      [1, 1, '1.33'],
      [2, 2, '1.67'],
    ]);
    // Each juror puts the two at ±1/√2: (2 − 1)/3 of that.
    expect(ranked(split, 'z_score').rows.map((r) => r.figure?.text)).toEqual(['0.24', '-0.24']);
  });

  it('takes the severity of jurors off, where a recusal had spared one nominee the strict juror', () => {
    // Juror 3 marks 6 lower. 8, 8 without juror 3 is 60 among 9, 9, 3 (70) and 7, 7, 1 (50).
    const spared = oneRound({ 1: [8, 8, 'R'], 2: [9, 9, 3], 3: [7, 7, 1] });
    const { rows, shifts } = ranked(spared, 'severity');
    expect(rows.map((r) => [r.entry % 1000, r.figure?.text])).toEqual([
      [2, '70.00'],
      [1, '60.00'],
      [3, '50.00'],
    ]);
    expect(named(shifts)).toEqual(['1 in out', '2 out in']);
    expect(ranked(spared, 'rank_sum').partial).toEqual([3]);
  });

  it('names the parts that no mark connects', () => {
    const apart = oneRound({ 1: [8, 7, '-', '-'], 2: [6, 5, '-', '-'], 3: ['-', '-', 9, 9], 4: ['-', '-', 5, 5] });
    const comparison = compareMethods(apart);
    expect(comparison.state === 'ready' && comparison.methods.at(-1)).toEqual({
      method: 'severity',
      state: 'not_comparable',
      parts: [
        [1, 2],
        [3, 4],
      ],
    });
  });

  it('says of whom too few scores were left to drop any', () => {
    expect(ranked(oneRound({ 1: [9, 9, 9], 2: [8, 'R', 8] }), 'trimmed_mean').untrimmed).toEqual([entryIn(0, 2)]);
  });

  it('compares one against one among those whom a juror marked, and leaves who did not mark everybody out of skating', () => {
    // Jurors 1 and 2 put 1 above 2; juror 3, who did not see 3, the other way round. 3 loses to both, where it was seen.
    const gap = oneRound({ 1: [9, 9, 1], 2: [8, 8, 10], 3: [7, 7, 'R'] });
    const places = (method: ComparedMethod) => ranked(gap, method).rows.map((r) => [r.entry % 1000, r.figure?.text]);
    expect(named(ranked(gap, 'copeland').shifts)).toEqual(['2 in out', '1 out in']);
    expect(places('copeland')).toEqual([
      [1, '2'],
      [2, '0'],
      [3, '-2'],
    ]);
    expect(places('schulze')).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ]);
    expect(places('skating')).toEqual(places('schulze'));
    for (const method of ['copeland', 'schulze', 'skating'] as const)
      expect(ranked(gap, method).partial, method).toEqual([3]);
    expect(ranked(oneRound({ 1: [9, 9], 2: [8, 8] }), 'skating').partial).toEqual([]);
  });

  it('says why a method cannot count: nobody marked everybody, or tables are added to the marks', () => {
    const found = (input: StandingInput, method: ComparedMethod) => {
      const comparison = compareMethods(input);
      return comparison.state === 'ready' ? comparison.methods.find((m) => m.method === method) : undefined;
    };
    const gaps = oneRound({ 1: [9, 9, 'R'], 2: ['R', 8, 7], 3: [6, 'R', 8] });
    expect(found(gaps, 'skating')).toEqual({ method: 'skating', state: 'not_counted', why: 'gaps' });
    expect(found(gaps, 'schulze')?.state).toBe('ranked');
    const crowd = oneRound(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [i + 1, [i % 9, (7 * i) % 9]])));
    for (const method of ['copeland', 'schulze', 'skating'] as const)
      expect(found(crowd, method), method).toEqual({ method, state: 'not_counted', why: 'crowd' });
    const withTable = contestOf({
      combination: 'sum',
      rounds: [
        { rules: { kind: 'count', questions: 10, pointsPerAnswer: 1 }, checks: { 1: 'admitted', 2: 'admitted' } },
        { scores: { 1: [9, 9], 2: [8, 8] } },
      ],
      tallies: [tally(0, 1, '3'), tally(0, 2, '9')],
    });
    for (const method of ['rank_sum', 'copeland', 'schulze', 'skating', 'z_score', 'severity'] as const)
      expect(found(withTable, method), method).toEqual({ method, state: 'not_counted', why: 'tables' });
    expect(found(withTable, 'median')?.state).toBe('ranked');
  });

  it('holds places against no threshold that is asked in points, and says so', () => {
    const threshold = { points: 50, strict: false, ifNone: null };
    const asked = oneRound({ 1: [10, 10, 10], 2: [8, 8, 8] }, { rules: { threshold } });
    for (const method of ['rank_sum', 'copeland', 'schulze', 'skating', 'z_score'] as const)
      expect(ranked(asked, method), method).toMatchObject({ shifts: [], withoutThreshold: true });
    expect(ranked(asked, 'severity').withoutThreshold).toBe(false);
    expect(ranked(split, 'copeland').withoutThreshold).toBe(false);
  });

  it('puts rounds together as officially, and lacks a total where one lacks', () => {
    const blended = contestOf({
      rounds: [
        { weight: 6000, scores: { 1: [10, 8], 2: [6, 4], 3: [2, 2] } },
        { weight: 4000, scores: { 1: [5, 5], 2: [10, 10], 3: ['-', '-'] } },
      ],
      ties: [],
    });
    // Severity takes nothing off complete grids: 0.6·90 + 0.4·50 = 74, 0.6·50 + 0.4·100 = 70.
    expect(ranked(blended, 'severity').rows.map((r) => [r.entry % 1000, r.place, r.figure?.text ?? null])).toEqual([
      [1, 1, '74.00'],
      [2, 2, '70.00'],
      [3, null, null],
    ]);
    // Mean places among the three, then the two: 0.6·1 + 0.4·2 = 1.4, 0.6·2 + 0.4·1 = 1.6.
    expect(ranked(blended, 'rank_sum').rows.map((r) => r.figure?.text ?? null)).toEqual(['1.40', '1.60', null]);
  });

  it('knows sides of the line only where there is one', () => {
    const { rows, shifts } = ranked(
      oneRound({ 1: [10, 10, 1], 2: [8, 8, 8] }, { winners: { mode: 'jury_choice', count: 1 } }),
      'median',
    );
    expect(rows.map((r) => r.side)).toEqual(['none', 'none']);
    expect(shifts).toEqual([]);
  });

  it('says nothing with one juror or one nominee', () => {
    expect(compareMethods(oneRound({ 1: [9], 2: [8] }))).toEqual({
      state: 'too_few',
      nominees: 2,
      jurors: 1,
      needed: 2,
    });
    expect(compareMethods(oneRound({ 1: [9, 9] }))).toMatchObject({ state: 'too_few', nominees: 1, jurors: 2 });
  });
});

type Ready<T> = Extract<T, { readonly state: 'ready' }>;
function ready<T extends JuryQuality | WhatIf>(answer: T): Ready<T> {
  if (answer.state !== 'ready') throw new Error(answer.state);
  return answer as Ready<T>;
}

describe('jury quality', () => {
  // Four agree to the point, the fifth gives two less to everybody.
  const strict = oneRound({
    1: [9, 9, 9, 9, 7],
    2: [8, 8, 8, 8, 6],
    3: [7, 7, 7, 7, 5],
    4: [6, 6, 6, 6, 4],
    5: [5, 5, 5, 5, 3],
    6: [4, 4, 4, 4, 2],
  });

  it('agrees with what is counted by hand', () => {
    const quality = ready(juryQuality(strict));
    expect(quality).toMatchObject({ nominees: 6, jurorCount: 5, agreement: 'high', cells: [] });
    // Mean squares: between 5·3.5·100 = 1750, jurors 6·80 = 480, error 0; ICC(2,k) = 1750 / (1750 + 480/6).
    expect(quality.reliability).toEqual({ share: 0.956284, level: 'high' });
    expect(quality.statistics).toMatchObject({
      complete: 6,
      meanSquares: { between: 1750, jurors: 480, error: 0 },
      kendall: { w: 1, chiSquare: 25, df: 5 },
    });
    expect(quality.jurors.map((j) => j.severity)).toEqual([4, 4, 4, 4, -16]);
    expect(quality.jurors[4]).toMatchObject({ marks: 6, mean: 45, withTheRest: 1, agreement: 'high', narrow: false });
    expect(quality.jurors[4]?.deviations).toEqual([-16, -16, -16, -16, -16, -16]);
    expect(quality.jurors.every((j) => j.shifts.length === 0)).toBe(true);
    expect(quality.criteria).toEqual([{ criterion: 1, weight: 1, influence: 1, shifts: [] }]);
    // Whoever is drawn, the order is the same.
    expect(quality.stability.rows).toEqual([{ entry: entryIn(0, 1), place: 1, side: 'in', share: 1, low: 1, high: 1 }]);
  });

  it('names the juror without whom another would win, and the doubt that this leaves', () => {
    const decided = oneRound({
      1: [10, 7, 7, 7, 7],
      2: [3, 8, 8, 8, 8],
      3: [2, 3, 4, 3, 2],
      4: [1, 2, 1, 2, 3],
      5: [0, 1, 0, 1, 0],
    });
    const quality = ready(juryQuality(decided));
    expect(quality.jurors.map((j) => named(j.shifts))).toEqual([['1 in out', '2 out in'], [], [], [], []]);
    // 2 leads where juror 1 is not drawn: (4/5)^5 = 0.328 of the drawings; drawn once 1 leads with 38 to 35.
    const [first, second] = quality.stability.rows;
    expect(first?.share).toBeGreaterThan(0.63);
    expect(first?.share).toBeLessThan(0.71);
    expect((first?.share ?? 0) + (second?.share ?? 0)).toBeCloseTo(1, 6);
    expect([first?.low, first?.high]).toEqual([1, 2]);
    expect(quality).toEqual(juryQuality(decided));
  });

  it('tells what a criterion decided, and who would win without it', () => {
    const row = (mark: number): CellSpec[] => Array.from({ length: 5 }, () => [5, mark]);
    const quality = ready(
      juryQuality(
        oneRound({ 1: row(9), 2: row(8), 3: row(7), 4: row(6), 5: row(5) }, { weights: [7500, 2500], ties: [] }),
      ),
    );
    expect(quality.criteria).toEqual([
      { criterion: 1, weight: 0.75, influence: 0, shifts: [] },
      // Without it all are equal: everybody is in the tie across the line.
      {
        criterion: 2,
        weight: 0.25,
        influence: 1,
        shifts: [1, 2, 3, 4, 5].map((n) => ({ entry: entryIn(0, n), from: n === 1 ? 'in' : 'out', to: 'undecided' })),
      },
    ]);
  });

  it('points at a cell far from the others', () => {
    const odd = oneRound({
      1: [9, 9, 8, 9, 9],
      2: [8, 7, 8, 8, 8],
      3: [7, 7, 7, 6, 7],
      4: [6, 6, 5, 6, 0],
      5: [5, 4, 5, 5, 5],
      6: [4, 4, 4, 3, 4],
    });
    const quality = ready(juryQuality(odd));
    expect(quality.cells[0]).toMatchObject({ entry: entryIn(0, 4), juror: 5, mark: 0 });
    expect(quality.cells).toHaveLength(1);
  });

  it('takes the ordinal alpha where hardly anybody was marked by all', () => {
    // The two whom all marked are put in opposite orders (W = 0.04); over everybody the jurors agree.
    const quality = ready(
      juryQuality(
        oneRound({
          1: [8, 8, 7, 7, 8],
          2: [7, 7, 8, 8, 7],
          3: [4, 4, 4, 4, 'R'],
          4: [2, 2, 2, 'R', 2],
          5: [0, 0, 'R', 0, 0],
        }),
      ),
    );
    expect(quality).toMatchObject({ agreement: 'high', reliability: null, statistics: { complete: 2 } });
  });

  it('sees who uses the scale narrowly', () => {
    const rows = [9, 8, 7, 6, 5, 4].map((k, i): [number, CellSpec[]] => [i + 1, [k, k, k, k, i < 5 ? 6 : 5]]);
    const quality = ready(juryQuality(oneRound(Object.fromEntries(rows))));
    expect(quality.jurors.map((j) => j.narrow)).toEqual([false, false, false, false, true]);
  });

  it('names parts of the jury that cannot be compared', () => {
    const apart = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((n): [number, CellSpec[]] => [
        n,
        n < 4 ? [9 - n, 9 - n, 9 - n, '-', '-', '-'] : ['-', '-', '-', 9 - n, 9 - n, 9 - n],
      ]),
    );
    expect(ready(juryQuality(oneRound(apart))).parts).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('has too few data below five of either', () => {
    expect(
      juryQuality(oneRound({ 1: [9, 9, 9, 9], 2: [8, 8, 8, 8], 3: [7, 7, 7, 7], 4: [6, 6, 6, 6], 5: [5, 5, 5, 5] })),
    ).toEqual({ state: 'too_few', nominees: 5, jurors: 4, needed: 5 });
  });

  it('says that nothing can be said where every mark is alike', () => {
    const alike = [1, 2, 3, 4, 5].map((n): [number, CellSpec[]] => [n, [7, 7, 7, 7, 7]]);
    const quality = ready(juryQuality(oneRound(Object.fromEntries(alike))));
    expect(quality).toMatchObject({
      agreement: null,
      reliability: null,
      statistics: { kendall: null, cronbach: null },
    });
    expect(quality.jurors[0]).toMatchObject({
      withTheRest: null,
      agreement: null,
      relativeSpread: null,
      narrow: false,
    });
    expect(quality.criteria[0]).toMatchObject({ influence: null });
  });

  it('has places but no shares where there is no line, by every rule over the jurors', () => {
    const rows = [9, 8, 7, 6, 5].map((k, i): [number, CellSpec[]] => [
      i + 1,
      i === 4 ? [k, k, k, k, 'R'] : [k, k, k, k, k],
    ]);
    const nobody: [number, CellSpec[]] = [6, ['R', 'R', 'R', 'R', 'R']];
    for (const acrossJurors of ['median', 'trimmed_mean', 'sum', 'single_scorer_with_second_check'] as const) {
      const input = oneRound(Object.fromEntries([...rows, nobody]), {
        aggregation: { acrossJurors },
        winners: { mode: 'jury_choice', count: 1 },
      });
      const { stability, line, nominees } = ready(juryQuality(input));
      expect({ line, nominees }).toEqual({ line: null, nominees: 5 });
      expect(stability.rows.map((row) => [row.place, row.share])).toEqual([1, 2, 3, 4, 5].map((n) => [n, null]));
      expect(compareMethods(input)).toMatchObject({ state: 'ready', official: { acrossJurors } });
    }
  });

  it('tells its progress to the end', () => {
    const steps: (readonly [number, number])[] = [];
    juryQuality(strict, (done, total) => steps.push([done, total]));
    const last = steps.at(-1);
    expect(last?.[0]).toBe(last?.[1]);
    expect(steps.map(([done]) => done)).toEqual(steps.map((_, i) => i + 1));
  });
});

describe('what if', () => {
  const juror = (n: number) => n as JurorId;
  const weight = (criterion: number, w: number) => ({ criterion: criterion as CriterionId, weight: w });

  it('leaves a juror out by the official computation', () => {
    const answer = ready(whatIf(oneRound({ 1: [10, 10, 1], 2: [8, 8, 8] }), { without: [juror(3)], weights: [] }));
    expect(named(answer.shifts)).toEqual(['2 in out', '1 out in']);
    expect(answer.rows[0]).toMatchObject({
      place: 1,
      side: 'in',
      figure: { text: '100.00' },
      official: { place: 2, side: 'out', figure: { text: '70.00' } },
    });
  });

  it('weighs otherwise and keeps the sum, so that totals stay on their scale', () => {
    const input = oneRound({ 1: [[10, 2]], 2: [[4, 6]] }, { weights: [6000, 4000], aggregation: { perJuror: 'raw' } });
    const official = ready(whatIf(input, { without: [], weights: [] }));
    expect(official.rows.map((r) => r.figure?.text)).toEqual(['6.80', '4.80']);
    const equal = ready(whatIf(input, { without: [], weights: [weight(1, 1), weight(2, 3)] }));
    expect(equal.rows.map((r) => [r.entry % 1000, r.figure?.text])).toEqual([
      [2, '5.50'],
      [1, '4.00'],
    ]);
    const without = ready(whatIf(input, { without: [], weights: [weight(1, 0)] }));
    expect(without.rows.map((r) => r.figure?.text)).toEqual(['6.00', '2.00']);
  });

  it('brings other weights to the sum of the rules, whatever that is', () => {
    const input = oneRound({ 1: [[10, 2]], 2: [[4, 6]] }, { weights: [3000, 5000], aggregation: { perJuror: 'raw' } });
    const without = ready(whatIf(input, { without: [], weights: [weight(1, 0)] }));
    expect(without.rows.map((r) => r.figure?.text)).toEqual(['4.80', '1.60']);
  });

  it('counts a card that lacked only the mark that is left out', () => {
    const input = oneRound({ 1: [[10, null]], 2: [[4, 6]] }, { weights: [5000, 5000] });
    expect(ready(whatIf(input, { without: [], weights: [] })).rows.map((r) => r.place)).toEqual([1, null]);
    expect(ready(whatIf(input, { without: [], weights: [weight(2, 0)] })).rows.map((r) => r.place)).toEqual([1, 2]);
  });

  it('keeps criteria that never had a weight, and those of a round of its own', () => {
    const input = oneRound({ 1: [[10, 2]], 2: [[4, 6]] }, { weights: [0, 0], aggregation: { perJuror: 'points' } });
    expect(ready(whatIf(input, { without: [], weights: [weight(1, 0)] })).rows.map((r) => r.figure?.text)).toEqual([
      '6.00',
      '2.00',
    ]);
    const [round] = input.contest.rounds;
    const rules = round?.rules;
    if (round === undefined || rules?.kind !== 'jury') throw new Error('no jury round');
    const own = {
      ...input.contest,
      rounds: [{ ...round, rules: { ...rules, criteria: input.contest.categories[0]?.criteria ?? [] } }],
    };
    expect(
      ready(whatIf({ ...input, contest: own }, { without: [], weights: [weight(2, 0)] })).rows.map(
        (r) => r.figure?.text,
      ),
    ).toEqual(['10.00', '4.00']);
  });

  it('says when nobody or nothing is left', () => {
    const input = oneRound({ 1: [9, 8] });
    expect(whatIf(input, { without: [juror(1), juror(2)], weights: [] })).toEqual({
      state: 'nothing_left',
      of: 'jurors',
    });
    expect(whatIf(input, { without: [], weights: [weight(1, 0)] })).toEqual({ state: 'nothing_left', of: 'criteria' });
  });
});

describe('a nominee through the rounds', () => {
  const input = contestOf({
    rounds: [
      { weight: 6000, advance: { mode: 'each_category', count: 2 }, scores: { 1: [10, 8], 2: [6, 4], 3: [2, 2] } },
      { weight: 4000, scores: { 1: [5, 5], 2: [10, 10] } },
    ],
  });

  it('has the place, total and line of every round that was reached', () => {
    expect(historyOf(input, 2 as NomineeId)).toMatchObject([
      { round: 1, place: 2, of: 3, figure: { text: '50.00' }, side: 'in', line: { kind: 'advance', count: 2 } },
      // 0.6·50 + 0.4·100 = 70 against 0.6·90 + 0.4·50 = 74.
      { round: 2, place: 2, of: 2, figure: { text: '70.00' }, side: 'out', line: { kind: 'laureates', count: 1 } },
    ]);
    expect(historyOf(input, 3 as NomineeId)).toMatchObject([{ round: 1, place: 3, side: 'out' }]);
  });

  it('leaves out what has not begun, has no category, or was withdrawn from', () => {
    const [first, second] = input.contest.rounds;
    if (first === undefined || second === undefined) throw new Error('two rounds');
    const waiting = { ...input.contest, rounds: [first, { ...second, status: 'waiting' as const }] };
    expect(historyOf({ ...input, contest: waiting }, 2 as NomineeId)).toHaveLength(1);
    expect(
      historyOf({ ...input, entries: input.entries.map((e) => ({ ...e, category: null })) }, 2 as NomineeId),
    ).toEqual([]);
    const gone = input.nominees.map((n) => ({ ...n, withdrawn: { reason: 'asked', at: '2026-11-01' } }));
    expect(historyOf({ ...input, nominees: gone }, 2 as NomineeId)).toEqual([]);
  });
});
