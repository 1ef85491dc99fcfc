import type { Round } from '@shared/model/round';
import type { Attendance, Juror } from '@shared/model/jury';
import type { BallotChoice, IssuedBallot, Snapshot } from '@shared/model/snapshot';

/** One juror's ballot in a round, as far as it has come. */
export interface Sheet {
  readonly juror: Juror;
  readonly attendance: Attendance;
  /** The issue that is in force; null: not issued yet. */
  readonly issued: IssuedBallot | null;
  /** Two different ballots came back, and people have to choose. */
  readonly choice: BallotChoice | null;
}

/** One for each seat of the round, by juror number. */
export function sheetsOf({ jury, ballots }: Snapshot, round: Round): readonly Sheet[] {
  const seats = new Map(jury.seats.flatMap((s) => (s.round === round.id ? [[s.juror, s.attendance] as const] : [])));
  return jury.jurors.flatMap((juror) => {
    const attendance = seats.get(juror.id);
    if (attendance === undefined) return [];
    const mine = (ballot: { readonly round: Round['id']; readonly juror: Juror['id'] }) =>
      ballot.round === round.id && ballot.juror === juror.id;
    return [
      {
        juror,
        attendance,
        issued: ballots.issued.find((ballot) => mine(ballot) && !ballot.superseded) ?? null,
        choice: ballots.choices.find(mine) ?? null,
      },
    ];
  });
}

export const counts = ({ attendance }: Sheet): boolean => attendance.state === 'present';
/** Takes part and has no ballot yet, or one of rules that have changed since. */
export const isToIssue = (sheet: Sheet): boolean => counts(sheet) && (sheet.issued === null || sheet.issued.stale);
/** What can be handed over with its code: issued and in force. */
export const isOut = (sheet: Sheet): sheet is Sheet & { readonly issued: IssuedBallot } =>
  counts(sheet) && sheet.issued !== null;
