import { z } from 'zod';
import { criterion, type Criterion, type Scale, scale } from './criteria';
import { roundId, type RoundId } from './ids';
import { slug, positiveCount } from './primitives';
import type { LocalText } from './language';
import { localText } from './text';

/** How many go on to the next round; all tied at the line advance. */
export type Advance =
  | { readonly mode: 'all' }
  | {
      readonly mode: 'per_category';
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly mode: 'each_category'; readonly count: number }
  | { readonly mode: 'per_region'; readonly count: number };
export const advance: z.ZodType<Advance> = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('all') }),
  z.object({ mode: z.literal('per_category'), counts: z.record(slug, positiveCount) }),
  z.object({ mode: z.literal('each_category'), count: positiveCount }),
  z.object({ mode: z.literal('per_region'), count: positiveCount }),
]);

/** A round whose figures come from a table that is typed or brought in. */
export type TableRules =
  | {
      readonly kind: 'count';
      readonly questions: number;
      readonly pointsPerAnswer: number;
    }
  | {
      readonly kind: 'results_table';
      /** Points of place 1, 2, …; empty: the sum of the columns is the figure itself, which then is `higher`. */
      readonly pointsByPlace: readonly number[];
      /** Points of whoever took part and has a place beyond these. */
      readonly participation: number;
      /** What the columns say: places, or figures of which the higher or the lower sum is better. Absent: places. */
      readonly measure?: 'place' | 'higher' | 'lower';
      /** Names of the columns that are added up; absent: one column without a name. */
      readonly columns?: readonly LocalText[];
    }
  | {
      readonly kind: 'vote_import';
      readonly columns: readonly string[];
      readonly winnersCount: number | null;
    };

export type RoundRules =
  | { readonly kind: 'technical' }
  | {
      readonly kind: 'jury' | 'jury_live';
      readonly scale: Scale;
      /** Criteria of this round instead of the categories' own (live rounds). */
      readonly criteria: readonly Criterion[] | null;
      readonly winnersCount: number | null;
      readonly excludesWinnersOf: string | null;
      readonly categoryAssignedByCommission: boolean;
    }
  | TableRules;
const juryRules = {
  scale,
  criteria: z.array(criterion).max(100).readonly().nullable(),
  winnersCount: positiveCount.nullable(),
  excludesWinnersOf: slug.nullable(),
  categoryAssignedByCommission: z.boolean(),
};
const tables = [
  z.object({
    kind: z.literal('count'),
    questions: positiveCount,
    pointsPerAnswer: z.number().positive().max(1000),
  }),
  z.object({
    kind: z.literal('results_table'),
    pointsByPlace: z.array(z.number()).max(1000).readonly(),
    participation: z.number().min(0).max(1000),
    measure: z.enum(['place', 'higher', 'lower']).exactOptional(),
    columns: z.array(localText).min(1).max(20).readonly().exactOptional(),
  }),
  z.object({
    kind: z.literal('vote_import'),
    columns: z.array(z.string().max(200)).max(50).readonly(),
    winnersCount: positiveCount.nullable(),
  }),
] as const;
export const tableRules: z.ZodType<TableRules> = z.discriminatedUnion('kind', tables);
const roundRules: z.ZodType<RoundRules> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('technical') }),
  z.object({ kind: z.enum(['jury', 'jury_live']), ...juryRules }),
  ...tables,
]);

export type RoundStatus = 'waiting' | 'open' | 'closed';
const roundStatus = z.enum(['waiting', 'open', 'closed']);

export interface Round {
  readonly id: RoundId;
  readonly key: string;
  readonly name: LocalText;
  readonly rules: RoundRules;
  readonly advance: Advance;
  /** Share of this round in the total, in basis points; null where the combination needs none. */
  readonly weight: number | null;
  readonly status: RoundStatus;
  /** ISO instant at which ballots are due; null until ballots are issued. */
  readonly dueAt: string | null;
  readonly closedAt: string | null;
}
export const round = z
  .object({
    id: roundId,
    key: slug,
    name: localText,
    rules: roundRules,
    advance,
    weight: z.number().int().min(0).max(1_000_000).nullable(),
    status: roundStatus,
    dueAt: z.string().nullable(),
    closedAt: z.string().nullable(),
  })
  .readonly();

export const combinations = ['weighted_mean', 'sum', 'last_round', 'union'] as const;
export type Combination = (typeof combinations)[number];
