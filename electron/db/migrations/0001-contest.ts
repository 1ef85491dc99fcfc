import type { Migration } from '../migrate';

/**
 * The contest's tables. Definitions (rules, criteria, fields) are JSON that is parsed with the schemas of
 * shared/model when read; everything that is counted, searched or joined has a column. Ids come from AUTOINCREMENT
 * and are never reused, since files that left the database name them.
 */
const tables = `
create table contest (
  singleton integer primary key check (singleton = 1),
  id text not null,
  template_key text not null,
  head text not null check (json_valid(head)),
  rules text not null check (json_valid(rules)),
  created_at text not null
) strict;

create table contest_key (
  singleton integer primary key check (singleton = 1),
  sign_public blob not null,
  sign_private blob not null,
  recipient text not null,
  identity text not null
) strict;

create table counter (
  name text primary key,
  next integer not null
) strict, without rowid;

create table category (
  id integer primary key autoincrement,
  position integer not null,
  key text not null unique,
  definition text not null check (json_valid(definition))
) strict;

create table round (
  id integer primary key autoincrement,
  position integer not null,
  key text not null unique,
  definition text not null check (json_valid(definition)),
  status text not null check (status in ('waiting', 'open', 'closed')),
  due_at text,
  closed_at text
) strict;

create table batch (
  id integer primary key autoincrement,
  file_name text not null,
  at text not null
) strict;

create table nominee (
  id integer primary key autoincrement,
  number integer not null unique,
  kind text not null check (kind in ('person', 'organisation', 'project', 'team')),
  name text not null,
  fields text not null check (json_valid(fields)),
  sort_key text not null,
  search_key text not null,
  flags text not null check (json_valid(flags)),
  withdrawn_reason text,
  withdrawn_at text,
  batch integer references batch (id),
  touched integer not null default 0,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
) strict;
create index nominee_batch on nominee (batch);

create table entry (
  id integer primary key autoincrement,
  nominee integer not null references nominee (id),
  round integer not null references round (id),
  category integer references category (id),
  check_state text not null default 'pending' check (check_state in ('pending', 'admitted', 'refused')),
  check_reason text not null default '',
  unique (nominee, round, category)
) strict;
create index entry_round on entry (round, category);

create table juror (
  id integer primary key autoincrement,
  number integer not null unique,
  name text not null,
  title text not null,
  contact text not null,
  chair integer not null check (chair in (0, 1)),
  sort_key text not null
) strict;
create unique index one_chair on juror (chair) where chair = 1;

create table seat (
  round integer not null references round (id),
  juror integer not null references juror (id),
  state text not null default 'present' check (state in ('present', 'absent', 'replaced')),
  reason text not null default '',
  replaced_by integer references juror (id),
  primary key (round, juror),
  check ((state = 'replaced') = (replaced_by is not null)),
  check (state = 'present' or reason <> '')
) strict, without rowid;

create table package (
  id text primary key,
  round integer not null references round (id),
  juror integer not null references juror (id),
  revision integer not null,
  code text not null,
  file_name text not null,
  issued_at text not null,
  due_at text not null,
  rules_hash text not null,
  manifest blob not null,
  unique (round, juror, revision)
) strict;

-- Every genuine ballot that ever arrived, verbatim, as evidence; what counts is computed from the set.
create table returned (
  hash text primary key,
  package text not null references package (id),
  round integer not null references round (id),
  juror integer not null references juror (id),
  juror_key text not null,
  sequence integer not null,
  submitted_at text not null,
  received_at text not null,
  file_name text not null,
  received blob not null,
  content blob not null
) strict;
create index returned_juror on returned (round, juror);

create table ballot_choice (
  round integer not null references round (id),
  juror integer not null references juror (id),
  hash text not null references returned (hash),
  -- the ballots the two people knew of; one that arrives later reopens the conflict
  among text not null check (json_valid(among)),
  people text not null check (json_valid(people)),
  reason text not null check (reason <> ''),
  at text not null,
  primary key (round, juror)
) strict, without rowid;

-- The cards of the ballots that count, one JSON array of steps in slot order; rewritten whole per ballot.
create table card (
  entry integer not null references entry (id),
  juror integer not null references juror (id),
  marks text not null,
  comment text not null default '',
  recusal_ground text check (recusal_ground in ('member', 'paid', 'family', 'other')),
  recusal_note text not null default '',
  primary key (entry, juror)
) strict, without rowid;

create table decision (
  id integer primary key autoincrement,
  round integer not null references round (id),
  category integer not null references category (id),
  kind text not null check (kind in ('open_vote', 'casting_vote', 'draw')),
  entries text not null check (json_valid(entries)),
  votes text not null check (json_valid(votes)),
  seed text not null default '',
  reason text not null check (reason <> ''),
  at text not null,
  revoked_at text
) strict;

create table log (
  seq integer primary key,
  bytes text not null,
  previous text not null,
  hash text not null
) strict;
create trigger log_is_never_changed before update on log begin select raise(abort, 'the log is never changed'); end;
create trigger log_is_never_cut before delete on log begin select raise(abort, 'the log is never cut'); end;
`;

export const createContest: Migration = { version: 1, name: 'contest', up: (db) => void db.exec(tables) };
