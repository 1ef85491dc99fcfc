import { ballotDifferences } from '@shared/domain/ballotSet';
import type { BallotVerdict, ReturnedCard } from '@shared/model/ballot';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { BallotImport } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { insertReturned, readContent, readReturned } from '../db/ballots';
import { readContest } from '../db/contest';
import { readJurors } from '../db/jury';
import type { Db } from '../db/open';
import { judgeBallot, readBallot, type AcceptedBallot } from '../exchange/verdict';
import { commit } from './change';
import type { Desk } from './context';
import { importRules, recount } from './countBallots';
import { readBallots } from './scoring';

/**
 * Takes one decrypted file in. A genuine ballot is stored verbatim whatever comes of it; the cards that count are
 * computed again from the set. `received`: the file as it came; `content`: what it decrypts to.
 */
export function storeReturned(
  desk: Desk,
  fileName: string,
  received: Uint8Array,
  content: Uint8Array,
): Result<BallotImport> {
  return commit(
    desk,
    ({ db, at, log }): Result<BallotImport> => {
      const judged = judgeBallot(content, importRules(db));
      if (!judged.ok) {
        const { reason, jurorId } = judged.failure;
        log('ballot_refused', { file: fileName, name: nameOf(db, jurorId), reason });
        return ok({ fileName, juror: jurorId, receipt: null, verdict: { kind: 'refused', reason } });
      }
      const ballot = judged.value;
      const verdict = take(db, at, fileName, ballot, received, content);
      log('ballot_imported', {
        name: nameOf(db, ballot.jurorId),
        receipt: ballot.receipt,
        sequence: String(ballot.sequence),
        verdict: verdict.kind,
      });
      return ok({ fileName, juror: ballot.jurorId, receipt: ballot.receipt, verdict });
    },
    'always',
  );
}

export const nameOf = (db: Db, juror: JurorId | null): string => readJurors(db).find((j) => j.id === juror)?.name ?? '';

function take(
  db: Db,
  at: string,
  fileName: string,
  ballot: AcceptedBallot,
  received: Uint8Array,
  content: Uint8Array,
): BallotVerdict {
  if (readReturned(db).some((r) => r.hash === ballot.hash)) return { kind: 'already_imported' };
  const before = countedOf(db, ballot.roundId, ballot.jurorId);
  insertReturned(
    db,
    {
      hash: ballot.hash,
      package: ballot.packageId,
      round: ballot.roundId,
      juror: ballot.jurorId,
      jurorKey: ballot.jurorKey,
      sequence: ballot.sequence,
      submittedAt: ballot.submittedAt,
      receivedAt: at,
      fileName,
    },
    received,
    content,
  );
  // A closed round no longer changes: what arrives later is evidence only.
  if (readContest(db).rounds.find((r) => r.id === ballot.roundId)?.status === 'closed')
    return { kind: 'kept_as_evidence' };
  recount(db, ballot.roundId, ballot.jurorId);
  const after = readBallots(db).find((b) => b.round === ballot.roundId && b.juror === ballot.jurorId);
  if (after?.outcome.conflict) return { kind: 'conflict', reason: after.outcome.conflict };
  const counted = after?.returned.find((r) => r.hash === after.outcome.counted);
  if (counted && counted.hash !== ballot.hash) return { kind: 'older_kept', countedSequence: counted.sequence };
  return {
    kind: 'counted',
    replacedSequence: before?.sequence ?? null,
    changedCells: before ? ballotDifferences(before.cards, ballot.returned).length : 0,
  };
}

interface Counted {
  readonly sequence: number;
  readonly cards: readonly ReturnedCard[];
}

function countedOf(db: Db, round: RoundId, juror: JurorId): Counted | null {
  const mine = readBallots(db).find((b) => b.round === round && b.juror === juror);
  const counted = mine?.returned.find((r) => r.hash === mine.outcome.counted);
  const content = counted && readContent(db, counted.hash);
  if (!counted || !content) return null;
  const read = readBallot(content);
  if (!read.ok) throw new Error('a stored ballot can no longer be read');
  return { sequence: counted.sequence, cards: read.value.ballot.cards };
}
