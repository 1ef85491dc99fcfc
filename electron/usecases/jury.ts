import { changesBetween, type Changes } from '@shared/domain/changes';
import { sortKey } from '@shared/domain/collation';
import type { InputOf } from '@shared/ipc/contract';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { Attendance } from '@shared/model/jury';
import type { LogTexts } from '@shared/model/log';
import type { Slices } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
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
import { change, type Writing } from './change';
import type { Desk } from './context';
import { attendanceTexts, hiddenIfChanged, jurorTexts } from './logTexts';

/** A new juror gets a seat in every jury round that is not closed yet. */
export function saveJuror(desk: Desk, input: InputOf<'jury.save'>): Result<Slices> {
  return change(desk, ['jury'], ({ db, log }) => {
    const { id, ...data } = input;
    const juror = { ...data, sortKey: sortKey(input.name) };
    if (id === null) {
      const made = insertJuror(db, juror);
      for (const r of readContest(db).rounds) {
        if ((r.rules.kind === 'jury' || r.rules.kind === 'jury_live') && r.status !== 'closed')
          ensureSeat(db, r.id, made);
      }
      log('juror_added', { name: input.name });
      return ok(null);
    }
    const before = readJurors(db).find((j) => j.id === id);
    if (!before) return fail({ code: 'gone', what: 'juror' });
    updateJuror(db, { id, ...juror });
    const [contactBefore, contactAfter] = hiddenIfChanged('contact', before.contact, input.contact);
    const changes = changesBetween(
      { ...jurorTexts(before), ...contactBefore },
      { ...jurorTexts(input), ...contactAfter },
    );
    log('juror_changed', { name: input.name }, { changes });
    return ok(null);
  });
}

export function removeJuror(desk: Desk, { id }: InputOf<'jury.remove'>): Result<Slices> {
  return change(desk, ['jury'], ({ db, log }) => {
    const juror = readJurors(db).find((j) => j.id === id);
    if (!juror) return fail({ code: 'gone', what: 'juror' });
    // The ballot that is out would come back to nobody: such a juror is marked absent or replaced instead.
    if (hasPackage(db, id) || readSeats(db).some((s) => s.attendance.state === 'replaced' && s.attendance.by === id)) {
      return fail({ code: 'juror-has-ballot' });
    }
    deleteJuror(db, id);
    log('juror_removed', { name: juror.name });
    return ok(null);
  });
}

export function markAbsent(desk: Desk, { round, juror, reason }: InputOf<'jury.markAbsent'>): Result<Slices> {
  return attend(desk, round, juror, { state: 'absent', reason }, ({ log }, about, changes) =>
    log('juror_absent', about, { reason, changes }),
  );
}

export function replaceJuror(desk: Desk, { round, juror, by, reason }: InputOf<'jury.replace'>): Result<Slices> {
  return attend(desk, round, juror, { state: 'replaced', reason, by }, ({ db, log }, about, changes) => {
    const replacement = readJurors(db).find((j) => j.id === by);
    ensureSeat(db, round, by);
    log('juror_replaced', { ...about, by: replacement?.name ?? '' }, { reason, changes });
  });
}

export function markPresent(desk: Desk, { round, juror }: InputOf<'jury.markPresent'>): Result<Slices> {
  return attend(desk, round, juror, { state: 'present' }, ({ log }, about, changes) =>
    log('juror_present', about, { changes }),
  );
}

function attend(
  desk: Desk,
  round: RoundId,
  juror: JurorId,
  attendance: Attendance,
  note: (writing: Writing, about: LogTexts, changes: Changes | null) => void,
): Result<Slices> {
  return change(desk, ['jury', 'ballots'], (writing) => {
    const { db } = writing;
    const jurors = readJurors(db);
    const who = jurors.find((j) => j.id === juror);
    const seat = readSeats(db).find((s) => s.round === round && s.juror === juror);
    if (!who || !seat) return fail({ code: 'gone', what: 'juror' });
    if (attendance.state === 'replaced' && (attendance.by === juror || !jurors.some((j) => j.id === attendance.by))) {
      return fail({ code: 'gone', what: 'juror' });
    }
    const held = readContest(db).rounds.find((r) => r.id === round);
    if (!held || held.status === 'closed') return fail({ code: 'round-not-open' });
    setAttendance(db, round, juror, attendance);
    const changes = changesBetween(attendanceTexts(seat.attendance, jurors), attendanceTexts(attendance, jurors));
    note(writing, { name: who.name, round: inLanguage(held.name, 'kk') }, changes);
    return ok(null);
  });
}
