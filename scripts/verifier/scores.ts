import type { Counted } from './ballots';
import type { Doc } from './doc';
import { isCountedDown, isPlace, worthInField } from './field';
import type { Said } from './said';
import {
  fraction,
  mean,
  minus,
  nearest,
  order,
  over,
  plus,
  printed,
  times,
  total,
  zero,
  type Fraction,
} from './fraction';
import { basisPoints, criteriaIn, isJuryRound, isRanked, type Criterion } from './rules';
import { isTable, mostInTable, placeInTable, pointsInTable, readTable, type Table } from './tables';

export interface Entry {
  readonly id: number;
  readonly nominee: number;
  readonly round: number;
  readonly category: number | null;
}

/**
 * What the jurors of a round say about one entry; `value` null while no card of it counts. More is better: a sum of places
 * and a place are below zero here.
 */
export interface Score {
  readonly entry: number;
  readonly criteria: readonly Criterion[];
  readonly cards: readonly {
    readonly juror: number;
    readonly marks: ReadonlyMap<number, Fraction>;
    readonly points: Fraction;
  }[];
  readonly value: Fraction | null;
  /** What a method multiplies the mean by: the jurors present where scores are added up. */
  readonly times: number;
  /** Of a table: the most that somebody can have; null where marks say that. */
  readonly most: Fraction | null;
}

export class Scores {
  readonly rounds: readonly Doc[];
  readonly entries: readonly Entry[];
  /** Who stands in lists: not the withdrawn. By id. */
  readonly people: ReadonlyMap<number, Doc>;
  /** −1 where less is better in a round of marks: what is printed is the value times this. */
  readonly #sign: Fraction;
  readonly table: Table;
  readonly #made = new Map<number, Score>();

  constructor(
    readonly contest: Doc,
    readonly counted: Counted,
  ) {
    this.rounds = contest.get('rounds').list;
    this.entries = contest.get('entries').list.map((e) => ({
      id: e.get('id').number,
      nominee: e.get('nominee').number,
      round: e.get('round').number,
      category: e.get('category').isNull ? null : e.get('category').number,
    }));
    const across = contest.get('rules').get('aggregation').get('acrossJurors').text;
    this.#sign = fraction(isCountedDown(across) ? -1n : 1n);
    this.table = readTable(contest);
    const standing = contest.get('nominees').list.filter((n) => n.get('withdrawn').isNull);
    this.people = new Map(standing.map((n) => [n.get('id').number, n]));
  }

  /** What is printed of a total: a table counts up whatever the jury's method does. */
  shown(round: Doc, value: Fraction): Fraction {
    return isTable(round) ? value : times(this.#sign, value);
  }

  /** Everybody of the category in the round. */
  field(round: Doc, category: number): readonly Entry[] {
    const id = round.get('id').number;
    return this.entries.filter((e) => e.round === id && e.category === category && this.people.has(e.nominee));
  }

  /** A nominee's entry in an earlier round: in the same category, or else the only one. */
  entryIn(round: Doc, nominee: number, category: number): Entry | undefined {
    const id = round.get('id').number;
    const own = this.entries.filter((e) => e.round === id && e.nominee === nominee);
    return own.find((e) => e.category === category) ?? (own.length === 1 ? own[0] : undefined);
  }

  of(round: Doc, entry: Entry): Score {
    let score = this.#made.get(entry.id);
    if (score === undefined) {
      for (const own of isTable(round) ? [] : this.#inField(round, entry.category)) this.#made.set(own.entry, own);
      score = this.#made.get(entry.id) ?? this.#score(round, entry);
      this.#made.set(entry.id, score);
    }
    return score;
  }

  /** How many decimals are left of a figure; null: all. */
  decimals(stage: string): number | null {
    const rounding = this.contest.get('rules').get('aggregation').get('rounding');
    const digits = rounding.value === undefined ? undefined : rounding.get(stage);
    return digits?.value === undefined ? null : digits.number;
  }

  /** Everybody of a category in a round, where they are compared with each other; nobody where each stands alone. */
  #inField(round: Doc, category: number | null): readonly Score[] {
    if (category === null) return [];
    const method = this.contest.get('rules').get('aggregation').get('acrossJurors').text;
    const scores = this.field(round, category).map((entry) => this.#score(round, entry));
    const said = scores.map(({ cards }): Said => new Map(cards.map(({ juror, points }) => [juror, points])));
    const worths = worthInField(method, said, this.#seated(round.get('id').number).length);
    const digits = isPlace(method) ? null : this.decimals('round');
    return (worths ?? []).flatMap((worth, i): readonly Score[] => {
      const own = scores[i];
      return own === undefined ? [] : [{ ...own, value: worth === null ? null : kept(worth, digits) }];
    });
  }

  #seated(round: number): readonly number[] {
    return this.contest
      .get('seats')
      .list.filter((s) => s.get('round').number === round && s.get('attendance').get('state').text === 'present')
      .map((s) => s.get('juror').number);
  }

  /** Everybody of the entry's category in its round. */
  #beside(entry: Entry): readonly Entry[] {
    return this.entries.filter(
      (e) => e.round === entry.round && e.category === entry.category && this.people.has(e.nominee),
    );
  }

  placeIn(round: Doc, entry: Entry): number | null {
    return placeInTable(round, entry, this.#beside(entry), this.table);
  }

  #score(round: Doc, entry: Entry): Score {
    if (isTable(round)) {
      const value = pointsInTable(round, entry, this.#beside(entry), this.table);
      return { entry: entry.id, criteria: [], cards: [], value, times: 1, most: mostInTable(round) };
    }
    const category = this.contest.get('categories').list.find((c) => c.get('id').number === entry.category);
    const nothing: Score = { entry: entry.id, criteria: [], cards: [], value: null, times: 1, most: null };
    if (category === undefined || !isJuryRound(round)) return nothing;
    const aggregation = this.contest.get('rules').get('aggregation');
    const perJuror = aggregation.get('perJuror').text;
    const criteria = criteriaIn(category, round);
    const weights = criteria.reduce((sum, c) => sum + c.weight, 0);
    if (criteria.length === 0 || (perJuror !== 'points' && weights === 0)) return nothing;
    const seats = this.#seated(entry.round);
    const onCard = this.decimals('card');
    const cards = seats.flatMap((juror) => {
      const marks = this.counted.get(`${entry.round}/${juror}`)?.cards.get(entry.id);
      if (!marks || !criteria.every((c) => marks.has(c.id))) return [];
      const points = total(criteria.map((c) => pointsFor(c, marks.get(c.id) ?? zero, perJuror, weights)));
      return [{ juror, marks, points: kept(points, onCard) }];
    });
    const across = aggregation.get('acrossJurors').text;
    const many = ['sum', 'rank_sum', 'borda'].includes(across) ? seats.length : 1;
    if (cards.length === 0) return { ...nothing, criteria, times: many };
    const trim = aggregation.get('trim').value === undefined ? 1 : aggregation.get('trim').number;
    const all = cards.map((card) => card.points);
    const byCriterion = across === 'mean' ? this.decimals('criterion') : null;
    const average =
      byCriterion === null
        ? mean(leftOf(all, across, trim))
        : total(
            criteria.map((c) => {
              const mark = mean(cards.map(({ marks }) => marks.get(c.id) ?? zero));
              return pointsFor(c, nearest(mark, byCriterion), perJuror, weights);
            }),
          );
    const value = across === 'sum' ? times(average, fraction(BigInt(seats.length))) : average;
    return {
      entry: entry.id,
      criteria,
      cards,
      value: kept(value, this.decimals('round')),
      times: many,
      most: null,
    };
  }
}

/** What a method leaves of the sub-totals: the middle one or two, or all but as many at each end where there are enough. */
function leftOf(points: readonly Fraction[], across: string, trim: number): readonly Fraction[] {
  const sorted = points.toSorted(order);
  if (across === 'median') return sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  if (across !== 'trimmed_mean' || sorted.length <= 2 * trim) return points;
  return sorted.slice(trim, sorted.length - trim);
}

const kept = (figure: Fraction, digits: number | null): Fraction =>
  digits === null ? figure : nearest(figure, digits);

/** What a mark of one criterion is worth. */
function pointsFor(c: Criterion, value: Fraction, perJuror: string, weights: number): Fraction {
  if (perJuror === 'points') return value;
  if (perJuror === 'raw') return times(basisPoints(c.weight), value);
  const share = over(minus(value, c.min), minus(c.max, c.min));
  return times(fraction(BigInt(c.weight) * 100n, BigInt(weights)), share);
}

/** The rounds that make a total in the standing of `target`, first to last, each with its factor. */
export function roundsInTotal(
  contest: Doc,
  target: Doc,
): readonly { readonly round: Doc; readonly factor: Fraction }[] {
  const all = contest.get('rounds').list;
  const upTo = all.slice(0, all.findIndex((r) => r.get('id').number === target.get('id').number) + 1);
  const kindOf = (round: Doc): string => round.get('rules').get('kind').text;
  const weightOf = (round: Doc): number | null => (round.get('weight').isNull ? null : round.get('weight').number);
  const alone = [{ round: target, factor: fraction(1n) }];
  if (kindOf(target) === 'vote_import') return alone;
  // Places of jurors, where less is better, and points of tables have no sum.
  const countsDown = isCountedDown(contest.get('rules').get('aggregation').get('acrossJurors').text);
  switch (contest.get('rules').get('combination').text) {
    case 'weighted_mean': {
      if (!weightOf(target) || !isJuryRound(target)) return alone;
      const weighed = upTo.filter((round) => isJuryRound(round) && weightOf(round));
      const sum = weighed.reduce((whole, round) => whole + (weightOf(round) ?? 0), 0);
      return weighed.map((round) => ({ round, factor: over(printed(weightOf(round) ?? 0), printed(sum)) }));
    }
    case 'sum':
      return upTo
        .filter((round) => isRanked(round) && kindOf(round) !== 'vote_import' && weightOf(round) !== 0)
        .filter((round) => !countsDown || isJuryRound(round) === isJuryRound(target))
        .map((round) => ({ round, factor: basisPoints(weightOf(round) ?? 10_000) }));
    default:
      return alone;
  }
}

/** Exact, or to so many decimals; null unless every round that makes the total has a figure. */
export function totalOf(
  parts: readonly { readonly factor: Fraction; readonly value: Fraction | null }[],
  digits: number | null,
): Fraction | null {
  let sum: Fraction | null = parts.length === 0 ? null : zero;
  for (const { factor, value } of parts) sum = sum === null || value === null ? null : plus(sum, times(factor, value));
  return sum === null ? null : kept(sum, digits);
}
