import { toStep } from '@shared/domain/scale';
import type { BallotSnapshot } from '@shared/model/ballotSession';
import type { ReturnedCard } from '@shared/model/ballot';
import type { EntryId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import { writeStoredCard, type StoredCard } from '../../db/ballot/cards';
import { readHead, setCarried } from '../../db/ballot/head';
import { attemptSql } from '../../db/sqliteFailure';
import { inTransaction } from '../../db/sql';
import { cardOf, isEditable, type BallotSession } from './session';
import { snapshotOf } from './snapshot';

/**
 * The juror's answer to what a re-issued package offers of an earlier ballot. What is taken fills blanks only: whatever
 * was marked in this ballot already stands. The answer is given once; each mark can be changed afterwards as any other.
 */
export function carry(session: BallotSession, { take }: { readonly take: boolean }, at: Date): Result<BallotSnapshot> {
  if (!isEditable(session)) return fail({ code: 'ballot-submitted' });
  if (session.carried === null || session.head.carried !== null) return fail({ code: 'invalid', field: 'carried' });
  const cards = take ? session.carried.cards.map((card) => merged(session, card)) : [];
  const done = attemptSql(session.file, () => {
    inTransaction(session.db, () => {
      for (const card of cards) writeStoredCard(session.db, card);
      setCarried(session.db, take ? 'taken' : 'declined', at.toISOString());
    });
    return readHead(session.db);
  });
  if (!done.ok) return done;
  for (const card of cards) session.cards.set(card.entry, card);
  session.head = done.value;
  return ok(snapshotOf(session));
}

function merged(session: BallotSession, carried: ReturnedCard): StoredCard {
  const entry = carried.entry as EntryId;
  const card = cardOf(session, entry);
  const values = new Map(carried.marks.map((m) => [m.criterion, m.value]));
  const marks = (session.criteria.get(entry) ?? []).map(({ id, scale }, index) => {
    const value = values.get(id);
    const step = value === undefined ? null : toStep(scale, value);
    return card.marks[index] ?? (step?.ok ? step.value : null);
  });
  return {
    entry,
    marks,
    comment: card.comment === '' ? carried.comment : card.comment,
    recusal: card.recusal ?? carried.recusal,
  };
}
