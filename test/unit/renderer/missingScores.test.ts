import { expect, test } from 'vitest';
import { computeStanding } from '@shared/domain/standing';
import { gapsIn } from '../../../renderer/screens/ranking/missingScores';
import { absent, contestOf, roundAt } from '../domain/scoring/contest';

// Before any place the ranking says whose scores are missing, and how many.

test('names who owes scores, the most first, of how many, and why; recused and absent jurors owe nothing', () => {
  const standing = computeStanding(
    contestOf({
      weights: [1, 1],
      rounds: [
        {
          scores: {
            1: [[1, 1], [1, null], '-', 'R', '-'],
            2: [[2, 2], [2, 2], '-', [1, 1], '-'],
            3: [[3, 3], [3, 3], 'R', [2, 2], '-'],
          },
          ballots: { 3: 'not_returned' },
          attendance: { 5: absent },
        },
      ],
    }),
  );
  expect(gapsIn(standing)).toEqual([
    { juror: 3, scores: 3, of: 3, state: 'not_returned' },
    { juror: 2, scores: 1, of: 3, state: 'incomplete' },
  ]);
});

test('a contradiction between ballots is said before anything else about a juror', () => {
  const scores = { 1: [5, 5], 2: [6, 6] };
  const input = contestOf({ rounds: [{ scores, ballots: { 2: 'conflict' } }] });
  expect(gapsIn(computeStanding(input))).toEqual([{ juror: 2, scores: 2, of: 2, state: 'conflict' }]);
});

test('only the own round is asked, and nothing is said once all is in', () => {
  const scores = { 1: [5, 5], 2: [6, 6] };
  const input = contestOf({ rounds: [{ scores, ballots: { 1: 'not_returned' } }, { scores }] });
  expect(gapsIn(computeStanding(input))).toEqual([]);
  expect(gapsIn(computeStanding({ ...input, round: roundAt(0) }))).toHaveLength(1);
});
