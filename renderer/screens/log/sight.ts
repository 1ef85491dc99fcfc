import { matches, searchKeyOf } from '@shared/domain/fold';
import { dayOf } from '@shared/domain/format';
import { isOverride, type LogAction, type LogLine, type LogPerson } from '@shared/model/log';

/** Which lines of the log are looked at. */

export const kinds = ['override', 'rules', 'nominees', 'jury', 'ballots', 'rounds', 'keys', 'seal', 'files'] as const;
export type Kind = (typeof kinds)[number];

const kindOf: Readonly<Record<LogAction, Exclude<Kind, 'override'>>> = {
  contest_created: 'files',
  contest_opened: 'files',
  rules_changed: 'rules',
  nominees_imported: 'nominees',
  import_undone: 'nominees',
  region_taken: 'nominees',
  region_replaced: 'nominees',
  nominee_added: 'nominees',
  nominee_changed: 'nominees',
  nominee_withdrawn: 'nominees',
  nominee_restored: 'nominees',
  attachment_added: 'nominees',
  attachment_removed: 'nominees',
  attachment_saved: 'nominees',
  admitted: 'nominees',
  refused: 'nominees',
  check_reset: 'nominees',
  category_assigned: 'nominees',
  juror_added: 'jury',
  juror_changed: 'jury',
  juror_removed: 'jury',
  juror_absent: 'jury',
  juror_replaced: 'jury',
  juror_present: 'jury',
  ballot_issued: 'ballots',
  ballot_imported: 'ballots',
  ballot_refused: 'ballots',
  ballot_choice: 'ballots',
  tallies_imported: 'rounds',
  tallies_typed: 'rounds',
  round_closed: 'rounds',
  round_reopened: 'rounds',
  decision_recorded: 'rounds',
  decision_revoked: 'rounds',
  workbook_exported: 'files',
  minutes_exported: 'files',
  snapshot_exported: 'files',
  password_changed: 'keys',
  signer_renewed: 'keys',
  recovery_renewed: 'keys',
  recovery_tried: 'keys',
  chair_removed: 'keys',
  key_changed: 'keys',
  sealed: 'seal',
  seal_reopened: 'seal',
  results_exported: 'files',
  log_exported: 'files',
};

export interface LogSight {
  readonly query: string;
  readonly kind: Kind | null;
  readonly who: LogPerson | null;
  /** ISO days, both included. */
  readonly from: string | null;
  readonly to: string | null;
}
export const everything: LogSight = { query: '', kind: null, who: null, from: null, to: null };

/** The lines in sight, the newest first. `textOf`: all that the screen says of a line. */
export function linesInSight(
  lines: readonly LogLine[],
  sight: LogSight,
  textOf: (line: LogLine) => string,
): readonly LogLine[] {
  return lines
    .filter(
      (line) =>
        isOfKind(line.action, sight.kind) &&
        (sight.who === null || line.who === sight.who) &&
        isWithin(localDay(line.at), sight) &&
        (sight.query.trim() === '' || matches(searchKeyOf([textOf(line)]), sight.query)),
    )
    .toReversed();
}

const isOfKind = (action: LogAction, kind: Kind | null): boolean =>
  kind === null || (kind === 'override' ? isOverride(action) : kindOf[action] === kind);

const isWithin = (day: string, { from, to }: LogSight): boolean =>
  (from === null || day >= from) && (to === null || day <= to);

/** The day on this computer's calendar, which is the one that the screen shows. */
function localDay(at: string): string {
  const { year, month, day } = dayOf(new Date(at));
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
