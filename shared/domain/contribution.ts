import type { Card, CardState, Marks } from '../model/card';
import type { AcrossJurors } from '../model/rules';
import type { EntryId, JurorId } from '../model/ids';
import { cardsBySeat, stateWithoutMarks, type CardIndex, type Place, type Seating } from './panel';
import { add, compare, multiply, rational, type Rational } from './rational';
import { pointsAt, stepOn, sumOf, type Numerator, type Rubric, type RubricLine } from './rubric';

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

/** The cells are made when they are first looked at: an order needs none of them. */
export function scoreRound(
  entry: EntryId,
  rubric: Rubric | null,
  seating: Seating,
  index: CardIndex,
  across: AcrossJurors,
): RoundScore {
  const { places } = seating;
  const cards = cardsBySeat(seating, index.get(entry) ?? []);
  const numerators = places.map((place, seat): Numerator | null => {
    const card = cards[seat];
    if (card === undefined || rubric === null || stateWithoutMarks(place, card) !== null) return null;
    return rubric.numerator(card.marks);
  });
  const { kept, scores, untrimmed } = keptOf(numerators, across);
  const factor = rational(across.acrossJurors === 'sum' ? places.filter((p) => p.counts).length : 1);
  const total = sumOf(kept.map((seat) => numerators[seat] ?? 0));
  const mean =
    kept.length === 0 || rubric === null
      ? null
      : multiply(factor, rational(total, rubric.denominator * BigInt(kept.length)));
  let cells: readonly Cell[] | null = null;
  return {
    entry,
    rubric,
    get cells() {
      return (cells ??= cellsOf(places, cards, numerators, rubric, new Set(kept)));
    },
    scores,
    mean,
    factor,
    untrimmed,
  };
}

const cellsOf = (
  places: readonly Place[],
  cards: readonly (Card | undefined)[],
  numerators: readonly (Numerator | null)[],
  rubric: Rubric | null,
  kept: ReadonlySet<number>,
): readonly Cell[] =>
  places.map((place, seat): Cell => {
    const numerator = numerators[seat] ?? null;
    const card = cards[seat];
    const scored = numerator !== null && rubric !== null;
    return {
      juror: place.juror,
      state: stateWithoutMarks(place, card) ?? (scored ? 'scored' : 'incomplete'),
      card: card ?? null,
      value: scored ? rational(numerator, rubric.denominator) : null,
      dropped: scored && !kept.has(seat),
    };
  });

/** The seats whose sub-totals make the figure. They have one denominator, so their numerators order them. */
function keptOf(
  numerators: readonly (Numerator | null)[],
  { acrossJurors, trim = 1 }: AcrossJurors,
): { readonly kept: readonly number[]; readonly scores: number; readonly untrimmed: boolean } {
  const all: number[] = [];
  for (let seat = 0; seat < numerators.length; seat += 1) if ((numerators[seat] ?? null) !== null) all.push(seat);
  const scores = all.length;
  if (acrossJurors !== 'trimmed_mean' && acrossJurors !== 'median') return { kept: all, scores, untrimmed: false };
  const cut = acrossJurors === 'median' ? Math.max(0, Math.ceil(scores / 2) - 1) : trim;
  if (scores < 2 * cut + 1) return { kept: all, scores, untrimmed: scores > 0 };
  const valueAt = (seat: number): Numerator => numerators[seat] ?? 0;
  const sorted = all.toSorted((i, j) => {
    const [a, b] = [valueAt(i), valueAt(j)];
    return a < b ? -1 : a > b ? 1 : i - j;
  });
  return { kept: sorted.slice(cut, scores - cut), scores, untrimmed: false };
}

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
