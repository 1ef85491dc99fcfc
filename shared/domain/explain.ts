import type { CriterionId, EntryId } from '../model/ids';
import type {
  EntryExplanation,
  ExplainedCard,
  ExplainedMark,
  ExplainedRound,
  PairExplanation,
  PairOfJuror,
} from '../model/explanation';
import type { Figure } from '../model/standing';
import { keptSteps, meanPoints, type Cell, type RoundScore } from './contribution';
import { evaluate, type Candidate, type Part, type StandingInput } from './evaluation';
import { figuresFor, figuresWith } from './figure';
import { listsOfPair } from './pairOfLists';
import { add, multiply, subtract, sum, zero, type Rational } from './rational';
import { meanValue, pointsAt, type Rubric, type RubricLine } from './rubric';
import { valueText } from './scale';
import { figuresOf, type StandingFigures } from './standing';
import { ranked } from './winners/overrides';

/**
 * Opens a total to the cells it comes from. The exact figures recompute: the points of a card sum to its sub-total, the
 * points of the criteria sum to the round's figure, and the round's figures times their factors sum to the total, up to
 * what the rules round; with a method over the whole field the figure comes from what each card gives instead. The texts
 * have the decimals of the standing. Null where the entry does not stand in this round and category.
 */
export function explainEntry(input: StandingInput, entry: EntryId): EntryExplanation | null {
  const ev = evaluate(input);
  const candidate = ev.candidates.find((c) => c.entry.id === entry);
  if (candidate === undefined) return null;
  const figures = figuresOf(ev);
  const digits = input.contest.rules.aggregation.displayDigits;
  return {
    entry,
    total: candidate.total === null ? null : figures.total.of(candidate.total),
    rounds: candidate.parts.map((part) => explainRound(part, figures, digits)),
  };
}

function explainRound({ counted, score }: Part, figures: StandingFigures, digits: number): ExplainedRound {
  const lines = score.rubric?.lines ?? [];
  const plain = figuresWith(digits);
  return {
    round: counted.round.id,
    weight: counted.weight,
    cards: score.cells.map((cell) => ({
      ...explainCard(cell, score.rubric, (value) => figures.cell(counted).of(value)),
      given: cell.given === null ? null : figures.given(counted).of(cell.given),
    })),
    criteria: lines.flatMap((line) => {
      const steps = keptSteps(score, line);
      const points = meanPoints(score, line);
      if (steps === null || points === null) return [];
      return [
        {
          criterion: line.criterion,
          mean: plain.of(meanValue(line, steps)),
          points: score.byField ? null : plain.of(points),
        },
      ];
    }),
    tally: score.tally === null ? null : { values: score.tally.values, source: score.tally.source },
    mean: score.mean === null ? null : figures.mean(counted).of(score.mean),
    untrimmed: score.untrimmed,
  };
}

/** Marks of a ballot that is not in, or that waits for a decision between two, are not shown. */
function explainCard(
  cell: Cell,
  rubric: Rubric | null,
  figure: (value: Rational) => Figure,
): Omit<ExplainedCard, 'given'> {
  const shown = cell.state === 'not_returned' || cell.state === 'conflict' ? null : cell.card;
  const mark = (line: RubricLine): ExplainedMark => {
    const k = shown?.marks[line.slot] ?? null;
    return {
      criterion: line.criterion,
      value: k === null ? null : valueText(line.scale, k),
      points: k === null || cell.state !== 'scored' ? null : figure(pointsAt(line, k)),
    };
  };
  return {
    juror: cell.juror,
    state: cell.state,
    marks: (rubric?.lines ?? []).map(mark),
    subtotal: cell.value === null ? null : figure(cell.value),
    dropped: cell.dropped,
    comment: shown?.comment ?? '',
    recusalGround: shown?.recusal?.ground ?? null,
  };
}

/**
 * Why one entry stands above another, in whichever order they are named. The differences of the criteria (all counted
 * rounds together, upper − lower) and what rounding adds sum to the difference of the totals exactly; criteria as listed
 * in the last counted round. With a method over the whole field what each juror's card gave to either stands instead.
 * Without a total on both sides there are none, and nothing separates the two. Null where either does not stand in this
 * round and category.
 */
export function explainPair(input: StandingInput, one: EntryId, other: EntryId): PairExplanation | null {
  const ev = evaluate(input);
  const [a, b] = [one, other].map((id) => ev.candidates.find((c) => c.entry.id === id));
  if (a === undefined || b === undefined) return null;
  const figures = figuresOf(ev);
  const { ranking } = ranked(ev);
  const [ia, ib] = [ranking.order.indexOf(a), ranking.order.indexOf(b)];
  const [upper, lower] = ib >= 0 && (ia < 0 || ib < ia) ? [b, a] : [a, b];
  const comparable = ia >= 0 && ib >= 0 && ia !== ib;
  const byField = upper.parts.some(({ score }) => score.byField);
  const parts = comparable && !byField ? [...differences(upper, lower)] : [];
  const rounding = parts.length === 0 ? zero : roundingBetween(upper, lower, parts);
  // With zero among them no difference, however small, reads as none.
  const signed = figuresFor(
    [zero, rounding, ...parts.map(([, value]) => value)],
    input.contest.rules.aggregation.displayDigits,
  );
  return {
    upper: upper.entry.id,
    lower: lower.entry.id,
    separation: comparable ? ranking.separation(Math.min(ia, ib), Math.max(ia, ib)) : { by: 'nothing' },
    upperTotal: upper.total === null ? null : figures.total.of(upper.total),
    lowerTotal: lower.total === null ? null : figures.total.of(lower.total),
    criteria: parts.map(([criterion, value]) => ({ criterion, difference: signed.of(value) })),
    rounding: rounding.n === 0n ? null : signed.of(rounding),
    jurors: comparable && byField ? besideEachOther(upper, lower, figures) : [],
    lists: comparable ? listsOfPair(ev, upper, lower) : [],
  };
}

/** The difference of the totals that the criteria leave over. */
function roundingBetween(
  upper: Candidate,
  lower: Candidate,
  parts: readonly (readonly [CriterionId, Rational])[],
): Rational {
  if (upper.total === null || lower.total === null) return zero;
  return subtract(subtract(upper.total, lower.total), sum(parts.map(([, value]) => value)));
}

/** By round, last first, and juror; who gave to neither is left out. */
function besideEachOther(upper: Candidate, lower: Candidate, figures: StandingFigures): readonly PairOfJuror[] {
  return upper.parts.toReversed().flatMap(({ counted, score }) => {
    const other = lower.parts.find((part) => part.counted === counted)?.score.cells ?? [];
    const write = (value: Rational | null): Figure | null => (value === null ? null : figures.given(counted).of(value));
    return score.cells.flatMap(({ juror, given }): readonly PairOfJuror[] => {
      const beside = other.find((cell) => cell.juror === juror)?.given ?? null;
      if (given === null && beside === null) return [];
      return [{ round: counted.round.id, juror, upper: write(given), lower: write(beside) }];
    });
  });
}

function differences(upper: Candidate, lower: Candidate): ReadonlyMap<CriterionId, Rational> {
  const byCriterion = new Map<CriterionId, Rational>();
  const collect = (candidate: Candidate, signed: (sum: Rational, points: Rational) => Rational): void => {
    for (const { counted, score } of candidate.parts.toReversed()) {
      for (const [criterion, points] of pointsByCriterion(score)) {
        const before = byCriterion.get(criterion) ?? zero;
        byCriterion.set(criterion, signed(before, multiply(counted.factor, points)));
      }
    }
  };
  collect(upper, add);
  collect(lower, subtract);
  return byCriterion;
}

function pointsByCriterion(score: RoundScore): readonly (readonly [CriterionId, Rational])[] {
  return (score.rubric?.lines ?? []).flatMap((line) => {
    const points = meanPoints(score, line);
    return points === null ? [] : [[line.criterion, points] as const];
  });
}
