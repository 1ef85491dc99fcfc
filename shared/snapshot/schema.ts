import { z } from 'zod';
import { count, criterion, figure, id, input, juror, nominee, positive, text, type ballot } from './schemaInput';
import { cut, method, normalisation, rounding, rules, type methods, type tieStep } from './schemaRules';

/**
 * The open snapshot: everything that a ranking is made of, in one JSON document that anybody can write by hand.
 * docs/snapshot.md explains it, docs/snapshot.schema.json is made from these schemas. No transformation happens here:
 * what is parsed is what was written.
 */

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
  nominees: z.array(nominee).max(100_000),
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
