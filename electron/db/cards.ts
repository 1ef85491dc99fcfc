import { marks, recusalGrounds, type Card } from '@shared/model/card';
import type { EntryId, JurorId, RoundId } from '@shared/model/ids';
import { z } from 'zod';
import type { Db } from './open';
import { integer, json, rows, run, sql, text, textOrNull } from './sql';

/** Table card ↔ Card: the cards of the ballots that count. */

const grounds = z.enum(recusalGrounds).nullable();

export const readCards = (db: Db): readonly Card[] =>
  rows(db, sql`select entry, juror, marks, comment, recusal_ground, recusal_note from card order by entry, juror`).map(
    (r) => {
      const ground = grounds.parse(textOrNull(r, 'recusal_ground'));
      return {
        entry: integer(r, 'entry') as EntryId,
        juror: integer(r, 'juror') as JurorId,
        marks: marks.parse(json(r, 'marks')),
        comment: text(r, 'comment'),
        recusal: ground === null ? null : { ground, note: text(r, 'recusal_note') },
      };
    },
  );

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
