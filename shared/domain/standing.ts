import type { DecisionId, EntryId } from '../model/ids';
import type { Figure, RoundPart, Standing, StandingRow } from '../model/standing';
import type { CountedRound } from './combination';
import { evaluate, type Candidate, type Evaluation, type StandingInput } from './evaluation';
import { figuresFor, type Figures } from './figure';
import { outcomeOf } from './line';
import type { Rational } from './rational';
import { rank } from './ties';

export type { StandingInput } from './evaluation';

/**
 * The ranking of one category in one round. Order, cuts and ties come from exact values only; places are 1-2-2-4 after
 * the chain; who lacks a figure in a counted round has no place and stands last. Equals are shown by sort key, then
 * number, which is never a rank. `aboveNext` is null for the last row and above rows without a score.
 */
export function computeStanding(input: StandingInput): Standing {
  return standingOf(evaluate(input));
}

/**
 * Decisions recorded for this round and category that settle nothing: their tie has dissolved or grown, or a later
 * decision took their place. They are ignored by the standing and reported here.
 */
export const staleDecisions = (input: StandingInput): readonly DecisionId[] => rank(evaluate(input)).staleDecisions;

/**
 * Entries of the category that go on to the next round: from a technical check those admitted, from a jury round those
 * above the line.
 */
export function advancing(input: StandingInput): readonly EntryId[] {
  const ev = evaluate(input);
  if (ev.target.rules.kind === 'technical') {
    return ev.candidates.filter((c) => c.entry.check === 'admitted').map((c) => c.entry.id);
  }
  return standingOf(ev)
    .rows.filter((row) => row.status === 'advances')
    .map((row) => row.entry);
}

/** Everything that counts is in: no card is awaited, incomplete or in conflict in any counted round. */
export const isSettled = (ev: Evaluation): boolean =>
  ev.candidates.every((c) =>
    c.parts.every((p) =>
      p.score.cells.every((cell) => cell.state === 'scored' || cell.state === 'recused' || cell.state === 'absent'),
    ),
  );

export function standingOf(ev: Evaluation): Standing {
  const ranking = rank(ev);
  const outcome = outcomeOf(ev, ranking);
  const figures = figuresOf(ev);
  const placed = new Map(ranking.groups.flatMap((g) => g.members.map((c) => [c, g] as const)));
  const scored = ranking.order.map((c, i): StandingRow => {
    const group = placed.get(c);
    return {
      ...rowHead(c),
      place: group === undefined ? null : group.start + 1,
      tied: (group?.members.length ?? 1) > 1,
      total: c.total === null ? null : figures.total.of(c.total),
      parts: partsOf(c, figures),
      status: outcome.statuses[i] ?? 'undecided',
      aboveNext: i + 1 < ranking.order.length ? ranking.separation(i, i + 1) : null,
    };
  });
  const unscored = ev.candidates
    .filter((c) => c.total === null)
    .map((c): StandingRow => ({
      ...rowHead(c),
      place: null,
      tied: false,
      total: null,
      parts: partsOf(c, figures),
      status: 'no_score',
      aboveNext: null,
    }));
  return {
    round: ev.target.id,
    category: ev.category.id,
    provisional: ev.target.status !== 'closed' || !isSettled(ev),
    rows: [...scored, ...unscored],
    line: outcome.line,
    openTies: outcome.openTies,
  };
}

const rowHead = (c: Candidate): Pick<StandingRow, 'entry' | 'nominee' | 'number' | 'name'> => ({
  entry: c.entry.id,
  nominee: c.nominee.id,
  number: c.nominee.number,
  name: c.nominee.name,
});

/** Every column of the list gets the decimals that its own unequal neighbours need. */
export interface StandingFigures {
  readonly total: Figures;
  readonly mean: (counted: CountedRound) => Figures;
  readonly cell: (counted: CountedRound) => Figures;
}

export function figuresOf(ev: Evaluation): StandingFigures {
  const digits = ev.input.contest.rules.aggregation.displayDigits;
  const present = (values: readonly (Rational | null)[]): readonly Rational[] => values.filter((v) => v !== null);
  const means = new Map<number, Figures>();
  const cells = new Map<number, Figures>();
  for (const counted of ev.counted) {
    const scores = ev.candidates.flatMap((c) => c.parts.filter((p) => p.counted === counted).map((p) => p.score));
    means.set(counted.round.id, figuresFor(present(scores.map((s) => s.mean)), digits));
    cells.set(counted.round.id, figuresFor(present(scores.flatMap((s) => s.cells.map((c) => c.value))), digits));
  }
  const total = figuresFor(present(ev.candidates.map((c) => c.total)), digits);
  return {
    total,
    mean: (counted) => means.get(counted.round.id) ?? total,
    cell: (counted) => cells.get(counted.round.id) ?? total,
  };
}

function partsOf(c: Candidate, figures: StandingFigures): readonly RoundPart[] {
  const written = (value: Rational | null, how: Figures): Figure | null => (value === null ? null : how.of(value));
  return c.parts.map(({ counted, score }) => ({
    round: counted.round.id,
    entry: score.entry,
    mean: written(score.mean, figures.mean(counted)),
    scores: score.scores,
    weight: counted.weight,
    cells: score.cells.map(({ juror, state, value }) => ({
      juror,
      state,
      value: written(value, figures.cell(counted)),
    })),
  }));
}
