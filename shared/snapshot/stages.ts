import { combineRounds, normalise, type CountedScores, type Normalisation } from '../domain/methods/combine';
import { groupsByScore, placesOf, range, type Direction } from '../domain/methods/outcome';
import { columnOf, jurorsOf } from '../domain/methods/table';
import { styleOf } from './places';
import { resolveTies, type Resolved } from '../domain/methods/tieBreak';
import type { Rational } from '../domain/rational';
import { chainOf, type ChainContext, type JudgedRound } from './chain';
import { byId, exactly, type People, type Person } from './people';
import { withPlacedAbove } from './placedAbove';
import { refuse, type Path } from './problem';
import { cutTo, type CutBlocked } from './cut';
import { readRound, type RoundSource } from './read';
import type { MethodOutcome } from './methodOutcome';
import { methodOf, roundingOf, runMethod } from './runMethod';
import type { Method, Round, Rules } from './schema';
import { votersOfRankings } from './voters';
import type { RoundData } from './data';

/** One category with its rules and rounds, ready to be computed. */
export interface CategorySource {
  readonly id: string | null;
  readonly nominees: readonly string[];
  readonly rules: Rules;
  readonly rulesPath: Path;
  readonly rounds: readonly RoundSource[];
}

/** The state after one round. Positions are those of `nominees`. */
export interface Stage {
  readonly round: Round;
  readonly nominees: readonly Person[];
  readonly judged: JudgedRound;
  readonly counts: readonly string[];
  readonly totals: readonly (Rational | null)[];
  readonly direction: Direction;
  readonly resolved: Resolved;
  /** Who goes on; null where the round has no cut. */
  readonly advancing: ReadonlySet<number> | null;
  /** Who would have gone on but for a quota of the cut. */
  readonly blocked: readonly CutBlocked[];
  readonly provisional: boolean;
}

/** Runs the rounds of a category in their order: judge, add up, break ties, cut. */
export function stagesOf(source: CategorySource, people: People): readonly Stage[] {
  const stages: Stage[] = [];
  let candidates = source.nominees.filter((id) => people.nominees.has(id)).toSorted(byId);
  for (const own of source.rounds) {
    const nominees = candidates.flatMap((id) => people.nominees.get(id) ?? []);
    const judgedHere = judge(own, source.rules, source.rulesPath, candidates, people);
    const before = stages.map((stage) => ({ stage, judged: restrict(stage, nominees) }));
    const known = [...before.map((b) => b.judged), judgedHere];
    const counts = countedIds(own, source, stages);
    const counted = known.filter((r) => counts.includes(r.id));
    const roundOf = (id: string): RoundSource => source.rounds.find((r) => r.round.id === id) ?? own;
    const { totals, direction, groups } = totalsOf(counted, roundOf, source, nominees.length);
    const context: ChainContext = { counted, known, nominees, rounds: source.rounds.map((r) => r.round.id) };
    const chain = chainOf(source.rules.ties ?? [], context, [...source.rulesPath, 'ties']);
    const resolved = withPlacedAbove(
      resolveTies(groups, chain),
      source.rules.placedAbove,
      own.round.id,
      nominees,
      people,
      [...source.rulesPath, 'placedAbove'],
    );
    const cut =
      own.round.cut === undefined ? null : cutTo(own, own.round.cut, { groups, resolved, totals, direction, nominees });
    const provisional = (stages.at(-1)?.provisional ?? false) || judgedHere.data.pending > 0;
    stages.push({
      round: own.round,
      nominees,
      judged: judgedHere,
      counts,
      totals,
      direction,
      resolved,
      advancing: cut?.advancing ?? null,
      blocked: cut?.blocked ?? [],
      provisional,
    });
    if (cut !== null) candidates = candidates.filter((_, i) => cut.advancing.has(i));
  }
  return stages;
}

function judge(
  source: RoundSource,
  rules: Rules,
  rulesPath: Path,
  candidates: readonly string[],
  people: People,
): JudgedRound {
  const { round } = source;
  const method = methodOf(round, rules);
  const data = withVoters(readRound(source, candidates, people), method, candidates.length);
  const path =
    round.method !== undefined || rules.method === undefined ? [...source.path, 'method'] : [...rulesPath, 'method'];
  const outcome = runMethod(method, data, roundingOf(round, rules), candidates.length, path);
  return { id: round.id, data, outcome };
}

/** Rankings as a table, read as the method reads them where they are truncated. */
function withVoters(data: RoundData, method: Method, nominees: number): RoundData {
  if (data.cast === null) return data;
  const last = !('unranked' in method) || method.unranked === undefined || method.unranked === 'last';
  return { ...data, voters: votersOfRankings(data.cast, nominees, last) };
}

/** An earlier round as it concerns those who are still in: their figures and their order among themselves. */
function restrict(stage: Stage, nominees: readonly Person[]): JudgedRound {
  if (nominees.length === stage.nominees.length) return stage.judged;
  const old = new Map(stage.nominees.map((n, i) => [n.id, i]));
  const positions = nominees.map((n) => old.get(n.id) ?? -1);
  const now = new Map(positions.map((before, i) => [before, i]));
  const pick = <T>(rows: readonly T[]): readonly T[] => positions.flatMap((i) => rows.slice(i, i + 1));
  const { data, outcome, id } = stage.judged;
  return {
    id,
    data: {
      ...data,
      table: data.table === null ? null : pick(data.table),
      criteria: data.criteria?.map((c) => ({ ...c, marks: pick(c.marks) })) ?? null,
      voters: data.voters === null ? null : { ...data.voters, table: pick(data.voters.table) },
    },
    outcome: {
      ...outcome,
      scores: pick(outcome.scores),
      details: pick(outcome.details),
      groups: outcome.groups
        .map((group) => group.flatMap((i) => now.get(i) ?? []).toSorted((a, b) => a - b))
        .filter((group) => group.length > 0),
      ...(outcome.runs === undefined ? {} : { runs: pick(outcome.runs) }),
      ...(outcome.parts === undefined
        ? {}
        : { parts: new Map([...outcome.parts].map(([name, values]) => [name, pick(values)])) }),
    },
  };
}

function countedIds(own: RoundSource, source: CategorySource, before: readonly Stage[]): readonly string[] {
  const ids = [...before.map((s) => s.round.id), own.round.id];
  const by = source.rules.combination?.by ?? 'sum';
  const counts = own.round.counts ?? (by === 'last' || by === 'union' ? [own.round.id] : ids);
  counts.forEach((id, c) => {
    if (!ids.includes(id)) refuse([...own.path, 'counts', c], `no round "${id}" up to here`);
  });
  return ids.filter((id) => counts.includes(id));
}

interface Totalled {
  readonly totals: readonly (Rational | null)[];
  readonly direction: Direction;
  readonly groups: readonly (readonly number[])[];
}

/** A single round that is neither weighted nor brought to another measure stands as its method ordered it. */
function totalsOf(
  counted: readonly JudgedRound[],
  roundOf: (id: string) => RoundSource,
  source: CategorySource,
  size: number,
): Totalled {
  const rule = source.rules.combination;
  const by = rule === undefined || rule.by === 'last' || rule.by === 'union' ? 'sum' : rule.by;
  const digits = roundingOf(null, source.rules).total;
  const [only] = counted;
  if (only !== undefined && counted.length === 1 && by !== 'places' && digits === null) {
    const { round } = roundOf(only.id);
    if (round.weight === undefined && round.normalise === undefined)
      return { ...only.outcome, totals: only.outcome.scores };
  }
  const measured = counted.map((judged): CountedScores => {
    const { round, path } = roundOf(judged.id);
    const { outcome } = judged;
    const shared = placesOf(outcome.groups, size, 'fractional');
    const own = normalise(outcome.scores, shared, outcome.direction, normalisationOf(round, path));
    return {
      factor: exactly(round.weight ?? 1, [...path, 'weight']),
      direction: own.direction,
      scores: comparable(outcome) ? own.totals : own.totals.map(() => null),
      places: placesOfRound(judged, source.rules, size),
    };
  });
  const first = measured[0]?.direction;
  if (by !== 'places' && measured.some((m) => m.direction !== first)) {
    refuse([...source.rulesPath, 'combination'], 'rounds of opposite directions: normalise them or combine by places');
  }
  const { totals, direction } = combineRounds(measured, size, {
    by,
    keep: rule?.keep ?? 1,
    missing: rule?.missing ?? 'no_total',
    digits,
  });
  return { totals, direction, groups: groupsByScore(totals, direction) };
}

/**
 * What a sum of places adds: a single list of places as it was given, else the places of the round in the contest's own
 * style (in the skating system equals share the mean of theirs).
 */
function placesOfRound({ data, outcome }: JudgedRound, rules: Rules, size: number): readonly (Rational | null)[] {
  if (data.places !== null && data.table !== null && jurorsOf(data.table) === 1) return columnOf(data.table, 0);
  const style = styleOf(rules);
  const skated = data.dances !== null && rules.placeStyle === undefined;
  return placesOf(outcome.groups, size, skated ? 'fractional' : style === 'ordinal' ? 'standard' : style);
}

/** Figures of parts that no juror connects mean nothing beside each other, and make no total. */
const comparable = (outcome: MethodOutcome): boolean => outcome.notices.every((n) => n.kind !== 'not-comparable');

function normalisationOf(round: Round, path: Path): Normalisation {
  const own = round.normalise ?? 'none';
  if (typeof own === 'string') return { by: own };
  return { by: 'points', points: own.points.map((p, i) => exactly(p, [...path, 'normalise', 'points', i])) };
}

/** Places over everybody: those who were cut stand behind those who went on, by the standing in which they were cut. */
export function overallPlaces(
  stages: readonly Stage[],
): readonly { readonly id: string; readonly place: number | null }[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  const placed: { id: string; place: number | null }[] = [];
  const seen = new Set<string>();
  for (const stage of stages.toReversed()) {
    let before = seen.size;
    for (const group of stage.resolved.groups) {
      const fresh = group.map((i) => stage.nominees[i]?.id ?? '').filter((id) => !seen.has(id));
      for (const id of fresh) placed.push({ id, place: before + 1 });
      before += fresh.length;
    }
    for (const { id } of placed) seen.add(id);
    for (const i of range(stage.nominees.length)) {
      const id = stage.nominees[i]?.id ?? '';
      if (!seen.has(id)) {
        placed.push({ id, place: null });
        seen.add(id);
      }
    }
  }
  return placed;
}

export const placeNumber = (place: Rational | null): number | null =>
  place === null ? null : Number(place.n) / Number(place.d);
