import type { Migration } from '../migrate';

/** Files that nominees sent in, in pieces of a size that a thread can hold at once. A seal vouches for them too. */
const tables = `
create table attachment (
  id integer primary key autoincrement,
  nominee integer not null references nominee (id),
  name text not null check (name <> ''),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (length(sha256) = 64),
  unique (nominee, name)
) strict;
create table attachment_chunk (
  attachment integer not null references attachment (id) on delete cascade,
  seq integer not null,
  bytes blob not null,
  primary key (attachment, seq)
) strict;
`;

const guards = (['attachment', 'attachment_chunk'] as const)
  .flatMap((name) => (['insert', 'update', 'delete'] as const).map((event) => ({ name, event })))
  .map(
    ({ name, event }) => `
create trigger sealed_${name}_${event} before ${event} on ${name}
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;
`,
  )
  .join('');

export const createAttachment: Migration = {
  version: 4,
  name: 'attachment',
  up: (db) => void db.exec(tables + guards),
};
