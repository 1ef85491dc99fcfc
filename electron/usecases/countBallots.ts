import { criteriaOf } from '@shared/domain/rubric';
import type { Card } from '@shared/model/card';
import type { Contest } from '@shared/model/contest';
import type { JurorId, PackageId, RoundId } from '@shared/model/ids';
import { readContent, readManifestBytes, readPackages } from '../db/ballots';
import { replaceCards } from '../db/cards';
import { readContest } from '../db/contest';
import { readEntries } from '../db/nominees';
import type { Db } from '../db/open';
import { rulesHash } from '../exchange/hashes';
import { readManifest } from '../exchange/package';
import { issuedPackage, judgeBallot, type AcceptedBallot, type ImportRules } from '../exchange/verdict';
import { ballotCategories } from './issueBallots';
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
  replaceCards(db, round, juror, cardsOf(db, judged.value));
}

/** Marks in the order of the criteria's slots, as the card table keeps them. */
function cardsOf(db: Db, ballot: AcceptedBallot): readonly Card[] {
  const contest = readContest(db);
  const slotsOf = slotTable(contest, ballot.roundId);
  const categoryOf = new Map(readEntries(db).map((e) => [e.id, e.category]));
  return ballot.cards.map((card) => {
    const slots = slotsOf.get(categoryOf.get(card.entry) ?? 0) ?? new Map<number, number>();
    const marks: (number | null)[] = Array.from(
      { length: Math.max(0, ...[...slots.values()].map((s) => s + 1)) },
      () => null,
    );
    for (const { criterion, step } of card.marks) {
      const slot = slots.get(criterion);
      if (slot === undefined) throw new Error('an accepted card names an unknown criterion');
      marks[slot] = step;
    }
    return {
      entry: card.entry,
      juror: ballot.jurorId,
      marks,
      comment: card.comment,
      recusal: card.recusal,
    };
  });
}

function slotTable(contest: Contest, round: RoundId): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const r = contest.rounds.find((x) => x.id === round);
  if (!r) throw new Error('no such round');
  return new Map(contest.categories.map((c) => [c.id, new Map(criteriaOf(c, r).map((k) => [k.id, k.slot]))]));
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
