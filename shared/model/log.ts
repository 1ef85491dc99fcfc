/** The contest's log, line by line: what was done, by whom, and with which reason. */

export const logActions = [
  'contest_created',
  'contest_opened',
  'rules_changed',
  'nominees_imported',
  'import_undone',
  'region_taken',
  'region_replaced',
  'nominee_added',
  'nominee_changed',
  'nominee_withdrawn',
  'nominee_restored',
  'attachment_added',
  'attachment_removed',
  'attachment_saved',
  'admitted',
  'refused',
  'check_reset',
  'category_assigned',
  'juror_added',
  'juror_changed',
  'juror_removed',
  'juror_absent',
  'juror_replaced',
  'juror_present',
  'ballot_issued',
  'ballot_imported',
  'ballot_refused',
  'ballot_choice',
  'tallies_imported',
  'tallies_typed',
  'round_closed',
  'round_reopened',
  'decision_recorded',
  'decision_revoked',
  'workbook_exported',
  'minutes_exported',
  'snapshot_exported',
  'password_changed',
  'signer_renewed',
  'recovery_renewed',
  'recovery_tried',
  'chair_removed',
  'key_changed',
  'sealed',
  'seal_reopened',
  'results_exported',
  'log_exported',
] as const;
export type LogAction = (typeof logActions)[number];

/** What sets aside the ordinary course of things: never without a reason. */
export const overrideActions = [
  'region_replaced',
  'nominee_withdrawn',
  'refused',
  'juror_absent',
  'juror_replaced',
  'ballot_choice',
  'round_reopened',
  'decision_recorded',
  'decision_revoked',
  'seal_reopened',
  'chair_removed',
  'key_changed',
] as const satisfies readonly LogAction[];
export type OverrideAction = (typeof overrideActions)[number];

export const isOverride = (action: LogAction): action is OverrideAction =>
  (overrideActions as readonly LogAction[]).includes(action);

/** Whose key opened the session in which the line was written. */
export const logPeople = ['secretary', 'chair', 'recovery'] as const;
export type LogPerson = (typeof logPeople)[number];

/** A thing as flat texts; of two versions only what differs. Personal data and marks are never in it. */
export type LogTexts = Readonly<Record<string, string>>;

/** The whole log, the oldest line first, and the head of its chain. */
export interface LogBook {
  readonly lines: readonly LogLine[];
  readonly head: string;
  /** Every line follows from the one before it. */
  readonly isWhole: boolean;
}

export interface LogLine {
  readonly seq: number;
  readonly at: string;
  /** Null in lines of the first release, which did not write it. */
  readonly who: LogPerson | null;
  readonly action: LogAction;
  /** Names and numbers for the text of the action; values are shown as they are. */
  readonly details: LogTexts;
  readonly before: LogTexts | null;
  readonly after: LogTexts | null;
  readonly reason: string;
}
