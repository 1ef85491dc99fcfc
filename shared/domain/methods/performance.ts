import { add, multiply, rational, subtract, sum, type Rational } from '../rational';
import { aggregateRow, type Across } from './aggregate';
import type { Direction } from './outcome';
import { rounded } from './table';

/**
 * One judged part of a performance, worth base + factor × (marks of the panel as one figure): a programme component
 * times its factor, a dive times its difficulty, execution as 10 − deductions (base 10, factor −1).
 */
export interface PerformedPart {
  /** What the part is called, for ties that it decides. */
  readonly name: string | null;
  readonly marks: readonly (Rational | null)[];
  readonly base: Rational;
  readonly factor: Rational;
  /** Where this panel's marks are put together otherwise than the others' (synchronised diving). */
  readonly across: Across | null;
  /** Stages that are rounded otherwise in this part. */
  readonly rounding: Partial<Pick<PerformanceRounding, 'criterion' | 'weighted'>>;
}

export interface Performance {
  readonly parts: readonly PerformedPart[];
  /** Points that no panel gave: technical elements, difficulty. */
  readonly points: Rational;
  readonly bonus: Rational;
  readonly penalty: Rational;
}

/** Digits after each stage, half away from zero; null = not rounded. After a stage only the rounded value exists. */
export interface PerformanceRounding {
  /** The marks of the panel as one figure. */
  readonly criterion: number | null;
  /** That figure times its factor. */
  readonly weighted: number | null;
  /** The score of the performance. */
  readonly card: number | null;
}

export interface PerformedScore {
  /** Null where a part has no mark at all. */
  readonly score: Rational | null;
  readonly judged: Rational | null;
  readonly parts: readonly {
    readonly marks: readonly (Rational | null)[];
    readonly dropped: readonly number[];
    readonly panel: Rational | null;
    readonly value: Rational | null;
    readonly untrimmed: boolean;
  }[];
}

/**
 * Σ (base + factor × `factor` × panel) + points + bonus − penalty; where less is better (times, faults) the bonus is taken
 * off and the penalty added.
 */
export function scorePerformance(
  performance: Performance,
  across: Across,
  factor: Rational,
  rounding: PerformanceRounding,
  direction: Direction = 'higher',
): PerformedScore {
  const parts = performance.parts.map((part) => {
    const own = aggregateRow(part.marks, part.across ?? across);
    const stages = { ...rounding, ...part.rounding };
    const panel = own.value === null ? null : rounded(own.value, stages.criterion);
    const value =
      panel === null ? null : rounded(add(part.base, multiply(multiply(part.factor, factor), panel)), stages.weighted);
    return { marks: part.marks, dropped: own.dropped, panel, value, untrimmed: own.untrimmed };
  });
  const values = parts.map((p) => p.value).filter((v) => v !== null);
  const judged = values.length < parts.length ? null : sum(values);
  const extra = subtract(performance.bonus, performance.penalty);
  const score =
    judged === null
      ? null
      : rounded(add(add(judged, performance.points), direction === 'higher' ? extra : negated(extra)), rounding.card);
  return { score, judged, parts };
}

/** How several attempts become one figure. `best` sums the best `keep` of them; what was not performed is not zero. */
export interface Attempts {
  readonly by: 'sum' | 'mean' | 'best' | 'last';
  readonly keep: number;
}

const negated = ({ n, d }: Rational): Rational => ({ n: -n, d });

/** Null where nothing was performed; a sum or mean needs every attempt. Attempts in their order. */
export function combineAttempts(
  attempts: readonly (Rational | null)[],
  rule: Attempts,
  direction: Direction = 'higher',
): Rational | null {
  const done = attempts.filter((a) => a !== null);
  if (done.length === 0) return null;
  switch (rule.by) {
    case 'last':
      return attempts.at(-1) ?? null;
    case 'best':
      return sum((direction === 'higher' ? bestFirst(done) : bestFirst(done).toReversed()).slice(0, rule.keep));
    case 'sum':
      return done.length < attempts.length ? null : sum(done);
    case 'mean':
      return done.length < attempts.length ? null : multiply(sum(done), rational(1, done.length));
  }
}

export const bestFirst = (values: readonly Rational[]): readonly Rational[] =>
  values.toSorted((a, b) => (subtract(b, a).n < 0n ? -1 : subtract(b, a).n > 0n ? 1 : 0));
