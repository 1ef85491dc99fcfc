import { z } from 'zod';
import { count, figure, id, perNominee, positive, text } from './schemaInput';

/** Who wins in a contest of several categories, as the application computes it: see docs/snapshot.md. */

const word = z.strictObject({ nominee: id, reason: text.optional() });

/** What there is to win in a category after a round. */
export const prizes = z.strictObject({
  after: id,
  take: z
    .enum(['list', 'fund', 'pool', 'choice'])
    .describe("The category's own list, the fund, one list of all such categories, or whom the jury chose."),
  lines: z.array(positive).optional().describe('list: where prizes end, as numbers of winners, ascending.'),
  numbers: z.array(positive).optional().describe('Numbers of the prizes that end there; else the place is the prize.'),
  unranked: z.boolean().optional().describe('Laureates without prizes and places.'),
  count: positive.optional().describe('fund: at most so many of this category.'),
  chosen: z.array(id).optional().describe('choice: whom the jury named; left out while it has not chosen.'),
  threshold: z
    .strictObject({ value: z.union([figure, perNominee(figure)]), strict: z.boolean().optional() })
    .optional(),
  added: z.array(word).optional().describe('Whom people put among the laureates, beyond the seats.'),
  excluded: z.array(word).optional(),
});

/** People put somebody above another one and all equal to that one, in the standing after a round. */
export const placedAbove = z.strictObject({ nominee: id, above: id, after: id, reason: text.optional() });

const who = z.strictObject({ category: id, nominee: id });
const decided = z.strictObject({ order: z.array(who), votes: z.array(z.number()).optional() });

export const laureates = z.strictObject({
  lists: z
    .array(
      z.strictObject({
        after: id,
        seats: positive.optional().describe('Of all categories that take from the pool.'),
        without: id.optional().describe('An earlier list whose winners do not run.'),
        ties: z
          .array(z.array(decided))
          .optional()
          .describe('Equals of several categories: step by step the decisions about them, the latest first.'),
      }),
    )
    .min(1),
  sharedPlaces: z.boolean().optional(),
  oneAward: z
    .union([z.boolean(), z.literal('best')])
    .optional()
    .describe('Nobody wins twice: categories come in their order, or by the best sum of totals over all lists.'),
  quotas: z
    .array(
      z.strictObject({
        id,
        by: z.string(),
        max: count,
        category: id.optional(),
        after: id.optional(),
        perCategory: z.boolean().optional(),
      }),
    )
    .optional(),
  fund: z.strictObject({ total: figure, whenShort: z.enum(['stop', 'skip', 'partial']) }).optional(),
});
