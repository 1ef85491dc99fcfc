import { toStep } from '@shared/domain/scale';
import type { BallotDelta, BallotPlace } from '@shared/model/ballotSession';
import type { RecusalGround } from '@shared/model/card';
import type { CriterionId, EntryId } from '@shared/model/ids';
import { fail, ok, type Result } from '@shared/result';
import type { StoredCard } from '../../db/ballot/cards';
import { setPlace as storePlace } from '../../db/ballot/head';
import { attemptSql } from '../../db/sqliteFailure';
import { record } from './history';
import { cardOf, isEditable, type BallotSession } from './session';

/**
 * What a juror does to a card. Each is one transaction that is on disk before it is acknowledged. Failures:
 * ballot-submitted while the ballot is read-only, gone (entry), invalid (criterion; or recused: the card must be
 * taken up again first), and whatever the disk says; then nothing has changed.
 */

/** `value` on the criterion's scale, or null to make it blank again; mark-outside-scale otherwise. */
export function mark(
  session: BallotSession,
  input: { readonly entry: EntryId; readonly criterion: CriterionId; readonly value: number | null },
  at: Date,
): Result<BallotDelta> {
  const card = editableCard(session, input.entry);
  if (!card.ok) return card;
  if (card.value.recusal !== null) return fail({ code: 'invalid', field: 'recused' });
  const criteria = session.criteria.get(input.entry) ?? [];
  const index = criteria.findIndex((c) => c.id === Number(input.criterion));
  const criterion = criteria[index];
  if (criterion === undefined) return fail({ code: 'invalid', field: 'criterion' });
  const step = input.value === null ? ok(null) : toStep(criterion.scale, input.value);
  if (!step.ok) return step;
  const before = card.value.marks[index] ?? null;
  const change = { kind: 'mark', criterion: input.criterion, before, after: step.value } as const;
  return record(session, card.value, change, at);
}

export function setComment(
  session: BallotSession,
  input: { readonly entry: EntryId; readonly text: string },
  at: Date,
): Result<BallotDelta> {
  const card = editableCard(session, input.entry);
  if (!card.ok) return card;
  return record(session, card.value, { kind: 'comment', before: card.value.comment, after: input.text }, at);
}

/** The marks stay on this computer, in case the recusal is withdrawn, but are not sent. */
export function recuse(
  session: BallotSession,
  input: { readonly entry: EntryId; readonly ground: RecusalGround; readonly note: string },
  at: Date,
): Result<BallotDelta> {
  const card = editableCard(session, input.entry);
  if (!card.ok) return card;
  const after = { ground: input.ground, note: input.note };
  return record(session, card.value, { kind: 'recusal', before: card.value.recusal, after }, at);
}

export function withdrawRecusal(
  session: BallotSession,
  input: { readonly entry: EntryId },
  at: Date,
): Result<BallotDelta> {
  const card = editableCard(session, input.entry);
  if (!card.ok) return card;
  return record(session, card.value, { kind: 'recusal', before: card.value.recusal, after: null }, at);
}

/** Where the juror looks; restored at the next opening. Allowed while the ballot is read-only. */
export function setPlace(session: BallotSession, place: BallotPlace): Result<null> {
  if (!session.criteria.has(place.entry)) return fail({ code: 'gone', what: 'entry' });
  const stored = attemptSql(session.file, () => storePlace(session.db, place));
  if (!stored.ok) return stored;
  session.head = { ...session.head, place };
  return ok(null);
}

function editableCard(session: BallotSession, entry: EntryId): Result<StoredCard> {
  if (!isEditable(session)) return fail({ code: 'ballot-submitted' });
  return session.criteria.has(entry) ? ok(cardOf(session, entry)) : fail({ code: 'gone', what: 'entry' });
}
