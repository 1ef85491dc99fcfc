import { criteriaOf } from '@shared/domain/rubric';
import { values } from '@shared/domain/scale';
import { readCards } from '../../../electron/db/cards';
import { readContest } from '../../../electron/db/contest';
import type { Db } from '../../../electron/db/open';
import { ballotOf, type JurorWithPackage } from './contest';

/**
 * Whether the cards in the database are those of each juror's newest ballot in the set, worked out from the ballots as
 * they were written and not with the code that imports. Null when they are.
 */
export function cardsDifference(
  db: Db,
  set: readonly { readonly juror: JurorWithPackage; readonly sequence: number }[],
): string | null {
  const newest = new Map<number, { readonly juror: JurorWithPackage; readonly sequence: number }>();
  for (const ballot of set) {
    const id = ballot.juror.manifest.juror.id;
    if ((newest.get(id)?.sequence ?? 0) < ballot.sequence) newest.set(id, ballot);
  }
  const expected = new Map([...newest.values()].flatMap((ballot) => cardsOf(db, ballot)));
  const cards = readCards(db);
  if (cards.length !== expected.size) return `${cards.length} cards instead of ${expected.size}`;
  for (const card of cards) {
    const marks = expected.get(`${card.juror} ${card.entry}`);
    if (JSON.stringify(card.marks) !== marks)
      return `juror ${card.juror}, entry ${card.entry}: ${marks ?? 'no'} card expected`;
  }
  return null;
}

function cardsOf(
  db: Db,
  { juror, sequence }: { readonly juror: JurorWithPackage; readonly sequence: number },
): readonly (readonly [string, string])[] {
  const { manifest } = juror;
  const contest = readContest(db);
  const round = contest.rounds.find((each) => Number(each.id) === manifest.round.id);
  if (round === undefined) throw new Error('the round is gone');
  return ballotOf(juror, sequence).cards.map((card) => {
    const entry = manifest.entries.find((each) => each.id === card.entry);
    const category = contest.categories.find((each) => Number(each.id) === entry?.category);
    if (category === undefined) throw new Error('the category is gone');
    const marks: (number | null)[] = [];
    for (const criterion of criteriaOf(category, round)) {
      const scale = manifest.categories
        .find((each) => each.id === Number(category.id))
        ?.criteria.find((each) => each.id === Number(criterion.id))?.scale;
      const value = card.marks.find((mark) => mark.criterion === Number(criterion.id))?.value;
      while (marks.length <= criterion.slot) marks.push(null);
      if (scale !== undefined && value !== undefined) marks[criterion.slot] = values(scale).indexOf(value);
    }
    return [`${manifest.juror.id} ${card.entry}`, JSON.stringify(marks)] as const;
  });
}
