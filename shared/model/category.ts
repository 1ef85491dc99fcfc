import { z } from 'zod';
import { criterion, type Criterion } from './criteria';
import { categoryId, type CategoryId } from './ids';
import { slug } from './primitives';
import type { LocalText } from './language';
import { localText } from './text';

/** Categories, the fields of their nominees, and who wins. */

export const fieldTypes = [
  'text',
  'longtext',
  'int',
  'decimal',
  'money',
  'date',
  'phone',
  'email',
  'iin',
  'bin',
  'files',
  'ref:universities',
  'ref:regions',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** One column of a nominee's registration. `pii`: personal data, never shown to jurors nor in the public lists. */
export interface Field {
  readonly id: string;
  readonly label: LocalText;
  readonly type: FieldType;
  readonly required: boolean;
  readonly pii: boolean;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
export const field = z
  .object({
    id: slug,
    label: localText,
    type: z.enum(fieldTypes),
    required: z.boolean(),
    pii: z.boolean(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .readonly();

export const nomineeKinds = ['person', 'organisation', 'project', 'team'] as const;
export type NomineeKind = (typeof nomineeKinds)[number];
export const nomineeKind = z.enum(nomineeKinds);

/** Who wins a category. `pooled`: winners are taken over all categories together. */
export type WinnersRule =
  | { readonly mode: 'single'; readonly count: 1 }
  | { readonly mode: 'laureates_unranked'; readonly count: number }
  | {
      readonly mode: 'ranked';
      readonly places: readonly {
        readonly place: number;
        readonly count: number;
      }[];
    }
  | { readonly mode: 'grants_by_rank'; readonly count: number | null }
  | { readonly mode: 'pooled' }
  | { readonly mode: 'jury_choice'; readonly count: number };
const winnerCount = z.number().int().min(1).max(10_000);
export const winnersRule: z.ZodType<WinnersRule> = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('single'), count: z.literal(1) }),
  z.object({ mode: z.literal('laureates_unranked'), count: winnerCount }),
  z.object({
    mode: z.literal('ranked'),
    places: z
      .array(
        z.object({
          place: z.number().int().min(1).max(1000),
          count: winnerCount,
        }),
      )
      .min(1)
      .max(100),
  }),
  z.object({
    mode: z.literal('grants_by_rank'),
    count: winnerCount.nullable(),
  }),
  z.object({ mode: z.literal('pooled') }),
  z.object({ mode: z.literal('jury_choice'), count: winnerCount }),
]);

export interface Category {
  readonly id: CategoryId;
  /** The template's name for it; stable in files that leave the database. */
  readonly key: string;
  readonly name: LocalText;
  readonly nomineeKind: NomineeKind;
  readonly fields: readonly Field[];
  readonly criteria: readonly Criterion[];
  readonly winners: WinnersRule;
  /** The name is still to be given by the organiser. */
  readonly placeholder: boolean;
}
export const category = z
  .object({
    id: categoryId,
    key: slug,
    name: localText,
    nomineeKind,
    fields: z.array(field).max(100).readonly(),
    criteria: z.array(criterion).max(100).readonly(),
    winners: winnersRule,
    placeholder: z.boolean(),
  })
  .readonly();
