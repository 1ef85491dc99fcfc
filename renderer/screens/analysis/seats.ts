import type { JurorId, RoundId } from '@shared/model/ids';
import type { Seat } from '@shared/model/jury';

/** Has no seat in the round, or takes no part in it. */
export const isOut = (seats: readonly Seat[], round: RoundId, juror: JurorId): boolean =>
  !seats.some((seat) => seat.round === round && seat.juror === juror && seat.attendance.state === 'present');
