import type { Card } from '../model/card';
import type { Category } from '../model/category';
import type { Contest } from '../model/contest';
import type { Round } from '../model/round';
import type { CategoryId, EntryId, RoundId } from '../model/ids';
import type { Juror, Seat } from '../model/jury';
import type { Entry, Nominee } from '../model/nominee';
import type { Decision } from '../model/standing';
import type { Tally } from '../model/tally';
import { countedRounds, type CountedRound } from './combination';
import { isJuryRound, isTallyRound } from './roundKinds';
import { scoreField, scoreRound, type RoundScore } from './contribution';
import { directionOf, isFieldMethod } from './fieldMethods';
import type { Direction } from './methods/outcome';
import { rounded } from './methods/table';
import { indexCards, panelOf, seatingOf, type BallotState, type Seating } from './panel';
import { add, compare, multiply, zero, type Rational } from './rational';
import { rubricOf, type Rubric } from './rubric';
import { tallyRules, tallyScorer, type TallyScorer } from './tallies';

/** Everything a standing is made from. Lists may come in any order; the result does not depend on it. */
export interface StandingInput {
  readonly contest: Pick<Contest, 'categories' | 'rounds' | 'rules'>;
  readonly category: CategoryId;
  readonly round: RoundId;
  /** Of all rounds: the earlier ones count in the total. */
  readonly entries: readonly Entry[];
  /** Withdrawn nominees stand in no list. */
  readonly nominees: readonly Pick<Nominee, 'id' | 'number' | 'name' | 'sortKey' | 'withdrawn' | 'fields'>[];
  readonly jurors: readonly Pick<Juror, 'id' | 'number'>[];
  readonly seats: readonly Seat[];
  /** Of the counted ballots, at most one per juror and entry. */
  readonly cards: readonly Card[];
  readonly ballotStates: readonly BallotState[];
  /** Of the rounds that no jury marks, at most one per entry. */
  readonly tallies: readonly Tally[];
  readonly decisions: readonly Decision[];
}

export type Person = StandingInput['nominees'][number];

/** A counted round as it concerns one nominee; there is none where the nominee had no entry in that round. */
export interface Part {
  readonly counted: CountedRound;
  readonly score: RoundScore;
}

export interface Candidate {
  readonly entry: Entry;
  readonly nominee: Person;
  /** In the standing's own round, whether or not that counts in a total. */
  readonly score: RoundScore;
  readonly parts: readonly Part[];
  /** Exact, or rounded where the rules round totals; null unless every counted round has a figure. Missing is never zero. */
  readonly total: Rational | null;
}

export interface Evaluation {
  readonly input: StandingInput;
  readonly target: Round;
  readonly category: Category;
  readonly counted: readonly CountedRound[];
  /** Which totals, and which figures of a round, are the better ones. */
  readonly direction: Direction;
  /** In the order in which equals are shown: sort key, number, id. */
  readonly candidates: readonly Candidate[];
  readonly scoreIn: (round: Round, nominee: Person) => RoundScore | null;
  /** Everybody of the category in that round, also those who did not go on. */
  readonly fieldOf: (round: Round) => readonly RoundScore[];
  /** The place that a results table gives; null where the round has none, or nothing is written. */
  readonly placeIn: (round: Round, nominee: Person) => number | null;
}

/** Positive where the first of two totals (or figures of a round) is the better one, negative where it is the worse. */
export const betterBy =
  (direction: Direction) =>
  (a: Rational, b: Rational): number =>
    direction === 'higher' ? compare(a, b) : compare(b, a);

/** The order in which equals are shown; never a rank. */
export const byName = (
  a: Pick<Person, 'sortKey' | 'number' | 'id'>,
  b: Pick<Person, 'sortKey' | 'number' | 'id'>,
): number => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.number - b.number || a.id - b.id);

/** A category or round that the contest does not have is a bug and throws. */
export function evaluate(input: StandingInput, scorer: Scorer = scorerOf(input)): Evaluation {
  const { score, placeIn } = scorer;
  const { contest } = input;
  const target = contest.rounds.find((r) => r.id === input.round);
  const category = contest.categories.find((c) => c.id === input.category);
  if (target === undefined || category === undefined) throw new RangeError('no such round or category');

  const counted = countedRounds(contest, target);
  const digits = contest.rules.aggregation.rounding?.total ?? null;
  const people = new Map(input.nominees.filter((n) => n.withdrawn === null).map((n) => [n.id, n]));
  const entered = entriesByRound(input.entries);

  const entryIn = (round: Round, nominee: Person): Entry | undefined => {
    const own = entered.get(round.id)?.get(nominee.id) ?? [];
    return own.find((e) => e.category === category.id) ?? (own.length === 1 ? own[0] : undefined);
  };
  const scoreIn = (round: Round, nominee: Person): RoundScore | null => {
    const entry = entryIn(round, nominee);
    return entry === undefined ? null : score(round, entry);
  };
  const inCategory = (round: Round): readonly Entry[] =>
    input.entries.filter((e) => e.round === round.id && e.category === category.id && people.has(e.nominee));

  const candidates = inCategory(target)
    .flatMap((entry): Candidate[] => {
      const nominee = people.get(entry.nominee);
      if (nominee === undefined) return [];
      const own = score(target, entry);
      const parts = counted.flatMap((c): Part[] => {
        const there = c.round.id === target.id ? own : scoreIn(c.round, nominee);
        return there === null ? [] : [{ counted: c, score: there }];
      });
      return [{ entry, nominee, score: own, parts, total: totalOf(parts, counted.length, digits) }];
    })
    .toSorted((a, b) => byName(a.nominee, b.nominee) || a.entry.id - b.entry.id);

  return {
    input,
    target,
    category,
    counted,
    direction: isTallyRound(target) ? 'higher' : directionOf(contest.rules.aggregation),
    candidates,
    scoreIn,
    fieldOf: (round) => inCategory(round).map((entry) => score(round, entry)),
    placeIn: (round, nominee) => {
      const entry = entryIn(round, nominee);
      return entry === undefined ? null : placeIn(round, entry);
    },
  };
}

function totalOf(parts: readonly Part[], needed: number, digits: number | null): Rational | null {
  if (needed === 0 || parts.length < needed) return null;
  let total = zero;
  for (const { counted, score } of parts) {
    if (score.mean === null) return null;
    total = add(total, multiply(counted.factor, score.mean));
  }
  return rounded(total, digits);
}

export interface Scorer {
  readonly score: (round: Round, entry: Entry) => RoundScore;
  /** In a results table; null in rounds of other kinds. */
  readonly placeIn: (round: Round, entry: Entry) => number | null;
}

/**
 * Scores entries, each once; a rubric and a panel are made once per category and round. One scorer serves all
 * categories of the same input. A method over the whole field looks at everybody of the entry's own category in that
 * round who has not withdrawn.
 */
export function scorerOf(input: Omit<StandingInput, 'category'>): Scorer {
  const { aggregation } = input.contest.rules;
  const cards = indexCards(input.cards);
  const scores = new Map<EntryId, RoundScore>();
  const rubrics = new Map<string, Rubric | null>();
  const panels = new Map<RoundId, Seating>();
  const rubricFor = (round: Round, id: CategoryId | null): Rubric | null => {
    const key = `${round.id}/${id ?? ''}`;
    let rubric = rubrics.get(key);
    if (rubric === undefined) {
      const category = input.contest.categories.find((c) => c.id === id);
      rubric = category === undefined ? null : rubricOf(category, round, aggregation);
      rubrics.set(key, rubric);
    }
    return rubric;
  };
  const panelIn = (round: Round): Seating => {
    let panel = panels.get(round.id);
    if (panel === undefined)
      panels.set(round.id, (panel = seatingOf(isJuryRound(round) ? panelOf(round.id, input) : [])));
    return panel;
  };
  const alone = (round: Round, entry: Entry): RoundScore =>
    scoreRound(entry.id, rubricFor(round, entry.category), panelIn(round), cards, aggregation);
  const { acrossJurors, rounding } = aggregation;
  const people = new Set(input.nominees.flatMap((n) => (n.withdrawn === null ? [n.id] : [])));
  const scoreFieldOf = (round: Round, category: CategoryId | null): readonly RoundScore[] => {
    if (!isFieldMethod(acrossJurors)) return [];
    const field = input.entries.filter((e) => e.round === round.id && e.category === category && people.has(e.nominee));
    return scoreField(
      field.map((entry) => alone(round, entry)),
      acrossJurors,
      panelIn(round),
      rounding?.round ?? null,
    );
  };
  const table = tablesOf(input);
  const marked = (round: Round, entry: Entry): RoundScore => {
    let score = scores.get(entry.id);
    if (score === undefined) {
      for (const own of scoreFieldOf(round, entry.category)) scores.set(own.entry, own);
      score = scores.get(entry.id) ?? alone(round, entry);
      scores.set(entry.id, score);
    }
    return score;
  };
  return {
    score: (round, entry) => table(round, entry.category)?.score(entry) ?? marked(round, entry),
    placeIn: (round, entry) =>
      round.rules.kind === 'results_table' ? (table(round, entry.category)?.place(entry) ?? null) : null,
  };
}

/** The tables of rounds that no jury marks, each made once per category; null for other rounds. */
function tablesOf({
  entries,
  nominees,
  tallies,
}: Pick<StandingInput, 'entries' | 'nominees' | 'tallies'>): (
  round: Round,
  category: CategoryId | null,
) => TallyScorer | null {
  const made = new Map<string, TallyScorer>();
  return (round, category) => {
    const rules = tallyRules(round);
    if (rules === null) return null;
    const key = `${round.id}/${category ?? ''}`;
    let table = made.get(key);
    if (table === undefined) {
      const withdrawn = new Set(nominees.filter((n) => n.withdrawn !== null).map((n) => n.id));
      const field = entries.filter((e) => e.round === round.id && e.category === category && !withdrawn.has(e.nominee));
      made.set(key, (table = tallyScorer(rules, field, new Map(tallies.map((t) => [t.entry, t])))));
    }
    return table;
  };
}

function entriesByRound(entries: readonly Entry[]): ReadonlyMap<RoundId, ReadonlyMap<number, Entry[]>> {
  const index = new Map<RoundId, Map<number, Entry[]>>();
  for (const entry of entries) {
    let round = index.get(entry.round);
    if (round === undefined) index.set(entry.round, (round = new Map()));
    const own = round.get(entry.nominee);
    if (own === undefined) round.set(entry.nominee, [entry]);
    else own.push(entry);
  }
  return index;
}
