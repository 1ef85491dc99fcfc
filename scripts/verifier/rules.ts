import type { Doc } from './doc';
import { fraction, minus, order, over, printed, zero, type Fraction } from './fraction';

/** What a mark may be, and what it weighs. */
export interface Criterion {
  readonly id: number;
  readonly weight: number;
  readonly min: Fraction;
  readonly max: Fraction;
  readonly step: Fraction;
}

export function criterionOf(doc: Doc, roundScale: Doc | null): Criterion {
  const own = doc.get('scale');
  const scale = own.isNull && roundScale !== null ? roundScale : own;
  const [min, max, step] = (['min', 'max', 'step'] as const).map((name) => printed(scale.get(name).number));
  return {
    id: doc.get('id').number,
    weight: doc.get('weight').number,
    min: min ?? zero,
    max: max ?? zero,
    step: step ?? zero,
  };
}

/** A whole number of steps above the least, and not above the most. */
export function isOnScale({ min, max, step }: Criterion, value: Fraction): boolean {
  const steps = over(minus(value, min), step);
  return steps.d === 1n && order(value, min) >= 0 && order(value, max) <= 0;
}

export const isJuryRound = (round: Doc): boolean => ['jury', 'jury_live'].includes(round.get('rules').get('kind').text);

/** Ends with a ranking: every round but a check of papers. */
export const isRanked = (round: Doc): boolean => round.get('rules').get('kind').text !== 'technical';

/** Names winners: the last round; in a union, every round that says how many of the pooled categories. */
export function namesWinners(contest: Doc, round: Doc): boolean {
  if (contest.get('rounds').list.at(-1)?.get('id').number === round.get('id').number) return true;
  const count = round.get('rules').get('winnersCount');
  return (
    contest.get('rules').get('combination').text === 'union' &&
    count.value !== undefined &&
    !count.isNull &&
    contest.get('categories').list.some((c) => c.get('winners').get('mode').text === 'pooled')
  );
}

/** The criteria of a category in a round, as listed: the round's own, else the category's. */
export function criteriaIn(category: Doc, round: Doc): readonly Criterion[] {
  const rules = round.get('rules');
  const own = rules.get('criteria');
  return (own.isNull ? category.get('criteria') : own).list.map((doc) => criterionOf(doc, rules.get('scale')));
}

/** Criteria by id in the form that rules hashes are made of. */
export const rulesText = (
  round: number,
  categories: readonly { id: number; criteria: readonly Doc[]; scale: Doc | null }[],
): string =>
  `{"categories":[${categories
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, criteria, scale }) => `{"criteria":[${criteriaText(criteria, scale)}],"id":${id}}`)
    .join(',')}],"round":${round}}`;

const criteriaText = (criteria: readonly Doc[], roundScale: Doc | null): string =>
  criteria
    .toSorted((a, b) => a.get('id').number - b.get('id').number)
    .map((doc) => {
      const own = doc.get('scale');
      const scale = own.isNull && roundScale !== null ? roundScale : own;
      const [max, min, step] = (['max', 'min', 'step'] as const).map((name) => scale.get(name).canonical);
      return `{"id":${doc.get('id').number},"scale":{"max":${max},"min":${min},"step":${step}},"weight":${doc.get('weight').number}}`;
    })
    .join(',');

export const basisPoints = (weight: number): Fraction => fraction(BigInt(weight), 10_000n);
