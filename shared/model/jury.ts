import type { JurorId, RoundId } from './ids';

export interface Juror {
  readonly id: JurorId;
  readonly number: number;
  readonly name: string;
  /** Position or title, printed on the score sheet. */
  readonly title: string;
  readonly contact: string;
  readonly chair: boolean;
  readonly sortKey: string;
}

/** How a juror stands in a round. Who is absent or replaced has no card that counts in it. */
export type Attendance =
  | { readonly state: 'present' }
  | { readonly state: 'absent'; readonly reason: string }
  | {
      readonly state: 'replaced';
      readonly reason: string;
      readonly by: JurorId;
    };

/** A juror's place on the panel of a jury round. */
export interface Seat {
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly attendance: Attendance;
}
