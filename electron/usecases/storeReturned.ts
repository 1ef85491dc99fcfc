import type { BallotVerdict } from '@shared/model/ballot';
import type { JurorId } from '@shared/model/ids';
import type { BallotImport } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { insertReturned, readReturned } from '../db/ballots';
import { readContest } from '../db/contest';
import { readJurors, readSeats } from '../db/jury';
import { readEntries, readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import { judgeBallot, type AcceptedBallot } from '../exchange/verdict';
import { changeOf, storedBallot } from './ballotDifference';
import { commit, type Writing } from './change';
import type { Desk } from './context';
import { importRules, recount } from './countBallots';
import { after } from './lateBallots';
import { readBallots } from './scoring';

/** `received`: the file as it came; `content`: what it decrypts to. */
export interface ReturnedFile {
  readonly fileName: string;
  readonly received: Uint8Array;
  readonly content: Uint8Array;
}

/** Takes one decrypted file in, in a transaction of its own. */
export function storeReturned(
  desk: Desk,
  fileName: string,
  received: Uint8Array,
  content: Uint8Array,
): Result<BallotImport> {
  return commit(desk, (writing) => ok(takeIn(writing, { fileName, received, content })), 'always');
}

/**
 * Judges one decrypted file. A genuine ballot is stored verbatim whatever comes of it, also where another revision or
 * other rules are in force; the cards that count are computed again from the set.
 */
export function takeIn({ db, at, log }: Writing, file: ReturnedFile): BallotImport {
  const { fileName } = file;
  const judged = judgeBallot(file.content, importRules(db));
  if (!judged.ok) {
    const { reason, jurorId, kept } = judged.failure;
    if (kept && !isStored(db, kept)) keep(db, at, file, kept);
    const receipt = kept?.receipt ?? null;
    log('ballot_refused', {
      file: fileName,
      name: nameOf(db, jurorId),
      reason,
      ...(receipt === null ? {} : { receipt }),
    });
    const verdict = { kind: 'refused', reason } as const;
    return { fileName, juror: jurorId, receipt, verdict, change: null, withdrawn: [] };
  }
  const ballot = judged.value;
  const taken = take(db, at, file, ballot);
  log('ballot_imported', {
    name: nameOf(db, ballot.jurorId),
    receipt: ballot.receipt,
    sequence: String(ballot.sequence),
    verdict: taken.verdict.kind,
  });
  const withdrawn = withdrawnIn(db, ballot);
  return { fileName, juror: ballot.jurorId, receipt: ballot.receipt, withdrawn, ...taken };
}

export const nameOf = (db: Db, juror: JurorId | null): string => readJurors(db).find((j) => j.id === juror)?.name ?? '';

function take(
  db: Db,
  at: string,
  file: ReturnedFile,
  ballot: AcceptedBallot,
): Pick<BallotImport, 'verdict' | 'change'> {
  if (isStored(db, ballot)) return { verdict: { kind: 'already_imported' }, change: null };
  const before = countedOf(db, ballot);
  keep(db, at, file, ballot);
  // A closed round no longer changes: what arrives later is evidence only.
  if (closingOf(db, ballot) !== null) return { verdict: { kind: 'kept_as_evidence' }, change: null };
  recount(db, ballot.roundId, ballot.jurorId);
  const differs = before && changeOf(before, { ...ballot, cards: ballot.returned });
  const change = differs && differs.total > 0 ? differs : null;
  const away = readSeats(db).find((s) => s.round === ballot.roundId && s.juror === ballot.jurorId)?.attendance.state;
  if (away === 'absent' || away === 'replaced') return { verdict: { kind: 'not_taking_part', state: away }, change };
  return { verdict: verdictOn(db, ballot, before?.sequence ?? null, differs?.total ?? 0), change };
}

const isStored = (db: Db, { hash }: AcceptedBallot): boolean => readReturned(db).some((r) => r.hash === hash);

function keep(db: Db, at: string, { fileName, received, content }: ReturnedFile, ballot: AcceptedBallot): void {
  const { hash, packageId, roundId, jurorId, jurorKey, sequence, submittedAt } = ballot;
  const row = { hash, package: packageId, round: roundId, juror: jurorId, jurorKey, sequence, submittedAt };
  const closedAt = closingOf(db, ballot);
  const receivedAt = closedAt === null ? at : after(at, closedAt);
  insertReturned(db, { ...row, receivedAt, fileName }, received, content);
}

/** When the ballot's round was closed; null while it is not. */
const closingOf = (db: Db, { roundId }: AcceptedBallot): string | null =>
  readContest(db).rounds.find((r) => r.id === roundId)?.closedAt ?? null;

function verdictOn(db: Db, ballot: AcceptedBallot, replacedSequence: number | null, cells: number): BallotVerdict {
  const own = readBallots(db).find((b) => b.round === ballot.roundId && b.juror === ballot.jurorId);
  if (own?.outcome.conflict) return { kind: 'conflict', reason: own.outcome.conflict };
  const counted = own?.returned.find((r) => r.hash === own.outcome.counted);
  if (counted && counted.hash !== ballot.hash) return { kind: 'older_kept', countedSequence: counted.sequence };
  return { kind: 'counted', replacedSequence, changedCells: cells };
}

function countedOf(db: Db, { roundId, jurorId }: AcceptedBallot) {
  const counted = readBallots(db).find((b) => b.round === roundId && b.juror === jurorId)?.outcome.counted ?? null;
  const ballot = counted === null ? undefined : storedBallot(db, counted);
  return counted === null || ballot === undefined ? null : { ...ballot, hash: counted };
}

/** Their marks are kept with the ballot and enter no ranking. */
function withdrawnIn(db: Db, ballot: AcceptedBallot): readonly number[] {
  const marked = new Set(ballot.cards.filter((c) => c.marks.length > 0).map((c) => c.entry));
  const nominees = new Set(readEntries(db).flatMap((e) => (marked.has(e.id) ? [e.nominee] : [])));
  return readNominees(db)
    .filter((n) => n.withdrawn !== null && nominees.has(n.id))
    .map((n) => n.number);
}
