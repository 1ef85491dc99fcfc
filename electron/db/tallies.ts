import type { EntryId } from '@shared/model/ids';
import { tallyValues, type Tally } from '@shared/model/tally';
import type { Db } from './open';
import { integer, rows, run, sql, text, textOrNull } from './sql';

/** Table tally ↔ Tally. */

export const readTallies = (db: Db): readonly Tally[] =>
  rows(db, sql`select entry, figures, source, at from tally order by entry`).map((r) => {
    const figures = textOrNull(r, 'figures');
    return {
      entry: integer(r, 'entry') as EntryId,
      values: figures === null ? null : tallyValues.parse(JSON.parse(figures)),
      source: text(r, 'source'),
      at: text(r, 'at'),
    };
  });

export function writeTally(db: Db, { entry, values, source, at }: Tally): void {
  const figures = values === null ? null : JSON.stringify(values);
  run(
    db,
    sql`insert into tally (entry, figures, source, at) values (${entry}, ${figures}, ${source}, ${at})
        on conflict (entry) do update set figures = excluded.figures, source = excluded.source, at = excluded.at`,
  );
}

export const deleteTally = (db: Db, entry: EntryId): void => {
  run(db, sql`delete from tally where entry = ${entry}`);
};
