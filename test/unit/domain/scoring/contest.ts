import type { Card } from '@shared/model/card';
import type { Advance, Round } from '@shared/model/round';
import type { Category, WinnersRule } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Criterion, Scale } from '@shared/model/criteria';
import type { TieStep } from '@shared/model/rules';
import type { CategoryId, CriterionId, DecisionId, EntryId, JurorId, NomineeId, RoundId } from '@shared/model/ids';
import type { Attendance } from '@shared/model/jury';
import type { CheckState } from '@shared/model/nominee';
import type { Decision } from '@shared/model/standing';
import type { Tally } from '@shared/model/tally';
import type { StandingInput } from '@shared/domain/standing';

/** One juror's card in a table of marks: steps, one number for a single criterion, R recused, - no card. */
export type CellSpec = number | readonly (number | null)[] | 'R' | '-';

export interface RoundSpec {
  readonly scores?: Readonly<Record<number, readonly CellSpec[]>>;
  readonly weight?: number | null;
  readonly advance?: Advance;
  readonly status?: Round['status'];
  readonly rules?: Round['rules'];
  readonly checks?: Readonly<Record<number, CheckState>>;
  readonly attendance?: Readonly<Record<number, Attendance>>;
  readonly ballots?: Readonly<Record<number, 'returned' | 'not_returned' | 'conflict'>>;
}

export interface Spec {
  readonly rounds: readonly RoundSpec[];
  readonly weights?: readonly number[];
  readonly scales?: readonly (Scale | null)[];
  readonly scale?: Scale;
  readonly jurors?: number;
  readonly winners?: WinnersRule;
  readonly ties?: readonly TieStep[];
  readonly combination?: Contest['rules']['combination'];
  readonly aggregation?: Partial<Contest['rules']['aggregation']>;
  readonly jury?: Partial<Contest['rules']['jury']>;
  readonly tallies?: readonly Tally[];
  readonly decisions?: readonly Decision[];
  readonly withdrawn?: readonly number[];
  readonly names?: Readonly<Record<number, string>>;
  readonly fields?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  readonly rules?: Partial<Contest['rules']>;
}

const text = (value: string) => ({ kk: value, ru: value, en: value });
const category = 1 as CategoryId;
export const roundAt = (index: number): RoundId => (index + 1) as RoundId;
export const entryIn = (index: number, nominee: number): EntryId => (1000 * (index + 1) + nominee) as EntryId;
const tenPoints: Scale = { min: 0, max: 10, step: 1 };
export const jury = (scale: Scale = tenPoints): Round['rules'] => ({
  kind: 'jury',
  scale,
  criteria: null,
  winnersCount: null,
  excludesWinnersOf: null,
  categoryAssignedByCommission: false,
});

export function criterion(id: number, weight: number, scale: Scale | null = null): Criterion {
  return { id: id as CriterionId, slot: id - 1, name: text(`c${id}`), hint: text(''), levels: [], weight, scale };
}

function categoryOf(spec: Spec): Category {
  const weights = spec.weights ?? [10_000];
  return {
    id: category,
    key: 'best',
    name: text('best'),
    nomineeKind: 'person',
    fields: [],
    criteria: weights.map((w, i) => criterion(i + 1, w, spec.scales?.[i] ?? null)),
    winners: spec.winners ?? { mode: 'laureates_unranked', count: 1 },
    placeholder: false,
  };
}

function roundOf(spec: Spec, round: RoundSpec, index: number): Round {
  return {
    id: roundAt(index),
    key: `r${index + 1}`,
    name: text(`r${index + 1}`),
    rules: round.rules ?? jury(spec.scale),
    advance: round.advance ?? { mode: 'all' },
    weight: round.weight === undefined ? 10_000 : round.weight,
    status: round.status ?? 'closed',
    dueAt: null,
    closedAt: null,
  };
}

function cardsOf(round: RoundSpec, index: number): readonly Card[] {
  return Object.entries(round.scores ?? {}).flatMap(([nominee, cells]) =>
    cells.flatMap((cell, j): Card[] => {
      if (cell === '-') return [];
      return [
        {
          entry: entryIn(index, Number(nominee)),
          juror: (j + 1) as JurorId,
          marks: cell === 'R' ? [] : typeof cell === 'number' ? [cell] : cell,
          comment: '',
          recusal: cell === 'R' ? { ground: 'member', note: '' } : null,
        },
      ];
    }),
  );
}

/** A whole contest of one category from tables of marks: nominee → one cell per juror. */
export function contestOf(spec: Spec): StandingInput {
  const jurors =
    spec.jurors ?? Math.max(0, ...spec.rounds.flatMap((r) => Object.values(r.scores ?? {}).map((c) => c.length)));
  const numbers = Array.from({ length: jurors }, (_, j) => j + 1);
  const people = [
    ...new Set(
      spec.rounds.flatMap((r) => [...Object.keys(r.scores ?? {}), ...Object.keys(r.checks ?? {})].map(Number)),
    ),
  ];
  return {
    contest: {
      categories: [categoryOf(spec)],
      rounds: spec.rounds.map((r, i) => roundOf(spec, r, i)),
      rules: {
        combination: spec.combination ?? 'weighted_mean',
        aggregation: {
          perJuror: 'weighted_mean_0_100',
          acrossJurors: 'mean',
          missing: 'exclude_and_report',
          recused: 'exclude',
          displayDigits: 2,
          ...spec.aggregation,
        },
        ties: spec.ties ?? [],
        jury: {
          defaultSize: 7,
          maxSize: null,
          odd: true,
          quorum: { num: 2, den: 3 },
          minScoresPerNominee: 3,
          chairCastingVote: true,
          secretaryVotes: false,
          recusalRequired: true,
          ...spec.jury,
        },
        quotas: [],
        eligibility: [],
        threshold: null,
        budget: null,
        documents: [],
        opensAs: [],
        ...spec.rules,
      },
    },
    category,
    round: roundAt(spec.rounds.length - 1),
    entries: spec.rounds.flatMap((r, i) =>
      [...new Set([...Object.keys(r.scores ?? {}), ...Object.keys(r.checks ?? {})].map(Number))].map((n) => ({
        id: entryIn(i, n),
        nominee: n as NomineeId,
        round: roundAt(i),
        category,
        check: r.checks?.[n] ?? 'admitted',
        checkReason: '',
      })),
    ),
    nominees: people.map((n) => ({
      id: n as NomineeId,
      number: n,
      name: spec.names?.[n] ?? `N${n}`,
      fields: spec.fields?.[n] ?? {},
      sortKey: spec.names?.[n] ?? `n${String(n).padStart(4, '0')}`,
      withdrawn: spec.withdrawn?.includes(n) === true ? { reason: 'asked', at: '2026-11-01' } : null,
    })),
    jurors: numbers.map((j) => ({ id: j as JurorId, number: j })),
    seats: spec.rounds.flatMap((r, i) =>
      (r.rules?.kind ?? 'jury') === 'jury'
        ? numbers.map((j) => ({
            round: roundAt(i),
            juror: j as JurorId,
            attendance: r.attendance?.[j] ?? { state: 'present' as const },
          }))
        : [],
    ),
    cards: spec.rounds.flatMap(cardsOf),
    ballotStates: spec.rounds.flatMap((r, i) =>
      numbers.map((j) => ({ round: roundAt(i), juror: j as JurorId, state: r.ballots?.[j] ?? ('returned' as const) })),
    ),
    tallies: spec.tallies ?? [],
    decisions: spec.decisions ?? [],
  };
}

export function decision(
  kind: Decision['kind'],
  order: readonly number[],
  more: { readonly id?: number; readonly votes?: readonly number[]; readonly round?: number } = {},
): Decision {
  const round = more.round ?? 0;
  return {
    id: (more.id ?? 1) as DecisionId,
    round: roundAt(round),
    category,
    kind,
    order: order.map((n) => entryIn(round, n)),
    votes: more.votes ?? [],
    seed: '',
    people: [],
    reason: 'the reason',
    at: '2026-11-22T10:00:00Z',
  };
}

/** A row of a round's table with one figure; null: did not take part. */
export const tally = (round: number, nominee: number, value: string | null): Tally => ({
  entry: entryIn(round, nominee),
  values: value === null ? null : [value],
  source: '',
  at: '2026-11-22T10:00:00Z',
});

export const absent: Attendance = { state: 'absent', reason: 'ill' };
