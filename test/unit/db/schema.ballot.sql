CREATE TABLE attachment_chunk (
  position integer not null,
  seq integer not null,
  bytes blob not null,
  primary key (position, seq)
) strict;

CREATE TABLE ballot (
  singleton integer primary key check (singleton = 1),
  manifest blob not null,
  signature blob not null,
  juror_public blob not null,
  juror_secret blob not null,
  editable integer not null default 1 check (editable in (0, 1)),
  cursor integer not null default 0,
  saved_at text,
  place_entry integer,
  place_criterion integer, carried text check (carried in ('taken', 'declined')),
  check (place_entry is not null or place_criterion is null)
) strict;

CREATE TABLE card (
  entry integer primary key,
  marks text not null check (json_valid(marks)),
  comment text not null default '',
  recusal text check (json_valid(recusal))
) strict;

CREATE TABLE change (
  seq integer primary key,
  entry integer not null,
  kind text not null check (kind in ('mark', 'comment', 'recusal')),
  criterion integer,
  before text not null check (json_valid(before)),
  after text not null check (json_valid(after)),
  at text not null,
  check ((kind = 'mark') = (criterion is not null))
) strict;

CREATE TABLE submission (
  sequence integer primary key,
  hash text not null,
  receipt text not null,
  at text not null,
  content blob not null,
  file blob not null,
  file_name text not null,
  written_at text
) strict;
