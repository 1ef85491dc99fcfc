import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import type { Attendance, Juror } from '@shared/model/jury';
import type { Snapshot } from '@shared/model/snapshot';

/** Rounds in which jurors mark, in order. */
export function juryRounds(contest: Contest): readonly Round[] {
  return contest.rounds.filter(({ rules }) => rules.kind === 'jury' || rules.kind === 'jury_live');
}

/** The jury round that people work on: the open one, else the next, else the last. */
export function currentJuryRound(contest: Contest): Round | null {
  const rounds = juryRounds(contest);
  return (
    rounds.find(({ status }) => status === 'open') ??
    rounds.find(({ status }) => status === 'waiting') ??
    rounds.at(-1) ??
    null
  );
}

/** Null: the juror has no seat in this round. */
export function attendanceOf({ jury }: Snapshot, round: Round, juror: Juror): Attendance | null {
  return jury.seats.find((seat) => seat.round === round.id && seat.juror === juror.id)?.attendance ?? null;
}

/** Who may take the place of a juror: anybody else who has no ballot of this round yet and counts in it. */
export function replacementsFor(snapshot: Snapshot, round: Round, juror: Juror): readonly Juror[] {
  const { jury, ballots } = snapshot;
  const busy = new Set(ballots.issued.flatMap((ballot) => (ballot.round === round.id ? [ballot.juror] : [])));
  const away = new Set(
    jury.seats.flatMap((seat) => (seat.round === round.id && seat.attendance.state !== 'present' ? [seat.juror] : [])),
  );
  return jury.jurors.filter(({ id }) => id !== juror.id && !busy.has(id) && !away.has(id));
}
