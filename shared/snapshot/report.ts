import { jurorsOf } from '../domain/methods/table';
import { range, placesOf, type Notice } from '../domain/methods/outcome';
import { toDouble } from '../domain/methods/standardised';
import { styleOf } from './places';
import { emptyData, votersOf } from './data';
import { explanation } from './explanation';
import type { LaureateList, LaureateRow } from './laureatesReport';
import { qualityReport, type QualityOptions } from './quality';
import {
  columnWriter,
  type CategoryReport,
  type Json,
  type RoundReport,
  type StandingReport,
  type StandingRow,
} from './result';
import { methodOf, roundingOf, runMethod } from './runMethod';
import type { Method, Rules, Snapshot } from './schema';
import { budgetReport, choose, selectionReport, unionReport, type Chosen } from './selection';
import { overallPlaces, placeNumber, type CategorySource, type Stage } from './stages';

export const digitsOf = (rules: Rules): number => rules.displayDigits ?? 2;

/** Everything about one category as JSON. */
export function categoryReport(
  source: CategorySource,
  stages: readonly Stage[],
  snapshot: Snapshot,
  lists: readonly LaureateList[] | null,
): CategoryReport {
  const { rules } = source;
  const last = stages.at(-1);
  const chosen = last === undefined ? null : choose(last, rules, source.rulesPath);
  const listed = new Map(lists?.map((list) => [list.after, list.categories.get(source.id ?? '')]));
  const standings = stages.map((stage) =>
    standingReport(stage, rules, {
      chosen: stage === last ? chosen : null,
      stages: stages.length,
      laureates: listed.get(stage.round.id) ?? null,
    }),
  );
  const selection = last === undefined || chosen === null ? null : selectionReport(last, chosen);
  const budget =
    last === undefined || chosen === null ? null : budgetReport(last, chosen, rules, source.rulesPath, digitsOf(rules));
  const union = unionReport(stages, rules, source.rulesPath);
  return {
    category: source.id,
    rounds: stages.map((stage) => roundReport(stage, rules, snapshot)),
    standings,
    overall: overallPlaces(stages).map(({ id, place }) => ({ nominee: id, place })),
    ...(selection === null ? {} : { selection }),
    ...(budget === null ? {} : { budget }),
    ...(union === null ? {} : { union }),
  };
}

function roundReport(stage: Stage, rules: Rules, snapshot: Snapshot): RoundReport {
  const { judged, nominees, round } = stage;
  const { outcome, data } = judged;
  const ids = nominees.map((n) => n.id);
  const name = (i: number): string => ids[i] ?? '';
  const write = columnWriter(outcome.scores, digitsOf(rules));
  const places = placesOf(inShownOrder(outcome.groups, stage), nominees.length, styleOf(rules));
  const method = methodOf(round, rules);
  const quality =
    snapshot.quality === undefined || snapshot.quality === false
      ? null
      : qualityReport(data, nominees, {
          seats: rules.winners?.count ?? 1,
          bootstrap: typeof snapshot.quality === 'object' ? (snapshot.quality.bootstrap ?? null) : null,
          rank: rankOfTable(stage, method, rules),
        });
  return {
    round: round.id,
    method: method.name,
    ...(outcome.notices.some((n) => n.kind === 'sum-estimated') ? { computedAs: 'mean × number of jurors' } : {}),
    direction: outcome.direction,
    jurors: data.jurors,
    rows: range(nominees.length).map((i) => ({
      nominee: name(i),
      score: write(outcome.scores[i] ?? null),
      place: placeNumber(places[i] ?? null),
      ...(snapshot.explain === true ? { explanation: explanation(outcome.details[i] ?? null, ids, data.jurors) } : {}),
    })),
    order: outcome.groups.map((group) => group.map(name)),
    notices: outcome.notices.map((n) => noticeReport(n, name, data.jurors)),
    ...(quality === null ? {} : { quality }),
  };
}

/** More ballots are an electorate, of which none decides alone. */
const mostLeftOut = 200;

/** The round's own method on a table of other jurors; null where it does not work on tables. */
function rankOfTable(
  { judged: { data }, round, nominees }: Stage,
  method: Method,
  rules: Rules,
): QualityOptions['rank'] {
  const voters = votersOf(data);
  if (voters === null || data.grades !== null || data.dances !== null) return null;
  if ('over' in method && method.over === 'criteria') return null;
  // As a table a truncated ballot is one with shared last places, which only the usual policy makes of it.
  const policy = 'unranked' in method && method.unranked !== undefined;
  if (data.cast !== null && (policy || voters.jurors.length > mostLeftOut)) return null;
  const { direction } = voters;
  return (table) => {
    const jurors = range(jurorsOf(table)).map(String);
    const own = { ...emptyData, direction, table, jurors, places: data.places };
    return runMethod(method, own, roundingOf(round, rules), nominees.length, []).groups;
  };
}

function noticeReport(notice: Notice, name: (i: number) => string, jurors: readonly string[]): Json {
  switch (notice.kind) {
    case 'too-few-to-trim':
    case 'sum-estimated':
      return { ...notice, nominee: name(notice.nominee) };
    case 'partial-cards':
    case 'juror-left-out':
      return { ...notice, juror: jurors[notice.juror] ?? String(notice.juror + 1) };
    case 'places-as-given':
      return { kind: notice.kind };
    case 'not-comparable':
      return { kind: notice.kind, parts: notice.parts.map((part) => part.map(name)) };
  }
}

/** Equals in running order; that is how `ordinal` numbers them. */
const inShownOrder = (groups: readonly (readonly number[])[], stage: Stage): readonly (readonly number[])[] =>
  groups.map((group) =>
    group.toSorted((a, b) => (stage.nominees[a]?.order ?? 0) - (stage.nominees[b]?.order ?? 0) || a - b),
  );

interface Choice {
  readonly chosen: Chosen | null;
  /** How many standings the category has. */
  readonly stages: number;
  /** Where a list of laureates is made from this standing. */
  readonly laureates: readonly LaureateRow[] | null;
}

function standingReport(stage: Stage, rules: Rules, choice: Choice): StandingReport {
  const { nominees, resolved } = stage;
  const name = (i: number): string => nominees[i]?.id ?? '';
  const write = columnWriter(stage.totals, digitsOf(rules));
  const places = placesOf(inShownOrder(resolved.groups, stage), nominees.length, styleOf(rules));
  const status = statusOf(stage, choice);
  const row = (i: number, tied: boolean, aboveNext: StandingRow['aboveNext']): StandingRow => ({
    nominee: name(i),
    name: nominees[i]?.name ?? '',
    place: placeNumber(places[i] ?? null),
    tied,
    total: write(stage.totals[i] ?? null),
    status: status(i),
    aboveNext,
  });
  const ranked = new Set(resolved.groups.flat());
  const rows = resolved.groups.flatMap((group, g) => {
    const boundary = resolved.boundaries[g];
    const next = resolved.groups[g + 1]?.[0];
    return group.map((i, k) => {
      if (k < group.length - 1) return row(i, group.length > 1, { by: 'nothing', upper: [], lower: [] });
      if (boundary === undefined || next === undefined) return row(i, group.length > 1, null);
      const totals = [stage.totals[i] ?? null, stage.totals[next] ?? null].flatMap((t) =>
        t === null ? [] : [toDouble(t)],
      );
      return row(i, group.length > 1, {
        by: boundary.step ?? 'total',
        upper: boundary.step === null ? totals.slice(0, 1) : boundary.upper.map(toDouble),
        lower: boundary.step === null ? totals.slice(1) : boundary.lower.map(toDouble),
      });
    });
  });
  const unranked = range(nominees.length).filter((i) => !ranked.has(i));
  return {
    after: stage.round.id,
    counts: stage.counts,
    direction: stage.direction,
    provisional: stage.provisional,
    rows: [...rows, ...unranked.map((i) => row(i, false, null))],
    order: resolved.groups.map((group) => group.map(name)),
    ...(stage.blocked.length === 0
      ? {}
      : { blocked: stage.blocked.map(({ nominee, quota, value }) => ({ nominee: name(nominee), quota, value })) }),
    openTies: resolved.groups.flatMap((group, g) =>
      group.length > 1 ? [{ nominees: group.map(name), tried: resolved.tried[g] ?? [] }] : [],
    ),
  };
}

const statusOfLaureate = ({ status, reason }: Pick<LaureateRow, 'status' | 'reason'>): StandingRow['status'] => {
  if (status === 'laureate') return 'selected';
  if (status === 'undecided') return 'undecided';
  if (reason?.by === 'threshold') return 'below_threshold';
  return reason?.by === 'quota' || reason?.by === 'award' || reason?.by === 'list' ? 'blocked' : 'out';
};

function statusOf(stage: Stage, { chosen, stages, laureates }: Choice): (i: number) => StandingRow['status'] {
  const ranked = new Set(stage.resolved.groups.flat());
  const listed = new Map(laureates?.map((row) => [row.nominee, row]));
  const selection = chosen?.selection ?? null;
  const selected = new Set(selection?.selected);
  const blocked = new Set([...stage.blocked, ...(selection?.blocked ?? [])].map((b) => b.nominee));
  return (i) => {
    const laureate = listed.get(stage.nominees[i]?.id ?? '');
    if (laureate !== undefined && laureate.status !== 'no_score') return statusOfLaureate(laureate);
    if (!ranked.has(i)) return (stage.totals[i] ?? null) === null ? 'no_total' : 'not_comparable';
    if (stage.advancing !== null && stages > 1) {
      return stage.advancing.has(i) ? 'advances' : blocked.has(i) ? 'blocked' : 'out';
    }
    if (chosen === null) return 'ranked';
    if (chosen.belowThreshold.has(i)) return 'below_threshold';
    if (selection === null) return 'ranked';
    if (selected.has(i)) return 'selected';
    if (selection.undecided?.nominees.includes(i) === true) return 'undecided';
    return blocked.has(i) ? 'blocked' : 'out';
  };
}
