import type { JurorId, PackageId, RoundId } from '@shared/model/ids';
import { readContent, readManifestBytes, readPackages } from '../db/ballots';
import { replaceCards } from '../db/cards';
import { readContest } from '../db/contest';
import { readEntries } from '../db/nominees';
import type { Db } from '../db/open';
import { rulesHash } from '../exchange/hashes';
import { readManifest } from '../exchange/package';
import { issuedPackage, judgeBallot, type ImportRules } from '../exchange/verdict';
import { ballotCategories } from './ballotCategories';
import { cardsOf } from './countedCards';
import { readBallots } from './scoring';

/** Writes the cards of whichever ballot of this juror counts now; none where there is a conflict or no ballot. */
export function recount(db: Db, round: RoundId, juror: JurorId): void {
  const mine = readBallots(db).find((b) => b.round === round && b.juror === juror);
  const content = mine?.outcome.counted ? readContent(db, mine.outcome.counted) : undefined;
  if (!content) {
    replaceCards(db, round, juror, []);
    return;
  }
  const judged = judgeBallot(content, importRules(db));
  if (!judged.ok) throw new Error(`a counted ballot is no longer accepted: ${judged.failure.reason}`);
  replaceCards(db, round, juror, cardsOf(readContest(db), readEntries(db), judged.value));
}

/** After the rules have changed: every juror of the rounds that are not closed. */
export function recountAll(db: Db): void {
  const open = new Set(readContest(db).rounds.flatMap((r) => (r.status === 'closed' ? [] : [r.id])));
  for (const { round, juror } of readBallots(db)) if (open.has(round)) recount(db, round, juror);
}

/** What the contest holds a returned ballot against. */
export function importRules(db: Db): ImportRules {
  const contest = readContest(db);
  const packages = readPackages(db);
  return {
    contestId: contest.id,
    find: (id: PackageId) => {
      const issued = packages.find((p) => p.id === id);
      const stored = issued && readManifestBytes(db, id);
      if (!issued || !stored) return null;
      const manifest = readManifest(stored, issued.fileName);
      if (!manifest.ok) throw new Error('a stored manifest can no longer be read');
      const superseded = packages.some(
        (p) => p.round === issued.round && p.juror === issued.juror && p.revision > issued.revision,
      );
      return issuedPackage(manifest.value, superseded);
    },
    currentRules: ({ round: { id }, categories }) => {
      const round = contest.rounds.find((r) => r.id === id);
      const inPackage = new Set(categories.map((c) => c.id));
      return round
        ? rulesHash(
            round.id,
            ballotCategories(contest, round).filter((c) => inPackage.has(c.id)),
          )
        : '';
    },
  };
}
