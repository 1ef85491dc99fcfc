import { multiply, rational, subtract, sum, toFraction, type Rational } from '../domain/rational';
import { aggregate, aggregateRow, noticesOf, type Across } from '../domain/methods/aggregate';
import { at } from '../domain/at';
import { ballotsOf, type Ballot, type Unranked } from '../domain/methods/ballots';
import { borda } from '../domain/methods/borda';
import { copeland, schulze, schulzeLimit } from '../domain/methods/condorcet';
import { gradesOfMarks, majorityJudgment } from '../domain/methods/majorityJudgment';
import { groupsByScore, type Notice, type Outcome } from '../domain/methods/outcome';
import { bestOfMajority, rankSums, type RankRule } from '../domain/methods/rankSums';
import { severityAdjusted } from '../domain/methods/severity';
import { skating } from '../domain/methods/skating';
import { standardised } from '../domain/methods/standardised';
import { jurorsOf, ordinalsOf, rounded, transpose, type Table } from '../domain/methods/table';
import { votersOf, type GradeData, type RoundData } from './data';
import type { MethodOutcome, Rounding } from './methodOutcome';
import { exactly } from './people';
import { performed } from './performed';
import { refuse, type Path } from './problem';
import type { Method, Round, RoundInput, Rules } from './schema';

const usual: Readonly<Record<RoundInput['kind'], Method['name']>> = {
  cards: 'mean',
  scores: 'mean',
  places: 'rank_sum',
  dances: 'skating',
  rankings: 'borda',
  grades: 'majority_judgment',
  points: 'sum',
  performances: 'performance',
  figures: 'as_given',
  votes: 'as_given',
  results: 'sum',
};

/** The round's own method, else that of the rules, else the usual one of the kind of input. */
export function methodOf(round: Round, rules: Rules): Method {
  const own = round.method ?? rules.method ?? usual[round.input.kind];
  return typeof own === 'string' ? { name: own } : own;
}

export function roundingOf(round: Round | null, rules: Rules): Rounding {
  const stage = (key: keyof Rounding): number | null => round?.rounding?.[key] ?? rules.rounding?.[key] ?? null;
  return {
    criterion: stage('criterion'),
    weighted: stage('weighted'),
    card: stage('card'),
    round: stage('round'),
    total: stage('total'),
  };
}

/** `path` is that of the method, for messages about input that it cannot work on. */
export function runMethod(
  method: Method,
  data: RoundData,
  rounding: Rounding,
  nominees: number,
  path: Path,
): MethodOutcome {
  const { direction } = data;
  const voters = votersOf(data);
  const table = (): Table => voters?.table ?? refuse(path, `${method.name} needs cards, scores, places or points`);
  const ballots = (): readonly Ballot[] =>
    data.ballots ??
    (voters === null
      ? refuse(path, `${method.name} needs rankings, places, cards or scores`)
      : ballotsOf(voters.table, direction, data.places === 'part'));
  const comparing = (run: (own: readonly Ballot[], size: number) => Outcome, unranked: Unranked): Outcome =>
    data.ballots !== null || voters === null || unranked === 'last'
      ? run(ballots(), nominees)
      : amongMarked(data, voters.table, (own) => run(ballotsOf(own, direction, data.places === 'part'), own.length));
  const asGiven: readonly Notice[] = data.places === 'part' ? [{ kind: 'places-as-given' }] : [];
  switch (method.name) {
    case 'mean':
    case 'weighted_mean':
    case 'sum':
    case 'median':
    case 'trimmed_mean':
    case 'trimmed_sum': {
      const across = acrossOf(method);
      if (method.over === 'criteria') return { ...perCriterion(data, across, rounding, path), direction };
      // A table of marks is a single criterion; sub-totals of cards are none.
      const first = data.criteria === null ? rounding.criterion : null;
      const outcome = { ...aggregate(table(), across, direction, first ?? rounding.round), direction };
      return first === null ? outcome : roundedFigures(outcome, rounding.round);
    }
    case 'rank_sum':
    case 'mean_rank':
    case 'trimmed_mean_rank':
    case 'median_rank': {
      const trim = method.trim ?? (method.name === 'trimmed_mean_rank' ? 1 : 0);
      const outcome = rankSums(ballots(), nominees, {
        by: rankBy(method),
        best: method.best ?? trim,
        worst: method.worst ?? trim,
        unranked: method.unranked ?? unrankedOf(data),
      });
      const noticed = { ...outcome, notices: [...outcome.notices, ...asGiven], direction: 'lower' as const };
      return roundedFigures(noticed, rounding.round);
    }
    case 'best_of_majority': {
      const outcome = bestOfMajority(ballots(), nominees, method.unranked ?? unrankedOf(data));
      return { ...outcome, notices: [...outcome.notices, ...asGiven], direction: 'lower' };
    }
    case 'borda': {
      const given = method.points ?? 'n-1';
      const points = typeof given === 'string' ? given : given.map((p, i) => exactly(p, [...path, 'points', i]));
      const unranked = method.unranked ?? (data.ballots === null ? 'no_opinion' : 'share');
      const outcome = borda(ballots(), nominees, points, unranked, method.gaps === 'estimated');
      return roundedFigures({ ...outcome, direction: 'higher' }, rounding.round);
    }
    case 'skating':
      if (data.dances !== null) return { ...skating(data.dances), direction: 'lower' };
      return { ...amongMarked(data, placesFor(data, path), (places) => skating([places])), direction: 'lower' };
    case 'copeland': {
      const unranked = method.unranked ?? unrankedOf(data);
      const run = (own: readonly Ballot[], size: number): Outcome =>
        copeland(own, size, unranked, method.score ?? 'balance');
      return { ...comparing(run, unranked), direction: 'higher' };
    }
    case 'schulze': {
      if (nominees > schulzeLimit) refuse(path, `schulze takes at most ${schulzeLimit} nominees`);
      const unranked = method.unranked ?? unrankedOf(data);
      const run = (own: readonly Ballot[], size: number): Outcome =>
        schulze(own, size, unranked, method.strength ?? 'winning_votes');
      return { ...comparing(run, unranked), direction: 'higher' };
    }
    case 'majority_judgment': {
      const grades = data.grades ?? gradesOf(data) ?? refuse(path, 'majority_judgment needs grades, cards or scores');
      const gaps = method.gaps ?? (data.grades === null ? 'normalised' : 'worst');
      const policy = typeof gaps === 'string' ? gaps : { grade: grades.names.indexOf(gaps.grade) };
      if (typeof policy !== 'string' && policy.grade < 0) refuse([...path, 'gaps', 'grade'], 'no such grade');
      const outcome = majorityJudgment(grades.tallies, grades.judges, policy, grades.names);
      if (grades.values === undefined) return { ...outcome, direction: 'higher' };
      const { values } = grades;
      const scores = outcome.scores.map((grade) => (grade === null ? null : (values[Number(grade.n)] ?? null)));
      return { ...outcome, scores, direction };
    }
    case 'zscore':
      return roundedFigures({ ...standardised(table(), direction), direction }, rounding.round);
    case 'severity':
      return roundedFigures({ ...severityAdjusted(table(), direction), direction }, rounding.round);
    case 'as_given': {
      const figures = data.figures ?? refuse(path, 'as_given needs figures or votes');
      const scores = figures.map((f) => (f === null ? null : rounded(f, rounding.round)));
      return {
        scores,
        groups: groupsByScore(scores, direction),
        details: scores.map(() => null),
        notices: [],
        direction,
      };
    }
    case 'performance':
      return performed(method, data, rounding, path);
  }
}

/** Rounded at the stage of the round, so that what looks equal from there on is equal. */
function roundedFigures(outcome: MethodOutcome, digits: number | null): MethodOutcome {
  if (digits === null) return outcome;
  const scores = outcome.scores.map((score) => (score === null ? null : rounded(score, digits)));
  // Where parts are not comparable nobody is ranked, rounded or not.
  const groups = outcome.groups.length === 0 ? [] : groupsByScore(scores, outcome.direction);
  return { ...outcome, scores, groups };
}

/** Marks of a table as grades. */
function gradesOf({ table, direction }: RoundData): GradeData | null {
  if (table === null) return null;
  const { values, tallies } = gradesOfMarks(table, direction);
  return { names: values.map(toFraction), tallies, judges: jurorsOf(table), values };
}

/** Jurors rank what they marked; ballots that are truncated put the rest last. */
const unrankedOf = (data: RoundData): 'last' | 'no_opinion' => (data.ballots === null ? 'no_opinion' : 'last');

const rankBy = ({ name, gaps }: Extract<Method, { best?: number | undefined }>): RankRule['by'] => {
  if (name === 'median_rank') return 'median';
  if (name !== 'rank_sum') return 'mean';
  return gaps === 'estimated' ? 'estimated_sum' : 'sum';
};

type Averaging = Extract<Method, { highest?: number | undefined; over?: unknown }>;

function acrossOf(method: Averaging): Across {
  const by = method.name === 'median' ? 'median' : method.name.endsWith('sum') ? 'sum' : 'mean';
  const trim =
    method.trim ??
    (method.name.startsWith('trimmed') && method.highest === undefined && method.lowest === undefined ? 1 : 0);
  return { by, highest: method.highest ?? trim, lowest: method.lowest ?? trim };
}

/** Places for the skating system: as given, or of each juror's marks or ranking in the style 1-2-2-4. */
/** Whom nobody marked is beside nobody, and has no figure; places that are given whole are compared whole. */
function amongMarked({ places }: RoundData, table: Table, run: (own: Table) => Outcome): Outcome {
  const marked = table.flatMap((row, i) => (places !== null || row.some((mark) => mark !== null) ? [i] : []));
  if (marked.length === table.length) return run(table);
  const own = run(marked.map((i) => at(table, i)));
  const row = new Map(marked.map((i, k) => [i, k]));
  return {
    ...own,
    scores: table.map((_, i) => own.scores[row.get(i) ?? -1] ?? null),
    groups: own.groups.map((group) => group.map((k) => at(marked, k))),
    details: table.map((_, i) => own.details[row.get(i) ?? -1] ?? null),
  };
}

function placesFor(data: RoundData, path: Path): Table {
  if (data.places !== null && data.table !== null) return data.table;
  const voters = votersOf(data) ?? refuse(path, 'skating needs places, dances, rankings or marks of jurors');
  return transpose(transpose(voters.table).map((column) => ordinalsOf(column, voters.direction)));
}

/** Every criterion over the jurors, times its weight, summed: with rounding at each stage where the rules say so. */
function perCriterion(data: RoundData, across: Across, rounding: Rounding, path: Path): Outcome {
  const criteria = data.criteria ?? refuse(path, 'over criteria needs cards');
  const rows = criteria.map((c) =>
    c.marks.map((marks) => {
      const own = aggregateRow(marks, across);
      if (own.value === null) return { own, panel: null, points: null };
      const panel = rounded(own.value, rounding.criterion);
      const offset = multiply(c.offset, rational(own.terms));
      return { own, panel, points: rounded(multiply(c.factor, subtract(panel, offset)), rounding.weighted) };
    }),
  );
  const nominees = criteria[0]?.marks.length ?? 0;
  const scores = Array.from({ length: nominees }, (_, i): Rational | null => {
    const points = rows.map((row) => row[i]?.points ?? null).filter((p) => p !== null);
    return points.length < criteria.length ? null : rounded(sum(points), rounding.round);
  });
  return {
    scores,
    groups: groupsByScore(scores, 'higher'),
    details: scores.map((_, i) => ({
      criteria: criteria.map((c, k) => ({
        criterion: c.id,
        marks: c.marks[i] ?? [],
        dropped: rows[k]?.[i]?.own.dropped ?? [],
        panel: rows[k]?.[i]?.panel ?? null,
        points: rows[k]?.[i]?.points ?? null,
      })),
    })),
    notices: rows.flatMap((row, k) => row.flatMap((r, i) => noticesOf(r.own, i, criteria[k]?.marks ?? []))),
  };
}
