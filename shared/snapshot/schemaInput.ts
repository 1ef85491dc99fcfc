import { z } from 'zod';

/** What was given in a round, and to whom: see docs/snapshot.md. */

export const id = z
  .string()
  .min(1)
  .max(200)
  .refine((own) => own !== '__proto__', 'cannot be an id');
/** A number as JSON has it, or text where a double would lose digits: `"12.345"`, `"12,345"`, `"1/3"`. */
const number = z
  .number()
  .min(-1e40)
  .max(1e40)
  .refine((own) => own === 0 || Math.abs(own) >= 1e-40, 'is nearer to zero than any figure');
export const figure = z.union([
  number,
  z.string().regex(/^[+-]?\d{1,40}(?:[.,]\d{1,40}|\/0*[1-9]\d{0,40})?$/, 'is not a number: 12.5, "12,5" or "1/3"'),
]);
export const mark = figure.nullable();
/** Ballots and grades may be those of an electorate: up to the last whole number that a double tells from the next. */
export const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const positive = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const digits = z.number().int().min(0).max(12);
const direction = z.enum(['higher', 'lower']);
export const text = z.string().max(2_000);

export const nominee = z.union([
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

export const juror = z.union([
  id,
  z.strictObject({ id, name: text.optional(), state: z.enum(['present', 'absent']).optional() }),
]);

export const criterion = z.strictObject({
  id,
  name: text.optional(),
  weight: figure.optional(),
  scale: z.strictObject({ min: figure, max: figure, step: figure.optional() }).optional(),
});

// ---------------------------------------------------------------- what was given in a round

const rowsAre = z.enum(['nominees', 'jurors']);
const table = z.array(z.array(mark).max(100_000)).max(100_000);
const labels = { nominees: z.array(id).optional(), jurors: z.array(id).optional(), rows: rowsAre.optional() };
export const perNominee = <T extends z.ZodType>(value: T) => z.record(id, value);

const stage = digits.nullable();
export const panel = z.enum(['mean', 'sum', 'median']);
export const drops = { highest: count.optional(), lowest: count.optional(), trim: count.optional() };

const card = z.strictObject({
  juror: id,
  nominee: id,
  state: z.enum(['scored', 'not_assigned', 'pending', 'recused', 'absent', 'not_performed']).optional(),
  marks: z.record(id, mark).optional(),
});

const ranking = z.array(z.union([id, z.array(id)]));
export const ballot = z.union([
  z.string().max(100_000).describe('A>B=C*42: best first, = equal, * times.'),
  ranking,
  z.strictObject({ juror: id.optional(), count: positive.optional(), order: ranking }),
  z.strictObject({ juror: id.optional(), count: positive.optional(), places: perNominee(mark) }),
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
        rounding: z.strictObject({ criterion: stage.optional(), weighted: stage.optional() }).optional(),
      }),
    )
    .optional(),
});

export const input = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cards'),
    cards: z.array(card).optional(),
    tables: z.record(id, table).optional().describe('criterion → table of marks, instead of cards.'),
    ...labels,
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
  z.strictObject({ kind: z.literal('points'), points: z.record(id, perNominee(mark)) }),
  z.strictObject({
    kind: z.literal('performances'),
    performances: z.array(performance),
    direction: direction.optional(),
  }),
  z.strictObject({ kind: z.literal('figures'), figures: perNominee(mark), direction: direction.optional() }),
  z.strictObject({ kind: z.literal('votes'), votes: perNominee(mark) }),
  z.strictObject({
    kind: z.literal('results'),
    events: z.array(z.strictObject({ id: id.optional(), places: perNominee(positive.nullable()) })),
    pointsByPlace: z.array(figure),
    participation: figure.optional(),
    equals: z.enum(['each', 'share']).optional().describe('Equal places: each the points of the place, or their mean.'),
  }),
]);
