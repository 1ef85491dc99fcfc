import type { CellDifference, ReturnedCard } from '../model/ballot';
import type { PackageId } from '../model/ids';

/** One genuine returned ballot as far as counting is concerned. `hash`: SHA-256 of the signed content, hex. */
export interface GenuineBallot {
  readonly hash: string;
  readonly packageId: PackageId;
  readonly jurorKey: string;
  readonly sequence: number;
}

/** What two people decided about a conflict: which ballot counts, among exactly these. */
export interface BallotSetDecision {
  readonly counted: string;
  readonly among: readonly string[];
}

export type BallotConflict = 'same_sequence' | 'other_computer';

export interface BallotSetOutcome {
  readonly counted: string | null;
  readonly conflict: BallotConflict | null;
  /** Sequence numbers below the highest one that never arrived, rising. */
  readonly gaps: readonly number[];
}

/** Beyond this a sequence number is not believed (verdict.ts refuses it), so that gaps stay a short list. */
export const maxSequence = 9999;

/**
 * What counts of one juror's ballots in one round: a function of the set, so that neither the order of imports nor
 * importing something twice can matter.
 *
 * Only ballots of `currentPackage` take part; a re-issue supersedes what came before it. One key and no two contents
 * with the same sequence number: the highest counts. Two keys or two contents with one number: conflict, nothing
 * counts, until a decision names one of them. A ballot that the decision did not know of reopens the conflict.
 */
export function countedBallot(
  ballots: readonly GenuineBallot[],
  currentPackage: PackageId,
  decision: BallotSetDecision | null,
): BallotSetOutcome {
  const distinct = [
    ...new Map(ballots.filter((b) => b.packageId === currentPackage).map((b) => [b.hash, b])).values(),
  ].toSorted((a, b) => a.sequence - b.sequence || (a.hash < b.hash ? -1 : 1));
  const gaps = gapsBelow(distinct.map((b) => b.sequence));
  const conflict = conflictIn(distinct);
  if (conflict === null) return { counted: distinct.at(-1)?.hash ?? null, conflict, gaps };
  const decided =
    decision !== null &&
    distinct.every((b) => decision.among.includes(b.hash)) &&
    distinct.some((b) => b.hash === decision.counted);
  return decided ? { counted: decision.counted, conflict: null, gaps } : { counted: null, conflict, gaps };
}

function conflictIn(distinct: readonly GenuineBallot[]): BallotConflict | null {
  if (new Set(distinct.map((b) => b.jurorKey)).size > 1) return 'other_computer';
  if (new Set(distinct.map((b) => b.sequence)).size < distinct.length) return 'same_sequence';
  return null;
}

function gapsBelow(sequences: readonly number[]): readonly number[] {
  const present = new Set(sequences);
  const gaps: number[] = [];
  for (let n = 1; n < Math.max(0, ...sequences); n += 1) if (!present.has(n)) gaps.push(n);
  return gaps;
}

/** Every cell in which two ballots differ, by entry, then criterion, then recusal, then comment. */
export function ballotDifferences(
  before: readonly ReturnedCard[],
  after: readonly ReturnedCard[],
): readonly CellDifference[] {
  const old = new Map(before.map((card) => [card.entry, card]));
  const fresh = new Map(after.map((card) => [card.entry, card]));
  const entries = [...new Set([...old.keys(), ...fresh.keys()])].toSorted((a, b) => a - b);
  return entries.flatMap((entry) => cardDifferences(entry, old.get(entry), fresh.get(entry)));
}

function cardDifferences(
  entry: number,
  before: ReturnedCard | undefined,
  after: ReturnedCard | undefined,
): readonly CellDifference[] {
  const old = new Map(before?.marks.map((m) => [m.criterion, m.value]));
  const fresh = new Map(after?.marks.map((m) => [m.criterion, m.value]));
  const criteria = [...new Set([...old.keys(), ...fresh.keys()])].toSorted((a, b) => a - b);
  const differences: CellDifference[] = [];
  for (const criterion of criteria) {
    const cell = { before: old.get(criterion) ?? null, after: fresh.get(criterion) ?? null };
    if (cell.before !== cell.after) differences.push({ entry, criterion, kind: 'mark', ...cell });
  }
  const recusals = { before: before?.recusal ?? null, after: after?.recusal ?? null };
  if (recusals.before?.ground !== recusals.after?.ground || recusals.before?.note !== recusals.after?.note)
    differences.push({ entry, kind: 'recusal', ...recusals });
  const comments = { before: before?.comment ?? '', after: after?.comment ?? '' };
  if (comments.before !== comments.after) differences.push({ entry, kind: 'comment', ...comments });
  return differences;
}
