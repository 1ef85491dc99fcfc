import type { DecisionId, EntryId } from '../model/ids';
import type { Figure, RoundPart, Standing, StandingRow } from '../model/standing';
import { excludedList, type CountedRound } from './combination';
import { isTallyRound } from './roundKinds';
import type { RoundScore } from './contribution';
import { isCounted } from './fieldMethods';
import { evaluate, type Candidate, type Evaluation, type StandingInput } from './evaluation';
import { figuresFor, leastDigits, type Figures } from './figure';
import { toDecimal, type Rational } from './rational';
import { placeIn } from './methods/outcome';
import { rank } from './ties';
import { goesAcross, outcomesOf, winnersOf } from './winners/outcomes';
import type { Outcome } from './winners/outcome';
import { ranked, type Ranked } from './winners/overrides';
import { amountFigure } from './winners/purse';
import { evaluateRound, type RoundInput } from './progress';

export type { StandingInput } from './evaluation';

/**
 * The ranking of one category in one round. Order, cuts and ties come from exact values only; places are 1-2-2-4 after
 * the chain, beside them as the rules number equals; who lacks a figure in a counted round has no place and stands last. Equals are shown by sort key, then
 * number, which is never a rank. `aboveNext` is null for the last row and above rows without a score.
 */
export function computeStanding(input: StandingInput): Standing {
  const round = input.contest.rounds.find((r) => r.id === input.round);
  if (round !== undefined && goesAcross(input.contest, round)) {
    const own = computeStandings(input).find((s) => s.category === input.category);
    if (own !== undefined) return own;
  }
  const [standing] = standingsOf([evaluate(input)]);
  if (standing === undefined) throw new RangeError('no such category');
  return standing;
}

/** Every category of a round, in the contest's order: rules that go across categories are applied once. */
export const computeStandings = (input: RoundInput): readonly Standing[] => standingsOf(evaluateRound(input));

/** The standings of evaluations: all of a round, or one alone where no rule goes across categories. */
export function standingsOf(evaluations: readonly Evaluation[]): readonly Standing[] {
  const fields = evaluations.map(ranked);
  const outcomes = outcomesOf(fields);
  return fields.flatMap((field) => {
    const outcome = outcomes.get(field.ev.category.id);
    return outcome === undefined ? [] : [standingOf(field, outcome)];
  });
}

/**
 * Decisions recorded for this round and category that settle nothing: their tie has dissolved or grown, or a later
 * decision took their place. They are ignored by the standing and reported here.
 */
export const staleDecisions = (input: StandingInput): readonly DecisionId[] => rank(evaluate(input)).staleDecisions;

/**
 * Entries of the category that go on to the next round: from a technical check those admitted, from a ranked round those
 * above the line and whom it names as winners, unless the next round leaves those out.
 */
export function advancing(input: StandingInput): readonly EntryId[] {
  const ev = evaluate(input);
  if (ev.target.rules.kind === 'technical') {
    return ev.candidates.filter((c) => c.entry.check === 'admitted').map((c) => c.entry.id);
  }
  const { rounds } = ev.input.contest;
  const next = rounds[rounds.indexOf(ev.target) + 1];
  const list = next === undefined ? null : excludedList(next);
  const excluded = new Set(list === null ? [] : winnersOf(input, list).map(({ candidate }) => candidate.nominee.id));
  return computeStanding(input)
    .rows.filter((row) => row.status === 'advances' || row.status === 'laureate')
    .filter((row) => !excluded.has(row.nominee))
    .map((row) => row.entry);
}

/** Everything that counts is in: in any counted round no figure is missing, no card awaited, incomplete or in conflict. */
export const isSettled = (ev: Evaluation): boolean =>
  ev.candidates.every((c) =>
    c.parts.every((p) =>
      isTallyRound(p.counted.round)
        ? p.score.mean !== null
        : p.score.cells.every((cell) => cell.state === 'scored' || cell.state === 'recused' || cell.state === 'absent'),
    ),
  );

function standingOf({ ev, ranking }: Ranked, outcome: Outcome): Standing {
  const figures = figuresOf(ev);
  const last = ranking.order.length - 1;
  const verdictOf = (c: Candidate): Pick<StandingRow, 'status' | 'reason' | 'grant'> => {
    const { status, reason, grant } = outcome.verdictOf(c);
    return { status, reason, grant: grant === null ? null : amountFigure(grant) };
  };
  const style = ev.input.contest.rules.aggregation.placeStyle ?? 'standard';
  const scored = ranking.groups.flatMap((group, g) =>
    group.members.map((c, k): StandingRow => {
      const own = placeIn(style, { before: group.start, size: group.members.length, group: g }, k);
      const i = group.start + k;
      return {
        ...rowHead(c),
        place: group.start + 1,
        shownPlace: toDecimal(own, own.d === 1n ? 0 : 1),
        tied: group.members.length > 1,
        total: written(c.total, figures.total),
        parts: partsOf(c, figures),
        ...verdictOf(c),
        aboveNext: i < last ? ranking.separation(i, i + 1) : null,
      };
    }),
  );
  const unscored = ev.candidates
    .filter((c) => c.total === null)
    .map((c): StandingRow => ({
      ...rowHead(c),
      place: null,
      shownPlace: null,
      tied: false,
      total: null,
      parts: partsOf(c, figures),
      ...verdictOf(c),
      aboveNext: null,
    }));
  return {
    round: ev.target.id,
    category: ev.category.id,
    provisional: ev.target.status !== 'closed' || !isSettled(ev),
    rows: [...scored, ...unscored],
    line: outcome.line,
    openTies: outcome.openTies,
    unmet: [...(isNotComparable(ev) ? [{ kind: 'not_comparable' as const }] : []), ...outcome.unmet],
    settled: outcome.settled,
    applied: appliedOf(ev, ranking, outcome),
  };
}

/** Scores are there, and the method over the whole field makes no figure of them. */
const isNotComparable = (ev: Evaluation): boolean =>
  ev.candidates.some((c) => c.parts.some(({ score }) => score.byField && score.scores > 0 && score.mean === null));

/** Decisions about ties that the chain used, and whatever the rules of winners used besides. */
function appliedOf(ev: Evaluation, ranking: Ranked['ranking'], outcome: Outcome): readonly DecisionId[] {
  const stale = new Set(ranking.staleDecisions);
  const used = new Set(outcome.applied);
  return ev.input.decisions
    .filter((d) => d.round === ev.target.id && d.category === ev.category.id)
    .filter((d) => used.has(d.id) || !stale.has(d.id))
    .map((d) => d.id)
    .toSorted((a, b) => a - b);
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
  readonly given: (counted: CountedRound) => Figures;
}

export function figuresOf(ev: Evaluation): StandingFigures {
  const { displayDigits: digits } = ev.input.contest.rules.aggregation;
  // Places and points for them are mostly whole: no decimals that say nothing.
  const counts = isCounted(ev.input.contest.rules.aggregation);
  const listed = (values: readonly (Rational | null)[], whole: boolean): Figures => {
    const known = values.filter((v) => v !== null);
    return figuresFor(known, whole ? leastDigits(known, digits) : digits);
  };
  const scores = (counted: CountedRound): readonly RoundScore[] =>
    ev.candidates.flatMap((c) => c.parts.filter((p) => p.counted === counted).map((p) => p.score));
  const column = (
    valuesOf: (score: RoundScore) => readonly (Rational | null)[],
    whole: boolean,
  ): ((c: CountedRound) => Figures) => {
    const made = new Map<CountedRound, Figures>();
    return (counted) => {
      let figures = made.get(counted);
      if (figures === undefined) made.set(counted, (figures = listed(scores(counted).flatMap(valuesOf), whole)));
      return figures;
    };
  };
  return {
    total: listed(
      ev.candidates.map((c) => c.total),
      counts,
    ),
    mean: column((score) => [score.mean], counts),
    cell: column((score) => score.cells.map((cell) => cell.value), false),
    given: column((score) => score.cells.map((cell) => cell.given), counts),
  };
}

const written = (value: Rational | null, how: Figures): Figure | null => (value === null ? null : how.of(value));

function partsOf(c: Candidate, figures: StandingFigures): readonly RoundPart[] {
  return c.parts.map(({ counted, score }) => ({
    round: counted.round.id,
    entry: score.entry,
    mean: written(score.mean, figures.mean(counted)),
    scores: score.scores,
    untrimmed: score.untrimmed,
    weight: counted.weight,
    cells: score.cells.map(({ juror, state, value, dropped }) => ({
      juror,
      state,
      dropped,
      value: written(value, figures.cell(counted)),
    })),
  }));
}
