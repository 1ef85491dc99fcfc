import { values } from '@shared/domain/scale';
import type { Scale } from '@shared/model/criteria';

/** The value of the scale that is nearest to `figure`; of two equally near the lower. For the pointer, never for sums. */
export function nearestValue({ min, max, step }: Scale, figure: number): number {
  const steps = Math.ceil((Math.min(max, Math.max(min, figure)) - min) / step - 0.5);
  return Number((min + steps * step).toPrecision(12));
}

/** What has been typed on a ruler, and when (ms of the last key). */
export interface Typed {
  readonly text: string;
  readonly at: number;
}
export const nothingTyped: Typed = { text: '', at: 0 };

/**
 * The character that a key stands for where figures are typed. The row of digits is read by its place: on the Kazakh
 * layout it holds letters, and a juror who has just written a comment should not have to switch.
 */
export function figureKey(event: { readonly key: string; readonly code: string; readonly shiftKey: boolean }): string {
  const digit = event.shiftKey ? undefined : /^Digit(\d)$/.exec(event.code)?.[1];
  return digit ?? event.key;
}

/** Two keys further apart than this are two marks: «1» and later «0» is 0, «10» in one go is 10. */
const together = 1200;

/**
 * One key typed on a ruler. A digit that makes no value together with those before it begins anew, so «8» then «5» is 5.
 * `value` is undefined while the text is not a value yet («7,» or «1» on a scale of 10, 15, 20).
 */
export function typeOnRuler(
  scale: Scale,
  before: Typed,
  key: string,
  at: number,
): { readonly typed: Typed; readonly value: number | undefined } {
  const character = key === ',' ? '.' : key;
  const texts = values(scale).map(String);
  const candidates =
    at - before.at <= together && before.text !== '' ? [before.text + character, character] : [character];
  for (const text of candidates) {
    if (texts.some((value) => value.startsWith(text))) {
      return { typed: { text, at }, value: texts.includes(text) ? Number(text) : undefined };
    }
  }
  return { typed: nothingTyped, value: undefined };
}
