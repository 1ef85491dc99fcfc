CREATE INDEX entry_round on entry (round, category);

CREATE INDEX nominee_batch on nominee (batch);

CREATE UNIQUE INDEX one_chair on juror (chair) where chair = 1;

CREATE UNIQUE INDEX one_seal on seal (ifnull(reopened_at, '')) where reopened_at is null;

CREATE UNIQUE INDEX one_signer on signer (role) where retired_at is null;

CREATE UNIQUE INDEX regional_file_region on regional_file (region) where replaced_at is null;

CREATE INDEX returned_juror on returned (round, juror);

CREATE TABLE attachment (
  id integer primary key autoincrement,
  nominee integer not null references nominee (id),
  name text not null check (name <> ''),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (length(sha256) = 64),
  unique (nominee, name)
) strict;

CREATE TABLE attachment_chunk (
  attachment integer not null references attachment (id) on delete cascade,
  seq integer not null,
  bytes blob not null,
  primary key (attachment, seq)
) strict;

CREATE TABLE ballot_choice (
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

CREATE TABLE batch (
  id integer primary key autoincrement,
  file_name text not null,
  at text not null
) strict;

CREATE TABLE card (
  entry integer not null references entry (id),
  juror integer not null references juror (id),
  marks text not null,
  comment text not null default '',
  recusal_ground text check (recusal_ground in ('member', 'paid', 'family', 'other')),
  recusal_note text not null default '',
  primary key (entry, juror)
) strict, without rowid;

CREATE TABLE category (
  id integer primary key autoincrement,
  position integer not null,
  key text not null unique,
  definition text not null check (json_valid(definition))
) strict;

CREATE TABLE contest (
  singleton integer primary key check (singleton = 1),
  id text not null,
  template_key text not null,
  head text not null check (json_valid(head)),
  rules text not null check (json_valid(rules)),
  created_at text not null
) strict;

CREATE TABLE contest_key (
  singleton integer primary key check (singleton = 1),
  sign_public blob not null,
  sign_private blob not null,
  recipient text not null,
  identity text not null
) strict;

CREATE TABLE counter (
  name text primary key,
  next integer not null
) strict, without rowid;

CREATE TABLE "decision" (
  id integer primary key autoincrement,
  round integer not null references round (id),
  category integer not null references category (id),
  kind text not null
    check (kind in ('open_vote', 'casting_vote', 'draw', 'jury_choice', 'place_above', 'exclude', 'include')),
  entries text not null check (json_valid(entries)),
  votes text not null check (json_valid(votes)),
  seed text not null default '',
  people text not null default '[]' check (json_valid(people)),
  reason text not null check (reason <> ''),
  at text not null,
  revoked_at text
) strict;

CREATE TABLE entry (
  id integer primary key autoincrement,
  nominee integer not null references nominee (id),
  round integer not null references round (id),
  category integer references category (id),
  check_state text not null default 'pending' check (check_state in ('pending', 'admitted', 'refused')),
  check_reason text not null default '',
  unique (nominee, round, category)
) strict;

CREATE TABLE juror (
  id integer primary key autoincrement,
  number integer not null unique,
  name text not null,
  title text not null,
  contact text not null,
  chair integer not null check (chair in (0, 1)),
  sort_key text not null
) strict;

CREATE TABLE log (
  seq integer primary key,
  bytes text not null,
  previous text not null,
  hash text not null
) strict;

CREATE TABLE nominee (
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

CREATE TABLE package (
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

CREATE TABLE regional_file (
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

CREATE TABLE regional_nominee (
  file integer not null references regional_file (id),
  nominee integer not null references nominee (id),
  primary key (file, nominee)
) strict;

CREATE TABLE returned (
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

CREATE TABLE round (
  id integer primary key autoincrement,
  position integer not null,
  key text not null unique,
  definition text not null check (json_valid(definition)),
  status text not null check (status in ('waiting', 'open', 'closed')),
  due_at text,
  closed_at text
) strict;

CREATE TABLE seal (
  number integer primary key,
  manifest blob not null,
  contest blob not null,
  signature_secretary blob not null,
  signature_chair blob not null,
  at text not null,
  reopened_at text,
  reopen_reason text,
  check ((reopened_at is null) = (reopen_reason is null)),
  check (reopen_reason <> '')
) strict;

CREATE TABLE seat (
  round integer not null references round (id),
  juror integer not null references juror (id),
  state text not null default 'present' check (state in ('present', 'absent', 'replaced')),
  reason text not null default '',
  replaced_by integer references juror (id),
  primary key (round, juror),
  check ((state = 'replaced') = (replaced_by is not null)),
  check (state = 'present' or reason <> '')
) strict, without rowid;

CREATE TABLE signer (
  id text primary key,
  role text not null check (role in ('secretary', 'chair')),
  public text not null,
  kdf text not null check (json_valid(kdf)),
  salt text not null,
  nonce text not null,
  wrapped text not null,
  created_at text not null,
  retired_at text
) strict;

CREATE TABLE tally (
  entry integer primary key references entry (id) on delete cascade,
  figures text check (json_valid(figures)),
  source text not null default '',
  at text not null
) strict;

CREATE TRIGGER log_is_never_changed before update on log begin select raise(abort, 'the log is never changed'); end;

CREATE TRIGGER log_is_never_cut before delete on log begin select raise(abort, 'the log is never cut'); end;

CREATE TRIGGER seal_is_never_deleted before delete on seal begin select raise(abort, 'a seal is never deleted'); end;

CREATE TRIGGER seal_is_only_broken before update on seal
when old.reopened_at is not null or new.number is not old.number or new.manifest is not old.manifest
  or new.contest is not old.contest or new.signature_secretary is not old.signature_secretary
  or new.signature_chair is not old.signature_chair or new.at is not old.at
begin select raise(abort, 'a seal is only broken, never changed'); end;

CREATE TRIGGER sealed_attachment_chunk_delete before delete on attachment_chunk
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_attachment_chunk_insert before insert on attachment_chunk
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_attachment_chunk_update before update on attachment_chunk
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_attachment_delete before delete on attachment
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_attachment_insert before insert on attachment
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_attachment_update before update on attachment
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_ballot_choice_delete before delete on ballot_choice
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_ballot_choice_insert before insert on ballot_choice
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_ballot_choice_update before update on ballot_choice
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_batch_delete before delete on batch
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_batch_insert before insert on batch
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_batch_update before update on batch
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_card_delete before delete on card
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_card_insert before insert on card
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_card_update before update on card
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_category_delete before delete on category
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_category_insert before insert on category
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_category_update before update on category
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_contest_delete before delete on contest
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_contest_insert before insert on contest
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_contest_update before update on contest
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_decision_delete before delete on decision
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_decision_insert before insert on decision
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_decision_update before update on decision
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_entry_delete before delete on entry
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_entry_insert before insert on entry
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_entry_update before update on entry
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_juror_delete before delete on juror
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_juror_insert before insert on juror
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_juror_update before update on juror
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_nominee_delete before delete on nominee
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_nominee_insert before insert on nominee
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_nominee_update before update on nominee
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_package_delete before delete on package
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_package_insert before insert on package
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_package_update before update on package
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_regional_file_delete before delete on regional_file
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_regional_file_insert before insert on regional_file
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_regional_file_update before update on regional_file
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_regional_nominee_delete before delete on regional_nominee
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_regional_nominee_insert before insert on regional_nominee
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_regional_nominee_update before update on regional_nominee
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_returned_delete before delete on returned
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_returned_update before update on returned
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_round_delete before delete on round
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_round_insert before insert on round
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_round_update before update on round
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_seat_delete before delete on seat
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_seat_insert before insert on seat
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_seat_update before update on seat
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_tally_delete before delete on tally
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_tally_insert before insert on tally
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER sealed_tally_update before update on tally
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;

CREATE TRIGGER signer_is_never_deleted before delete on signer begin select raise(abort, 'a signer is never deleted'); end;
