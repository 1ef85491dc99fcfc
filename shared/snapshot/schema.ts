import { z } from 'zod';
import { placeStyles } from '../domain/methods/outcome';

/**
 * The open snapshot: everything that a ranking is made of, in one JSON document that anybody can write by hand.
 * docs/snapshot.md explains it, docs/snapshot.schema.json is made from these schemas. No transformation happens here:
 * what is parsed is what was written.
 */

const id = z.string().min(1).max(200);
/** A number as JSON has it, or text where a double would lose digits: `"12.345"`, `"1/3"`. */
const figure = z.union([z.number(), z.string().regex(/^[+-]?\d{1,40}(?:\.\d{1,40}|\/0*[1-9]\d{0,40})?$/)]);
const mark = figure.nullable();
const count = z.number().int().min(0).max(1_000_000);
const positive = z.number().int().min(1).max(1_000_000);
const digits = z.number().int().min(0).max(12);
const direction = z.enum(['higher', 'lower']);
const text = z.string().max(2_000);

const nominee = z.union([
  id,
  z.strictObject({
    id,
    name: text.optional(),
    order: z
      .number()
      .optional()
      .describe('Running order, for the tie step listed_order; else the position in the list.'),
    withdrawn: z.boolean().optional(),
    attributes: z.record(z.string(), z.string()).optional().describe('country, university, region … for quotas.'),
    cost: figure.optional().describe('What a grant would cost.'),
  }),
]);

const juror = z.union([
  id,
  z.strictObject({ id, name: text.optional(), state: z.enum(['present', 'absent']).optional() }),
]);

const criterion = z.strictObject({
  id,
  name: text.optional(),
  weight: figure.optional(),
  scale: z.strictObject({ min: figure, max: figure, step: figure.optional() }).optional(),
});

// ---------------------------------------------------------------- what was given in a round

const rowsAre = z.enum(['nominees', 'jurors']);
const table = z.array(z.array(mark).max(100_000)).max(100_000);
const labels = { nominees: z.array(id).optional(), jurors: z.array(id).optional(), rows: rowsAre.optional() };
const perNominee = <T extends z.ZodType>(value: T) => z.record(id, value);

const panel = z.enum(['mean', 'sum', 'median']);
const drops = { highest: count.optional(), lowest: count.optional(), trim: count.optional() };

const card = z.strictObject({
  juror: id,
  nominee: id,
  state: z.enum(['scored', 'not_assigned', 'pending', 'recused', 'absent', 'not_performed']).optional(),
  marks: z.record(id, mark).optional(),
});

const ballot = z.union([
  z.string().max(100_000).describe('A>B=C*42: best first, = equal, * times.'),
  z.strictObject({ juror: id.optional(), count: positive.optional(), order: z.array(z.union([id, z.array(id)])) }),
  z.strictObject({ juror: id.optional(), count: positive.optional(), places: perNominee(z.number().nullable()) }),
]);

const performance = z.strictObject({
  nominee: id,
  attempt: z.number().int().optional(),
  state: z.enum(['performed', 'not_performed']).optional(),
  points: figure.optional(),
  bonus: figure.optional(),
  penalty: figure.optional(),
  parts: z
    .array(
      z.strictObject({
        name: text.optional(),
        marks: z.array(mark),
        factor: figure.optional(),
        base: figure.optional(),
        panel: panel.optional(),
        ...drops,
      }),
    )
    .optional(),
});

const input = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cards'),
    cards: z.array(card),
    perJuror: z.enum(['weighted_mean_0_100', 'weighted_mean', 'weighted_sum', 'points']).optional(),
    partialCards: z.enum(['exclude', 'renormalise']).optional(),
  }),
  z.strictObject({ kind: z.literal('scores'), table, ...labels, direction: direction.optional() }),
  z.strictObject({ kind: z.literal('places'), table, ...labels }),
  z.strictObject({ kind: z.literal('dances'), dances: z.array(table).min(1), ...labels }),
  z.strictObject({ kind: z.literal('rankings'), ballots: z.array(ballot) }),
  z.strictObject({
    kind: z.literal('grades'),
    grades: z.array(text).min(1).max(1000).describe('From the worst to the best.'),
    tallies: perNominee(z.array(count)).optional(),
    ballots: z
      .array(z.strictObject({ juror: id.optional(), count: positive.optional(), grades: perNominee(text.nullable()) }))
      .optional(),
    judges: count.optional(),
  }),
  z.strictObject({ kind: z.literal('points'), points: z.record(id, perNominee(figure)) }),
  z.strictObject({ kind: z.literal('performances'), performances: z.array(performance) }),
  z.strictObject({ kind: z.literal('figures'), figures: perNominee(mark), direction: direction.optional() }),
  z.strictObject({ kind: z.literal('votes'), votes: perNominee(z.number().int().min(0).nullable()) }),
  z.strictObject({
    kind: z.literal('results'),
    events: z.array(z.strictObject({ id: id.optional(), places: perNominee(positive) })),
    pointsByPlace: z.array(figure),
    participation: figure.optional(),
  }),
]);

// ---------------------------------------------------------------- rules

const unranked = z.enum(['last', 'no_opinion']).optional();
const over = z.enum(['cards', 'criteria']).optional();
const ranks = { unranked, best: count.optional(), worst: count.optional(), trim: count.optional() };

const methods = z.discriminatedUnion('name', [
  z.strictObject({ name: z.enum(['mean', 'weighted_mean', 'sum', 'median']), over, ...drops }),
  z.strictObject({ name: z.enum(['trimmed_mean', 'trimmed_sum']), over, ...drops }),
  z.strictObject({ name: z.enum(['rank_sum', 'mean_rank', 'trimmed_mean_rank']), ...ranks }),
  z.strictObject({ name: z.literal('best_of_majority'), unranked }),
  z.strictObject({
    name: z.literal('borda'),
    points: z.union([z.enum(['n', 'n-1', 'dowdall']), z.array(figure)]).optional(),
    unranked: z.enum(['share', 'zero', 'no_opinion']).optional(),
  }),
  z.strictObject({ name: z.literal('skating') }),
  z.strictObject({
    name: z.literal('copeland'),
    unranked,
    score: z.enum(['balance', 'wins', 'one_by_one']).optional(),
  }),
  z.strictObject({
    name: z.literal('schulze'),
    unranked,
    strength: z.enum(['winning_votes', 'margins']).optional(),
  }),
  z.strictObject({
    name: z.literal('majority_judgment'),
    gaps: z.union([z.enum(['worst', 'median', 'normalised']), z.strictObject({ grade: text })]).optional(),
  }),
  z.strictObject({ name: z.enum(['zscore', 'severity', 'as_given']) }),
  z.strictObject({
    name: z.literal('performance'),
    panel: panel.optional(),
    ...drops,
    factor: figure.optional(),
    attempts: z.enum(['sum', 'mean', 'best', 'last']).optional(),
    keep: positive.optional(),
  }),
]);
const methodNames = [
  'mean',
  'weighted_mean',
  'sum',
  'median',
  'trimmed_mean',
  'trimmed_sum',
  'rank_sum',
  'mean_rank',
  'trimmed_mean_rank',
  'best_of_majority',
  'borda',
  'skating',
  'copeland',
  'schulze',
  'majority_judgment',
  'zscore',
  'severity',
  'as_given',
  'performance',
] as const;
const method = z.union([z.enum(methodNames), methods]);

const stepNames = ['criteria', 'median', 'first_places', 'countback', 'head_to_head', 'supporters'] as const;
const plainSteps = [...stepNames, 'last_round', 'best_runs', 'listed_order', 'shared'] as const;
const tieStep = z.union([
  z.enum(plainSteps),
  z.discriminatedUnion('step', [
    z.strictObject({ step: z.enum(stepNames), round: id.optional() }),
    z.strictObject({ step: z.enum(['last_round', 'best_runs', 'listed_order', 'shared']) }),
    z.strictObject({ step: z.literal('criterion'), criterion: id, round: id.optional() }),
    z.strictObject({ step: z.literal('places'), place: positive, round: id.optional() }),
    z.strictObject({ step: z.literal('round'), round: id }),
    z.strictObject({ step: z.literal('vote'), votes: perNominee(z.number()), reason: text.optional() }),
    z.strictObject({ step: z.literal('decision'), order: z.array(id), reason: text.optional() }),
    z.strictObject({ step: z.literal('draw'), seed: text, reason: text.optional() }),
  ]),
]);

const rounding = z.strictObject({
  criterion: digits.optional(),
  weighted: digits.optional(),
  card: digits.optional(),
  round: digits.optional(),
  total: digits.optional(),
});

const placeStyle = z.enum([...placeStyles, '1-2-2-4', '1-3-3-4', '1-2-2-3', '1-2-3-4', '1-2.5-2.5-4']);

const quota = z.strictObject({
  by: z.string(),
  value: z.string().optional().describe('Only this value; else the quota holds for each.'),
  max: count.optional(),
  min: count.optional(),
});

const winners = z.strictObject({
  count: count.optional(),
  threshold: z
    .strictObject({
      value: figure,
      as: z.enum(['points', 'percent']).optional(),
      of: figure.optional(),
      strict: z.boolean().optional(),
    })
    .optional(),
  quotas: z.array(quota).optional(),
});

const normalisation = z.union([
  z.enum(['none', 'share', 'of_best', 'range', 'rank_points']),
  z.strictObject({ points: z.array(figure) }),
]);

const cut = z.strictObject({
  count: positive.optional(),
  by: z.string().optional().describe('So many of each value of this attribute (a region), not of all.'),
  min: figure.optional(),
  strict: z.boolean().optional(),
  ties: z.enum(['all', 'chain']).optional(),
});

const round = z.strictObject({
  id,
  name: text.optional(),
  category: id.optional(),
  input,
  method: method.optional(),
  criteria: z.array(criterion).optional(),
  rounding: rounding.optional(),
  weight: figure.optional(),
  normalise: normalisation.optional(),
  counts: z.array(id).min(1).optional().describe('Rounds that make the total after this one.'),
  cut: cut.optional(),
});

const rules = z.strictObject({
  method: method.optional(),
  rounding: rounding.optional(),
  combination: z
    .strictObject({
      by: z.enum(['sum', 'mean', 'places', 'best', 'last', 'union']),
      keep: positive.optional(),
      missing: z.enum(['no_total', 'zero']).optional(),
      lists: z.array(z.strictObject({ round: id, count: positive })).optional(),
    })
    .optional(),
  ties: z.array(tieStep).optional(),
  placeStyle: placeStyle.optional(),
  displayDigits: digits.optional(),
  winners: winners.optional(),
  budget: z
    .strictObject({
      fund: figure,
      rule: z.enum(['stop', 'skip', 'partial', 'best_value']),
      costs: perNominee(figure).optional(),
    })
    .optional(),
  awards: z
    .strictObject({
      rule: z.enum(['best', 'greedy']),
      sense: z.enum(['max', 'min']).optional(),
      order: z.array(id).optional(),
      seats: z.record(id, count).optional(),
      table: z.record(id, perNominee(mark)).optional().describe('category → nominee → figure; null = not eligible.'),
    })
    .optional(),
});

const category = z.strictObject({
  id,
  name: text.optional(),
  nominees: z.array(id).optional(),
  criteria: z.array(criterion).optional(),
  rules: rules.optional().describe('Replaces single rules of the contest in this category.'),
});

const quality = z.union([
  z.boolean(),
  z.strictObject({ bootstrap: z.strictObject({ times: positive.max(100_000), seed: count }).optional() }),
]);

export const snapshot = z.strictObject({
  format: z.literal('tarazy-snapshot'),
  version: z.literal(1),
  title: text.optional(),
  nominees: z.array(nominee).min(1).max(100_000),
  jurors: z.array(juror).max(10_000).optional(),
  criteria: z.array(criterion).optional(),
  categories: z.array(category).min(1).max(1000).optional(),
  rounds: z.array(round).max(1000).optional(),
  rules: rules.optional(),
  quality: quality.optional(),
  explain: z.boolean().optional(),
  result: z.unknown().optional().describe('The computed result, as the program that wrote the snapshot saw it.'),
});

export type Snapshot = z.infer<typeof snapshot>;
export type Round = z.infer<typeof round>;
export type RoundInput = z.infer<typeof input>;
export type InputOf<K extends RoundInput['kind']> = Extract<RoundInput, { kind: K }>;
export type Rules = z.infer<typeof rules>;
export type Method = z.infer<typeof methods>;
export type TieStep = z.infer<typeof tieStep>;
export type Criterion = z.infer<typeof criterion>;
export type Figure = z.infer<typeof figure>;
export type Category = z.infer<typeof category>;
export type Cut = z.infer<typeof cut>;
export type Ballot = z.infer<typeof ballot>;
