import fc from 'fast-check';
import type { StandingInput } from '@shared/domain/standing';
import type { DecisionId } from '@shared/model/ids';
import { placeStyles, type AcrossJurors, type Aggregation, type PlaceStyle, type TieStep } from '@shared/model/rules';
import type { Decision } from '@shared/model/standing';
import { absent, contestOf, entryIn, roundAt, type CellSpec, type RoundSpec } from './contest';

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
  { rule: 'skating_10_11' },
  { rule: 'higher_score_in_round', round: 'r1' },
  { rule: 'open_vote_of_present_jurors' },
  { rule: 'chair_casting_vote' },
  { rule: 'shared_place' },
];

/** Contests of one category by every method of counting, with rounding and numbering of equals, gaps, decisions.
 * Small scales and few jurors on purpose: ties are frequent, and so are gaps. */
export const randomContest = fc
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
      { acrossJurors: 'copeland' },
      { acrossJurors: 'schulze' },
      { acrossJurors: 'skating' },
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

/**
 * Finals of the skating system: two to four rounds whose places are added up. The few grades make equal sums frequent; a
 * recusal here and there leaves rounds with different panels.
 */
export const randomFinal = fc
  .record({ couples: fc.integer({ min: 2, max: 6 }), jurors: fc.integer({ min: 1, max: 5 }) })
  .chain(({ couples, jurors }) => {
    const mark = fc.oneof(
      { weight: 40, arbitrary: fc.integer({ min: 0, max: 5 }) },
      { weight: 1, arbitrary: fc.constant('R' as const) },
    );
    const row = fc.array(mark, { minLength: jurors, maxLength: jurors });
    return fc.array(fc.array(row, { minLength: couples, maxLength: couples }), { minLength: 2, maxLength: 4 });
  })
  .map((dances) =>
    contestOf({
      combination: 'sum',
      aggregation: { acrossJurors: 'skating' },
      ties: [{ rule: 'skating_10_11' }],
      rounds: dances.map((rows) => ({ scores: Object.fromEntries(rows.map((row, i) => [i + 1, row])) })),
    }),
  );
