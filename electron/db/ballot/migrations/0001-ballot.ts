/**
 * The juror's working database: one ballot. The package's manifest is kept as the bytes that arrived. A card that has
 * no row is blank; marks are steps in the order of the category's criteria in the manifest. `change` is the whole
 * history, so that undo works across sessions: rows above `ballot.cursor` were undone and can be redone.
 */
export const ballotTables = `
create table ballot (
  singleton integer primary key check (singleton = 1),
  manifest blob not null,
  signature blob not null,
  juror_public blob not null,
  juror_secret blob not null,
  editable integer not null default 1 check (editable in (0, 1)),
  cursor integer not null default 0,
  saved_at text,
  place_entry integer,
  place_criterion integer,
  check (place_entry is not null or place_criterion is null)
) strict;

create table card (
  entry integer primary key,
  marks text not null check (json_valid(marks)),
  comment text not null default '',
  recusal text check (json_valid(recusal))
) strict;

create table change (
  seq integer primary key,
  entry integer not null,
  kind text not null check (kind in ('mark', 'comment', 'recusal')),
  criterion integer,
  before text not null check (json_valid(before)),
  after text not null check (json_valid(after)),
  at text not null,
  check ((kind = 'mark') = (criterion is not null))
) strict;

-- A submission whose file was not seen written (crash, pulled stick) has no written_at: it is sent again unchanged, or
-- its number is passed over, so that two contents never bear one number.
create table submission (
  sequence integer primary key,
  hash text not null,
  receipt text not null,
  at text not null,
  content blob not null,
  file blob not null,
  file_name text not null,
  written_at text
) strict;
`;
