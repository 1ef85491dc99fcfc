import { ballotCardState, ballotProgress } from '@shared/domain/ballotCards';
import { valueOf } from '@shared/domain/scale';
import type { BallotCard, BallotProgress, BallotSnapshot, Receipt } from '@shared/model/ballotSession';
import type { EntryId } from '@shared/model/ids';
import type { StoredCard } from '../../db/ballot/cards';
import { lastWritten, type Submission } from '../../db/ballot/submissions';
import { attachmentsOf } from './attachments';
import { cardOf, type BallotSession } from './session';

export function snapshotOf(session: BallotSession): BallotSnapshot {
  const { manifest, head } = session;
  const submission = lastWritten(session.db);
  return {
    packageId: manifest.packageId,
    revision: manifest.revision,
    contest: { title: manifest.contest.title, edition: manifest.contest.edition },
    round: { name: manifest.round.name },
    juror: { number: manifest.juror.number, name: manifest.juror.name, chair: manifest.juror.chair },
    categories: manifest.categories,
    entries: manifest.entries,
    attachments: attachmentsOf(manifest),
    instructions: manifest.instructions,
    dueAt: manifest.dueAt,
    sendTo: manifest.sendTo,
    cards: manifest.entries.map((entry) => cardView(session, cardOf(session, entry.id as EntryId))),
    progress: progressOf(session),
    submitted: submission === null ? null : receiptOf(session, submission),
    editable: head.editable,
    canUndo: canUndo(session),
    canRedo: canRedo(session),
    savedAt: head.savedAt,
    previous: previousView(session),
    carried: carriedView(session),
    place: head.place,
  };
}

function previousView({ manifest: { previous } }: BallotSession): BallotSnapshot['previous'] {
  if (previous === undefined) return null;
  const { revision, reason, withdrawn } = previous;
  return { revision, reason, withdrawn };
}

function carriedView({ carried, head }: BallotSession): BallotSnapshot['carried'] {
  if (carried === null) return null;
  const { receipt, sequence, submittedAt, cards } = carried;
  const marks = cards.map((c): [number, Record<number, number>] => [
    c.entry,
    Object.fromEntries(c.marks.map((m) => [m.criterion, m.value])),
  ]);
  return { state: head.carried ?? 'offered', receipt, sequence, submittedAt, marks: Object.fromEntries(marks) };
}

export const canUndo = (session: BallotSession): boolean => session.head.editable && session.head.cursor > 0;
export const canRedo = (session: BallotSession): boolean =>
  session.head.editable && session.newest > session.head.cursor;

/** The card with values instead of steps. */
export function cardView(session: BallotSession, card: StoredCard): BallotCard {
  const criteria = session.criteria.get(card.entry) ?? [];
  const marks: Record<number, number> = {};
  criteria.forEach((criterion, index) => {
    const step = card.marks[index] ?? null;
    if (step !== null) marks[criterion.id] = valueOf(criterion.scale, step);
  });
  return {
    entry: card.entry,
    marks,
    comment: card.comment,
    recusal: card.recusal,
    state: ballotCardState(Object.keys(marks).length, criteria.length, card.recusal !== null),
  };
}

export function progressOf(session: BallotSession): BallotProgress {
  return ballotProgress(
    [...session.criteria].map(([entry, criteria]) => {
      const card = session.cards.get(entry);
      return {
        criteria: criteria.length,
        marked: card?.marks.filter((step) => step !== null).length ?? 0,
        recused: card !== undefined && card.recusal !== null,
      };
    }),
  );
}

export const receiptOf = ({ manifest }: BallotSession, submission: Submission): Receipt => ({
  hash: submission.receipt,
  sequence: submission.sequence,
  submittedAt: submission.at,
  fileName: submission.fileName,
  sendTo: manifest.sendTo,
  dueAt: manifest.dueAt,
});
