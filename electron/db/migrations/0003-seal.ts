import type { Migration } from '../migrate';

/** Seals, verbatim; and the triggers by which nothing that a seal vouches for changes while one is whole. */
const table = `
create table seal (
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
create unique index one_seal on seal (ifnull(reopened_at, '')) where reopened_at is null;
create trigger seal_is_never_deleted before delete on seal begin select raise(abort, 'a seal is never deleted'); end;
create trigger seal_is_only_broken before update on seal
when old.reopened_at is not null or new.number is not old.number or new.manifest is not old.manifest
  or new.contest is not old.contest or new.signature_secretary is not old.signature_secretary
  or new.signature_chair is not old.signature_chair or new.at is not old.at
begin select raise(abort, 'a seal is only broken, never changed'); end;
`;

/** What counts. Returned ballots still arrive, as evidence; those that are here stay. */
const frozen = [
  'contest',
  'category',
  'round',
  'batch',
  'nominee',
  'entry',
  'juror',
  'seat',
  'package',
  'ballot_choice',
  'card',
  'decision',
] as const;

const guard = (name: string, event: 'insert' | 'update' | 'delete') => `
create trigger sealed_${name}_${event} before ${event} on ${name}
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;
`;

const guards = [
  ...frozen.flatMap((name) => (['insert', 'update', 'delete'] as const).map((event) => guard(name, event))),
  guard('returned', 'update'),
  guard('returned', 'delete'),
].join('');

export const createSeal: Migration = { version: 3, name: 'seal', up: (db) => void db.exec(table + guards) };
