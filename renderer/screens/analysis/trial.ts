import type { Change } from '@shared/model/analysis';
import type { CriterionId, JurorId } from '@shared/model/ids';

/** What the form says; a weight that cannot be read (null) is not asked. */
export interface Trial {
  readonly without: readonly JurorId[];
  readonly weights: ReadonlyMap<CriterionId, number | null>;
}
export const asItIs: Trial = { without: [], weights: new Map() };

/** Null while a weight cannot be read. Only what differs from the rules is a change. */
export function changeOf({ without, weights }: Trial, official: ReadonlyMap<CriterionId, number>): Change | null {
  const others = [...weights].filter(([criterion, weight]) => weight !== official.get(criterion));
  const readable = others.flatMap(([criterion, weight]) => (weight === null ? [] : [{ criterion, weight }]));
  return readable.length < others.length ? null : { without, weights: readable };
}
