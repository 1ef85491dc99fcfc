import { historyOf } from '@shared/domain/analysis/history';
import { isJuryRound } from '@shared/domain/roundKinds';
import { publicFields } from '@shared/domain/publicFields';
import { goesAcross } from '@shared/domain/winners/outcomes';
import type { StandingInput } from '@shared/domain/evaluation';
import type { InputOf } from '@shared/ipc/contract';
import type { Comparison, HistoryStep, JuryQuality, WhatIf } from '@shared/model/analysis';
import { fail, ok, type Result } from '@shared/result';
import { openContestOf, type Desk } from './context';
import { readScoring } from './scoring';

/** The ranking by other methods. Nothing of an analysis is stored or logged: it changes nothing. */
export async function compare(desk: Desk, input: InputOf<'analysis.compare'>): Promise<Result<Comparison>> {
  const data = inputOf(desk, input);
  return data.ok ? inTask(desk, input.task, (...how) => desk.heavy.compareMethods(data.value, ...how)) : data;
}

export async function quality(desk: Desk, input: InputOf<'analysis.quality'>): Promise<Result<JuryQuality>> {
  const data = inputOf(desk, input);
  return data.ok ? inTask(desk, input.task, (...how) => desk.heavy.juryQuality(data.value, ...how)) : data;
}

export async function whatIf(desk: Desk, input: InputOf<'analysis.whatIf'>): Promise<Result<WhatIf>> {
  const data = inputOf(desk, input);
  if (!data.ok) return data;
  const { without, weights } = input;
  const job = { input: data.value, change: { without, weights } };
  return inTask(desk, input.task, (...how) => desk.heavy.whatIf(job, ...how));
}

/** A nominee through the rounds that have begun. */
export function history(desk: Desk, { nominee }: InputOf<'standing.history'>): Result<readonly HistoryStep[]> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const data = readScoring(session.value.db);
  return data.nominees.some((n) => n.id === nominee)
    ? ok(historyOf(data, nominee))
    : fail({ code: 'gone', what: 'nominee' });
}

type How = [onProgress: (done: number, total: number) => void, signal: AbortSignal];

const inTask = <T>(desk: Desk, task: string, work: (...how: How) => Promise<Result<T>>): Promise<Result<T>> =>
  desk.tasks.run(task, (signal) => work((done, total) => desk.emit('task', { task, done, total }), signal));

/** Only what concerns the category travels to the other thread: all, where a rule of winners goes across categories. */
function inputOf(desk: Desk, { round, category }: Pick<StandingInput, 'round' | 'category'>): Result<StandingInput> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const data = readScoring(session.value.db);
  const target = data.contest.rounds.find((r) => r.id === round);
  if (target === undefined || !isJuryRound(target)) return fail({ code: 'gone', what: 'round' });
  if (!data.contest.categories.some((c) => c.id === category)) return fail({ code: 'gone', what: 'category' });
  const across = goesAcross(data.contest, target);
  const concerned = new Set(data.entries.filter((e) => across || e.category === category).map((e) => e.nominee));
  const entries = data.entries.filter((e) => concerned.has(e.nominee));
  const ids = new Set(entries.map((e) => e.id));
  const shown = publicFields(data.contest.categories);
  const { categories, rounds, rules } = data.contest;
  return ok({
    contest: { categories, rounds, rules },
    round,
    category,
    entries,
    nominees: data.nominees
      .filter((n) => concerned.has(n.id))
      .map(({ id, number, name, sortKey, withdrawn, fields }) => ({
        id,
        number,
        name,
        sortKey,
        withdrawn,
        fields: shown(fields),
      })),
    jurors: data.jurors.map(({ id, number }) => ({ id, number })),
    seats: data.seats,
    cards: data.cards.filter((c) => ids.has(c.entry)),
    ballotStates: data.ballotStates,
    tallies: data.tallies.filter((t) => ids.has(t.entry)),
    decisions: data.decisions,
  });
}
