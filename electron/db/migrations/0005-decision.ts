import type { Migration } from '../migrate';

/** Decisions of more kinds, and who took them. The table is made anew: its list of kinds stands in a check. */
const rebuild = `
create table decision_next (
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
insert into decision_next (id, round, category, kind, entries, votes, seed, reason, at, revoked_at)
  select id, round, category, kind, entries, votes, seed, reason, at, revoked_at from decision;
delete from sqlite_sequence where name = 'decision_next';
insert into sqlite_sequence (name, seq)
  select 'decision_next', seq from sqlite_sequence where name = 'decision';
`;
const swap = `
drop table decision;
alter table decision_next rename to decision;
`;

const guards = (['insert', 'update', 'delete'] as const)
  .map(
    (event) => `
create trigger sealed_decision_${event} before ${event} on decision
when exists (select 1 from seal where reopened_at is null)
begin select raise(abort, 'the contest is sealed'); end;
`,
  )
  .join('');

export const moreDecisions: Migration = {
  version: 5,
  name: 'decision',
  up: (db) => {
    db.exec(rebuild);
    for (const event of ['insert', 'update', 'delete']) db.exec(`drop trigger sealed_decision_${event}`);
    db.exec(swap + guards);
  },
};
