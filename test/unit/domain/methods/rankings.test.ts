import { describe, expect, test } from 'vitest';
import { borda } from '@shared/domain/methods/borda';
import { copeland, schulze } from '@shared/domain/methods/condorcet';
import { majorityJudgment } from '@shared/domain/methods/majorityJudgment';
import { bestOfMajority, rankSums } from '@shared/domain/methods/rankSums';
import { skating } from '@shared/domain/methods/skating';
import { rational } from '@shared/domain/rational';
import { ballots, doubles, placesOf, tableOf } from './table';

describe('Borda', () => {
  // A is ranked alone by two of five voters; three complete ballots.
  const votes = ballots('A*2', 'B>C>D>A*2', 'D>C>B>A');

  test('unranked nominees share the positions that are left', () => {
    expect(doubles(borda(votes, 4, 'n-1', 'share').scores)).toEqual([6, 9, 8, 7]);
  });
  test('unranked nominees get the points of the last place each', () => {
    expect(doubles(borda(votes, 4, 'n', 'last').scores)).toEqual([11, 12, 11, 10]);
  });
  test('unranked nominees get nothing', () => {
    expect(doubles(borda(votes, 4, 'n-1', 'zero').scores)).toEqual([6, 7, 6, 5]);
  });
  test('a ballot of k names gives its first k points (modified Borda count)', () => {
    expect(doubles(borda(votes, 4, 'n', 'no_opinion').scores)).toEqual([5, 10, 9, 8]);
    expect(doubles(borda(votes, 4, 'n-1', 'no_opinion').scores)).toEqual([0, 7, 6, 5]);
  });
  test('equals on a ballot share the mean of their points', () => {
    expect(doubles(borda(ballots('A>B=C>D'), 4, 'n', 'share').scores)).toEqual([4, 2.5, 2.5, 1]);
  });
  test('Dowdall counts 1, 1/2, 1/3; a list gives nothing after its end', () => {
    expect(doubles(borda(ballots('A>B>C*6'), 3, 'dowdall', 'share').scores)).toEqual([6, 3, 2]);
    expect(doubles(borda(ballots('A>B>C'), 3, [rational(12), rational(10)], 'share').scores)).toEqual([12, 10, 0]);
  });
});

describe('rank sums', () => {
  test('a juror with a gap ranks only what was marked, and is named', () => {
    const outcome = rankSums(ballots('A>B>C', 'C>A'), 3, { by: 'sum', best: 0, worst: 0, unranked: 'no_opinion' });
    expect(doubles(outcome.scores)).toEqual([3, 2, 4]);
    expect(outcome.notices).toEqual([{ kind: 'partial-cards', juror: 1, ranked: 2, nominees: 3 }]);
  });
  test('dropping the best and the worst place is done per juror, not per ballot', () => {
    const outcome = rankSums(ballots('A>B*3', 'B>A*2'), 2, { by: 'mean', best: 1, worst: 1, unranked: 'last' });
    expect(doubles(outcome.scores)).toEqual([4 / 3, 5 / 3]);
  });
  test('of one place given by several jurors only as many are dropped as the rule says', () => {
    // A has 1, 1, 1, 2, 3: without the best and the worst 1 + 1 + 2. B 2, 2, 2, 1, 1: 1 + 2 + 2. C 3, 3, 3, 3, 2: 9.
    const votes = ballots('A>B>C*3', 'B>A>C', 'B>C>A');
    expect(doubles(rankSums(votes, 3, { by: 'sum', best: 1, worst: 1, unranked: 'last' }).scores)).toEqual([4, 5, 9]);
  });
  test('too few jurors to drop any: all places are kept, and it is said', () => {
    const outcome = rankSums(ballots('A>B*2'), 2, { by: 'sum', best: 1, worst: 1, unranked: 'last' });
    expect(doubles(outcome.scores)).toEqual([2, 4]);
    expect(outcome.notices).toEqual([
      { kind: 'too-few-to-trim', nominee: 0, scores: 2 },
      { kind: 'too-few-to-trim', nominee: 1, scores: 2 },
    ]);
  });
  test('best of majority needs more than half of an even panel', () => {
    // A: 1,1,3,3 — two firsts are no majority of four, so the median place is 3; B: 2,2,1,2.
    const outcome = bestOfMajority(ballots('A>B>C*2', 'B>C>A', 'C>B>A'), 3, 'last');
    expect(doubles(outcome.scores)).toEqual([3, 2, 3]);
    expect(placesOf(outcome.groups)).toEqual([2, 1, 3]);
  });
  test('best of majority: whom no juror ranked has no place', () => {
    const outcome = bestOfMajority(ballots('A>B', 'B>A', 'A'), 3, 'no_opinion');
    expect(doubles(outcome.scores)).toEqual([1, 2, null]);
    expect(outcome.groups).toEqual([[0], [1]]);
  });
});

describe('Condorcet methods', () => {
  const cycle = ballots('A>B>C*4', 'B>C>A*3', 'C>A>B*2');

  test('a cycle ties for Copeland and is resolved by Schulze', () => {
    expect(doubles(copeland(cycle, 3, 'last', 'balance').scores)).toEqual([0, 0, 0]);
    expect(schulze(cycle, 3, 'last', 'winning_votes').groups).toEqual([[0], [1], [2]]);
    expect(schulze(cycle, 3, 'last', 'margins').groups).toEqual([[0], [1], [2]]);
  });
  test('Schulze 2011, example 1: only won duels are links of a path', () => {
    const votes = ballots('A>C>D>B*8', 'B>A>D>C*2', 'C>D>B>A*4', 'D>B>A>C*4', 'D>C>B>A*3');
    const outcome = schulze(votes, 4, 'last', 'winning_votes');
    expect(outcome.groups).toEqual([[3], [0], [2], [1]]);
    expect(outcome.details.map((d) => (d as { paths: readonly number[] }).paths)).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ]);
  });
  test('a lost duel is no link at all', () => {
    const { details } = schulze(ballots('A>B*2', 'B>A'), 2, 'last', 'winning_votes');
    expect(details.map((d) => (d as { paths: readonly number[] }).paths)).toEqual([
      [0, 2],
      [0, 0],
    ]);
  });
  test('one by one: equal wins are separated by all votes in favour', () => {
    expect(copeland(cycle, 3, 'last', 'one_by_one').groups).toEqual([[0, 1], [2]]);
  });
  test('whether the unranked lose or are not compared can decide', () => {
    const votes = ballots('A*3', 'B>A*2', 'B*0');
    expect(schulze(votes, 2, 'last', 'winning_votes').groups).toEqual([[0], [1]]);
    expect(schulze(votes, 2, 'no_opinion', 'winning_votes').groups).toEqual([[1], [0]]);
  });
  test('a duel that nobody wins is half a point each in wins, and nothing in the balance', () => {
    const votes = ballots('A>B>C', 'B>A>C');
    expect(doubles(copeland(votes, 3, 'last', 'wins').scores)).toEqual([1.5, 1.5, 0]);
    expect(doubles(copeland(votes, 3, 'last', 'balance').scores)).toEqual([1, 1, -2]);
  });
  test('Schulze is refused for more nominees than it could serve, before anything is computed', () => {
    expect(schulze([], 500, 'last', 'margins').groups).toHaveLength(1);
    expect(() => schulze([], 501, 'last', 'margins')).toThrow(new RangeError('Schulze over 501 nominees'));
  });
});

describe('majority judgment', () => {
  test('the larger of the groups beside the median decides, and below wins when both are equal', () => {
    // Worst to best. All have the median 1; above 2 / below 1, above 1 / below 2, above 1 / below 1.
    const outcome = majorityJudgment(
      [
        [1, 2, 2],
        [2, 2, 1],
        [1, 3, 1],
      ],
      null,
      'worst',
    );
    expect(placesOf(outcome.groups)).toEqual([1, 3, 2]);
  });
  test('unanimity beats a median with as many below as above', () => {
    expect(
      placesOf(
        majorityJudgment(
          [
            [1, 3, 1],
            [0, 5, 0],
          ],
          null,
          'worst',
        ).groups,
      ),
    ).toEqual([2, 1]);
  });
  test('gaps as the worst grade, the own median or a named grade', () => {
    const tallies = [
      [0, 0, 2],
      [0, 3, 0],
    ];
    expect(placesOf(majorityJudgment(tallies, 5, 'worst').groups)).toEqual([2, 1]);
    expect(placesOf(majorityJudgment(tallies, 5, 'median').groups)).toEqual([1, 2]);
    expect(placesOf(majorityJudgment(tallies, 5, { grade: 2 }).groups)).toEqual([1, 2]);
  });
  test('equal at the first look: the median is merged into the larger side, and all is looked at again', () => {
    // Both: median 2, two below, one above. Merged into the grade that is next below, the medians are 1 and 0.
    const outcome = majorityJudgment(
      [
        [2, 0, 2, 1],
        [1, 1, 2, 1],
      ],
      null,
      'worst',
    );
    expect(doubles(outcome.scores)).toEqual([2, 2]);
    expect(outcome.groups).toEqual([[1], [0]]);
    // More above than below, so upward: from the median 1 into the next grade that anybody gave, 3 and 2.
    const upward = majorityJudgment(
      [
        [1, 2, 0, 2],
        [1, 2, 2, 0],
      ],
      null,
      'worst',
    );
    expect(upward.groups).toEqual([[0], [1]]);
  });
  test('the same grades stay equal to the end', () => {
    const tallies = [
      [1, 1, 2, 1],
      [0, 5, 0, 0],
      [1, 1, 2, 1],
      [0, 5, 0, 0],
    ];
    expect(majorityJudgment(tallies, null, 'worst').groups).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
  test('an own median cannot fill the gaps of somebody whom nobody graded', () => {
    const outcome = majorityJudgment(
      [
        [0, 0],
        [0, 1],
      ],
      3,
      'median',
    );
    expect(outcome.groups).toEqual([[1]]);
    expect(outcome.details).toEqual([
      { tally: [0, 0], majorityGrade: null },
      { tally: [0, 3], majorityGrade: 1, above: rational(0), below: rational(0), sign: '-' },
    ]);
  });
  test('nobody graded: no place', () => {
    expect(
      majorityJudgment(
        [
          [0, 0],
          [1, 0],
        ],
        null,
        'normalised',
      ).groups,
    ).toEqual([[1]]);
  });
});

describe('skating system', () => {
  const dance = (text: string) => tableOf(text.split(',').map((row) => [...row].map(Number)));
  // German dance sport rules (TSO), example P: five dances, rule 11 for the second place, then rule 10 again.
  const p = [
    '22525,33636,45311,11253,66144,54462',
    '12234,31313,25555,44441,66666,53122',
    '11111,23456,34562,45623,52234,66345',
  ];
  const rest = ['33136,11252,45441,56323,22515,64664', '26261,44636,15152,63345,51514,32423'];

  test('after rule 11 the others of the tie go back to rule 10', () => {
    const outcome = skating([...p, ...rest].map(dance));
    expect(placesOf(outcome.groups)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(doubles(outcome.scores)).toEqual([9, 18, 18, 18, 19, 23]);
    expect(outcome.details.map((d) => (d as { rule: number }).rule)).toEqual([9, 11, 10, 10, 9, 9]);
  });
  test('TSO example K: of equal counts the lower sum, then all others begin again', () => {
    const k = ['2,1,6,4,5,3', '1,2,6,4,3,5', '5,2,1,4,3,6', '3,6,1,4,2,5', '2,6,3,1,4,5'];
    expect(placesOf(skating(k.map(dance)).groups)).toEqual([1, 2, 3, 4, 5, 6]);
  });
  test('TSO example N: whom rule 11 compared come before whom rule 10 had put behind', () => {
    const n = [
      '11253,22525,33636,45311,66144,54462',
      '12234,53122,44441,31313,25555,66666',
      '11111,23456,34562,45623,52234,66345',
      '11252,56323,22515,33136,45441,64664',
      '15152,32424,26261,51513,63345,44636',
    ];
    expect(placesOf(skating(n.map(dance)).groups)).toEqual([1, 2, 3, 4, 5, 6]);
  });
  test('a judge with a gap is left out of the dance', () => {
    const outcome = skating([
      tableOf([
        [1, 1, null],
        [2, 2, 1],
      ]),
    ]);
    expect(placesOf(outcome.groups)).toEqual([1, 2]);
    expect(outcome.notices).toEqual([{ kind: 'juror-left-out', juror: 2 }]);
  });
  test('a judge with a gap in one dance is left out of all; who judged no couple of a dance was not on its panel', () => {
    const first = tableOf([
      [1, 1, 2],
      [2, 2, 1],
    ]);
    const gap = tableOf([
      [1, null, 2],
      [2, 2, 1],
    ]);
    const absent = tableOf([
      [1, null, 2],
      [2, null, 1],
    ]);
    const tallies = (dances: readonly ReturnType<typeof tableOf>[]) =>
      skating(dances).details.map((d) =>
        (d as { dances: { columns: { count: number }[] }[] }).dances.map((x) => x.columns[1]?.count),
      );
    expect(tallies([first, gap])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(skating([first, gap]).notices).toEqual([{ kind: 'juror-left-out', juror: 1 }]);
    expect(tallies([first, absent])).toEqual([
      [3, 2],
      [3, 2],
    ]);
    expect(skating([first, absent]).notices).toEqual([]);
  });
  test('every judge has a gap: nobody has a place, and all judges are named', () => {
    const outcome = skating([
      tableOf([
        [1, null],
        [null, 1],
      ]),
    ]);
    expect(outcome.groups).toEqual([]);
    expect(outcome.scores).toEqual([null, null]);
    expect(outcome.notices.map((n) => n.kind)).toEqual(['juror-left-out', 'juror-left-out']);
  });
  test('no dance, no couples', () => {
    expect(skating([])).toMatchObject({ scores: [], groups: [] });
  });
  test('equal marks everywhere share the mean place', () => {
    expect(
      doubles(
        skating([
          tableOf([
            [1, 2],
            [2, 1],
            [3, 3],
          ]),
        ]).scores,
      ),
    ).toEqual([1.5, 1.5, 3]);
  });
});
