import type { Migration } from '../migrate';

/** What was counted in rounds that no jury marks: one row per entry, JSON array of decimals; null = did not take part. */
const table = `
create table tally (
  entry integer primary key references entry (id) on delete cascade,
  figures text check (json_valid(figures)),
  source text not null default '',
  at text not null
) strict;
`;

const guards = (['insert', 'update', 'delete'] as const)
  .map(
    (event) => `
create trigger sealed_tally_${event} before ${event} on tally
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;
`,
  )
  .join('');

export const createTally: Migration = { version: 7, name: 'tally', up: (db) => void db.exec(table + guards) };
