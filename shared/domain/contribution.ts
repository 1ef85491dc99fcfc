import type { Card, CardState, Marks } from '../model/card';
import type { Aggregation } from '../model/rules';
import type { EntryId, JurorId } from '../model/ids';
import { cellState, type CardIndex, type Place } from './panel';
import { add, compare, multiply, rational, type Rational } from './rational';
import { pointsAt, stepOn, type Rubric, type RubricLine } from './rubric';

/** One cell of the matrix with its exact sub-total; `value` only where the card is scored. */
export interface Cell {
  readonly juror: JurorId;
  readonly state: CardState;
  readonly card: Card | null;
  readonly value: Rational | null;
}

/** What the panel of one round says about one entry. */
export interface RoundScore {
  readonly entry: EntryId;
  readonly rubric: Rubric | null;
  /** By juror number; every seat has a cell. */
  readonly cells: readonly Cell[];
  readonly scores: number;
  /**
   * The round's figure, over P_n (complete cards of present jurors who did not recuse themselves); null while nobody
   * has scored. acrossJurors mean: the mean. sum: mean × number of seats that count, which is the plain sum where the
   * grid is complete and compares fairly where it is not.
   */
  readonly mean: Rational | null;
  /** `mean` is this times the mean over P_n. */
  readonly factor: Rational;
}

export function scoreRound(
  entry: EntryId,
  rubric: Rubric | null,
  panel: readonly Place[],
  cards: CardIndex,
  acrossJurors: Aggregation['acrossJurors'],
): RoundScore {
  const row = cards.get(entry);
  let total = 0n;
  let scores = 0;
  const cells = panel.map((place): Cell => {
    const card = row?.get(place.juror);
    const state = cellState(place, card, rubric);
    const base = { juror: place.juror, state, card: card ?? null };
    if (state !== 'scored' || card === undefined || rubric === null) return { ...base, value: null };
    const numerator = rubric.numerator(card.marks);
    total += numerator;
    scores += 1;
    return { ...base, value: rational(numerator, rubric.denominator) };
  });
  const factor = rational(acrossJurors === 'sum' ? panel.filter((p) => p.counts).length : 1);
  const mean =
    scores === 0 || rubric === null ? null : multiply(factor, rational(total, rubric.denominator * BigInt(scores)));
  return { entry, rubric, cells, scores, mean, factor };
}

/** Marks of the cards that count. */
function countedMarks(score: RoundScore): readonly Marks[] {
  return score.cells.flatMap((cell) => (cell.state === 'scored' && cell.card !== null ? [cell.card.marks] : []));
}

/** Mean of a criterion in steps, over P_n; null while nobody has scored. */
export function meanSteps(score: RoundScore, line: RubricLine): Rational | null {
  if (score.scores === 0) return null;
  const steps = countedMarks(score).reduce((total, marks) => total + stepOn(line, marks), 0);
  return rational(steps, score.scores);
}

/** What a criterion adds to the round's figure: these sum to `mean` exactly. Null while nobody has scored. */
export function meanPoints(score: RoundScore, line: RubricLine): Rational | null {
  const steps = meanSteps(score, line);
  if (steps === null) return null;
  return multiply(score.factor, add(pointsAt(line, 0), multiply(line.perStep, steps)));
}

/** Median of the sub-totals; of an even number the mean of the middle two. Null while nobody has scored. */
export function medianOf(score: RoundScore): Rational | null {
  const values = score.cells.flatMap((cell) => (cell.value === null ? [] : [cell.value])).toSorted(compare);
  const upper = values[values.length >> 1];
  const lower = values[(values.length - 1) >> 1];
  if (upper === undefined || lower === undefined) return null;
  return multiply(add(upper, lower), rational(1, 2));
}
