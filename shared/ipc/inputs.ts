import { z } from 'zod';
import { contestHead } from '../model/contest';
import { level, scale } from '../model/criteria';
import { categoryId, criterionId, fileToken, nomineeId, recentId, roundId } from '../model/ids';
import { levels } from '../model/level';
import { positiveCount } from '../model/primitives';
import { advance, tableRules } from '../model/round';
import { budgetSchema, quotaSchema, thresholdSchema } from '../model/rules';
import { localText } from '../model/text';

/** What the inputs of several calls are made of; every text and list has a cap. */

export const nothing = z.strictObject({});
export const shortText = z.string().max(500);
export const longText = z.string().max(10_000);
/** Needed once ballots are out. */
export const reasonIfOut = z.string().trim().min(1).max(2000).optional();
export const reason = z.string().trim().min(1).max(2000);
export const secretText = z.string().min(1).max(1024);
export const secret = z.object({ kind: z.enum(['password', 'recovery']), text: secretText });
export const newPassword = z.string().min(8).max(1024);
export const task = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);
const fileKind = z.enum(['contest', 'ballot', 'returned-ballot', 'results', 'spreadsheet', 'snapshot']);
export const pickKind = z.enum([...fileKind.options, 'attachment']);
/** Hexadecimal. */
const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);
export const ballotHash = sha256Text;
export const instant = z.iso.datetime();

/** Bytes that the page made; at least one. Whoever looks for the caps of the contract finds it under `maxBytes`. */
export const bytesUpTo = (maxBytes: number) =>
  z
    .custom<Uint8Array>((value) => value instanceof Uint8Array && value.length > 0 && value.length <= maxBytes)
    .meta({ type: 'bytes', maxBytes });

export const whichContest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file: fileToken }),
  z.object({ kind: z.literal('recent'), id: recentId }),
]);

export const newContest = z.strictObject({
  template: shortText,
  /** One of those that the template may be opened as; left out: with the stages of all of them. */
  level: z.enum(levels).optional(),
  head: contestHead,
  file: fileToken,
  password: newPassword,
});

export const regionalTaking = z.strictObject({
  file: fileToken,
  code: secretText,
  /** Of the offer that was looked at, and that was compared with the region's. */
  fingerprint: sha256Text,
  /** Of every laureate with a namesake: the one who is the same; null: somebody else. */
  namesakes: z.array(z.strictObject({ number: positiveCount, same: nomineeId.nullable() })).max(1000),
  /** Needed where another file is replaced. */
  reason: reason.optional(),
});

export const criterionDraft = z.object({
  id: criterionId.nullable(),
  name: localText,
  hint: localText,
  levels: z.array(level).max(20),
  weight: z.number().int().min(0).max(10_000),
});

export const roundDraft = z.object({
  id: roundId.nullable(),
  name: localText,
  kind: z.enum(['technical', 'jury', 'table']),
  scale: scale.nullable(),
  /** What a round of the kind `table` counts. */
  table: tableRules.optional(),
  advance,
  /** A share of the whole in a weighted mean; in a sum how often the round counts, 10,000 being once. */
  weight: z.number().int().min(0).max(1_000_000).nullable(),
});

/** One round and category; `task` can be stopped. */
export const analysed = { round: roundId, category: categoryId, task };
export const otherWeight = z.strictObject({ criterion: criterionId, weight: z.number().int().min(0).max(10_000) });

/** Rules of winners over all categories. `pool`: how many win where categories are pooled. */
export const winnersDraft = z.strictObject({
  threshold: thresholdSchema.nullable(),
  budget: budgetSchema.nullable(),
  quotas: z.array(quotaSchema).max(50),
  oneAward: z.union([z.boolean(), z.literal('best')]),
  pool: positiveCount.nullable(),
});
