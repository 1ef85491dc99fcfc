import { valueText } from '@shared/domain/scale';
import type { BallotDelta } from '@shared/model/ballotSession';
import type { EntryId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import { writeStoredCard, type StoredCard } from '../../db/ballot/cards';
import { appendChange, changeAt, extendChange, type CardChange } from '../../db/ballot/changes';
import { moveCursor } from '../../db/ballot/head';
import { attemptSql } from '../../db/sqliteFailure';
import { inTransaction } from '../../db/sql';
import { cardOf, isEditable, type BallotSession } from './session';
import { canRedo, canUndo, cardView, progressOf } from './snapshot';

/** Takes back the last change that is in force; nothing-to-undo when there is none. Works across sessions. */
export const undo = (session: BallotSession, at: Date): Result<BallotDelta> =>
  travel(session, session.head.cursor, -1, at);

/** Puts the change that was undone last back; nothing-to-undo when there is none. */
export const redo = (session: BallotSession, at: Date): Result<BallotDelta> =>
  travel(session, session.head.cursor + 1, 1, at);

/** What goes on being typed within this time is one step of the history: undoing 10 must not leave a 1. */
const typingPauseMs = { comment: 10_000, mark: 2_000 } as const;

/** Makes a change to `card` and to the history, in one transaction. A change that changes nothing writes nothing. */
export function record(session: BallotSession, card: StoredCard, change: CardChange, at: Date): Result<BallotDelta> {
  if (JSON.stringify(change.before) === JSON.stringify(change.after)) return ok(deltaOf(session, card, change, at));
  const { db, head } = session;
  return commit(session, changed(session, card, change, 'after'), change, at, () => {
    const instant = at.toISOString();
    if (change.kind !== 'recusal' && isBeingTyped(session, card.entry, change, at)) {
      extendChange(db, head.cursor, change.after, instant);
      return { cursor: head.cursor, newest: head.cursor };
    }
    const seq = appendChange(db, head.cursor, card.entry, change, instant);
    return { cursor: seq, newest: seq };
  });
}

function travel(session: BallotSession, seq: number, direction: -1 | 1, at: Date): Result<BallotDelta> {
  if (!isEditable(session)) return fail({ code: 'ballot-submitted' });
  const stored = attemptSql(session.file, () => changeAt(session.db, seq));
  if (!stored.ok) return stored;
  if (stored.value === null) return fail({ code: 'nothing-to-undo' });
  const { entry, change } = stored.value;
  const card = changed(session, cardOf(session, entry), change, direction === -1 ? 'before' : 'after');
  const history = { cursor: session.head.cursor + direction, newest: session.newest };
  return commit(session, card, change, at, () => history);
}

function commit(
  session: BallotSession,
  card: StoredCard,
  change: CardChange,
  at: Date,
  history: () => { readonly cursor: number; readonly newest: number },
): Result<BallotDelta> {
  const done = attemptSql(session.file, () =>
    inTransaction(session.db, () => {
      writeStoredCard(session.db, card);
      const now = history();
      moveCursor(session.db, now.cursor, at.toISOString());
      return now;
    }),
  );
  if (!done.ok) return done;
  session.cards.set(card.entry, card);
  session.newest = done.value.newest;
  session.head = { ...session.head, cursor: done.value.cursor, savedAt: at.toISOString() };
  return ok(deltaOf(session, card, change, at));
}

type TypedChange = Exclude<CardChange, { readonly kind: 'recusal' }>;

function isBeingTyped(session: BallotSession, entry: EntryId, change: TypedChange, at: Date): boolean {
  const last = changeAt(session.db, session.head.cursor);
  if (last === null || last.entry !== entry || last.change.kind !== change.kind) return false;
  if (change.kind === 'mark' && !goesOn(session, entry, last.change, change)) return false;
  const pause = at.getTime() - Date.parse(last.at);
  return pause >= 0 && pause < typingPauseMs[change.kind];
}

/** 1 goes on as 10, and 8 as 8.5; 1 does not go on as 7. */
function goesOn(session: BallotSession, entry: EntryId, last: CardChange, next: CardChange): boolean {
  if (last.kind !== 'mark' || next.kind !== 'mark' || last.criterion !== next.criterion) return false;
  const scale = session.criteria.get(entry)?.find((c) => c.id === Number(next.criterion))?.scale;
  if (scale === undefined || last.after === null || next.after === null) return false;
  return valueText(scale, next.after).startsWith(valueText(scale, last.after));
}

function changed(session: BallotSession, card: StoredCard, change: CardChange, side: 'before' | 'after'): StoredCard {
  if (change.kind === 'comment') return { ...card, comment: change[side] };
  if (change.kind === 'recusal') return { ...card, recusal: change[side] };
  const index = (session.criteria.get(card.entry) ?? []).findIndex((c) => c.id === Number(change.criterion));
  return { ...card, marks: card.marks.with(index, change[side]) };
}

function deltaOf(session: BallotSession, card: StoredCard, change: CardChange, at: Date): BallotDelta {
  return {
    card: cardView(session, card),
    criterion: change.kind === 'mark' ? change.criterion : null,
    progress: progressOf(session),
    canUndo: canUndo(session),
    canRedo: canRedo(session),
    savedAt: session.head.savedAt ?? at.toISOString(),
  };
}
