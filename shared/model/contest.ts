import { z } from 'zod';
import {
  categoryId,
  criterionId,
  roundId,
  type CategoryId,
  type ContestId,
  type CriterionId,
  type RoundId,
} from './ids';
import { localText, type LocalText } from './text';

/**
 * The rules of a contest. Everything a template can say is carried here, also what only later rooms compute with;
 * definitions are parsed with these schemas whenever they come from outside (template, database, package).
 */

/** Whole weights in basis points: 10 000 = 100 %. */
export const fullWeight = 10_000;
const basisPoints = z.number().int().min(0).max(fullWeight);

/** A mark is k steps above min: value = min + k·step, 0 ≤ k ≤ steps. Decimals are exact in their printed form. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
const scaleNumber = z.number().min(-100_000).max(100_000);
export const scale = z
  .object({
    min: scaleNumber,
    max: scaleNumber,
    step: z.number().min(0.0001).max(100_000),
  })
  .refine((s) => s.max > s.min && isWholeSteps(s), {
    message: 'max must be a whole number of steps above min',
  })
  .readonly();

function isWholeSteps(s: Scale): boolean {
  const steps = (s.max - s.min) / s.step;
  return Math.abs(steps - Math.round(steps)) < 1e-6 && Math.round(steps) <= 10_000;
}

// ---------------------------------------------------------------- nominee fields

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
export const slug = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
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

// ---------------------------------------------------------------- criteria

export interface Level {
  /** Inclusive band of values that the description speaks of. */
  readonly from: number;
  readonly to: number;
  readonly text: LocalText;
}
export const level = z.object({ from: z.number(), to: z.number(), text: localText }).readonly();

/**
 * `slot` is the position of this criterion's mark in a card's array: assigned once, never reused, so that reordering
 * or deleting a criterion touches no card. `scale` null: the round's scale.
 */
export interface Criterion {
  readonly id: CriterionId;
  readonly slot: number;
  readonly name: LocalText;
  readonly hint: LocalText;
  readonly levels: readonly Level[];
  readonly weight: number;
  readonly scale: Scale | null;
}
export const criterion = z
  .object({
    id: criterionId,
    slot: z.number().int().min(0).max(999),
    name: localText,
    hint: localText,
    levels: z.array(level).max(20).readonly(),
    weight: basisPoints,
    scale: scale.nullable(),
  })
  .readonly();

// ---------------------------------------------------------------- categories

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

// ---------------------------------------------------------------- rounds

/** How many go on to the next round; all tied at the line advance. */
export type Advance =
  | { readonly mode: 'all' }
  | {
      readonly mode: 'per_category';
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly mode: 'each_category'; readonly count: number }
  | { readonly mode: 'per_region'; readonly count: number };
const count = z.number().int().min(1).max(100_000);
export const advance: z.ZodType<Advance> = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('all') }),
  z.object({ mode: z.literal('per_category'), counts: z.record(slug, count) }),
  z.object({ mode: z.literal('each_category'), count }),
  z.object({ mode: z.literal('per_region'), count }),
]);

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
  | {
      readonly kind: 'count';
      readonly questions: number;
      readonly pointsPerAnswer: number;
    }
  | {
      readonly kind: 'results_table';
      readonly pointsByPlace: readonly number[];
      readonly participation: number;
    }
  | {
      readonly kind: 'vote_import';
      readonly columns: readonly string[];
      readonly winnersCount: number | null;
    };
const juryRules = {
  scale,
  criteria: z.array(criterion).max(100).readonly().nullable(),
  winnersCount: count.nullable(),
  excludesWinnersOf: slug.nullable(),
  categoryAssignedByCommission: z.boolean(),
};
export const roundRules: z.ZodType<RoundRules> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('technical') }),
  z.object({ kind: z.enum(['jury', 'jury_live']), ...juryRules }),
  z.object({
    kind: z.literal('count'),
    questions: count,
    pointsPerAnswer: z.number().positive().max(1000),
  }),
  z.object({
    kind: z.literal('results_table'),
    pointsByPlace: z.array(z.number()).max(1000).readonly(),
    participation: z.number().min(0).max(1000),
  }),
  z.object({
    kind: z.literal('vote_import'),
    columns: z.array(z.string().max(200)).max(50).readonly(),
    winnersCount: count.nullable(),
  }),
]);

export type RoundStatus = 'waiting' | 'open' | 'closed';
export const roundStatus = z.enum(['waiting', 'open', 'closed']);

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

// ---------------------------------------------------------------- ties, jury, the rest

/** One step of the tie chain, in order; steps apply inside the tied group, sub-groups go on with the next step. */
export type TieStep =
  | { readonly rule: 'criteria_by_descending_weight' }
  | { readonly rule: 'higher_median_of_jurors' }
  | { readonly rule: 'open_vote_of_present_jurors' }
  | { readonly rule: 'chair_casting_vote' }
  | { readonly rule: 'more_first_places' }
  | { readonly rule: 'more_second_places' }
  | { readonly rule: 'higher_score_in_round'; readonly round: string }
  | { readonly rule: 'question_difficulty_rating' }
  | { readonly rule: 'shootout' }
  | { readonly rule: 'extra_contest' }
  | { readonly rule: 'draw' }
  | { readonly rule: 'shared_place' };
const plainTieRules = [
  'criteria_by_descending_weight',
  'higher_median_of_jurors',
  'open_vote_of_present_jurors',
  'chair_casting_vote',
  'more_first_places',
  'more_second_places',
  'question_difficulty_rating',
  'shootout',
  'extra_contest',
  'draw',
  'shared_place',
] as const;
export const tieStep: z.ZodType<TieStep> = z.discriminatedUnion('rule', [
  z.object({ rule: z.enum(plainTieRules) }),
  z.object({ rule: z.literal('higher_score_in_round'), round: slug }),
]);
export type TieRule = TieStep['rule'];

export interface JuryRules {
  readonly defaultSize: number;
  readonly maxSize: number | null;
  readonly odd: boolean;
  readonly quorum: { readonly num: number; readonly den: number };
  readonly minScoresPerNominee: number;
  readonly chairCastingVote: boolean;
  readonly secretaryVotes: boolean;
  readonly recusalRequired: boolean;
}
export const juryRulesSchema = z
  .object({
    defaultSize: z.number().int().min(1).max(500),
    maxSize: z.number().int().min(1).max(500).nullable(),
    odd: z.boolean(),
    quorum: z
      .object({
        num: z.number().int().min(0).max(1000),
        den: z.number().int().min(1).max(1000),
      })
      .refine((q) => q.num <= q.den)
      .readonly(),
    minScoresPerNominee: z.number().int().min(1).max(500),
    chairCastingVote: z.boolean(),
    secretaryVotes: z.boolean(),
    recusalRequired: z.boolean(),
  })
  .readonly();

export interface Aggregation {
  readonly perJuror: 'weighted_mean_0_100' | 'points' | 'raw';
  readonly acrossJurors: 'mean' | 'sum' | 'single_scorer_with_second_check';
  readonly missing: 'exclude_and_report' | 'zero';
  readonly recused: 'exclude';
  readonly displayDigits: number;
}
export const aggregation = z
  .object({
    perJuror: z.enum(['weighted_mean_0_100', 'points', 'raw']),
    acrossJurors: z.enum(['mean', 'sum', 'single_scorer_with_second_check']),
    missing: z.enum(['exclude_and_report', 'zero']),
    recused: z.literal('exclude'),
    displayDigits: z.number().int().min(0).max(9),
  })
  .readonly();

export interface Quota {
  readonly key: string;
  readonly text: LocalText;
  readonly by: string;
  readonly maxNominees: number | null;
  readonly maxWinners: number | null;
  readonly category: string | null;
  readonly round: string | null;
  readonly perCategory: boolean;
  readonly on: boolean;
}
export const quota = z
  .object({
    key: slug,
    text: localText,
    by: slug,
    maxNominees: count.nullable(),
    maxWinners: count.nullable(),
    category: slug.nullable(),
    round: slug.nullable(),
    perCategory: z.boolean(),
    on: z.boolean(),
  })
  .readonly();

export interface Eligibility {
  readonly text: LocalText;
  readonly check: string | null;
  readonly minAge: number | null;
  readonly maxAge: number | null;
}
export const eligibility = z
  .object({
    text: localText,
    check: z.string().max(200).nullable(),
    minAge: z.number().int().min(0).max(150).nullable(),
    maxAge: z.number().int().min(0).max(150).nullable(),
  })
  .readonly();

export interface Threshold {
  readonly percentOfMax: number;
  readonly strict: boolean;
  readonly ifNone: string | null;
}
export const threshold = z
  .object({
    percentOfMax: z.number().min(0).max(100),
    strict: z.boolean(),
    ifNone: z.string().max(200).nullable(),
  })
  .readonly();

export interface Budget {
  readonly fundTotal: number | null;
  readonly perGrantMax: number | null;
  readonly currency: string;
  readonly allocate: string | null;
}
export const budget = z
  .object({
    fundTotal: z.number().min(0).nullable(),
    perGrantMax: z.number().min(0).nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    allocate: z.string().max(200).nullable(),
  })
  .readonly();

/** Rules of the whole contest, beyond its categories and rounds. */
export interface ContestRules {
  readonly combination: Combination;
  readonly aggregation: Aggregation;
  readonly ties: readonly TieStep[];
  readonly jury: JuryRules;
  readonly quotas: readonly Quota[];
  readonly eligibility: readonly Eligibility[];
  readonly threshold: Threshold | null;
  readonly budget: Budget | null;
  readonly documents: readonly string[];
  readonly opensAs: readonly string[];
}
export const contestRules = z
  .object({
    combination: z.enum(combinations),
    aggregation,
    ties: z.array(tieStep).max(50).readonly(),
    jury: juryRulesSchema,
    quotas: z.array(quota).max(50).readonly(),
    eligibility: z.array(eligibility).max(50).readonly(),
    threshold: threshold.nullable(),
    budget: budget.nullable(),
    documents: z.array(z.string().max(100)).max(50).readonly(),
    opensAs: z.array(z.string().max(100)).max(10).readonly(),
  })
  .readonly();

/** ISO day, `2026-11-22`. */
export const isoDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export interface ContestHead {
  readonly title: LocalText;
  readonly edition: string;
  readonly organiser: LocalText;
  readonly city: LocalText;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}
export const contestHead = z
  .object({
    title: localText.refine((t) => t.kk.trim() !== '' || t.ru.trim() !== '' || t.en.trim() !== ''),
    edition: z.string().trim().max(100),
    organiser: localText,
    city: localText,
    startsOn: isoDay.nullable(),
    endsOn: isoDay.nullable(),
  })
  .readonly();

export interface Contest {
  readonly id: ContestId;
  readonly templateKey: string;
  readonly head: ContestHead;
  readonly rules: ContestRules;
  readonly categories: readonly Category[];
  readonly rounds: readonly Round[];
  /** True from the first issued ballot on: rules that change a result can no longer be edited. */
  readonly locked: boolean;
  readonly createdAt: string;
}
