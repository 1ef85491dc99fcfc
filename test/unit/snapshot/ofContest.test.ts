import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedRounds } from '@shared/domain/combination';
import { computeStanding, type StandingInput } from '@shared/domain/standing';
import { placeStyles, type AcrossJurors, type Aggregation, type PlaceStyle, type TieStep } from '@shared/model/rules';
import { rankSnapshot } from '@shared/snapshot/rank';
import { snapshotOf, type ContestInput } from '@shared/snapshot/ofContest';
import { absent, contestOf, entryIn, roundAt, type CellSpec, type RoundSpec } from '../domain/scoring/contest';
import type { DecisionId } from '@shared/model/ids';
import type { Decision } from '@shared/model/standing';

const text = (value: string) => ({ kk: value, ru: value, en: value });
const asContest = (input: StandingInput): ContestInput => ({
  ...input,
  contest: {
    ...input.contest,
    head: { title: text('Байқау'), edition: '2026', organiser: text(''), city: text(''), startsOn: null, endsOn: null },
  },
  nominees: input.nominees.map((n) => ({ ...n, fields: {} })),
  jurors: input.jurors.map((j) => ({ ...j, name: `қазы ${j.number}` })),
});

const max = 4;
const cell = (criteria: number): fc.Arbitrary<CellSpec> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.array(fc.integer({ min: 0, max }), { minLength: criteria, maxLength: criteria }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.option(fc.integer({ min: 0, max })), { minLength: criteria, maxLength: criteria }),
    },
    { weight: 1, arbitrary: fc.constantFrom('R' as const, '-' as const) },
  );
const decimals = fc.integer({ min: 0, max: 3 });
const chain: readonly TieStep[] = [
  { rule: 'criteria_by_descending_weight' },
  { rule: 'higher_median_of_jurors' },
  { rule: 'more_first_places' },
  { rule: 'more_second_places' },
  { rule: 'higher_score_in_round', round: 'r1' },
  { rule: 'open_vote_of_present_jurors' },
  { rule: 'chair_casting_vote' },
  { rule: 'shared_place' },
];

/** Small scales and few jurors on purpose: ties are frequent, and so are gaps. */
const contest = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    jurors: fc.integer({ min: 1, max: 5 }),
    across: fc.constantFrom<AcrossJurors>(
      { acrossJurors: 'mean' },
      { acrossJurors: 'sum' },
      { acrossJurors: 'trimmed_mean' },
      { acrossJurors: 'trimmed_mean', trim: 2 },
      { acrossJurors: 'median' },
      { acrossJurors: 'rank_sum' },
      { acrossJurors: 'best_of_majority' },
      { acrossJurors: 'borda' },
      { acrossJurors: 'majority_judgment' },
      { acrossJurors: 'z_score' },
      { acrossJurors: 'severity' },
    ),
    rounding: fc.option(
      fc.record({ criterion: decimals, card: decimals, round: decimals, total: decimals }, { requiredKeys: [] }),
    ),
    placeStyle: fc.option(fc.constantFrom<PlaceStyle>(...placeStyles)),
    perJuror: fc.constantFrom<Aggregation['perJuror']>('weighted_mean_0_100', 'points', 'raw'),
    combination: fc.constantFrom<StandingInput['contest']['rules']['combination']>(
      'weighted_mean',
      'sum',
      'last_round',
    ),
    nominees: fc.integer({ min: 1, max: 6 }),
    rounds: fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 3 }),
    ties: fc.shuffledSubarray([...chain]),
    gone: fc.option(fc.integer({ min: 1, max: 4 })),
    late: fc.option(fc.integer({ min: 1, max: 4 })),
    withdrawn: fc.subarray([1, 2]),
    order: fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2 }),
  })
  .chain((shape) => {
    const row = fc.array(cell(shape.weights.length), { minLength: shape.jurors, maxLength: shape.jurors });
    const table = fc.array(row, { minLength: shape.nominees, maxLength: shape.nominees });
    const last = shape.rounds.length - 1;
    const decision = (kind: Decision['kind'], id: number): Decision => ({
      id: id as DecisionId,
      round: roundAt(last),
      category: 1 as Decision['category'],
      kind,
      order: shape.order.filter((n) => n <= shape.nominees).map((n) => entryIn(last, n)),
      votes: kind === 'open_vote' ? shape.order.filter((n) => n <= shape.nominees).map((n) => n % 3) : [],
      seed: '',
      people: [],
      reason: 'себеп',
      at: '',
    });
    return fc.tuple(...shape.rounds.map(() => table)).map((tables) =>
      contestOf({
        weights: shape.weights.map((w) => w * 1000),
        scale: { min: 0, max, step: 1 },
        aggregation: {
          ...shape.across,
          perJuror: shape.perJuror,
          ...(shape.rounding === null ? {} : { rounding: shape.rounding }),
          ...(shape.placeStyle === null ? {} : { placeStyle: shape.placeStyle }),
        },
        combination: shape.combination,
        ties: shape.ties,
        withdrawn: shape.withdrawn,
        decisions: [decision('open_vote', 1), decision('casting_vote', 2)],
        rounds: tables.map((rows, i): RoundSpec => {
          const weight = shape.rounds[i] ?? null;
          return {
            weight: weight === null ? null : weight * 1000,
            scores: Object.fromEntries(rows.map((cells, n) => [n + 1, cells])),
            ...(shape.gone === null || i > 0 ? {} : { attendance: { [shape.gone]: absent } }),
            ...(shape.late === null ? {} : { ballots: { [shape.late]: 'not_returned' as const } }),
          };
        }),
      }),
    );
  });

test('the snapshot of a contest ranks as the contest does, to the last digit', () => {
  let ties = 0;
  fc.assert(
    fc.property(contest, (input) => {
      // As another program would read it.
      const snapshot: unknown = JSON.parse(
        JSON.stringify(snapshotOf(asContest(input), { textOf: ({ ru }) => ru, jurorsByName: true })),
      );
      const ranked = rankSnapshot(snapshot);
      if (!ranked.ok) throw new Error(ranked.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
      const [own] = ranked.value.categories;
      for (const round of input.contest.rounds) {
        if (countedRounds(input.contest, round).length === 0) continue;
        const standing = computeStanding({ ...input, round: round.id });
        const reported = own?.standings.find(({ after }) => after === round.key);
        // Places 1-2-3-4 among equals follow the list, which is another one there.
        const isListed = input.contest.rules.aggregation.placeStyle === 'ordinal';
        const expected = standing.rows.map(({ number, shownPlace, total, tied }) => [
          `N${number}`,
          shownPlace === null || (tied && isListed) ? null : Number(shownPlace),
          // Where marks do not connect the nominees, the snapshot still shows the figures of the parts.
          shownPlace === null ? null : (total?.exact ?? null),
          tied,
        ]);
        const found =
          reported?.rows.map(({ nominee, place, total, tied }) => [
            nominee,
            tied && isListed ? null : place,
            place === null ? null : (total?.exact ?? null),
            tied,
          ]) ?? [];
        ties += standing.rows.filter((row) => row.aboveNext !== null && row.aboveNext.by !== 'total').length;
        expect(sorted(found)).toEqual(sorted(expected));
      }
    }),
    { numRuns: 600 },
  );
  expect(ties).toBeGreaterThan(100);
});

const sorted = (rows: readonly (readonly unknown[])[]) =>
  rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
