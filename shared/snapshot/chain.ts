import { compare, fromDecimal, rational, type Rational } from '../domain/rational';
import type { TieKey } from '../domain/methods/tieBreak';
import {
  bestRunsKey,
  countbackKey,
  decidedKey,
  drawnKey,
  figureKey,
  headToHeadKey,
  medianKey,
  placesKey,
  supportersKey,
} from '../domain/methods/tieKeys';
import type { Direction } from '../domain/methods/outcome';
import { meanOf, present, type Table } from '../domain/methods/table';
import { votersOf, type RoundData } from './data';
import { exactlyOrNull, ownOf, type Person } from './people';
import { refuse, type Path } from './problem';
import type { MethodOutcome } from './methodOutcome';
import type { TieStep } from './schema';
import { skatingKeys } from './skatingKeys';

/** A round as the chain may look at it. */
export interface JudgedRound {
  readonly id: string;
  readonly data: RoundData;
  readonly outcome: MethodOutcome;
}

/** The rounds that count, first to last, and the nominees in their canonical order. */
export interface ChainContext {
  readonly counted: readonly JudgedRound[];
  /** All judged so far, also those that do not count. */
  readonly known: readonly JudgedRound[];
  /** All that the category has. A step that names one which is still to come is passed over. */
  readonly rounds: readonly string[];
  readonly nominees: readonly Person[];
}

/** The steps up to `shared`, each as a key; steps that have nothing to look at are left out. */
export function chainOf(steps: readonly TieStep[], context: ChainContext, path: Path): readonly TieKey[] {
  const keys: TieKey[] = [];
  for (const [s, step] of steps.entries()) {
    const full = typeof step === 'string' ? { step } : step;
    if (full.step === 'shared') break;
    if ('after' in full && full.after !== undefined && !isAfter(full.after, context, [...path, s, 'after'])) continue;
    keys.push(...keysOf(full, context, [...path, s]));
  }
  return keys;
}

function isAfter(round: string, { rounds, known }: ChainContext, path: Path): boolean {
  if (!rounds.includes(round)) refuse(path, `no round "${round}"`);
  return known.at(-1)?.id === round;
}

type FullStep = Exclude<TieStep, string> | { readonly step: Extract<TieStep, string>; readonly round?: undefined };

function keysOf(step: FullStep, context: ChainContext, path: Path): readonly TieKey[] {
  const { counted, nominees } = context;
  const named = 'round' in step && step.round !== undefined ? findRound(step.round, context, [...path, 'round']) : null;
  if (named === 'to come') return [];
  const tables = (): readonly { readonly name: string; readonly table: Table; readonly direction: Direction }[] => {
    const rounds = named === null ? counted.toReversed() : [named];
    const found = rounds.flatMap(({ id, data }) => {
      const voters = votersOf(data);
      return voters === null ? [] : [{ name: `${step.step}:${id}`, table: voters.table, direction: voters.direction }];
    });
    return named === null && found.length === 1 ? found.map((f) => ({ ...f, name: step.step })) : found;
  };
  const perTable = (key: (table: Table, direction: Direction) => TieKey['key']): readonly TieKey[] =>
    tables().map(({ name, table, direction }) => ({ name, key: key(table, direction) }));
  switch (step.step) {
    case 'criteria':
      return criteriaKeys(named === null ? counted.toReversed() : [named]);
    case 'criterion':
      return criteriaKeys(named === null ? counted.toReversed() : [named]).filter(
        (k) => k.criterion === step.criterion,
      );
    case 'part':
      return partKeys(step.part, named === null ? counted.toReversed() : [named]);
    case 'median':
      return perTable(medianKey);
    case 'first_places':
      return perTable((table, direction) => placesKey(table, direction, 1));
    case 'places':
      return perTable((table, direction) => placesKey(table, direction, step.place)).map((k) => ({
        ...k,
        name: `${k.name}:${step.place}`,
      }));
    case 'countback':
      return perTable(countbackKey);
    case 'head_to_head':
      return perTable(headToHeadKey);
    case 'supporters':
      return perTable(supportersKey);
    case 'last_round': {
      const last = counted.at(-1);
      return last === undefined ? [] : [roundKey('last_round', last)];
    }
    case 'round':
      return named === null ? [] : [roundKey(`round:${named.id}`, named)];
    case 'best_runs':
      return [runsKey(counted)];
    case 'skating':
      return skatingKeys(counted);
    case 'listed_order':
      return [{ name: 'listed_order', key: (i) => [fromDecimal(nominees[i]?.order ?? 0)] }];
    case 'vote': {
      const votes = nominees.map((n) => ownOf(step.votes, n.id) ?? null);
      const key: TieKey['key'] = (i, group) => {
        if (group.some((g) => (votes[g] ?? null) === null)) return null;
        const own = fromDecimal(votes[i] ?? 0);
        return [{ n: -own.n, d: own.d }];
      };
      return [{ name: 'vote', key }];
    }
    case 'figures': {
      const at = [...path, 'figures'];
      const figures = nominees.map((n) => exactlyOrNull(ownOf(step.figures, n.id) ?? null, [...at, n.id]));
      return [{ name: step.name ?? 'figures', key: figureKey(figures, step.direction ?? 'higher') }];
    }
    case 'decision': {
      const order = step.order.map((id) => nominees.findIndex((n) => n.id === id));
      return [{ name: 'decision', key: decidedKey(order) }];
    }
    case 'draw':
      return [
        {
          name: `draw:${step.seed}`,
          key: drawnKey(
            nominees.map((n) => n.id),
            step.seed,
          ),
        },
      ];
    case 'shared':
      return [];
  }
}

function findRound(id: string, context: ChainContext, path: Path): JudgedRound | 'to come' {
  if (!context.rounds.includes(id)) refuse(path, `no round "${id}"`);
  return context.known.find((r) => r.id === id) ?? 'to come';
}

const roundKey = (name: string, { outcome }: JudgedRound): TieKey => {
  const position = new Map(outcome.groups.flatMap((group, g) => group.map((i) => [i, g] as const)));
  return {
    name,
    key: (i) => {
      const own = position.get(i);
      return own === undefined ? null : [rational(own)];
    },
  };
};

/** What a named part of the performances was worth; of penalties the lower. Rounds that have no such part are passed over. */
function partKeys(part: string, lastFirst: readonly JudgedRound[]): readonly TieKey[] {
  return lastFirst.flatMap(({ id, outcome }) => {
    const values = outcome.parts?.get(part);
    if (values === undefined) return [];
    const opposite = outcome.direction === 'higher' ? 'lower' : 'higher';
    const direction = part === 'penalty' ? opposite : outcome.direction;
    return [{ name: lastFirst.length > 1 ? `part:${part}:${id}` : `part:${part}`, key: figureKey(values, direction) }];
  });
}

/** Attempts of the last round that had several, else the rounds themselves. */
function runsKey(counted: readonly JudgedRound[]): TieKey {
  const withRuns = counted.findLast((r) => r.outcome.runs !== undefined && (r.outcome.runs[0]?.length ?? 0) > 1);
  const last = withRuns ?? counted.at(-1);
  const direction = last?.outcome.direction ?? 'higher';
  const size = last?.outcome.scores.length ?? 0;
  const table =
    withRuns?.outcome.runs ??
    Array.from({ length: size }, (_, i) => counted.map((r): Rational | null => r.outcome.scores[i] ?? null));
  return { name: 'best_runs', key: bestRunsKey(table, direction) };
}

/** Criteria by descending weight, then as listed; of each the exact mean over the jurors, last round first. */
function criteriaKeys(lastFirst: readonly JudgedRound[]): readonly (TieKey & { readonly criterion: string })[] {
  const all = lastFirst.flatMap((round) =>
    (round.data.criteria ?? []).map((c) => ({
      id: c.id,
      weight: c.weight,
      round: round.id,
      means: c.marks.map((marks) => meanOf(present(marks))),
    })),
  );
  const weights = new Map<string, Rational>();
  for (const c of all) if (!weights.has(c.id)) weights.set(c.id, c.weight);
  const order = [...weights].toSorted(([, a], [, b]) => compare(b, a));
  return order.flatMap(([criterion]) =>
    all
      .filter((c) => c.id === criterion)
      .map((c) => ({
        criterion,
        name: lastFirst.length > 1 ? `criterion:${criterion}:${c.round}` : `criterion:${criterion}`,
        key: figureKey(c.means, 'higher'),
      })),
  );
}
