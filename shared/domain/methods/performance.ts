import { add, multiply, rational, subtract, sum, type Rational } from '../rational';
import { aggregateRow, type Across } from './aggregate';
import { rounded } from './table';

/**
 * One judged part of a performance, worth base + factor × (marks of the panel as one figure): a programme component
 * times its factor, a dive times its difficulty, execution as 10 − deductions (base 10, factor −1).
 */
export interface PerformedPart {
  readonly marks: readonly (Rational | null)[];
  readonly base: Rational;
  readonly factor: Rational;
  /** Where this panel's marks are put together otherwise than the others' (synchronised diving). */
  readonly across: Across | null;
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

/** Σ (base + factor × `factor` × panel) + points + bonus − penalty. */
export function scorePerformance(
  performance: Performance,
  across: Across,
  factor: Rational,
  rounding: PerformanceRounding,
): PerformedScore {
  const parts = performance.parts.map((part) => {
    const own = aggregateRow(part.marks, part.across ?? across);
    const panel = own.value === null ? null : rounded(own.value, rounding.criterion);
    const value =
      panel === null
        ? null
        : rounded(add(part.base, multiply(multiply(part.factor, factor), panel)), rounding.weighted);
    return { marks: part.marks, dropped: own.dropped, panel, value, untrimmed: own.untrimmed };
  });
  const values = parts.map((p) => p.value).filter((v) => v !== null);
  const judged = values.length < parts.length ? null : sum(values);
  const score =
    judged === null
      ? null
      : rounded(subtract(sum([judged, performance.points, performance.bonus]), performance.penalty), rounding.card);
  return { score, judged, parts };
}

/** How several attempts become one figure. `best` sums the best `keep` of them; what was not performed is not zero. */
export interface Attempts {
  readonly by: 'sum' | 'mean' | 'best' | 'last';
  readonly keep: number;
}

/** Null where nothing was performed; a sum or mean needs every attempt. Attempts in their order. */
export function combineAttempts(attempts: readonly (Rational | null)[], rule: Attempts): Rational | null {
  const done = attempts.filter((a) => a !== null);
  if (done.length === 0) return null;
  switch (rule.by) {
    case 'last':
      return attempts.at(-1) ?? null;
    case 'best':
      return sum(bestFirst(done).slice(0, rule.keep));
    case 'sum':
      return done.length < attempts.length ? null : sum(done);
    case 'mean':
      return done.length < attempts.length ? null : multiply(sum(done), rational(1, done.length));
  }
}

export const bestFirst = (values: readonly Rational[]): readonly Rational[] =>
  values.toSorted((a, b) => (subtract(b, a).n < 0n ? -1 : subtract(b, a).n > 0n ? 1 : 0));
