import { describe, expect, it } from 'vitest';
import { computeStanding, staleDecisions } from '@shared/domain/standing';
import type { TieStep } from '@shared/model/rules';
import { contestOf, decision, entryIn, roundAt, type Spec } from './contest';

const chain: readonly TieStep[] = [
  { rule: 'criteria_by_descending_weight' },
  { rule: 'higher_median_of_jurors' },
  { rule: 'open_vote_of_present_jurors' },
  { rule: 'chair_casting_vote' },
];
const ranked = (spec: Spec) => {
  const standing = computeStanding(contestOf(spec));
  return {
    standing,
    places: standing.rows.map((r) => [r.number, r.place]),
    by: standing.rows.map((r) => r.aboveNext?.by ?? null),
  };
};

describe('places', () => {
  it('are 1-2-2-4, equals shown by sort key and marked as tied', () => {
    const { standing, places, by } = ranked({
      names: { 2: 'b', 3: 'a' },
      rounds: [{ scores: { 1: [9], 2: [8], 3: [8], 4: [7] } }],
    });
    expect(places).toEqual([
      [1, 1],
      [3, 2],
      [2, 2],
      [4, 4],
    ]);
    expect(standing.rows.map((r) => r.tied)).toEqual([false, true, true, false]);
    expect(by).toEqual(['total', 'nothing', 'total', null]);
  });

  it('of equals with equal names are shown by number', () => {
    const { places } = ranked({
      names: { 1: 'a', 2: 'a', 3: 'a' },
      rounds: [{ scores: { 3: [8], 1: [8], 2: [8] } }],
    });
    expect(places).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });
});

describe('the chain', () => {
  it.each(['question_difficulty_rating', 'shootout', 'extra_contest'] as const)(
    'passes over %s, about which a jury round knows nothing',
    (rule) => {
      const { by } = ranked({
        ties: [{ rule }, { rule: 'higher_median_of_jurors' }],
        rounds: [{ scores: { 1: [2, 6, 7], 2: [4, 5, 6] } }],
      });
      expect(by).toEqual(['median', null]);
    },
  );

  it('compares criteria by descending weight, each over its jurors, and sub-groups go on with the next step', () => {
    // All 60. Criterion 2 (weight 5000): 1 and 2 have 7, 3 has 6, 4 has 5. Then criterion 1 (listed before 3): 1 has 6, 2 has 4.
    const { places, standing } = ranked({
      ties: chain,
      weights: [2500, 5000, 2500],
      rounds: [{ scores: { 1: [[6, 7, 4]], 2: [[4, 7, 6]], 3: [[6, 6, 6]], 4: [[7, 5, 7]] } }],
    });
    expect(places).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(standing.rows[0]?.aboveNext).toMatchObject({
      by: 'criterion',
      criterion: 1,
      upper: { text: '6.00' },
      lower: { text: '4.00' },
    });
    expect(standing.rows[1]?.aboveNext).toMatchObject({
      by: 'criterion',
      criterion: 2,
      upper: { text: '7.00' },
      lower: { text: '6.00' },
    });
  });

  it('takes the last round first within a criterion', () => {
    const { places, standing } = ranked({
      ties: chain,
      rounds: [
        { scores: { 1: [9], 2: [8] }, weight: 5000 },
        { scores: { 1: [7], 2: [8] }, weight: 5000 },
      ],
    });
    expect(places).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(standing.rows[0]?.aboveNext).toMatchObject({ by: 'criterion', round: roundAt(1) });
  });

  it('uses the median: of an even number the mean of the middle two', () => {
    const odd = ranked({
      ties: [{ rule: 'higher_median_of_jurors' }],
      rounds: [{ scores: { 1: [2, 6, 7], 2: [4, 5, 6] } }],
    });
    expect(odd.places).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(odd.standing.rows[0]?.aboveNext).toMatchObject({
      by: 'median',
      upper: { exact: '60' },
      lower: { exact: '50' },
    });
    // 1: 1 5 6 8 → 5.5; 2: 2 4 6 8 → 5
    const even = ranked({
      ties: [{ rule: 'higher_median_of_jurors' }],
      rounds: [{ scores: { 1: [8, 1, 6, 5], 2: [2, 4, 6, 8] } }],
    });
    expect(even.standing.rows[0]?.aboveNext).toMatchObject({
      by: 'median',
      upper: { exact: '55' },
      lower: { exact: '50' },
    });
  });

  it('counts first and second places on each juror’s own list of the whole category', () => {
    // Juror 1: 1 first, 3 second. Juror 2: 3 first. Juror 3: 1 and 2 share first.
    const scores = { 1: [9, 4, 8], 2: [7, 6, 8], 3: [8, 10, 1] };
    const first = ranked({ ties: [{ rule: 'more_first_places' }], rounds: [{ scores }] });
    expect(first.places).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(first.standing.rows[0]?.aboveNext).toEqual({
      by: 'places',
      place: 1,
      round: roundAt(0),
      upper: 2,
      lower: 1,
    });
    const second = ranked({
      ties: [{ rule: 'more_second_places' }],
      rounds: [{ scores: { 1: [9, 3], 2: [6, 6], 3: [3, 9] } }],
    });
    expect(second.places).toEqual([
      [2, 1],
      [1, 2],
      [3, 2],
    ]);
  });

  it('asks a named round, and says nothing where somebody has no figure there', () => {
    const ties: readonly TieStep[] = [{ rule: 'higher_score_in_round', round: 'r1' }];
    const rounds = [{ scores: { 1: [5], 2: [6] }, weight: 0 }, { scores: { 1: [8], 2: [8], 3: [2] } }] as const;
    const named = ranked({ ties, rounds });
    expect(named.places).toEqual([
      [2, 1],
      [1, 2],
      [3, 3],
    ]);
    expect(named.standing.rows[0]?.aboveNext).toMatchObject({
      by: 'round_score',
      round: roundAt(0),
      upper: { exact: '60' },
    });
    expect(
      ranked({ ties, rounds: [{ scores: { 1: [5] }, weight: 0 }, { scores: { 1: [8], 2: [8] } }] }).places,
    ).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(ranked({ ties: [{ rule: 'higher_score_in_round', round: 'no' }], rounds }).standing.openTies).toHaveLength(
      1,
    );
  });

  it('passes over what it cannot know and names what it tried and what people can still decide', () => {
    const ties: readonly TieStep[] = [
      { rule: 'criteria_by_descending_weight' },
      { rule: 'shootout' },
      { rule: 'open_vote_of_present_jurors' },
      { rule: 'chair_casting_vote' },
      { rule: 'draw' },
    ];
    const rounds = [{ scores: { 1: [8], 2: [8] } }];
    expect(ranked({ ties, rounds }).standing.openTies).toEqual([
      {
        entries: [entryIn(0, 1), entryIn(0, 2)],
        place: 1,
        crossesLine: true,
        seats: 1,
        tried: ['criteria_by_descending_weight'],
        toDecide: ['open_vote', 'casting_vote', 'draw'],
      },
    ]);
    const noVote = ranked({ ties, rounds, jury: { chairCastingVote: false } });
    expect(noVote.standing.openTies[0]?.toDecide).toEqual(['open_vote', 'draw']);
  });
});

describe('decisions of people', () => {
  const rounds = [{ scores: { 1: [8], 2: [8], 3: [8], 4: [1] } }];

  it('order the tied group, and the reason is kept', () => {
    const { places, standing } = ranked({ ties: chain, rounds, decisions: [decision('casting_vote', [3, 1, 2])] });
    expect(places).toEqual([
      [3, 1],
      [1, 2],
      [2, 3],
      [4, 4],
    ]);
    expect(standing.rows[0]?.aboveNext).toEqual({ by: 'casting_vote', decision: 1, reason: 'the reason' });
    expect(standing.openTies).toEqual([]);
  });

  it('an open vote leaves equal votes tied, and the chair settles the rest', () => {
    const vote = decision('open_vote', [2, 1, 3], { id: 1, votes: [5, 1, 1] });
    const left = ranked({ ties: chain, rounds, decisions: [vote], winners: { mode: 'laureates_unranked', count: 2 } });
    expect(left.places).toEqual([
      [2, 1],
      [1, 2],
      [3, 2],
      [4, 4],
    ]);
    expect(left.standing.openTies[0]).toMatchObject({
      crossesLine: true,
      seats: 1,
      tried: ['criteria_by_descending_weight', 'higher_median_of_jurors', 'open_vote_of_present_jurors'],
      toDecide: ['casting_vote'],
    });
    const both = ranked({ ties: chain, rounds, decisions: [vote, decision('casting_vote', [3, 1], { id: 2 })] });
    expect(both.by).toEqual(['open_vote', 'casting_vote', 'total', null]);
    expect(both.places).toEqual([
      [2, 1],
      [3, 2],
      [1, 3],
      [4, 4],
    ]);
  });

  it('an open vote without numbers counts as the recorded order; a draw as drawn', () => {
    expect(
      ranked({ ties: chain, rounds, decisions: [decision('open_vote', [3, 2, 1])] }).places.map((p) => p[0]),
    ).toEqual([3, 2, 1, 4]);
    const drawn = ranked({ ties: [{ rule: 'draw' }], rounds, decisions: [decision('draw', [2, 3, 1])] });
    expect(drawn.by).toEqual(['draw', 'draw', 'total', null]);
  });

  it('are ignored and reported where their tie has dissolved or grown, or a later one took their place', () => {
    const decisions = [
      decision('casting_vote', [2, 1], { id: 1 }),
      decision('casting_vote', [1, 2, 3], { id: 2 }),
      decision('casting_vote', [3, 2, 1], { id: 3 }),
      decision('open_vote', [4, 1], { id: 4 }),
      decision('draw', [1, 2, 3], { id: 5 }),
      decision('casting_vote', [1, 2, 3], { id: 6, round: 7 }),
    ];
    const spec = { ties: chain, rounds, decisions };
    expect(ranked(spec).places.map((p) => p[0])).toEqual([3, 2, 1, 4]);
    expect(staleDecisions(contestOf(spec))).toEqual([1, 2, 4, 5]);
    const dissolved = { ...spec, rounds: [{ scores: { 1: [9], 2: [8], 3: [7], 4: [1] } }] };
    expect(staleDecisions(contestOf(dissolved))).toEqual([1, 2, 3, 4, 5]);
  });

  it('still hold for what is left of the group they were taken on', () => {
    const fewer = [{ scores: { 1: [8], 2: [9], 3: [8], 4: [1] } }];
    expect(ranked({ ties: chain, rounds: fewer, decisions: [decision('casting_vote', [3, 2, 1])] }).places).toEqual([
      [2, 1],
      [3, 2],
      [1, 3],
      [4, 4],
    ]);
  });
});
