import { hindrances } from '@shared/domain/closing';
import { advancing } from '@shared/domain/standing';
import type { InputOf } from '@shared/ipc/contract';
import type { RoundId } from '@shared/model/ids';
import type { Round } from '@shared/model/round';
import type { Slices } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { fail, ok, type Result } from '@shared/result';
import { readPackages, readReturned } from '../db/ballots';
import { setRoundStatus } from '../db/contest';
import { ensureSeat } from '../db/jury';
import { deleteEntriesOf, insertEntry, readEntries } from '../db/nominees';
import type { Db } from '../db/open';
import { readTallies } from '../db/tallies';
import { change } from './change';
import type { Desk } from './context';
import { recountAll } from './countBallots';
import { notBefore } from './lateBallots';
import { publishNow } from './publishing';
import { readScoring, type ScoringData } from './scoring';

const slices = ['contest', 'people', 'jury', 'ballots', 'decisions'] as const;

/** Closes a round that nothing hinders; those who advance become entries of the next one, which opens. */
export function closeRound(desk: Desk, { round }: InputOf<'round.close'>): Result<Slices> {
  const done = change(desk, slices, ({ db, at, log }) => {
    const data = readScoring(db);
    const { rounds } = data.contest;
    const index = rounds.findIndex((r) => r.id === round);
    const closing = rounds[index];
    if (!closing) return fail({ code: 'gone', what: 'round' });
    if (closing.status !== 'open') return fail({ code: 'round-not-open' });
    const hindered = hindrances({ ...data, round });
    if (hindered.length > 0) return fail({ code: 'round-hindered', count: hindered.length });
    const next = rounds[index + 1];
    if (next) openNext(db, data, closing, next);
    const received = readReturned(db).flatMap((b) => (b.round === round ? [b.receivedAt] : []));
    setRoundStatus(db, round, 'closed', notBefore(at, received));
    log('round_closed', { round: inLanguage(closing.name, 'kk') });
    return ok(null);
  });
  if (done.ok) publishNow(desk);
  return done;
}

function openNext(db: Db, data: ScoringData, closing: Round, next: Round): void {
  const entries = new Map(data.entries.map((e) => [e.id, e]));
  const order = new Map(data.nominees.map((n) => [n.id, n.number]));
  const going = data.contest.categories
    .flatMap((c) => advancing({ ...data, round: closing.id, category: c.id }))
    .flatMap((id) => entries.get(id) ?? [])
    .toSorted((a, b) => (order.get(a.nominee) ?? 0) - (order.get(b.nominee) ?? 0));
  for (const e of going) insertEntry(db, { nominee: e.nominee, round: next.id, category: e.category });
  setRoundStatus(db, next.id, 'open', null);
  if (next.rules.kind === 'jury' || next.rules.kind === 'jury_live')
    for (const j of data.jurors) ensureSeat(db, next.id, j.id);
}

/** A ballot went out, or figures were brought in. */
function hasBegun(db: Db, round: RoundId): boolean {
  const entries = new Set(readEntries(db).flatMap((e) => (e.round === round ? [e.id] : [])));
  return readPackages(db).some((p) => p.round === round) || readTallies(db).some((t) => entries.has(t.entry));
}

/** Takes a closing back while nothing has happened in the next round. */
export function reopenRound(desk: Desk, { round, reason }: InputOf<'round.reopen'>): Result<Slices> {
  return change(desk, slices, ({ db, log }) => {
    const { contest } = readScoring(db);
    const index = contest.rounds.findIndex((r) => r.id === round);
    const closed = contest.rounds[index];
    if (!closed) return fail({ code: 'gone', what: 'round' });
    if (closed.status !== 'closed') return fail({ code: 'round-not-open' });
    const next = contest.rounds[index + 1];
    if (next && (next.status === 'closed' || hasBegun(db, next.id))) {
      return fail({ code: 'next-round-began' });
    }
    if (next) {
      deleteEntriesOf(db, next.id);
      setRoundStatus(db, next.id, 'waiting', null);
    }
    setRoundStatus(db, round, 'open', null);
    // Ballots that came while it was closed are of the set now.
    recountAll(db);
    log('round_reopened', { round: inLanguage(closed.name, 'kk') }, { reason });
    return ok(null);
  });
}
