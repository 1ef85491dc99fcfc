import { ballotCardState } from '@shared/domain/ballotCards';
import type { BallotCard } from '@shared/model/ballotSession';
import type { BallotCategory, BallotCriterion, BallotEntry } from '@shared/model/ballot';
import type { CriterionId, EntryId } from '@shared/model/ids';

/** Where a juror goes from where he is: pure, so that the way through a ballot can be tested without a screen. */
export interface Ground {
  readonly entries: readonly BallotEntry[];
  readonly categories: readonly BallotCategory[];
  readonly cards: ReadonlyMap<EntryId, BallotCard>;
}

export interface Cell {
  readonly entry: EntryId;
  readonly criterion: CriterionId | null;
}

export const entryIdOf = (entry: BallotEntry): EntryId => entry.id as EntryId;
export const criterionIdOf = (criterion: BallotCriterion): CriterionId => criterion.id as CriterionId;

const noCriteria: readonly BallotCriterion[] = [];
export function criteriaOf(ground: Pick<Ground, 'categories'>, entry: BallotEntry): readonly BallotCriterion[] {
  return ground.categories.find((category) => category.id === entry.category)?.criteria ?? noCriteria;
}

/** Whether marks are still waited for: neither complete nor recused. */
export const isOpen = (card: BallotCard | undefined): boolean =>
  card === undefined || card.state === 'blank' || card.state === 'started';

/** The first criterion without a mark; null when there is none. */
function firstBlank(ground: Ground, entry: BallotEntry): CriterionId | null {
  const marks = ground.cards.get(entryIdOf(entry))?.marks;
  const blank = criteriaOf(ground, entry).find((criterion) => marks?.[criterion.id] === undefined);
  return blank === undefined ? null : criterionIdOf(blank);
}

/** Where to put the eye when a nominee is opened: at the first blank, or at the first criterion. */
export function arrival(ground: Ground, entry: BallotEntry): Cell {
  const first = criteriaOf(ground, entry)[0];
  return {
    entry: entryIdOf(entry),
    criterion: firstBlank(ground, entry) ?? (first === undefined ? null : criterionIdOf(first)),
  };
}

/** The nominee before or after in reading order; null at the ends. */
export function neighbour(ground: Ground, from: EntryId, by: 1 | -1): Cell | null {
  const index = ground.entries.findIndex((entry) => entry.id === Number(from));
  const next = ground.entries[index + by];
  return index < 0 || next === undefined ? null : arrival(ground, next);
}

/** The next nominee that waits for marks, after the end from the start again, `from` itself last; null when none does. */
export function nextOpen(ground: Ground, from: EntryId): Cell | null {
  const index = ground.entries.findIndex((entry) => entry.id === Number(from));
  const inTurn = [...ground.entries.slice(index + 1), ...ground.entries.slice(0, index + 1)];
  const next = inTurn.find((entry) => isOpen(ground.cards.get(entryIdOf(entry))));
  return next === undefined ? null : arrival(ground, next);
}

/** The first blank of the whole ballot. */
export function firstOpen(ground: Ground): Cell | null {
  const first = ground.entries.find((entry) => isOpen(ground.cards.get(entryIdOf(entry))));
  return first === undefined ? null : arrival(ground, first);
}

export interface TypedMark {
  readonly entry: EntryId;
  readonly criterion: CriterionId;
  /** Null takes the mark away. */
  readonly value: number | null;
}

/** `ground` with marks that were typed and are not acknowledged yet. A recused card stays recused. */
export function withTyped(ground: Ground, typed: Iterable<TypedMark>): Ground {
  const cards = new Map(ground.cards);
  for (const { entry: id, criterion, value } of typed) {
    const entry = ground.entries.find((each) => each.id === Number(id));
    const card = cards.get(id);
    if (entry === undefined || card === undefined || card.recusal !== null) continue;
    const { [Number(criterion)]: _before, ...others } = card.marks;
    const marks = value === null ? others : { ...others, [Number(criterion)]: value };
    const state = ballotCardState(Object.keys(marks).length, criteriaOf(ground, entry).length, false);
    cards.set(id, { ...card, marks, state });
  }
  return { ...ground, cards };
}

/** The next blank cell, row by row through the given entries, from after `from` and around; null when none is left. */
export function nextBlankCell(ground: Ground, entries: readonly BallotEntry[], from: Cell): Cell | null {
  const blanks: Cell[] = [];
  let before = 0;
  let passed = false;
  for (const entry of entries) {
    const card = ground.cards.get(entryIdOf(entry));
    for (const criterion of criteriaOf(ground, entry)) {
      const isHere = entry.id === Number(from.entry) && criterion.id === Number(from.criterion);
      if (isHere) {
        passed = true;
        before = blanks.length;
        continue;
      }
      if (card?.recusal != null || card?.marks[criterion.id] !== undefined) continue;
      blanks.push({ entry: entryIdOf(entry), criterion: criterionIdOf(criterion) });
    }
  }
  return blanks[passed ? before : 0] ?? blanks[0] ?? null;
}
