import { explainEntry, explainPair } from '@shared/domain/explain';
import { isLastRound } from '@shared/domain/combination';
import { computeStanding } from '@shared/domain/standing';
import { unitedLaureates } from '@shared/domain/unitedLaureates';
import type { InputOf } from '@shared/ipc/contract';
import type { Category } from '@shared/model/category';
import type { NomineeId, RoundId } from '@shared/model/ids';
import type { Slices } from '@shared/model/snapshot';
import type { EntryExplanation, PairExplanation } from '@shared/model/explanation';
import type { Decision, Standing, StandingRow, UnitedList } from '@shared/model/standing';
import { fail, ok, type Result } from '@shared/result';
import { insertDecision, readDecisions, revokeDecision } from '../db/decisions';
import { change } from './change';
import { openContestOf, type Desk } from './context';
import { drawn } from './drawing';
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

/** The laureates of every list of a category, as the documents name them. */
export function getUnited(desk: Desk, { category }: InputOf<'standing.united'>): Result<UnitedList> {
  const data = scoringOf(desk);
  if (!data.ok) return data;
  if (!data.value.contest.categories.some((c) => c.id === category)) return fail({ code: 'gone', what: 'category' });
  const list = unitedLaureates({ ...data.value, category });
  if (!list.decided) return ok(list);
  return ok({
    decided: true,
    laureates: list.laureates.map(({ entry, nominee, name, place, round }) => ({ entry, nominee, name, place, round })),
  });
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
    const { round, category, kind, votes, reason } = input;
    const data = readScoring(db);
    if (data.contest.rounds.find((r) => r.id === round)?.status !== 'open') return fail({ code: 'round-not-open' });
    const { openTies } = computeStanding({ ...data, round, category });
    const named = input.order;
    const tie = openTies.find((t) => t.entries.length === named.length && t.entries.every((e) => named.includes(e)));
    if (!tie || tie.toDecide[0] !== kind) return fail({ code: 'not-a-tie' });
    const seed = kind === 'draw' ? (input.seed ?? '') : '';
    if (kind === 'draw' && seed === '') return fail({ code: 'invalid', field: 'seed' });
    if (kind === 'casting_vote' && !data.jurors.some((j) => j.chair)) return fail({ code: 'no-chair' });
    const order = kind === 'draw' ? drawn(seed, named, data) : named;
    if (kind === 'open_vote' && votes.length !== order.length) return fail({ code: 'invalid', field: 'votes' });
    insertDecision(db, {
      round,
      category,
      kind,
      order,
      votes: kind === 'open_vote' ? votes : [],
      seed,
      people: [],
      reason,
      at,
    });
    const votesTexts = kind === 'open_vote' ? { votes: votes.join(', ') } : {};
    const seedText = kind === 'draw' ? { seed } : {};
    log('decision_recorded', { kind, order: orderOf({ order }, data), ...votesTexts, ...seedText }, { reason });
    return ok(null);
  });
}

/**
 * Records what people put above the rules, in the last round: the jury's own choice, one nominee above another, somebody
 * out of or in addition to the laureates.
 */
export function overrule(desk: Desk, input: InputOf<'decisions.overrule'>): Result<Slices> {
  return change(desk, ['decisions'], ({ db, at, log }) => {
    const { round, category, kind, order, people, reason } = input;
    const data = readScoring(db);
    const target = data.contest.rounds.find((r) => r.id === round);
    const own = data.contest.categories.find((c) => c.id === category);
    if (target?.status !== 'open') return fail({ code: 'round-not-open' });
    if (own === undefined) return fail({ code: 'gone', what: 'category' });
    if (!isLastRound(data.contest, target)) return fail({ code: 'invalid', field: 'round' });
    const { rows } = computeStanding({ ...data, round, category });
    const named = order.flatMap((entry) => rows.find((row) => row.entry === entry) ?? []);
    if (named.length < order.length || new Set(order).size < order.length) return fail({ code: 'gone', what: 'entry' });
    if (!fits(kind, named, own)) return fail({ code: 'invalid', field: 'order' });
    insertDecision(db, { round, category, kind, order, votes: [], seed: '', people, reason, at });
    log('decision_recorded', { kind, order: orderOf({ order }, data), people: people.join(', ') }, { reason });
    return ok(null);
  });
}

/** Whom a decision may name: only ranked nominees change places, and a choice has no more than its seats. */
function fits(
  kind: InputOf<'decisions.overrule'>['kind'],
  named: readonly StandingRow[],
  { winners }: Category,
): boolean {
  const [first, second] = named;
  switch (kind) {
    case 'jury_choice':
      return winners.mode === 'jury_choice' && named.length <= winners.count;
    case 'place_above':
      return named.length === 2 && first?.place != null && second?.place != null && first.place >= second.place;
    case 'include':
      return named.length === 1 && first?.place != null;
    case 'exclude':
      return named.length === 1;
  }
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
