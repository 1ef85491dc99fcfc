import { z } from 'zod';
import { criterionId, type CriterionId } from './ids';
import type { LocalText } from './language';
import { localText } from './text';

/** Scales, weights and criteria: what a mark is given on. */

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
