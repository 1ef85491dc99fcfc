import { isTallyRound } from '@shared/domain/roundKinds';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import type { Snapshot } from '@shared/model/snapshot';
import type { Hindrance } from '@shared/model/closing';
import type { TextKey, TextValues } from '../../i18n';
import type { Place } from '@shared/model/menu';
import { hasKeys, isSealed, situationOf } from '../contest/situation';

/** The one step that moves the contest on. */
export type NextStep =
  | { readonly kind: 'go'; readonly place: Place; readonly label: TextKey }
  | { readonly kind: 'close'; readonly round: Round };

export interface Headline {
  readonly key: TextKey;
  readonly values: TextValues;
  readonly next: NextStep;
}

/** No contest waits for its keys: the overview reminds of them itself. The log is only read. */
const go = (place: Exclude<Place, 'access' | 'log'>): NextStep => ({
  kind: 'go',
  place,
  label: `common:step.${place}`,
});

/** How things stand, as one sentence, with the step that follows from it. The first that applies is said. */
export function headline(snapshot: Snapshot, round: Round | null): Headline {
  const { people, jury, ballots } = snapshot;
  if (isSealed(snapshot)) return { key: 'common:state.sealed', values: {}, next: go('documents') };
  if (round === null || allClosed(snapshot.contest))
    return { key: 'common:state.finished', values: {}, next: go(hasKeys(snapshot) ? 'seal' : 'documents') };
  const hindrances = situationOf(snapshot, round)?.hindrances ?? [];
  const count = (kind: Hindrance['kind']) => hindrances.filter((hindrance) => hindrance.kind === kind).length;

  if (people.nominees.length === 0) return { key: 'common:state.noNominees', values: {}, next: go('nominees') };
  const unchecked = hindrances.find((hindrance) => hindrance.kind === 'unchecked');
  if (unchecked !== undefined) {
    return { key: 'common:state.unchecked', values: { count: unchecked.count }, next: go('nominees') };
  }
  const homeless = count('no_category');
  if (homeless > 0) return { key: 'common:state.noCategory', values: { count: homeless }, next: go('nominees') };
  if (isTallyRound(round)) {
    const table = hindrances.find((hindrance) => hindrance.kind === 'tally_missing');
    if (table !== undefined)
      return {
        key: table.all ? 'common:state.noTable' : 'common:state.tallyMissing',
        values: { count: table.count },
        next: { kind: 'go', place: 'ballots', label: 'common:step.table' },
      };
    if (count('tie') > 0) return { key: 'common:state.ties', values: { count: count('tie') }, next: go('ranking') };
  } else if (round.rules.kind !== 'technical') {
    if (jury.jurors.length === 0) return { key: 'common:state.noJury', values: {}, next: go('jury') };
    if (!ballots.issued.some((ballot) => ballot.round === round.id)) {
      return { key: 'common:state.notIssued', values: {}, next: go('ballots') };
    }
    const conflicts = count('ballot_conflict');
    if (conflicts > 0) return { key: 'common:state.conflicts', values: { count: conflicts }, next: go('ballots') };
    const missing = count('ballot_missing');
    if (missing > 0) return { key: 'common:state.missing', values: { count: missing }, next: go('ballots') };
    const incomplete = count('card_incomplete');
    if (incomplete > 0) return { key: 'common:state.incomplete', values: { count: incomplete }, next: go('ballots') };
    const few = count('quorum') + count('few_scores');
    if (few > 0) return { key: 'common:state.tooFew', values: {}, next: go('jury') };
    const ties = count('tie');
    if (ties > 0) return { key: 'common:state.ties', values: { count: ties }, next: go('ranking') };
  }
  if (hindrances.length > 0) return { key: 'common:state.hindered', values: {}, next: go('overview') };
  return { key: 'common:state.closable', values: {}, next: { kind: 'close', round } };
}

function allClosed(contest: Contest): boolean {
  return contest.rounds.every((round) => round.status === 'closed');
}

/** Whole days from now to the due instant, by calendar days; negative when it has passed. */
export function daysLeft(dueAt: string, now: Date): number {
  const due = new Date(dueAt);
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(due) - midnight(now)) / 86_400_000);
  return due < now ? Math.min(days, -1) : days;
}
