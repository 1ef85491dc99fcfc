import { explainEntry, explainPair } from '@shared/domain/explain';
import { computeStanding } from '@shared/domain/standing';
import type { InputOf } from '@shared/ipc/contract';
import type { NomineeId, RoundId } from '@shared/model/ids';
import type { Slices } from '@shared/model/snapshot';
import type { Decision, EntryExplanation, PairExplanation, Standing } from '@shared/model/standing';
import { fail, ok, type Result } from '@shared/result';
import { insertDecision, readDecisions, revokeDecision } from '../db/decisions';
import { change } from './change';
import { openContestOf, type Desk } from './context';
import { readScoring, type ScoringData } from './scoring';

function scoringOf(desk: Desk): Result<ScoringData> {
  const session = openContestOf(desk);
  return session.ok ? ok(readScoring(session.value.db)) : session;
}

export function getStanding(desk: Desk, { round, category }: InputOf<'standing.get'>): Result<Standing> {
  const data = scoringOf(desk);
  if (!data.ok) return data;
  const { contest } = data.value;
  if (!contest.rounds.some((r) => r.id === round)) return fail({ code: 'gone', what: 'round' });
  if (!contest.categories.some((c) => c.id === category)) return fail({ code: 'gone', what: 'category' });
  return ok(computeStanding({ ...data.value, round, category }));
}

export function explain(desk: Desk, { round, entry }: InputOf<'standing.entry'>): Result<EntryExplanation> {
  const data = scoringOf(desk);
  if (!data.ok) return data;
  const category = categoryIn(data.value, round, entry);
  const explained = category === null ? null : explainEntry({ ...data.value, round, category }, entry);
  return explained ? ok(explained) : fail({ code: 'gone', what: 'entry' });
}

export function explainWhyAbove(
  desk: Desk,
  { round, upper, lower }: InputOf<'standing.pair'>,
): Result<PairExplanation> {
  const data = scoringOf(desk);
  if (!data.ok) return data;
  const category = categoryIn(data.value, round, upper);
  if (category === null || categoryIn(data.value, round, lower) !== category)
    return fail({ code: 'gone', what: 'entry' });
  const explained = explainPair({ ...data.value, round, category }, upper, lower);
  return explained ? ok(explained) : fail({ code: 'gone', what: 'entry' });
}

const categoryIn = (data: ScoringData, round: RoundId, entry: number) =>
  data.entries.find((e) => e.id === entry && e.round === round)?.category ?? null;

/** `Ержан > Айгерім`, as it was decided. */
function orderOf({ order }: Pick<Decision, 'order'>, { entries, nominees }: ScoringData): string {
  const nomineeOf = new Map(entries.map((e) => [e.id, e.nominee]));
  const names = new Map(nominees.map((n) => [n.id, n.name]));
  return order.map((id) => names.get(nomineeOf.get(id) ?? (0 as NomineeId)) ?? '').join(' > ');
}

/** Records what people decided about an open tie. The tie must be as it is now: all of its entries, no others. */
export function recordDecision(desk: Desk, input: InputOf<'decisions.record'>): Result<Slices> {
  return change(desk, ['decisions'], ({ db, at, log }) => {
    const { round, category, kind, order, votes, reason } = input;
    const data = readScoring(db);
    if (data.contest.rounds.find((r) => r.id === round)?.status !== 'open') return fail({ code: 'round-not-open' });
    const { openTies } = computeStanding({ ...data, round, category });
    const tie = openTies.find((t) => t.entries.length === order.length && t.entries.every((e) => order.includes(e)));
    if (!tie || tie.toDecide[0] !== kind) return fail({ code: 'not-a-tie' });
    if (kind === 'casting_vote' && !data.jurors.some((j) => j.chair)) return fail({ code: 'no-chair' });
    if (kind === 'open_vote' && votes.length !== order.length) return fail({ code: 'invalid', field: 'votes' });
    insertDecision(db, {
      round,
      category,
      kind,
      order,
      votes: kind === 'open_vote' ? votes : [],
      seed: '',
      reason,
      at,
    });
    const votesTexts = kind === 'open_vote' ? { votes: votes.join(', ') } : {};
    log('decision_recorded', { kind, order: orderOf(input, data), ...votesTexts }, { reason });
    return ok(null);
  });
}

export function revoke(desk: Desk, { id, reason }: InputOf<'decisions.revoke'>): Result<Slices> {
  return change(desk, ['decisions'], ({ db, at, log }) => {
    const decision = readDecisions(db).find((d) => d.id === id);
    if (!decision) return fail({ code: 'gone', what: 'decision' });
    const data = readScoring(db);
    const round = data.contest.rounds.find((r) => r.id === decision.round);
    if (round?.status !== 'open') return fail({ code: 'round-not-open' });
    revokeDecision(db, id, at);
    log('decision_revoked', { kind: decision.kind, order: orderOf(decision, data) }, { reason });
    return ok(null);
  });
}
