import { z } from 'zod';
import { marks, recusalGrounds, type Marks, type RecusalGround } from '@shared/model/card';
import type { EntryId } from '@shared/model/ids';
import type { Db } from '../open';
import { integer, json, rows, run, sql, text, textOrNull } from '../sql';

export interface StoredRecusal {
  readonly ground: RecusalGround;
  readonly note: string;
}

/** Table card: marks as steps, in the order of the category's criteria in the manifest. */
export interface StoredCard {
  readonly entry: EntryId;
  readonly marks: Marks;
  readonly comment: string;
  readonly recusal: StoredRecusal | null;
}

export const recusal = z.object({ ground: z.enum(recusalGrounds), note: z.string() });

export const readStoredCards = (db: Db): readonly StoredCard[] =>
  rows(db, sql`select entry, marks, comment, recusal from card`).map((r) => ({
    entry: integer(r, 'entry') as EntryId,
    marks: marks.parse(json(r, 'marks')),
    comment: text(r, 'comment'),
    recusal: textOrNull(r, 'recusal') === null ? null : recusal.parse(json(r, 'recusal')),
  }));

export function writeStoredCard(db: Db, card: StoredCard): void {
  const marksText = JSON.stringify(card.marks);
  const recusalText = card.recusal === null ? null : JSON.stringify(card.recusal);
  run(
    db,
    sql`insert into card (entry, marks, comment, recusal) values (${card.entry}, ${marksText}, ${card.comment}, ${recusalText})
        on conflict (entry) do update set marks = excluded.marks, comment = excluded.comment, recusal = excluded.recusal`,
  );
}
