import { z } from 'zod';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { Attendance, Juror, Seat } from '@shared/model/jury';
import type { Db } from './open';
import { integer, integerOrNull, row, rows, run, sql, text, type Row } from './sql';

/** Tables juror, seat ↔ Juror, Seat. */

const toJuror = (r: Row): Juror => ({
  id: integer(r, 'id') as JurorId,
  number: integer(r, 'number'),
  name: text(r, 'name'),
  title: text(r, 'title'),
  contact: text(r, 'contact'),
  chair: integer(r, 'chair') === 1,
  sortKey: text(r, 'sort_key'),
});

export const readJurors = (db: Db): readonly Juror[] =>
  rows(db, sql`select id, number, name, title, contact, chair, sort_key from juror order by number`).map(toJuror);

/** Clears the mark of the previous chair when this juror is the chair: there is one. */
export function insertJuror(db: Db, j: Omit<Juror, 'id' | 'number'>): JurorId {
  if (j.chair) run(db, sql`update juror set chair = 0`);
  const number = integer(row(db, sql`select coalesce(max(number), 0) + 1 as next from juror`), 'next');
  return run(
    db,
    sql`insert into juror (number, name, title, contact, chair, sort_key)
        values (${number}, ${j.name}, ${j.title}, ${j.contact}, ${j.chair ? 1 : 0}, ${j.sortKey})`,
  ).id as JurorId;
}

export function updateJuror(db: Db, j: Omit<Juror, 'number'>): void {
  if (j.chair) run(db, sql`update juror set chair = 0 where id <> ${j.id}`);
  run(
    db,
    sql`update juror set name = ${j.name}, title = ${j.title}, contact = ${j.contact}, chair = ${j.chair ? 1 : 0},
        sort_key = ${j.sortKey} where id = ${j.id}`,
  );
}

export function deleteJuror(db: Db, id: JurorId): void {
  run(db, sql`delete from seat where juror = ${id}`);
  run(db, sql`delete from juror where id = ${id}`);
}

export const hasPackage = (db: Db, id: JurorId): boolean =>
  row(db, sql`select 1 as one from package where juror = ${id} limit 1`) !== undefined;

// ---------------------------------------------------------------- seats

const seatStates = z.enum(['present', 'absent', 'replaced']);

function toAttendance(r: Row): Attendance {
  const state = seatStates.parse(text(r, 'state'));
  const reason = text(r, 'reason');
  if (state === 'present') return { state };
  if (state === 'absent') return { state, reason };
  const by = integerOrNull(r, 'replaced_by');
  if (by === null) throw new Error('a replaced juror without a replacement');
  return { state, reason, by: by as JurorId };
}

export const readSeats = (db: Db): readonly Seat[] =>
  rows(db, sql`select round, juror, state, reason, replaced_by from seat order by round, juror`).map((r) => ({
    round: integer(r, 'round') as RoundId,
    juror: integer(r, 'juror') as JurorId,
    attendance: toAttendance(r),
  }));

/** Gives a juror a place on the panel of a round; nothing happens if there is one. */
export const ensureSeat = (db: Db, round: RoundId, juror: JurorId): void => {
  run(db, sql`insert into seat (round, juror) values (${round}, ${juror}) on conflict do nothing`);
};

export function setAttendance(db: Db, round: RoundId, juror: JurorId, a: Attendance): void {
  run(
    db,
    sql`update seat set state = ${a.state}, reason = ${a.state === 'present' ? '' : a.reason},
        replaced_by = ${a.state === 'replaced' ? a.by : null} where round = ${round} and juror = ${juror}`,
  );
}
