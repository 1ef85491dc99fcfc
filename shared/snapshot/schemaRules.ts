import { z } from 'zod';
import { placeStyles } from '../model/rules';
import { laureates, placedAbove, prizes } from './schemaPrizes';
import { count, digits, drops, figure, id, mark, panel, perNominee, positive, text } from './schemaInput';

/** What is made of it: methods, ties, rounding, winners. See docs/snapshot.md. */

const unranked = z.enum(['last', 'no_opinion']).optional();
const over = z.enum(['cards', 'criteria']).optional();
const estimated = z
  .literal('estimated')
  .optional()
  .describe('A sum is the mean of what jurors gave times their number: who was not marked by one loses nothing.');
const ranks = { unranked, best: count.optional(), worst: count.optional(), trim: count.optional() };

export const methods = z.discriminatedUnion('name', [
  z.strictObject({ name: z.enum(['mean', 'weighted_mean', 'sum', 'median']), over, ...drops }),
  z.strictObject({ name: z.enum(['trimmed_mean', 'trimmed_sum']), over, ...drops }),
  z.strictObject({
    name: z.enum(['rank_sum', 'mean_rank', 'trimmed_mean_rank', 'median_rank']),
    ...ranks,
    gaps: estimated,
  }),
  z.strictObject({ name: z.literal('best_of_majority'), unranked }),
  z.strictObject({
    name: z.literal('borda'),
    points: z.union([z.enum(['n', 'n-1', 'dowdall']), z.array(figure)]).optional(),
    unranked: z.enum(['share', 'last', 'zero', 'no_opinion']).optional(),
    gaps: estimated,
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
export const methodNames = [
  'mean',
  'weighted_mean',
  'sum',
  'median',
  'trimmed_mean',
  'trimmed_sum',
  'rank_sum',
  'mean_rank',
  'trimmed_mean_rank',
  'median_rank',
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
export const method = z.union([z.enum(methodNames), methods]);

/** What people decided about the ties of one standing says nothing about those of another. */
const decided = { reason: text.optional(), after: id.optional().describe('Only in the standing after this round.') };

const stepNames = ['criteria', 'median', 'first_places', 'countback', 'head_to_head', 'supporters'] as const;
const wholeSteps = ['last_round', 'best_runs', 'skating', 'listed_order', 'shared'] as const;
const plainSteps = [...stepNames, ...wholeSteps] as const;
export const tieStep = z.union([
  z.enum(plainSteps),
  z.discriminatedUnion('step', [
    z.strictObject({ step: z.enum(stepNames), round: id.optional() }),
    z.strictObject({ step: z.enum(wholeSteps) }),
    z.strictObject({ step: z.literal('criterion'), criterion: id, round: id.optional() }),
    z.strictObject({ step: z.literal('part'), part: text, round: id.optional() }),
    z.strictObject({ step: z.literal('places'), place: positive, round: id.optional() }),
    z.strictObject({ step: z.literal('round'), round: id }),
    z.strictObject({ step: z.literal('vote'), votes: perNominee(z.number()), ...decided }),
    z.strictObject({ step: z.literal('decision'), order: z.array(id), ...decided }),
    z.strictObject({
      step: z.literal('figures'),
      name: text.optional(),
      figures: perNominee(mark),
      direction: z.enum(['higher', 'lower']).optional(),
      ...decided,
    }),
    z.strictObject({ step: z.literal('draw'), seed: text, ...decided }),
  ]),
]);

export const rounding = z.strictObject({
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

export const normalisation = z.union([
  z.enum(['none', 'share', 'of_best', 'range', 'rank_points', 'place']),
  z.strictObject({ points: z.array(figure) }),
]);

export const cut = z.strictObject({
  count: positive.optional(),
  by: z.string().optional().describe('So many of each value of this attribute (a region), not of all.'),
  min: figure.optional(),
  strict: z.boolean().optional(),
  need: z.enum(['both', 'either']).optional().describe('Of count and min: both, or one of them is enough.'),
  quotas: z.array(z.strictObject({ by: z.string(), max: count })).optional(),
  ties: z.enum(['all', 'chain']).optional(),
});

export const rules = z.strictObject({
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
  prizes: z.array(prizes).optional().describe('Of a category: what there is to win after its rounds.'),
  placedAbove: z.array(placedAbove).optional(),
  laureates: laureates.optional(),
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
