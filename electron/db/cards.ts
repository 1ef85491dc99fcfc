import { recusalGrounds, type Card } from '@shared/model/card';
import type { EntryId, JurorId, RoundId } from '@shared/model/ids';
import { z } from 'zod';
import { readCardText } from './cardText';
import type { Db } from './open';
import { integer, rows, run, sql, text, textOrNull } from './sql';

/** Table card ↔ Card: the cards of the ballots that count. */

const grounds = z.enum(recusalGrounds).nullable();

/** By entry and juror. Few cards say more than marks: what they say is read apart, so that millions of marks stay quick. */
export function readCards(db: Db): readonly Card[] {
  const words = readWords(db);
  const cards: Card[] = [];
  for (const r of rows(
    db,
    sql`select entry, group_concat(juror || marks, '') as cards from card group by entry order by entry`,
  )) {
    const entry = integer(r, 'entry') as EntryId;
    const own = words.get(entry);
    readCardText(text(r, 'cards'), (number, marks) => {
      const juror = number as JurorId;
      const { comment, recusal } = own?.get(juror) ?? wordless;
      cards.push({ entry, juror, marks, comment, recusal });
    });
  }
  return cards;
}

type Words = Pick<Card, 'comment' | 'recusal'>;
const wordless: Words = { comment: '', recusal: null };

function readWords(db: Db): ReadonlyMap<EntryId, ReadonlyMap<JurorId, Words>> {
  const words = new Map<EntryId, Map<JurorId, Words>>();
  for (const r of rows(
    db,
    sql`select entry, juror, comment, recusal_ground, recusal_note from card
        where comment <> '' or recusal_ground is not null`,
  )) {
    const entry = integer(r, 'entry') as EntryId;
    const ground = grounds.parse(textOrNull(r, 'recusal_ground'));
    const said = {
      comment: text(r, 'comment'),
      recusal: ground === null ? null : { ground, note: text(r, 'recusal_note') },
    };
    const own = words.get(entry) ?? new Map<JurorId, Words>();
    words.set(entry, own.set(integer(r, 'juror') as JurorId, said));
  }
  return words;
}

/** Replaces all cards of one juror in one round: what counts is one ballot, whole. */
export function replaceCards(db: Db, round: RoundId, juror: JurorId, cards: readonly Card[]): void {
  run(db, sql`delete from card where juror = ${juror} and entry in (select id from entry where round = ${round})`);
  for (const c of cards) {
    run(
      db,
      sql`insert into card (entry, juror, marks, comment, recusal_ground, recusal_note)
          values (${c.entry}, ${c.juror}, ${JSON.stringify(c.marks)}, ${c.comment}, ${c.recusal?.ground ?? null},
                  ${c.recusal?.note ?? ''})`,
    );
  }
}
