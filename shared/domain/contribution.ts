import type { Card, CardState, Marks } from '../model/card';
import type { AcrossJurors } from '../model/rules';
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
  /** Scored, but left out of the round's figure by its method: a highest or lowest, or not in the middle. */
  readonly dropped: boolean;
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
   * grid is complete and compares fairly where it is not. trimmed_mean: the mean of what is left when `trim` at each
   * end are dropped; of fewer than 2·trim + 1 nothing is dropped and `untrimmed` says so. median: the middle one, or
   * the mean of the middle two. Of equal sub-totals those of lower juror numbers are dropped first.
   */
  readonly mean: Rational | null;
  /** `mean` is this times the mean over the cards that are not dropped. */
  readonly factor: Rational;
  readonly untrimmed: boolean;
}

export function scoreRound(
  entry: EntryId,
  rubric: Rubric | null,
  panel: readonly Place[],
  cards: CardIndex,
  across: AcrossJurors,
): RoundScore {
  const row = cards.get(entry);
  const numerators = new Map<number, bigint>();
  const cells = panel.map((place, i): Cell => {
    const card = row?.get(place.juror);
    const state = cellState(place, card, rubric);
    const base = { juror: place.juror, state, card: card ?? null, dropped: false };
    if (state !== 'scored' || card === undefined || rubric === null) return { ...base, value: null };
    const numerator = rubric.numerator(card.marks);
    numerators.set(i, numerator);
    return { ...base, value: rational(numerator, rubric.denominator) };
  });
  const factor = rational(across.acrossJurors === 'sum' ? panel.filter((p) => p.counts).length : 1);
  const { kept, untrimmed } = keptOf(numerators, across);
  const total = kept.reduce((sum, i) => sum + (numerators.get(i) ?? 0n), 0n);
  const mean =
    kept.length === 0 || rubric === null
      ? null
      : multiply(factor, rational(total, rubric.denominator * BigInt(kept.length)));
  return {
    entry,
    rubric,
    cells: kept.length === numerators.size ? cells : withDropped(cells, numerators, new Set(kept)),
    scores: numerators.size,
    mean,
    factor,
    untrimmed,
  };
}

/** Which sub-totals make the figure. They have one denominator, so their numerators order them. */
function keptOf(
  numerators: ReadonlyMap<number, bigint>,
  { acrossJurors, trim = 1 }: AcrossJurors,
): { readonly kept: readonly number[]; readonly untrimmed: boolean } {
  const all = [...numerators.keys()];
  if (acrossJurors !== 'trimmed_mean' && acrossJurors !== 'median') return { kept: all, untrimmed: false };
  const cut = acrossJurors === 'median' ? Math.max(0, Math.ceil(all.length / 2) - 1) : trim;
  if (all.length < 2 * cut + 1) return { kept: all, untrimmed: all.length > 0 };
  const sorted = [...numerators].toSorted(([i, a], [j, b]) => (a < b ? -1 : a > b ? 1 : i - j));
  return { kept: sorted.slice(cut, sorted.length - cut).map(([i]) => i), untrimmed: false };
}

const withDropped = (
  cells: readonly Cell[],
  scored: ReadonlyMap<number, bigint>,
  kept: ReadonlySet<number>,
): readonly Cell[] => cells.map((cell, i) => (scored.has(i) && !kept.has(i) ? { ...cell, dropped: true } : cell));

/** Mean of a criterion in steps, over P_n; null while nobody has scored. The tie chain compares by it. */
export const meanSteps = (score: RoundScore, line: RubricLine): Rational | null =>
  stepsOver(score, line, (cell) => cell.state === 'scored');

/** The same over the cards that make the round's figure. */
export const keptSteps = (score: RoundScore, line: RubricLine): Rational | null =>
  stepsOver(score, line, (cell) => cell.state === 'scored' && !cell.dropped);

function stepsOver(score: RoundScore, line: RubricLine, counts: (cell: Cell) => boolean): Rational | null {
  const marks = score.cells.flatMap((cell): Marks[] => (cell.card !== null && counts(cell) ? [cell.card.marks] : []));
  if (marks.length === 0) return null;
  return rational(
    marks.reduce((total, each) => total + stepOn(line, each), 0),
    marks.length,
  );
}

/** What a criterion adds to the round's figure: these sum to `mean` exactly. Null while nobody has scored. */
export function meanPoints(score: RoundScore, line: RubricLine): Rational | null {
  const steps = keptSteps(score, line);
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
