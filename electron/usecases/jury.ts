import { sortKey } from '@shared/domain/collation';
import type { InputOf } from '@shared/ipc/contract';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { Attendance, Juror } from '@shared/model/jury';
import type { Slices } from '@shared/model/snapshot';
import { fail, ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import {
  deleteJuror,
  ensureSeat,
  hasPackage,
  insertJuror,
  readJurors,
  readSeats,
  setAttendance,
  updateJuror,
} from '../db/jury';
import { appendLog } from '../db/log';
import type { Db } from '../db/open';
import { change } from './change';
import type { Desk } from './context';

/** A new juror gets a seat in every jury round that is not closed yet. */
export function saveJuror(desk: Desk, input: InputOf<'jury.save'>): Result<Slices> {
  return change(desk, ['jury'], (db, at) => {
    const { id, ...data } = input;
    const juror = { ...data, sortKey: sortKey(input.name) };
    if (id === null) {
      const made = insertJuror(db, juror);
      for (const r of readContest(db).rounds) {
        if ((r.rules.kind === 'jury' || r.rules.kind === 'jury_live') && r.status !== 'closed')
          ensureSeat(db, r.id, made);
      }
      appendLog(db, at, 'juror_added', { name: input.name });
      return ok(null);
    }
    if (!readJurors(db).some((j) => j.id === id)) return fail({ code: 'gone', what: 'juror' });
    updateJuror(db, { id, ...juror });
    appendLog(db, at, 'juror_changed', { name: input.name });
    return ok(null);
  });
}

export function removeJuror(desk: Desk, { id }: InputOf<'jury.remove'>): Result<Slices> {
  return change(desk, ['jury'], (db, at) => {
    const juror = readJurors(db).find((j) => j.id === id);
    if (!juror) return fail({ code: 'gone', what: 'juror' });
    // The ballot that is out would come back to nobody: such a juror is marked absent or replaced instead.
    if (hasPackage(db, id) || readSeats(db).some((s) => s.attendance.state === 'replaced' && s.attendance.by === id)) {
      return fail({ code: 'juror-has-ballot' });
    }
    deleteJuror(db, id);
    appendLog(db, at, 'juror_removed', { name: juror.name });
    return ok(null);
  });
}

export function markAbsent(desk: Desk, { round, juror, reason }: InputOf<'jury.markAbsent'>): Result<Slices> {
  return attend(desk, round, juror, { state: 'absent', reason }, (db, at, who) =>
    appendLog(db, at, 'juror_absent', { name: who.name }, reason),
  );
}

export function replaceJuror(desk: Desk, { round, juror, by, reason }: InputOf<'jury.replace'>): Result<Slices> {
  return attend(desk, round, juror, { state: 'replaced', reason, by }, (db, at, who) => {
    const replacement = readJurors(db).find((j) => j.id === by);
    ensureSeat(db, round, by);
    appendLog(db, at, 'juror_replaced', { name: who.name, by: replacement?.name ?? '' }, reason);
  });
}

export function markPresent(desk: Desk, { round, juror }: InputOf<'jury.markPresent'>): Result<Slices> {
  return attend(desk, round, juror, { state: 'present' }, (db, at, who) =>
    appendLog(db, at, 'juror_present', { name: who.name }),
  );
}

function attend(
  desk: Desk,
  round: RoundId,
  juror: JurorId,
  attendance: Attendance,
  note: (db: Db, at: string, juror: Juror) => void,
): Result<Slices> {
  return change(desk, ['jury', 'ballots'], (db, at) => {
    const jurors = readJurors(db);
    const who = jurors.find((j) => j.id === juror);
    const seat = readSeats(db).find((s) => s.round === round && s.juror === juror);
    if (!who || !seat) return fail({ code: 'gone', what: 'juror' });
    if (attendance.state === 'replaced' && (attendance.by === juror || !jurors.some((j) => j.id === attendance.by))) {
      return fail({ code: 'gone', what: 'juror' });
    }
    if (readContest(db).rounds.find((r) => r.id === round)?.status === 'closed')
      return fail({ code: 'round-not-open' });
    setAttendance(db, round, juror, attendance);
    note(db, at, who);
    return ok(null);
  });
}
