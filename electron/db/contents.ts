import type { FileFacts } from '@shared/model/snapshot';
import type { Db } from './open';
import { integer, row, sql, textOrNull } from './sql';

export type Contents = Pick<FileFacts, 'nominees' | 'jurors' | 'ballots' | 'changedAt'>;

/** How much a contest holds: what tells two files of the same contest apart. */
export function readContents(db: Db): Contents {
  const r = row(
    db,
    sql`select (select count(*) from nominee where withdrawn_at is null) as nominees,
               (select count(*) from juror) as jurors,
               (select count(*) from returned) as ballots,
               (select json_extract(bytes, '$.at') from log order by seq desc limit 1) as changed_at`,
  );
  return {
    nominees: integer(r, 'nominees'),
    jurors: integer(r, 'jurors'),
    ballots: integer(r, 'ballots'),
    changedAt: textOrNull(r, 'changed_at') ?? '',
  };
}
