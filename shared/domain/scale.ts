import type { Failure } from '../errors';
import type { Scale } from '../model/criteria';
import { fail, ok, type Result } from '../result';
import { add, divide, fromDecimal, multiply, rational, subtract, toDecimal, type Rational } from './rational';

/**
 * A mark travels as a value (8.5) and is kept as a whole number of steps above the scale's minimum. Everything here
 * works on the printed form of the scale's numbers, so 0.1 + 0.2 problems cannot arise.
 */

/** Number of steps from min to max. A scale that is not a whole number of steps never passed parsing: a bug, thrown. */
export function stepsOf(scale: Scale): number {
  const steps = divide(span(scale), fromDecimal(scale.step));
  if (steps.d !== 1n || steps.n <= 0n) throw new RangeError(`scale ${scale.min}–${scale.max} is not whole steps`);
  return Number(steps.n);
}

const span = (scale: Scale): Rational => subtract(fromDecimal(scale.max), fromDecimal(scale.min));

/** min + k·step, exactly. `k` outside the scale is a bug and throws. */
export function exactValue(scale: Scale, k: number): Rational {
  if (!Number.isInteger(k) || k < 0 || k > stepsOf(scale)) throw new RangeError(`step ${k} lies outside the scale`);
  return add(fromDecimal(scale.min), multiply(rational(k), fromDecimal(scale.step)));
}

/** The value of step k as decimal text with a point, without needless zeros: `8`, `8.5`. */
export function valueText(scale: Scale, k: number): string {
  return toDecimal(exactValue(scale, k), decimalsOf(scale));
}

/** Decimals that a value of this scale can need: 0 for 0–10 by 1, 1 for 0–5 by 0.5. */
export function decimalsOf(scale: Scale): number {
  const needed = (value: number): number => {
    const { d } = fromDecimal(value);
    let digits = 0;
    for (let power = 1n; power % d !== 0n; power *= 10n) digits += 1;
    return digits;
  };
  return Math.max(needed(scale.min), needed(scale.step));
}

/** The value of step k as the number that prints like `valueText`; for files and workbooks, never for arithmetic. */
export const valueOf = (scale: Scale, k: number): number => Number(valueText(scale, k));

/** All values from min to max, in order. */
export function values(scale: Scale): readonly number[] {
  return Array.from({ length: stepsOf(scale) + 1 }, (_, k) => valueOf(scale, k));
}

/** The step of an exact value, or null where the value is not on the scale. */
function stepAt(scale: Scale, value: Rational): number | null {
  const k = divide(subtract(value, fromDecimal(scale.min)), fromDecimal(scale.step));
  return k.d === 1n && k.n >= 0n && k.n <= BigInt(stepsOf(scale)) ? Number(k.n) : null;
}

const outside = (scale: Scale): Failure => ({
  code: 'mark-outside-scale',
  min: scale.min,
  max: scale.max,
  step: scale.step,
});

/** Value → step k, or `mark-outside-scale` (NaN and infinities too). */
export function toStep(scale: Scale, value: number): Result<number> {
  const k = Number.isFinite(value) ? stepAt(scale, fromDecimal(value)) : null;
  return k === null ? fail(outside(scale)) : ok(k);
}

export const isOnScale = (scale: Scale, value: number): boolean => toStep(scale, value).ok;

const typed = /^[+-]?\d{1,12}(?:[.,]\d{1,12})?$/;

/**
 * What a person typed, with a decimal comma or point and blanks around it, → step k. An empty text is not a mark and
 * fails like any other text that is not on the scale.
 */
export function stepFromText(scale: Scale, text: string): Result<number> {
  const trimmed = text.trim().replace('\u2212', '-');
  if (!typed.test(trimmed)) return fail(outside(scale));
  const k = stepAt(scale, fromDecimal(trimmed.replace(',', '.')));
  return k === null ? fail(outside(scale)) : ok(k);
}

/** Value → step for every value of the scale, for reading many marks; says the same as `toStep`. */
export const stepIndex = (scale: Scale): ReadonlyMap<number, number> =>
  new Map(values(scale).map((value, k) => [value, k]));
