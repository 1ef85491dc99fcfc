import { expect, test } from 'vitest';
import {
  columnsOf,
  measureOf,
  misfitOf,
  mostOf,
  tallyRules,
  tallyScorer,
  type TallyRules,
} from '@shared/domain/tallies';
import { rational } from '@shared/domain/rational';
import { findTemplate } from '../../../../electron/usecases/templates';

const votes: TallyRules = { kind: 'vote_import', columns: [], winnersCount: 25 };
const quiz: TallyRules = { kind: 'count', questions: 12, pointsPerAnswer: 1.5 };
const places: TallyRules = { kind: 'results_table', pointsByPlace: [10, 8], participation: 12 };
const times: TallyRules = {
  kind: 'results_table',
  pointsByPlace: [],
  participation: 0,
  measure: 'lower',
  columns: [
    { kk: '1', ru: '1', en: '1' },
    { kk: '2', ru: '2', en: '2' },
  ],
};

test('each kind of table says what its figures are and how many stand in a row', () => {
  expect([votes, quiz, places, times].map(measureOf)).toEqual(['votes', 'answers', 'place', 'lower']);
  expect([votes, quiz, places, times].map(columnsOf)).toEqual([1, 1, 1, 2]);
  expect(tallyRules({ rules: votes })).toBe(votes);
  const jury = findTemplate('jana-beles')?.rounds.find(({ rules }) => rules.kind === 'jury');
  if (jury === undefined) throw new Error('not this template');
  expect(tallyRules(jury)).toBeNull();
});

test.each([
  [votes, null, 'always_takes_part'],
  [places, null, null],
  [quiz, null, null],
  [votes, ['1', '2'], 'columns'],
  [times, ['12.5'], 'columns'],
  [times, ['12.5', '13'], null],
  [votes, ['1.5'], 'not_whole'],
  [votes, ['0'], null],
  [places, ['0'], 'no_place'],
  [places, ['1'], null],
  [quiz, ['13'], 'too_high'],
  [quiz, ['12'], null],
] as const)('%o with %o: %s', (rules, values, misfit) => {
  expect(misfitOf(rules, values)).toBe(misfit);
});

test('the most that can be had: all questions, the best place or taking part; a vote and bare figures have no most', () => {
  expect(mostOf(quiz)).toEqual(rational(18));
  expect(mostOf(places)).toEqual(rational(12));
  expect(mostOf(votes)).toBeNull();
  expect(mostOf(times)).toBeNull();
});

test('without points by place the sum is the figure, who took no part has zero, and who is in no row has none', () => {
  const field = [1, 2, 3].map((id) => ({ id }) as never);
  const row = (entry: number, values: readonly string[] | null) =>
    [entry, { entry: entry as never, values, source: '', at: '' }] as const;
  const scorer = tallyScorer(times, field, new Map([row(1, ['1.5', '2']), row(2, null)]));
  expect(field.map((entry) => scorer.score(entry).mean)).toEqual([rational(7, 2), rational(0), null]);
  expect(field.map(scorer.place)).toEqual([1, null, null]);
});
