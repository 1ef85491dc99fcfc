import { fullWeight } from '@shared/model/criteria';
import type { Category } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import type { Hindrance } from '@shared/model/closing';
import type { SealSummary } from '@shared/model/seal';
import type { RoundSituation, Snapshot } from '@shared/model/snapshot';
import { inLanguage, type Language } from '@shared/model/language';
import type { Place } from '@shared/model/menu';
import type { PlaceFocus } from '../../stores/session';

/** The round that people work on: the open one, else the next to open, else the last. */
export function currentRound(contest: Contest): Round | null {
  return (
    contest.rounds.find((round) => round.status === 'open') ??
    contest.rounds.find((round) => round.status === 'waiting') ??
    contest.rounds.at(-1) ??
    null
  );
}

export function situationOf(snapshot: Snapshot, round: Round | null): RoundSituation | null {
  return round === null ? null : (snapshot.situations.find((situation) => situation.round === round.id) ?? null);
}

/** «Jana Béles 2026» */
export function contestName(contest: Contest, language: Language): string {
  return `${inLanguage(contest.head.title, language)} ${contest.head.edition}`.trim();
}

/** Sum of the criteria's weights, in basis points. */
function weightSum(category: Category): number {
  return category.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
}

/**
 * Categories whose criteria do not come to the whole. None where no round asks the categories for criteria, and none
 * under points, where the maxima of the criteria count and not their weights.
 */
export function unevenCategories(contest: Contest): readonly Category[] {
  const asks = contest.rounds.some(
    ({ rules }) => (rules.kind === 'jury' || rules.kind === 'jury_live') && rules.criteria === null,
  );
  if (!asks || contest.rules.aggregation.perJuror !== 'weighted_mean_0_100') return [];
  return contest.categories.filter((category) => weightSum(category) !== fullWeight);
}

/** The recovery code in force was never typed back from paper. */
export function isRecoveryUntried({ access }: Snapshot): boolean {
  return access.some(({ role, triedAt }) => role === 'recovery' && triedAt === null);
}

/** The seal in force; null while the contest was never sealed or its last seal was broken. */
export function sealInForce({ seals }: Snapshot): SealSummary | null {
  const last = seals.at(-1);
  return last === undefined || last.reopened !== null ? null : last;
}

/** A sealed contest takes no change: what would change it is not offered. */
export const isSealed = (snapshot: Snapshot): boolean => sealInForce(snapshot) !== null;

/** The demo has none: its password was thrown away, so that nobody can seal it either. */
export const hasKeys = ({ access }: Snapshot): boolean => access.length > 0;

export interface PlaceCount {
  readonly text: string;
  /** How many things wait for somebody here; 0: nothing. */
  readonly waits: number;
}

/** What the navigation says beside each place. */
export function placeCounts(snapshot: Snapshot): Readonly<Record<Place, PlaceCount>> {
  const { contest, people, jury, ballots } = snapshot;
  const round = currentRound(contest);
  const hindrances = situationOf(snapshot, round)?.hindrances ?? [];
  const standing = people.nominees.filter((nominee) => nominee.withdrawn === null);
  const out = ballots.issued.filter((ballot) => ballot.round === round?.id && !ballot.superseded);
  const back = out.filter((ballot) => ballot.state === 'returned').length;
  return {
    overview: { text: '', waits: 0 },
    setup: { text: '', waits: unevenCategories(contest).length },
    nominees: { text: shown(standing.length), waits: waitingIn(hindrances, 'nominees') },
    jury: { text: shown(jury.jurors.length), waits: 0 },
    ballots: { text: out.length === 0 ? '' : `${back} / ${out.length}`, waits: ballots.choices.length },
    ranking: { text: '', waits: waitingIn(hindrances, 'ranking') },
    documents: { text: '', waits: 0 },
    seal: { text: '', waits: 0 },
    access: { text: '', waits: isRecoveryUntried(snapshot) ? 1 : 0 },
    log: { text: '', waits: 0 },
  };
}

const shown = (count: number): string => (count === 0 ? '' : String(count));

function waitingIn(hindrances: readonly Hindrance[], place: Place): number {
  let waits = 0;
  for (const hindrance of hindrances) {
    if (placeOf(hindrance) === place) waits += hindrance.kind === 'unchecked' ? hindrance.count : 1;
  }
  return waits;
}

/** Where a hindrance is settled. */
export function placeOf(hindrance: Hindrance): Place {
  switch (hindrance.kind) {
    case 'unchecked':
    case 'no_category':
      return 'nominees';
    case 'tally_missing':
    case 'ballot_missing':
    case 'card_incomplete':
    case 'ballot_conflict':
      return 'ballots';
    case 'quorum':
    case 'few_scores':
      return 'jury';
    case 'tie':
    case 'choice_missing':
      return 'ranking';
    case 'fund_not_set':
    case 'pool_not_set':
    case 'not_comparable':
      return 'setup';
    case 'amount_missing':
    case 'region_missing':
      return 'nominees';
  }
}

/** What to point at there. */
export function focusOf(hindrance: Hindrance, round: Round): PlaceFocus {
  switch (hindrance.kind) {
    case 'unchecked':
    case 'tally_missing':
    case 'quorum':
      return { round: round.id };
    case 'no_category':
    case 'few_scores':
      return { round: round.id, entry: hindrance.entry };
    case 'ballot_missing':
    case 'card_incomplete':
    case 'ballot_conflict':
      return { round: round.id, juror: hindrance.juror };
    case 'tie':
    case 'choice_missing':
      return { round: round.id, category: hindrance.category };
    case 'fund_not_set':
    case 'pool_not_set':
      return { tab: 'winners' };
    case 'not_comparable':
      return { tab: 'count' };
    case 'amount_missing':
    case 'region_missing':
      return { round: round.id, entry: hindrance.entry };
  }
}
