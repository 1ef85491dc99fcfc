import { z } from 'zod';
import { slug, positiveCount } from './primitives';
import { type Combination, combinations } from './round';
import type { LocalText } from './language';
import { localText } from './text';

/** One step of the tie chain, in order; steps apply inside the tied group, sub-groups go on with the next step. */
export type TieStep =
  | { readonly rule: 'criteria_by_descending_weight' }
  | { readonly rule: 'higher_median_of_jurors' }
  | { readonly rule: 'open_vote_of_present_jurors' }
  | { readonly rule: 'chair_casting_vote' }
  | { readonly rule: 'more_first_places' }
  | { readonly rule: 'more_second_places' }
  | { readonly rule: 'higher_score_in_round'; readonly round: string }
  | { readonly rule: 'skating_10_11' }
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
  'skating_10_11',
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

/**
 * Methods that look at each juror's list of everybody in the category and round, not at the sub-totals of one nominee
 * alone. The first is offered beside the plain ones, the others behind «more».
 */
export const fieldMethods = [
  'rank_sum',
  'best_of_majority',
  'borda',
  'majority_judgment',
  'copeland',
  'schulze',
  'skating',
  'z_score',
  'severity',
] as const;
export type FieldMethod = (typeof fieldMethods)[number];
const plainMethods = ['mean', 'sum', 'trimmed_mean', 'median', 'single_scorer_with_second_check'] as const;

/** How the sub-totals of several jurors become the figure of a round. */
export interface AcrossJurors {
  readonly acrossJurors: (typeof plainMethods)[number] | FieldMethod;
  /** With `trimmed_mean`: how many of the highest and as many of the lowest sub-totals are dropped; 1 where it is not said. */
  readonly trim?: 1 | 2 | 3;
}
const acrossJurors = {
  acrossJurors: z.enum([...plainMethods, ...fieldMethods]),
  trim: z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional(),
};
export const acrossJurorsSchema = z.object(acrossJurors).readonly();

/**
 * Stages from which on only the rounded figure exists, each with its decimals; half away from zero. A stage that is not
 * named stays exact. `criterion`: the mean mark of each criterion over the jurors, with the method `mean` alone; `card`: a
 * juror's sub-total; `round`: the figure of a round, where that is not a place; `total`.
 */
export type RoundingStage = 'criterion' | 'card' | 'round' | 'total';
export type Rounding = { readonly [stage in RoundingStage]?: number };
export const roundingStages = ['criterion', 'card', 'round', 'total'] as const satisfies readonly RoundingStage[];
const decimals = z.number().int().min(0).max(9).exactOptional();
export const roundingSchema: z.ZodType<Rounding> = z
  .strictObject({ criterion: decimals, card: decimals, round: decimals, total: decimals })
  .readonly();

export const placeStyles = ['standard', 'modified', 'dense', 'ordinal', 'fractional'] as const;
/**
 * How equals are numbered: standard 1-2-2-4, modified 1-3-3-4, dense 1-2-2-3, ordinal 1-2-3-4 (equals in the order in
 * which they are listed), fractional 1-2.5-2.5-4.
 */
export type PlaceStyle = (typeof placeStyles)[number];

export interface Aggregation extends AcrossJurors {
  readonly perJuror: 'weighted_mean_0_100' | 'points' | 'raw';
  readonly missing: 'exclude_and_report' | 'zero';
  readonly recused: 'exclude';
  readonly displayDigits: number;
  /** Absent: everything is exact. */
  readonly rounding?: Rounding;
  /** How equals are numbered; absent: standard. */
  readonly placeStyle?: PlaceStyle;
}
const aggregation = z
  .object({
    perJuror: z.enum(['weighted_mean_0_100', 'points', 'raw']),
    ...acrossJurors,
    missing: z.enum(['exclude_and_report', 'zero']),
    recused: z.literal('exclude'),
    displayDigits: z.number().int().min(0).max(9),
    rounding: roundingSchema.exactOptional(),
    placeStyle: z.enum(placeStyles).exactOptional(),
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
export const quotaSchema = z
  .object({
    key: slug,
    text: localText,
    by: slug,
    maxNominees: positiveCount.nullable(),
    maxWinners: positiveCount.nullable(),
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
const eligibility = z
  .object({
    text: localText,
    check: z.string().max(200).nullable(),
    minAge: z.number().int().min(0).max(150).nullable(),
    maxAge: z.number().int().min(0).max(150).nullable(),
  })
  .readonly();

/** The total that a laureate needs: a share of what can be reached, or points. `strict`: more than that. */
export type Threshold = ({ readonly percentOfMax: number } | { readonly points: number }) & {
  readonly strict: boolean;
  /** What is declared when nobody reaches it. */
  readonly ifNone: string | null;
};
const thresholdTail = { strict: z.boolean(), ifNone: z.string().max(200).nullable() };
export const thresholdSchema: z.ZodType<Threshold> = z.union([
  z.object({ percentOfMax: z.number().min(0).max(100), ...thresholdTail }).readonly(),
  z.object({ points: z.number().min(-1e9).max(1e9), ...thresholdTail }).readonly(),
]);

/** What happens when the next grant is more than the fund still holds. */
export const shortages = ['stop', 'skip', 'partial'] as const;
export type Shortage = (typeof shortages)[number];

export interface Budget {
  readonly fundTotal: number | null;
  /** At most this much each; where nobody asks for an amount, exactly this much. */
  readonly perGrantMax: number | null;
  readonly currency: string;
  /** For people, from a template; what is computed by are the other members. */
  readonly allocate: string | null;
  /** The field of a nominee that holds the amount asked for, no personal data; absent: all grants are equal. */
  readonly request?: string;
  /** `stop` where it is not said. */
  readonly whenShort?: Shortage;
}
const amount = z.number().min(0).max(1e15);
export const budgetSchema = z
  .object({
    fundTotal: amount.nullable(),
    perGrantMax: amount.nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    allocate: z.string().max(200).nullable(),
    request: slug.exactOptional(),
    whenShort: z.enum(shortages).exactOptional(),
  })
  .readonly();

/**
 * One award each over all categories. `true`: those listed first come first. `best`: the seats of all categories go so that
 * as many as possible are filled, and of those ways by the one with the best sum of totals.
 */
export type OneAward = true | 'best';

/** A quota makes the best assignment a question of its own, which these rules do not answer. */
export const mayAssign = ({
  oneAward,
  quotas,
}: {
  readonly oneAward?: OneAward | undefined;
  readonly quotas: readonly Pick<Quota, 'on' | 'maxWinners'>[];
}): boolean => oneAward !== 'best' || quotas.every((q) => !q.on || q.maxWinners === null);

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
  /** Absent: a nominee may win several. */
  readonly oneAward?: OneAward;
  readonly documents: readonly string[];
  readonly opensAs: readonly string[];
}
export const contestRules = z
  .object({
    combination: z.enum(combinations),
    aggregation,
    ties: z.array(tieStep).max(50).readonly(),
    jury: juryRulesSchema,
    quotas: z.array(quotaSchema).max(50).readonly(),
    eligibility: z.array(eligibility).max(50).readonly(),
    threshold: thresholdSchema.nullable(),
    budget: budgetSchema.nullable(),
    oneAward: z.union([z.literal(true), z.literal('best')]).exactOptional(),
    documents: z.array(z.string().max(100)).max(50).readonly(),
    opensAs: z.array(z.string().max(100)).max(10).readonly(),
  })
  .refine(mayAssign)
  .readonly();
