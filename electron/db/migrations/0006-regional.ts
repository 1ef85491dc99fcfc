import type { Migration } from '../migrate';

/** Results files of regions, and who came from which. A seal vouches for them too. */
const tables = `
create table regional_file (
  id integer primary key autoincrement,
  region text not null check (region <> ''),
  file_name text not null,
  contest text not null,
  title text not null check (json_valid(title)),
  edition text not null,
  seal integer not null check (seal > 0),
  sealed_at text not null,
  fingerprint text not null check (length(fingerprint) = 64),
  signer_secretary text not null,
  signer_chair text not null,
  taken_at text not null,
  replaced_at text,
  replaced_reason text check (replaced_reason <> ''),
  check ((replaced_at is null) = (replaced_reason is null))
) strict;
create unique index regional_file_region on regional_file (region) where replaced_at is null;
create table regional_nominee (
  file integer not null references regional_file (id),
  nominee integer not null references nominee (id),
  primary key (file, nominee)
) strict;
`;

const guards = (['regional_file', 'regional_nominee'] as const)
  .flatMap((name) => (['insert', 'update', 'delete'] as const).map((event) => ({ name, event })))
  .map(
    ({ name, event }) => `
create trigger sealed_${name}_${event} before ${event} on ${name}
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;
`,
  )
  .join('');

export const createRegional: Migration = {
  version: 6,
  name: 'regional',
  up: (db) => void db.exec(tables + guards),
};
