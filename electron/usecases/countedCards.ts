import { criteriaOf } from '@shared/domain/rubric';
import type { Card } from '@shared/model/card';
import type { Contest } from '@shared/model/contest';
import type { RoundId } from '@shared/model/ids';
import type { Entry } from '@shared/model/nominee';
import type { AcceptedBallot } from '../exchange/verdict';

/** Marks in the order of the criteria's slots, as the card table keeps them. */
export function cardsOf(contest: Contest, entries: readonly Entry[], ballot: AcceptedBallot): readonly Card[] {
  const slotsOf = slotTable(contest, ballot.roundId);
  const categoryOf = new Map(entries.map((e) => [e.id, e.category]));
  return ballot.cards.map((card) => {
    const slots = slotsOf.get(categoryOf.get(card.entry) ?? 0) ?? new Map<number, number>();
    const marks: (number | null)[] = Array.from(
      { length: Math.max(0, ...[...slots.values()].map((s) => s + 1)) },
      () => null,
    );
    for (const { criterion, step } of card.marks) {
      const slot = slots.get(criterion);
      if (slot === undefined) throw new Error('an accepted card names an unknown criterion');
      marks[slot] = step;
    }
    return {
      entry: card.entry,
      juror: ballot.jurorId,
      marks,
      comment: card.comment,
      recusal: card.recusal,
    };
  });
}

function slotTable(contest: Contest, round: RoundId): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const r = contest.rounds.find((x) => x.id === round);
  if (!r) throw new Error('no such round');
  return new Map(contest.categories.map((c) => [c.id, new Map(criteriaOf(c, r).map((k) => [k.id, k.slot]))]));
}
