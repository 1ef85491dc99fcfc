import type { Marks } from '../model/card';
import type { Aggregation } from '../model/rules';
import type { Category } from '../model/category';
import type { Criterion, Scale } from '../model/criteria';
import type { Round } from '../model/round';
import type { CriterionId } from '../model/ids';
import { add, divide, fromDecimal, multiply, rational, sum, zero, type Rational } from './rational';
import { stepsOf } from './scale';

/**
 * What a mark is worth. Every per-juror rule is a straight line in the steps: a criterion adds `base + k·perStep`, and
 * a juror's sub-total X_nj is the sum over the criteria:
 * - weighted_mean_0_100: Σ w·(x−min)/(max−min)·100 / Σ w, so 0–100 whatever the scales are;
 * - raw: Σ w·x with w as a share of 100 %, on the scale itself where the weights make 100 %;
 * - points: Σ x, the marks added up as they are.
 */
export interface RubricLine {
  readonly criterion: CriterionId;
  readonly slot: number;
  readonly weight: number;
  readonly scale: Scale;
  readonly steps: number;
  readonly base: Rational;
  readonly perStep: Rational;
}

export interface Rubric {
  /** In listed order. */
  readonly lines: readonly RubricLine[];
  /** Sub-totals are whole numbers of 1/denominator. */
  readonly denominator: bigint;
  /** X_nj · denominator of a card; null where a criterion has no mark. A mark outside its scale is a bug and throws. */
  readonly numerator: (marks: Marks) => Numerator | null;
}

/** A whole number: a `number` only where the sum over the largest panel stays exact. */
export type Numerator = number | bigint;

export function sumOf(numerators: Iterable<Numerator>): bigint {
  let small = 0;
  let large = 0n;
  for (const each of numerators) {
    if (typeof each === 'number') small += each;
    else large += each;
  }
  return large + BigInt(small);
}

/** The criteria that hold in this round: its own (live rounds), else the category's. */
export function criteriaOf(category: Category, round: Round): readonly Criterion[] {
  const rules = round.rules;
  return (rules.kind === 'jury' || rules.kind === 'jury_live') && rules.criteria !== null
    ? rules.criteria
    : category.criteria;
}

/**
 * The rubric of a category in a jury round; null where nothing can be scored (other rounds, no weight at all). Where the
 * rules round a card, sub-totals are rounded to its decimals, half away from zero, and the lines stay exact.
 */
export function rubricOf(
  category: Category,
  round: Round,
  { perJuror, rounding }: Pick<Aggregation, 'perJuror' | 'rounding'>,
): Rubric | null {
  if (round.rules.kind !== 'jury' && round.rules.kind !== 'jury_live') return null;
  const criteria = criteriaOf(category, round);
  const weights = criteria.reduce((total, c) => total + c.weight, 0);
  if (criteria.length === 0 || (perJuror !== 'points' && weights === 0)) return null;
  const roundScale = round.rules.scale;
  const lines = criteria.map((c): RubricLine => {
    const scale = c.scale ?? roundScale;
    const steps = stepsOf(scale);
    const min = fromDecimal(scale.min);
    const step = fromDecimal(scale.step);
    const factor = perJuror === 'points' ? rational(1) : rational(c.weight, 10_000);
    const worth =
      perJuror === 'weighted_mean_0_100'
        ? { base: zero, perStep: rational(c.weight * 100, weights * steps) }
        : { base: multiply(factor, min), perStep: multiply(factor, step) };
    return { criterion: c.id, slot: c.slot, weight: c.weight, scale, steps, ...worth };
  });
  const denominator = lines.reduce((d, l) => lcm(lcm(d, l.base.d), l.perStep.d), 1n);
  const exact = { lines, denominator, numerator: numeratorOf(lines, denominator) };
  return rounding?.card === undefined ? exact : roundedTo(rounding.card, exact);
}

function roundedTo(digits: number, { lines, denominator, numerator }: Rubric): Rubric {
  const whole = 10n ** BigInt(digits);
  const known = new Map<Numerator, Numerator>();
  const roundedOf = (own: Numerator): Numerator => {
    let value = known.get(own);
    if (value === undefined) {
      const scaled = BigInt(own) * whole * 2n;
      const half = scaled < 0n ? -denominator : denominator;
      const large = (scaled + half) / (denominator * 2n);
      const isSafe = absolute(large) * mostSeats <= BigInt(Number.MAX_SAFE_INTEGER);
      known.set(own, (value = isSafe ? Number(large) : large));
    }
    return value;
  };
  return {
    lines,
    denominator: whole,
    numerator: (marks) => {
      const own = numerator(marks);
      return own === null ? null : roundedOf(own);
    },
  };
}

/** Points that step k of this criterion adds to the juror's sub-total. */
export const pointsAt = (line: RubricLine, k: number): Rational => add(line.base, multiply(line.perStep, rational(k)));

/** Value on the scale of a mean of steps. */
export const meanValue = (line: RubricLine, meanSteps: Rational): Rational =>
  add(fromDecimal(line.scale.min), multiply(fromDecimal(line.scale.step), meanSteps));

/** The step of one criterion on a card that has it. A blank or a step outside the scale is a bug and throws. */
export function stepOn(line: RubricLine, marks: Marks): number {
  const k = marks[line.slot] ?? null;
  if (k === null || !Number.isInteger(k) || k < 0 || k > line.steps) {
    throw new RangeError(`criterion ${line.criterion}: step ${k} of ${line.steps}`);
  }
  return k;
}

/** Seats of the largest panel that a contest can have. */
const mostSeats = 500n;

function numeratorOf(lines: readonly RubricLine[], denominator: bigint): Rubric['numerator'] {
  const whole = (value: Rational): bigint => (value.n * denominator) / value.d;
  const base = whole(sum(lines.map((l) => l.base)));
  const terms = lines.map((line) => ({ line, perStep: whole(line.perStep) }));
  const largest = terms.reduce((n, { line, perStep }) => n + perStep * BigInt(line.steps), absolute(base));
  const has = (marks: Marks): boolean => lines.every((line) => (marks[line.slot] ?? null) !== null);
  if (largest * mostSeats > BigInt(Number.MAX_SAFE_INTEGER)) {
    return (marks) =>
      has(marks) ? terms.reduce((n, { line, perStep }) => n + perStep * BigInt(stepOn(line, marks)), base) : null;
  }
  // Doubles are exact on whole numbers up to 2^53, and no partial sum passes it (no term is negative).
  const start = Number(base);
  const fast = terms.map(({ line, perStep }) => ({
    line,
    slot: line.slot,
    steps: line.steps,
    perStep: Number(perStep),
  }));
  return (marks) => {
    let total = start;
    for (const { line, slot, steps, perStep } of fast) {
      const k = marks[slot] ?? null;
      if (k === null) return null;
      total += perStep * (Number.isInteger(k) && k >= 0 && k <= steps ? k : stepOn(line, marks));
    }
    return total;
  };
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);
const lcm = (a: bigint, b: bigint): bigint => {
  const shared = divide(rational(a), rational(b));
  return b * shared.n;
};
