import { isOnScale } from './scale';
import type { BallotCategory, BallotCriterion, BallotEntry, ReturnedCard } from '../model/ballot';

interface Revision {
  readonly categories: readonly BallotCategory[];
  readonly entries: readonly Pick<BallotEntry, 'id' | 'category'>[];
}

/**
 * Criteria under which a mark still says the same: nothing that a juror read when marking has changed (name, hint, the
 * meaning of the figures), nor the scale. A weight may differ: it says what a mark is worth, not what it means.
 */
export function unchangedCriteria(
  before: readonly BallotCategory[],
  after: readonly BallotCategory[],
): readonly number[] {
  const old = new Map(before.flatMap((c) => c.criteria).map((k) => [k.id, meaningOf(k)]));
  return after.flatMap((c) => c.criteria).flatMap((k) => (old.get(k.id) === meaningOf(k) ? [k.id] : []));
}

const meaningOf = ({ name, hint, levels, scale }: BallotCriterion): string =>
  JSON.stringify([
    [name, hint, ...levels.map((l) => l.text)].map(({ kk, ru, en }) => [kk, ru, en]),
    levels.map(({ from, to }) => [from, to]),
    [scale.min, scale.max, scale.step],
  ]);

/** What of an earlier ballot stands in a new revision: marks of `criteria`, comments and recusals of its entries. */
export function carriedCards(
  cards: readonly ReturnedCard[],
  to: Revision,
  criteria: readonly number[],
): readonly ReturnedCard[] {
  const kept = new Set(criteria);
  const scales = new Map(to.categories.map((c) => [c.id, new Map(c.criteria.map((k) => [k.id, k.scale]))]));
  const category = new Map(to.entries.map((e) => [e.id, e.category]));
  return cards.flatMap((card) => {
    const own = scales.get(category.get(card.entry) ?? 0);
    if (own === undefined) return [];
    const marks = card.marks.filter(({ criterion, value }) => {
      const scale = own.get(criterion);
      return scale !== undefined && kept.has(criterion) && isOnScale(scale, value);
    });
    const isEmpty = marks.length === 0 && card.comment === '' && card.recusal === null;
    return isEmpty ? [] : [{ ...card, marks }];
  });
}
