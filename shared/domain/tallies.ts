import type { Entry } from '../model/nominee';
import type { Round, TableRules } from '../model/round';
import type { Tally } from '../model/tally';
import type { RoundScore } from './contribution';
import { compare, fromDecimal, multiply, rational, sum, zero, type Rational } from './rational';

/** The rules of a round whose figures come from a table. */
export type TallyRules = TableRules;

export const tallyRules = ({ rules }: Pick<Round, 'rules'>): TallyRules | null =>
  rules.kind === 'vote_import' || rules.kind === 'results_table' || rules.kind === 'count' ? rules : null;

/** Whether rules of a results table say how a figure is made: without points by place the sum is the figure, and more is better. */
export const makesFigure = (rules: TallyRules): boolean =>
  rules.kind !== 'results_table' || rules.pointsByPlace.length > 0 || rules.measure === 'higher';

/** How many figures stand in a row of the table. */
export const columnsOf = (rules: TallyRules): number =>
  rules.kind === 'results_table' ? (rules.columns?.length ?? 1) : 1;

/** What the figures of one row mean. `place`: 1 is best. */
export const measureOf = (rules: TallyRules): 'votes' | 'answers' | 'place' | 'higher' | 'lower' =>
  rules.kind === 'vote_import' ? 'votes' : rules.kind === 'count' ? 'answers' : (rules.measure ?? 'place');

/** Whole numbers only; a place is at least 1, answers are no more than questions were asked. */
export type Misfit = 'columns' | 'not_whole' | 'no_place' | 'too_high' | 'always_takes_part';

/** Why the values cannot stand in the round; null: they can. Whoever is not in a vote has 0 votes: there is no absence. */
export function misfitOf(rules: TallyRules, values: Tally['values']): Misfit | null {
  if (values === null) return rules.kind === 'vote_import' ? 'always_takes_part' : null;
  if (values.length !== columnsOf(rules)) return 'columns';
  const measure = measureOf(rules);
  if (measure === 'higher' || measure === 'lower') return null;
  for (const value of values.map(fromDecimal)) {
    if (value.d !== 1n) return 'not_whole';
    if (measure === 'place' && value.n < 1n) return 'no_place';
    if (rules.kind === 'count' && value.n > BigInt(rules.questions)) return 'too_high';
  }
  return null;
}

/** Whether rows that are written mean the same under other rules: each fits them, and its figures are of the same kind. */
export const stillFits = (before: TallyRules, after: TallyRules, written: readonly Tally[]): boolean =>
  written.length === 0 ||
  (measureOf(before) === measureOf(after) && written.every(({ values }) => misfitOf(after, values) === null));

/** The figure that a row comes to before points: the sum of its columns. */
const sumOfRow = (values: readonly string[]): Rational => sum(values.map(fromDecimal));

/** Scores one round of one category from its table. */
export interface TallyScorer {
  readonly score: (entry: Entry) => RoundScore;
  /** Place in the table, 1-2-2-4; null where nothing is written, or who did not take part. */
  readonly place: (entry: Entry) => number | null;
}

/**
 * - votes: the votes themselves.
 * - answers: each right answer is worth `pointsPerAnswer`.
 * - place: points by place; beyond the last named one the points of taking part.
 * - higher, lower: the sums of the columns make places (1-2-2-4 among all of the category in the round), and those
 *   points; without points by place the sum is the figure.
 * Whoever did not take part has 0 points. A row that is missing is never zero: the entry has no figure.
 */
export function tallyScorer(
  rules: TallyRules,
  field: readonly Entry[],
  tallies: ReadonlyMap<number, Tally>,
): TallyScorer {
  const measure = measureOf(rules);
  const sums = new Map<number, Rational>();
  for (const { id } of field) {
    const values = tallies.get(id)?.values ?? null;
    if (values !== null) sums.set(id, sumOfRow(values));
  }
  const places = measure === 'place' ? wholes(sums) : placesOf(sums, measure === 'lower');
  const place = ({ id }: Entry): number | null => places.get(id) ?? null;
  const pointsOf = (entry: Entry, own: Rational): Rational => {
    if (rules.kind === 'vote_import') return own;
    if (rules.kind === 'count') return multiply(own, fromDecimal(rules.pointsPerAnswer));
    if (rules.pointsByPlace.length === 0) return own;
    const at = place(entry);
    return fromDecimal((at === null ? undefined : rules.pointsByPlace[at - 1]) ?? rules.participation);
  };
  return {
    place,
    score: (entry) => {
      const tally = tallies.get(entry.id);
      const own = sums.get(entry.id);
      const known = tally !== undefined;
      return {
        entry: entry.id,
        rubric: null,
        cells: [],
        scores: known ? 1 : 0,
        mean: own !== undefined ? pointsOf(entry, own) : known ? zero : null,
        factor: rational(1),
        byField: false,
        untrimmed: false,
        tally: tally ?? null,
      };
    },
  };
}

const wholes = (sums: ReadonlyMap<number, Rational>): ReadonlyMap<number, number> =>
  new Map([...sums].map(([id, { n, d }]) => [id, Number(n / d)]));

function placesOf(sums: ReadonlyMap<number, Rational>, isLowerBetter: boolean): ReadonlyMap<number, number> {
  const sorted = [...sums].toSorted(([, a], [, b]) => (isLowerBetter ? compare(a, b) : compare(b, a)));
  const places = new Map<number, number>();
  let start = 0;
  sorted.forEach(([id, own], i) => {
    const before = sorted[i - 1]?.[1];
    if (before === undefined || compare(before, own) !== 0) start = i + 1;
    places.set(id, start);
  });
  return places;
}

/** The most that a nominee can have in the round; null where there is no most. */
export function mostOf(rules: TallyRules): Rational | null {
  if (rules.kind === 'count') return multiply(rational(rules.questions), fromDecimal(rules.pointsPerAnswer));
  if (rules.kind === 'vote_import' || rules.pointsByPlace.length === 0) return null;
  return [...rules.pointsByPlace, rules.participation]
    .map(fromDecimal)
    .reduce((most, each) => (compare(each, most) > 0 ? each : most), zero);
}
