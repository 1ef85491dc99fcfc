import type { BallotCategory, BallotEntry } from '../model/ballot';
import type { BallotCard, BallotCardState, BallotProgress, MissingMarks } from '../model/ballotSession';
import type { CriterionId, EntryId } from '../model/ids';

/** Recused wins over marks; a card of a category without criteria has nothing to fill in and is complete. */
export function ballotCardState(marked: number, criteria: number, recused: boolean): BallotCardState {
  if (recused) return 'recused';
  if (marked === criteria) return 'complete';
  return marked === 0 ? 'blank' : 'started';
}

/** How far a ballot is. `criteria` and `marked` count one card's criteria and the marks it holds. */
export function ballotProgress(
  cards: Iterable<{ readonly criteria: number; readonly marked: number; readonly recused: boolean }>,
): BallotProgress {
  const progress = { scored: 0, recused: 0, total: 0, missing: 0 };
  for (const { criteria, marked, recused } of cards) {
    progress.total += 1;
    if (recused) progress.recused += 1;
    else if (marked === criteria) progress.scored += 1;
    else progress.missing += criteria - marked;
  }
  return progress;
}

/** What is still blank and not recused, in the order of the ballot; empty when the ballot is ready to be submitted. */
export function missingMarks(ballot: {
  readonly categories: readonly BallotCategory[];
  readonly entries: readonly BallotEntry[];
  readonly cards: readonly BallotCard[];
}): readonly MissingMarks[] {
  const criteriaOf = new Map(ballot.categories.map((c) => [c.id, c.criteria]));
  const cardOf = new Map(ballot.cards.map((c) => [Number(c.entry), c]));
  return ballot.entries.flatMap((entry) => {
    const card = cardOf.get(entry.id);
    if (card?.recusal) return [];
    const criteria = (criteriaOf.get(entry.category) ?? [])
      .filter((c) => card?.marks[c.id] === undefined)
      .map((c) => c.id as CriterionId);
    return criteria.length === 0 ? [] : [{ entry: entry.id as EntryId, criteria }];
  });
}
