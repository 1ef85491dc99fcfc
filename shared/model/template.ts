import { z } from 'zod';
import type { Advance, Round, RoundRules } from './round';
import type { Category } from './category';
import type { ContestHead } from './contest';
import type { ContestRules, Eligibility, Quota, TieStep } from './rules';
import type { Criterion, Scale } from './criteria';
import { levelNames } from './level';
import { contestRules, tieStep } from './rules';
import { field, nomineeKind, winnersRule } from './category';
import { fullWeight, scale } from './criteria';
import { slug } from './primitives';
import type { CategoryId, CriterionId, RoundId } from './ids';
import type { LocalText } from './language';
import { localText } from './text';

/**
 * A contest as data, before anybody has filled it: the format of `resources/templates/*.json`, described in
 * docs/formats.md. Provenance marks (`prov`, `facts`, `unknown`) are for people and are not read.
 */

const criterionJson = z.object({
  id: slug,
  name: localText,
  weight: z.number().min(0).max(100),
  hint: localText.optional(),
});
const advanceJson = z.union([
  z.object({ perRegion: z.number().int().min(1) }).strict(),
  z.object({ perCategory: z.number().int().min(1) }).strict(),
  z.record(slug, z.number().int().min(1)),
]);
const roundBase = {
  id: slug,
  name: localText,
  weight: z.number().min(0).max(100).optional(),
  advance: advanceJson.optional(),
};
const juryJson = {
  scale,
  criteria: z.array(criterionJson).optional(),
  winnersCount: z.number().int().min(1).optional(),
  excludes: z
    .string()
    .regex(/^winners of [a-z][a-z0-9_]*$/)
    .optional(),
  categoryAssignedByCommission: z.boolean().optional(),
};
const roundJson = z.discriminatedUnion('kind', [
  z.object({ ...roundBase, kind: z.literal('technical') }),
  z.object({ ...roundBase, ...juryJson, kind: z.enum(['jury', 'jury_live']) }),
  z.object({
    ...roundBase,
    kind: z.literal('count'),
    questions: z.number().int().min(1),
    pointsPerAnswer: z.number().positive(),
  }),
  z.object({
    ...roundBase,
    kind: z.literal('results_table'),
    pointsByPlace: z.array(z.number()),
    participation: z.number().min(0).optional(),
    measure: z.enum(['place', 'higher', 'lower']).exactOptional(),
    columns: z.array(localText).min(1).max(20).exactOptional(),
  }),
  z.object({
    ...roundBase,
    kind: z.literal('vote_import'),
    importColumns: z.array(z.string()).optional(),
    winnersCount: z.number().int().min(1).optional(),
  }),
]);
type RoundJson = z.output<typeof roundJson>;

const templateJson = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  version: z.literal(1),
  title: localText,
  organiser: z.object({ name: localText }),
  city: localText.optional(),
  criteria: z.array(criterionJson).optional(),
  categories: z
    .array(
      z.object({
        id: slug,
        name: localText,
        nomineeKind,
        fields: z.array(field),
        criteria: z.array(criterionJson).nullable(),
        winners: winnersRule,
        placeholder: z.boolean().optional(),
      }),
    )
    .min(1),
  rounds: z.array(roundJson).min(1),
  combineRounds: contestRules.unwrap().shape.combination,
  aggregation: contestRules
    .unwrap()
    .shape.aggregation.unwrap()
    .extend({ recused: z.literal('exclude').default('exclude') }),
  tieRule: z.object({ order: z.array(tieStep) }),
  jury: z.object({
    defaultSize: z.number().int(),
    maxSize: z.number().int().optional(),
    odd: z.boolean(),
    quorum: z.object({ num: z.number().int(), den: z.number().int() }),
    chairCastingVote: z.boolean(),
    secretaryVotes: z.boolean(),
    recusalRequired: z.boolean(),
    minScoresPerNominee: z.number().int(),
  }),
  quotas: z.array(
    z.object({
      id: slug,
      text: localText,
      by: slug,
      maxNominees: z.number().int().optional(),
      maxWinners: z.number().int().optional(),
      category: slug.optional(),
      round: slug.optional(),
      perCategory: z.boolean().optional(),
      on: z.boolean(),
    }),
  ),
  eligibility: z.array(
    z.object({
      text: localText,
      check: z.string().optional(),
      minAge: z.number().int().optional(),
      maxAge: z.number().int().optional(),
    }),
  ),
  threshold: z.object({ percentOfMax: z.number(), strict: z.boolean(), ifNone: z.string().optional() }).optional(),
  budget: z
    .object({
      fundTotal: z.number().optional(),
      perGrantMax: z.number().optional(),
      currency: z.string(),
      allocate: z.string().optional(),
    })
    .optional(),
  documents: z.array(z.string()),
  opensAs: z.array(z.enum(levelNames)).optional(),
  regionalCategory: z.object({ id: slug, name: localText }).optional(),
});
type TemplateJson = z.output<typeof templateJson>;

/** A contest without its identity: what creating from a template starts with. */
export interface Template {
  readonly key: string;
  readonly head: ContestHead;
  readonly rules: ContestRules;
  readonly categories: readonly Category[];
  readonly rounds: readonly Round[];
  /** The one category of a region's own contest; null: it has those of the template. */
  readonly regionalCategory: Pick<Category, 'key' | 'name'> | null;
}

const empty: LocalText = { kk: '', ru: '', en: '' };

/** Numbers categories, rounds and criteria from 1 in listed order. Throws a ZodError if the text is no template. */
export function readTemplate(json: unknown): Template {
  const t = templateJson.parse(json);
  let nextCriterion = 1;
  const criteria = (list: readonly z.output<typeof criterionJson>[]): Criterion[] =>
    list.map((c, slot) => ({
      id: nextCriterion++ as CriterionId,
      slot,
      name: c.name,
      hint: c.hint ?? empty,
      levels: [],
      weight: Math.round((c.weight * fullWeight) / 100),
      scale: null,
    }));
  return {
    key: t.id,
    head: {
      title: t.title,
      edition: '',
      organiser: t.organiser.name,
      city: t.city ?? empty,
      startsOn: null,
      endsOn: null,
    },
    rules: rulesOf(t),
    categories: t.categories.map((c, i) => ({
      id: (i + 1) as CategoryId,
      key: c.id,
      name: c.name,
      nomineeKind: c.nomineeKind,
      fields: c.fields,
      // Some templates say the criteria once for all categories.
      criteria: criteria(c.criteria ?? t.criteria ?? []),
      winners: c.winners,
      placeholder: c.placeholder ?? false,
    })),
    rounds: t.rounds.map((r, i) => ({
      id: (i + 1) as RoundId,
      key: r.id,
      name: r.name,
      rules: roundRulesOf(r, criteria),
      advance: advanceOf(r),
      weight: r.weight === undefined ? null : Math.round(r.weight * fullWeight),
      status: i === 0 ? 'open' : 'waiting',
      dueAt: null,
      closedAt: null,
    })),
    regionalCategory: t.regionalCategory ? { key: t.regionalCategory.id, name: t.regionalCategory.name } : null,
  };
}

function rulesOf(t: TemplateJson): ContestRules {
  return {
    combination: t.combineRounds,
    aggregation: t.aggregation,
    ties: t.tieRule.order satisfies readonly TieStep[],
    jury: { ...t.jury, maxSize: t.jury.maxSize ?? null },
    quotas: t.quotas.map((q): Quota => ({
      key: q.id,
      text: q.text,
      by: q.by,
      maxNominees: q.maxNominees ?? null,
      maxWinners: q.maxWinners ?? null,
      category: q.category ?? null,
      round: q.round ?? null,
      perCategory: q.perCategory ?? false,
      on: q.on,
    })),
    eligibility: t.eligibility.map((e): Eligibility => ({
      text: e.text,
      check: e.check ?? null,
      minAge: e.minAge ?? null,
      maxAge: e.maxAge ?? null,
    })),
    threshold: t.threshold ? { ...t.threshold, ifNone: t.threshold.ifNone ?? null } : null,
    budget: t.budget
      ? {
          fundTotal: t.budget.fundTotal ?? null,
          perGrantMax: t.budget.perGrantMax ?? null,
          currency: t.budget.currency,
          allocate: t.budget.allocate ?? null,
        }
      : null,
    documents: t.documents,
    opensAs: t.opensAs ?? [],
  };
}

function roundRulesOf(
  r: RoundJson,
  criteria: (list: readonly z.output<typeof criterionJson>[]) => Criterion[],
): RoundRules {
  switch (r.kind) {
    case 'technical':
      return { kind: 'technical' };
    case 'jury':
    case 'jury_live':
      return {
        kind: r.kind,
        scale: r.scale satisfies Scale,
        criteria: r.criteria ? criteria(r.criteria) : null,
        winnersCount: r.winnersCount ?? null,
        excludesWinnersOf: r.excludes?.slice('winners of '.length) ?? null,
        categoryAssignedByCommission: r.categoryAssignedByCommission ?? false,
      };
    case 'count':
      return { kind: 'count', questions: r.questions, pointsPerAnswer: r.pointsPerAnswer };
    case 'results_table':
      return {
        kind: 'results_table',
        pointsByPlace: r.pointsByPlace,
        participation: r.participation ?? 0,
        ...(r.measure === undefined ? {} : { measure: r.measure }),
        ...(r.columns === undefined ? {} : { columns: r.columns }),
      };
    case 'vote_import':
      return { kind: 'vote_import', columns: r.importColumns ?? [], winnersCount: r.winnersCount ?? null };
  }
}

function advanceOf(r: RoundJson): Advance {
  const a = r.advance;
  if (a === undefined) return { mode: 'all' };
  if ('perRegion' in a && typeof a.perRegion === 'number') return { mode: 'per_region', count: a.perRegion };
  if ('perCategory' in a && typeof a.perCategory === 'number') return { mode: 'each_category', count: a.perCategory };
  return { mode: 'per_category', counts: a };
}
