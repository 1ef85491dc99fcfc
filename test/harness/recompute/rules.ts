import type { Category, WinnersRule } from '@shared/model/category';
import type { Criterion, Scale } from '@shared/model/criteria';
import type { CategoryId, CriterionId, RoundId } from '@shared/model/ids';
import type { Advance, Round, RoundRules } from '@shared/model/round';
import {
  fieldMethods,
  placeStyles,
  roundingStages,
  type Aggregation,
  type Budget,
  type ContestRules,
  type Quota,
  type Rounding,
  type Threshold,
  type TieStep,
} from '@shared/model/rules';
import type { Template } from '@shared/model/template';
import { columnsOf, measureOf, type TallyRules } from '@shared/domain/tallies';
import type { Tally } from '@shared/model/tally';
import type { Random } from '../lib/random';

const publicFields: Category['fields'] = (['region', 'university', 'amount'] as const).map((id) => ({
  id,
  label: { kk: id, ru: id, en: id },
  type: 'text',
  required: false,
  pii: false,
}));

/** Rules of a contest drawn from everything that a contest can have; also what no sensible organiser would choose. */
export function randomTemplate(random: Random): Template {
  const text = (name: string) => ({ kk: name, ru: name, en: '' });
  const scales: readonly Scale[] = [
    { min: 0, max: 10, step: 1 },
    { min: 1, max: 5, step: 0.5 },
    { min: 0, max: 1, step: 0.1 },
    { min: -5, max: 5, step: 2.5 },
    { min: 0, max: 100, step: 0.25 },
    { min: 0.3, max: 0.9, step: 0.3 },
    { min: 0, max: 3, step: 3 },
  ];
  let id = 0;
  const criteria = (scaled: boolean): readonly Criterion[] => {
    const equal = random.chance(0.3);
    const slots = shuffled([0, 1, 2, 3, 4, 5], random);
    return Array.from({ length: random.between(random.chance(0.05) ? 0 : 1, 4) }, (_, i) => ({
      id: ++id as CriterionId,
      slot: slots[i] ?? i,
      name: text(`Критерий ${id}`),
      hint: text(''),
      levels: [],
      weight: equal ? 2500 : random.pick([0, 1, 1000, 3333, 2500, 5000, 10_000]),
      scale: scaled && random.chance(0.4) ? random.pick(scales) : null,
    }));
  };
  const categories = Array.from({ length: random.between(1, 3) }, (_, i): Category => ({
    id: (i + 1) as CategoryId,
    key: `c${i + 1}`,
    name: text(`Номинация ${i + 1}`),
    nomineeKind: 'person',
    fields: publicFields,
    criteria: criteria(true),
    winners: randomWinners(random),
    placeholder: false,
  }));
  const jury = (): RoundRules => ({
    kind: random.chance(0.7) ? 'jury' : 'jury_live',
    scale: random.pick(scales),
    criteria: random.chance(0.3) ? criteria(true) : null,
    winnersCount: random.chance(0.7) ? random.between(1, 6) : null,
    excludesWinnersOf: null,
    categoryAssignedByCommission: false,
  });
  const scored = Array.from({ length: random.between(1, 3) }, () =>
    random.pick(['jury', 'jury', 'jury', 'vote_import', 'results_table', 'count'] as const),
  );
  const kinds = [...(random.chance(0.4) ? (['technical'] as const) : []), ...scored];
  const rulesOf = (kind: RoundRules['kind'], i: number): RoundRules => {
    if (kind === 'technical') return { kind };
    if (kind !== 'jury' && kind !== 'jury_live') return randomTable(kind, random);
    const rules = jury();
    return random.chance(0.4) && 'excludesWinnersOf' in rules && i > 0
      ? { ...rules, excludesWinnersOf: `r${random.between(1, i)}` }
      : rules;
  };
  const rounds = kinds.map((kind, i): Round => ({
    id: (i + 1) as RoundId,
    key: `r${i + 1}`,
    name: text(`Тур ${i + 1}`),
    rules: rulesOf(kind, i),
    advance: kind === 'technical' ? { mode: 'all' } : randomAdvance(random),
    weight: random.pick([null, 0, 1, 4000, 6000, 5000, 10_000]),
    status: i === 0 ? 'open' : 'waiting',
    dueAt: null,
    closedAt: null,
  }));
  const head = { title: text('Байқау'), edition: '2026', organiser: text('Қор'), city: text('Алматы') };
  const dates = { startsOn: null, endsOn: null };
  const rules = randomRules(random, rounds);
  return { key: 'random', head: { ...head, ...dates }, rules, categories, rounds, regionalCategory: null };
}

function randomTable(kind: 'vote_import' | 'results_table' | 'count', random: Random): RoundRules {
  if (kind === 'vote_import')
    return { kind, columns: [], winnersCount: random.chance(0.7) ? random.between(1, 4) : null };
  if (kind === 'count') return { kind, questions: 4, pointsPerAnswer: random.pick([1, 2, 0.5]) };
  const measure = random.pick(['unsaid', 'place', 'higher', 'lower'] as const);
  const column = { kk: 'Нәтиже', ru: 'Результат', en: 'Result' };
  return {
    kind,
    pointsByPlace: measure === 'higher' && random.chance(0.5) ? [] : random.pick([[10, 8, 6], [5], [3, 3, 1, 0.5]]),
    participation: random.pick([0, 1, 4]),
    ...(measure === 'unsaid' ? {} : { measure }),
    ...(measure === 'higher' && random.chance(0.5) ? { columns: [column, column] } : {}),
  };
}

/** Figures for a table: many equals, some who did not take part, some of whom nothing is written. */
export function randomTally(rules: TallyRules, random: Random): Tally['values'] | undefined {
  if (random.chance(0.05)) return undefined;
  if (rules.kind !== 'vote_import' && random.chance(0.1)) return null;
  const measure = measureOf(rules);
  return Array.from({ length: columnsOf(rules) }, () => {
    const whole = random.between(measure === 'place' ? 1 : 0, 4);
    return measure === 'higher' || measure === 'lower' ? random.pick([`${whole}`, `${whole}.5`]) : `${whole}`;
  });
}

export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const drawn = items.map((item) => ({ item, at: random.unit() }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}

function randomWinners(random: Random): WinnersRule {
  const count = random.between(1, 4);
  const places = Array.from({ length: count }, (_, i) => ({ place: i + 1, count: random.between(1, 2) }));
  return random.pick<WinnersRule>([
    { mode: 'single', count: 1 },
    { mode: 'laureates_unranked', count },
    { mode: 'ranked', places: [...shuffled(places, random)] },
    { mode: 'ranked', places },
    { mode: 'grants_by_rank', count },
    { mode: 'grants_by_rank', count: null },
    { mode: 'grants_by_rank', count: null },
    { mode: 'pooled' },
    { mode: 'jury_choice', count },
  ]);
}

function randomAdvance(random: Random): Advance {
  const count = random.between(1, 4);
  return random.pick<Advance>([
    { mode: 'all' },
    { mode: 'all' },
    { mode: 'all' },
    { mode: 'each_category', count },
    { mode: 'per_category', counts: { c1: count, c3: 2 } },
    { mode: 'per_region', count },
  ]);
}

function randomQuotas(random: Random, rounds: readonly Round[]): readonly Quota[] {
  if (random.chance(0.5)) return [];
  return Array.from({ length: random.between(1, 2) }, (_, i): Quota => ({
    key: `q${i}`,
    text: { kk: '', ru: '', en: '' },
    by: random.pick(['region', 'university', 'nothing']),
    maxNominees: null,
    maxWinners: random.chance(0.9) ? random.between(1, 2) : null,
    category: random.chance(0.2) ? random.pick(['c1', 'c9']) : null,
    round: random.chance(0.1) ? random.pick(rounds).key : null,
    perCategory: random.chance(0.4),
    on: random.chance(0.9),
  }));
}

function randomThreshold(random: Random): Threshold | null {
  if (random.chance(0.6)) return null;
  const tail = { strict: random.chance(0.5), ifNone: null };
  return random.chance(0.7)
    ? { percentOfMax: random.pick([0, 12.5, 50, 70, 100]), ...tail }
    : { points: random.pick([-3, 0, 2.5, 40, 75]), ...tail };
}

function randomBudget(random: Random): Budget | null {
  if (random.chance(0.2)) return null;
  return {
    fundTotal: random.chance(0.9) ? random.pick([0, 250, 1000, 2500.5]) : null,
    perGrantMax: random.chance(0.7) ? random.pick([0, 100, 300, 999.99]) : null,
    currency: 'KZT',
    allocate: null,
    ...(random.chance(0.6) ? { request: 'amount' } : {}),
    ...(random.chance(0.8) ? { whenShort: random.pick(['stop', 'skip', 'partial'] as const) } : {}),
  };
}

const randomRounding = (random: Random): Rounding =>
  Object.fromEntries(
    roundingStages.flatMap((stage) => (random.chance(0.5) ? [[stage, random.pick([0, 1, 2, 9])]] : [])),
  );

function randomRules(random: Random, rounds: readonly Round[]): ContestRules {
  const named = (round: string): TieStep => ({ rule: 'higher_score_in_round', round });
  const plain = (
    [
      'criteria_by_descending_weight',
      'higher_median_of_jurors',
      'open_vote_of_present_jurors',
      'chair_casting_vote',
      'more_first_places',
      'more_second_places',
      'skating_10_11',
      'question_difficulty_rating',
      'draw',
      'shared_place',
    ] as const
  ).map((rule): TieStep => ({ rule }));
  const ties = shuffled([...plain, ...rounds.map((r) => named(r.key)), named('r9')], random);
  const aggregation: Aggregation = {
    perJuror: random.pick(['weighted_mean_0_100', 'points', 'raw']),
    acrossJurors: random.chance(0.5)
      ? random.pick(['mean', 'sum', 'trimmed_mean', 'median'])
      : random.pick([...fieldMethods]),
    ...(random.chance(0.5) ? { trim: random.pick([1, 2, 3] as const) } : {}),
    missing: random.pick(['exclude_and_report', 'zero']),
    recused: 'exclude',
    displayDigits: random.between(0, 4),
    ...(random.chance(0.4) ? { rounding: randomRounding(random) } : {}),
    ...(random.chance(0.5) ? { placeStyle: random.pick([...placeStyles]) } : {}),
  };
  const oneAward = random.pick([null, null, null, true, 'best'] as const);
  return {
    combination: random.pick(['weighted_mean', 'sum', 'last_round', 'union']),
    aggregation,
    ties: ties.slice(0, random.between(0, 6)),
    jury: {
      defaultSize: 5,
      maxSize: null,
      odd: false,
      quorum: { num: 1, den: 2 },
      minScoresPerNominee: 1,
      chairCastingVote: random.chance(0.7),
      secretaryVotes: false,
      recusalRequired: true,
    },
    quotas: oneAward === 'best' ? [] : randomQuotas(random, rounds),
    eligibility: [],
    threshold: randomThreshold(random),
    budget: randomBudget(random),
    ...(oneAward === null ? {} : { oneAward }),
    documents: [],
    opensAs: [],
  };
}
