import { countedBallot, type BallotSetOutcome } from '@shared/domain/ballotSet';
import type { StandingInput } from '@shared/domain/evaluation';
import type { BallotState } from '@shared/domain/panel';
import type { Contest } from '@shared/model/contest';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { Juror } from '@shared/model/jury';
import type { Nominee } from '@shared/model/nominee';
import { readChoices, readPackages, readReturned, type PackageRow, type ReturnedRow } from '../db/ballots';
import { readCards } from '../db/cards';
import { readContest } from '../db/contest';
import { readDecisions } from '../db/decisions';
import { readJurors, readSeats } from '../db/jury';
import { readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { readTallies } from '../db/tallies';
import { rulesHash } from '../exchange/hashes';
import { ballotCategories } from './ballotCategories';
import { arrivedInTime } from './lateBallots';

/** All ballots of one juror in one round: the packages that went out, what came back, and what counts of it. */
export interface JurorBallots {
  readonly round: RoundId;
  readonly juror: JurorId;
  /** By revision; the last is the one in force. */
  readonly packages: readonly PackageRow[];
  readonly current: PackageRow;
  /** All of them, also those that came when the round was closed. */
  readonly returned: readonly ReturnedRow[];
  /** The rules of the round have changed since the package in force was issued: nothing counts until the next. */
  readonly stale: boolean;
  /** The ballot whose marks a re-issue may carry over: what counted of the newest revision that any came back of. */
  readonly carry: string | null;
  readonly outcome: BallotSetOutcome;
}

export function readBallots(db: Db): readonly JurorBallots[] {
  const returned = readReturned(db);
  const choices = readChoices(db);
  const contest = readContest(db);
  const current = rulesOfRounds(contest);
  const inTime = arrivedInTime(contest.rounds);
  const groups = new Map<string, PackageRow[]>();
  for (const p of readPackages(db))
    groups.set(`${p.round} ${p.juror}`, [...(groups.get(`${p.round} ${p.juror}`) ?? []), p]);
  return [...groups.values()].flatMap((packages) => {
    const inForce = packages.at(-1);
    if (!inForce) return [];
    const { round, juror } = inForce;
    const mine = returned.filter((b) => b.round === round && b.juror === juror);
    const choice = choices.find((c) => c.round === round && c.juror === juror);
    const set = mine.filter(inTime).map(({ hash, package: packageId, jurorKey, sequence }) => ({
      hash,
      packageId,
      jurorKey,
      sequence,
    }));
    const decision = choice ? { counted: choice.hash, among: choice.among } : null;
    const outcomeOf = (p: PackageRow) => countedBallot(set, p.id, decision);
    const stale = inForce.rulesHash !== current.get(round);
    const outcome = stale ? nothing : outcomeOf(inForce);
    const last = packages.findLast((p) => set.some((b) => b.packageId === p.id));
    const carry = last === undefined ? null : outcomeOf(last).counted;
    return [{ round, juror, packages, current: inForce, returned: mine, stale, carry, outcome }];
  });
}

const nothing: BallotSetOutcome = { counted: null, conflict: null, gaps: [] };

/** The rules hash of a package that were issued now, by round. */
const rulesOfRounds = (contest: Contest): ReadonlyMap<RoundId, string> =>
  new Map(contest.rounds.map((r) => [r.id, rulesHash(r.id, ballotCategories(contest, r))]));

export const stateOf = (b: JurorBallots): BallotState['state'] =>
  b.outcome.counted !== null ? 'returned' : b.outcome.conflict !== null ? 'conflict' : 'not_returned';

/** Everything the domain scores with, read once; a round and a category are added where they are known. */
export type ScoringData = Omit<StandingInput, 'category' | 'round' | 'contest' | 'jurors' | 'nominees'> & {
  readonly contest: Contest;
  readonly nominees: readonly Nominee[];
  readonly jurors: readonly Juror[];
};

export function readScoring(db: Db, ballots: readonly JurorBallots[] = readBallots(db)): ScoringData {
  return {
    contest: readContest(db),
    entries: readEntries(db),
    nominees: readNominees(db),
    jurors: readJurors(db),
    seats: readSeats(db),
    cards: readCards(db),
    ballotStates: ballots.map((b) => ({ round: b.round, juror: b.juror, state: stateOf(b) })),
    tallies: readTallies(db),
    decisions: readDecisions(db),
  };
}
