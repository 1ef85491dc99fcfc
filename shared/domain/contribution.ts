import type { Card, CardState, Marks } from '../model/card';
import type { Aggregation, FieldMethod } from '../model/rules';
import type { EntryId, JurorId } from '../model/ids';
import { fieldFigures, isPlaceMethod } from './fieldMethods';
import { rounded } from './methods/table';
import type { Tally } from '../model/tally';
import { cardsBySeat, stateWithoutMarks, type CardIndex, type Place, type Seating } from './panel';
import { add, compare, divide, fromDecimal, multiply, rational, subtract, sum, type Rational } from './rational';
import { meanValue, pointsAt, stepOn, sumOf, type Numerator, type Rubric, type RubricLine } from './rubric';

/** One cell of the matrix with its exact sub-total; `value` only where the card is scored. */
export interface Cell {
  readonly juror: JurorId;
  readonly state: CardState;
  readonly card: Card | null;
  readonly value: Rational | null;
  /** Scored, but left out of the round's figure by its method: a highest or lowest, or not in the middle. */
  readonly dropped: boolean;
  /** What the card gives to the round's figure, where the method ranks or corrects the jurors' lists; else null. */
  readonly given: Rational | null;
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
   * the mean of the middle two. Of equal sub-totals those of lower juror numbers are dropped first. Methods over the
   * whole field: see `fieldFigures`. Rounded where the rules round a round's figure.
   */
  readonly mean: Rational | null;
  /** Before rounding `mean` is this times the mean over the cards that are not dropped (of what they give, with `byField`). */
  readonly factor: Rational;
  /** The figure comes from each juror's list of everybody, not from these sub-totals alone. */
  readonly byField: boolean;
  readonly untrimmed: boolean;
  /** What the round's table says; null in a round of marks, and where nothing is written. */
  readonly tally: Tally | null;
}

export type RoundFigureRules = Pick<Aggregation, 'acrossJurors' | 'trim' | 'rounding'>;

/** The cells are made when they are first looked at: an order needs none of them. */
export function scoreRound(
  entry: EntryId,
  rubric: Rubric | null,
  seating: Seating,
  index: CardIndex,
  rules: RoundFigureRules,
): RoundScore {
  const { places } = seating;
  const cards = cardsBySeat(seating, index.get(entry) ?? []);
  const numerators = places.map((place, seat): Numerator | null => {
    const card = cards[seat];
    if (card === undefined || rubric === null || stateWithoutMarks(place, card) !== null) return null;
    return rubric.numerator(card.marks);
  });
  const { kept, scores, untrimmed } = keptOf(numerators, rules);
  const factor = rational(rules.acrossJurors === 'sum' ? places.filter((p) => p.counts).length : 1);
  const total = sumOf(kept.map((seat) => numerators[seat] ?? 0));
  const exact =
    kept.length === 0 || rubric === null
      ? null
      : multiply(factor, rational(total, rubric.denominator * BigInt(kept.length)));
  let cells: readonly Cell[] | null = null;
  const cellsNow = (): readonly Cell[] => (cells ??= cellsOf(places, cards, numerators, rubric, new Set(kept)));
  const { rounding = {}, acrossJurors } = rules;
  const figure =
    exact !== null && rubric !== null && acrossJurors === 'mean' && rounding.criterion !== undefined
      ? overCriteria(cellsNow(), rubric, rounding.criterion)
      : exact;
  return {
    entry,
    rubric,
    get cells() {
      return cellsNow();
    },
    scores,
    mean: figure === null ? null : rounded(figure, rounding.round ?? null),
    factor,
    untrimmed,
    byField: false,
    tally: null,
  };
}

/** The mean mark of each criterion, rounded, and what these are worth together. */
function overCriteria(cells: readonly Cell[], rubric: Rubric, digits: number): Rational {
  const marks = cells.flatMap((cell) => (cell.state === 'scored' && cell.card !== null ? [cell.card.marks] : []));
  return sum(
    rubric.lines.map((line) => {
      const steps = rational(
        marks.reduce((total, each) => total + stepOn(line, each), 0),
        marks.length,
      );
      const mark = rounded(meanValue(line, steps), digits);
      const over = divide(subtract(mark, fromDecimal(line.scale.min)), fromDecimal(line.scale.step));
      return add(line.base, multiply(line.perStep, over));
    }),
  );
}

/**
 * The scores of everybody in one category and round as a method over the whole field makes them. Sub-totals, criteria and
 * what the tie chain looks at stay as they are.
 */
export function scoreField(
  scores: readonly RoundScore[],
  method: FieldMethod,
  { places }: Seating,
  digits: number | null,
): readonly RoundScore[] {
  const seats = places.flatMap((place, seat) => (place.counts ? [seat] : []));
  const table = scores.map(({ cells }) => seats.map((seat) => cells[seat]?.value ?? null));
  const { figures, given, factor } = fieldFigures(method, table);
  const isPlace = isPlaceMethod({ acrossJurors: method });
  return scores.map((score, i): RoundScore => {
    const own = new Map(seats.map((seat, j) => [seat, given?.[i]?.[j] ?? null]));
    const figure = figures[i] ?? null;
    return {
      entry: score.entry,
      rubric: score.rubric,
      cells: score.cells.map((cell, seat) => ({ ...cell, given: own.get(seat) ?? null })),
      scores: score.scores,
      mean: figure === null || isPlace ? figure : rounded(figure, digits),
      factor,
      untrimmed: false,
      byField: true,
      tally: null,
    };
  });
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
      given: null,
    };
  });

/** The seats whose sub-totals make the figure. They have one denominator, so their numerators order them. */
function keptOf(
  numerators: readonly (Numerator | null)[],
  { acrossJurors, trim = 1 }: RoundFigureRules,
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

/**
 * What a criterion adds to the round's figure: these sum to `mean` exactly where nothing is rounded. With a method over the
 * whole field they sum to the mean sub-total, which is not the figure. Null while nobody has scored.
 */
export function meanPoints(score: RoundScore, line: RubricLine): Rational | null {
  const steps = keptSteps(score, line);
  if (steps === null) return null;
  const points = add(pointsAt(line, 0), multiply(line.perStep, steps));
  return score.byField ? points : multiply(score.factor, points);
}

/** Median of the sub-totals; of an even number the mean of the middle two. Null while nobody has scored. */
export function medianOf(score: RoundScore): Rational | null {
  const values = score.cells.flatMap((cell) => (cell.value === null ? [] : [cell.value])).toSorted(compare);
  const upper = values[values.length >> 1];
  const lower = values[(values.length - 1) >> 1];
  if (upper === undefined || lower === undefined) return null;
  return multiply(add(upper, lower), rational(1, 2));
}
