import {
  fieldMethods,
  roundingStages,
  type AcrossJurors,
  type FieldMethod,
  type Rounding,
  type RoundingStage,
} from '../model/rules';
import { at } from './at';
import { ballotsOf } from './methods/ballots';
import { borda } from './methods/borda';
import { copeland, schulze, schulzeLimit } from './methods/condorcet';
import { gradesOfMarks, majorityJudgment } from './methods/majorityJudgment';
import { placesOf, type Direction, type Outcome } from './methods/outcome';
import { bestOfMajority, rankSums } from './methods/rankSums';
import { fitAdditive } from './methods/severity';
import { skating } from './methods/skating';
import { standardised, standardisedMarks } from './methods/standardised';
import { columnOf, jurorsOf, ordinalsOf, rankTable, transpose, type Table } from './methods/table';
import { rational, subtract, type Rational } from './rational';

/** The figures of everybody in a category and round, by a method that looks at each juror's whole list. */
export interface FieldFigures {
  /** Null where nobody has scored, and for everybody where marks do not connect the nominees (severity). */
  readonly figures: readonly (Rational | null)[];
  /** What each card gives to the figure, nominee × juror; null where the method has no such parts. */
  readonly given: Table | null;
  /** The figure is this times the mean of what the cards give, where it is made of such a mean. */
  readonly factor: Rational;
}

export const isFieldMethod = (method: AcrossJurors['acrossJurors']): method is FieldMethod =>
  fieldMethods.some((own) => own === method);

/** Places are better the lower they are. */
export const directionOf = ({ acrossJurors }: AcrossJurors): Direction =>
  acrossJurors === 'rank_sum' || isPlaceMethod({ acrossJurors }) ? 'lower' : 'higher';

/** Methods whose figure is a place in the order that they make. */
export const isPlaceMethod = ({ acrossJurors }: AcrossJurors): boolean => placeMethods.has(acrossJurors);
const placeMethods: ReadonlySet<AcrossJurors['acrossJurors']> = new Set([
  'best_of_majority',
  'majority_judgment',
  'schulze',
  'skating',
]);

/** Methods that make the figure as a mean of what the cards give, up to a factor. */
export const isMeanOfParts = ({ acrossJurors }: AcrossJurors): boolean =>
  acrossJurors !== 'copeland' && !isPlaceMethod({ acrossJurors });

/** Figures that a threshold may be asked of: not places, points for places or standardised scores. */
export const isInPoints = ({ acrossJurors }: AcrossJurors): boolean =>
  !isFieldMethod(acrossJurors) || acrossJurors === 'severity';

/** Figures that count or add up places: mostly whole or halves. */
export const isCounted = ({ acrossJurors }: AcrossJurors): boolean =>
  acrossJurors === 'rank_sum' ||
  acrossJurors === 'borda' ||
  acrossJurors === 'copeland' ||
  isPlaceMethod({ acrossJurors });

/** The stages that mean something with this method, in their order. */
export const roundingStagesOf = ({ acrossJurors }: AcrossJurors): readonly RoundingStage[] =>
  roundingStages.filter((stage) => {
    if (stage === 'criterion') return acrossJurors === 'mean';
    return stage !== 'round' || !isPlaceMethod({ acrossJurors });
  });

/** The stages that are rounded with this method, each with its decimals. */
export const roundingApplied = ({
  acrossJurors,
  rounding = {},
}: AcrossJurors & { readonly rounding?: Rounding }): readonly (readonly [RoundingStage, number])[] =>
  roundingStagesOf({ acrossJurors }).flatMap((stage) => {
    const digits = rounding[stage];
    return digits === undefined ? [] : [[stage, digits] as const];
  });

/**
 * `table`: exact sub-totals, nominee × present juror, null without a card that counts. Each juror ranks whom the own cards
 * score, equals share the mean of their places.
 * - rank_sum: the sum of the places; where cards are missing the mean place times the number of jurors, for a missing
 *   place is no place 0.
 * - borda: the sum of the points, n − place among the n whom a juror scored; where cards are missing as above.
 * - best_of_majority, majority_judgment: the place (equals share the mean of theirs) in the order of that method; the
 *   grades of majority judgment are the sub-totals that were given, tallies over those who scored.
 * - copeland: duels won less duels lost; a duel goes to whom more of the jurors who scored both put above.
 * - schulze: the place (equals share the mean of theirs) by widest paths of winning votes over these duels.
 * - skating: the place by rules 5 to 8 of the skating system (equals share the mean of theirs); a juror's equals all have the
 *   better place. A juror who scored some and not others is left out of the category.
 *   The last three compare everybody with everybody: of more than `comparedAtMost` nobody has a figure.
 * - z_score: the mean of the sub-totals standardised per juror, rounded to 9 decimals.
 * - severity: μ + a_n of the additive model, exact.
 */
export function fieldFigures(method: FieldMethod, table: Table): FieldFigures {
  const ballots = ballotsOf(table, 'higher');
  const one = rational(1);
  switch (method) {
    case 'rank_sum': {
      const rule = { by: 'estimated_sum', best: 0, worst: 0, unranked: 'no_opinion' } as const;
      const { scores } = rankSums(ballots, table.length, rule);
      return { figures: scores, given: rankTable(table, 'higher'), factor: rational(jurorsOf(table)) };
    }
    case 'borda': {
      const { scores } = borda(ballots, table.length, 'n-1', 'no_opinion', true);
      return { figures: scores, given: pointsFor(table), factor: rational(jurorsOf(table)) };
    }
    case 'best_of_majority': {
      const places = transpose(transpose(table).map((column) => ordinalsOf(column, 'higher')));
      const outcome = bestOfMajority(ballots, table.length, 'no_opinion');
      return { figures: placesIn(outcome, table), given: table.length === 0 ? [] : places, factor: one };
    }
    case 'majority_judgment': {
      const { tallies } = gradesOfMarks(table, 'higher');
      const outcome = majorityJudgment(tallies, jurorsOf(table), 'normalised');
      return { figures: placesIn(outcome, table), given: null, factor: one };
    }
    case 'copeland':
      return amongMarked(table, (own) => {
        const { scores } = copeland(ballotsOf(own, 'higher'), own.length, 'no_opinion', 'balance');
        return { figures: scores, given: rankTable(own, 'higher') };
      });
    case 'schulze':
      return amongMarked(table, (own) => {
        const outcome = schulze(ballotsOf(own, 'higher'), own.length, 'no_opinion', 'winning_votes');
        return { figures: placesIn(outcome, own), given: rankTable(own, 'higher') };
      });
    case 'skating':
      return amongMarked(table, (own) => {
        const places = skatedPlaces(own);
        return { figures: placesIn(skating([places]), own), given: places };
      });
    case 'z_score':
      return { figures: standardised(table, 'higher').scores, given: standardisedMarks(table), factor: one };
    case 'severity': {
      const { parts, adjusted, jurorEffects } = fitAdditive(table);
      if (parts.length > 1) return { figures: table.map(() => null), given: null, factor: one };
      const corrected = table.map((row) =>
        row.map((mark, j): Rational | null => {
          const effect = jurorEffects[j] ?? null;
          return mark === null || effect === null ? null : subtract(mark, effect);
        }),
      );
      return { figures: adjusted, given: corrected, factor: one };
    }
  }
}

/** More nominees would take minutes and mean nothing to anybody. */
export const comparedAtMost = schulzeLimit;

/** By a method that compares everybody who has a card with everybody else; nobody has a figure where they are too many. */
function amongMarked(table: Table, method: (own: Table) => Pick<FieldFigures, 'figures' | 'given'>): FieldFigures {
  const marked = table.flatMap((row, i) => (row.some((mark) => mark !== null) ? [i] : []));
  const factor = rational(1);
  if (marked.length > comparedAtMost) return { figures: table.map(() => null), given: null, factor };
  const own = method(marked.map((i) => at(table, i)));
  const row = new Map(marked.map((i, k) => [i, k]));
  return {
    figures: table.map((_, i) => own.figures[row.get(i) ?? -1] ?? null),
    given: table.map((marks, i) => own.given?.[row.get(i) ?? -1] ?? marks.map(() => null)),
    factor,
  };
}

/** The places that each juror gives; none of a juror who leaves out somebody who has a card. */
export function skatedPlaces(table: Table): Table {
  if (table.length === 0) return [];
  const columns = transpose(table).map((column) => ordinalsOf(column, 'higher'));
  return transpose(columns.map((column) => (column.includes(null) ? column.map(() => null) : column)));
}

const placesIn = ({ groups }: Outcome, table: Table): readonly (Rational | null)[] =>
  placesOf(groups, table.length, 'fractional');

/** n − place, of each juror among the n whom that juror scored. */
function pointsFor(table: Table): Table {
  const ranks = rankTable(table, 'higher');
  const sizes = Array.from({ length: jurorsOf(table) }, (_, j) =>
    rational(columnOf(table, j).filter((mark) => mark !== null).length),
  );
  return ranks.map((row) =>
    row.map((place, j): Rational | null => {
      const size = sizes[j];
      return place === null || size === undefined ? null : subtract(size, place);
    }),
  );
}
