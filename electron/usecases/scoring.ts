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

/** All ballots of one juror in one round: the packages that went out, what came back, and what counts of it. */
export interface JurorBallots {
  readonly round: RoundId;
  readonly juror: JurorId;
  /** By revision; the last is the one in force. */
  readonly packages: readonly PackageRow[];
  readonly current: PackageRow;
  readonly returned: readonly ReturnedRow[];
  readonly outcome: BallotSetOutcome;
}

export function readBallots(db: Db): readonly JurorBallots[] {
  const returned = readReturned(db);
  const choices = readChoices(db);
  const groups = new Map<string, PackageRow[]>();
  for (const p of readPackages(db))
    groups.set(`${p.round} ${p.juror}`, [...(groups.get(`${p.round} ${p.juror}`) ?? []), p]);
  return [...groups.values()].flatMap((packages) => {
    const current = packages.at(-1);
    if (!current) return [];
    const { round, juror } = current;
    const mine = returned.filter((b) => b.round === round && b.juror === juror);
    const choice = choices.find((c) => c.round === round && c.juror === juror);
    const outcome = countedBallot(
      mine.map(({ hash, package: packageId, jurorKey, sequence }) => ({ hash, packageId, jurorKey, sequence })),
      current.id,
      choice ? { counted: choice.hash, among: choice.among } : null,
    );
    return [{ round, juror, packages, current, returned: mine, outcome }];
  });
}

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
    decisions: readDecisions(db),
  };
}
