import { multiply, rational, subtract, sum, type Rational } from '../domain/rational';
import { aggregate, aggregateRow, noticesOf, type Across } from '../domain/methods/aggregate';
import { ballotsOf, type Ballot } from '../domain/methods/ballots';
import { borda } from '../domain/methods/borda';
import { copeland, schulze, schulzeLimit } from '../domain/methods/condorcet';
import { majorityJudgment } from '../domain/methods/majorityJudgment';
import { groupsByScore, type Direction, type Outcome } from '../domain/methods/outcome';
import { combineAttempts, scorePerformance } from '../domain/methods/performance';
import { bestOfMajority, rankSums } from '../domain/methods/rankSums';
import { severityAdjusted } from '../domain/methods/severity';
import { skating } from '../domain/methods/skating';
import { standardised } from '../domain/methods/standardised';
import { rounded, type Table } from '../domain/methods/table';
import type { RoundData } from './data';
import { exactly } from './people';
import { refuse, type Path } from './problem';
import type { Method, Round, RoundInput, Rules } from './schema';

export interface Rounding {
  readonly criterion: number | null;
  readonly weighted: number | null;
  readonly card: number | null;
  readonly round: number | null;
  readonly total: number | null;
}

/** The outcome of a method, with the end of the scale at which its figures are better. */
export interface MethodOutcome extends Outcome {
  readonly direction: Direction;
  /** Nominee × attempt, where there were attempts. */
  readonly runs?: Table;
}

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
  const table = (): Table => data.table ?? refuse(path, `${method.name} needs cards, scores, places or points`);
  const ballots = (): readonly Ballot[] =>
    data.ballots ??
    (data.table === null
      ? refuse(path, `${method.name} needs rankings, places, cards or scores`)
      : ballotsOf(data.table, direction));
  switch (method.name) {
    case 'mean':
    case 'weighted_mean':
    case 'sum':
    case 'median':
    case 'trimmed_mean':
    case 'trimmed_sum': {
      const across = acrossOf(method);
      if (method.over === 'criteria') return { ...perCriterion(data, across, rounding, path), direction };
      return { ...aggregate(table(), across, direction, rounding.round), direction };
    }
    case 'rank_sum':
    case 'mean_rank':
    case 'trimmed_mean_rank': {
      const trim = method.trim ?? (method.name === 'trimmed_mean_rank' ? 1 : 0);
      const outcome = rankSums(ballots(), nominees, {
        by: method.name === 'rank_sum' ? 'sum' : 'mean',
        best: method.best ?? trim,
        worst: method.worst ?? trim,
        unranked: method.unranked ?? unrankedOf(data),
      });
      return { ...outcome, direction: 'lower' };
    }
    case 'best_of_majority':
      return {
        ...bestOfMajority(ballots(), nominees, method.unranked ?? unrankedOf(data)),
        direction: 'lower',
      };
    case 'borda': {
      const given = method.points ?? 'n-1';
      const points = typeof given === 'string' ? given : given.map((p, i) => exactly(p, [...path, 'points', i]));
      const unranked = method.unranked ?? (data.ballots === null ? 'no_opinion' : 'share');
      return { ...borda(ballots(), nominees, points, unranked), direction: 'higher' };
    }
    case 'skating':
      return { ...skating(data.dances ?? [placesFor(data, path)]), direction: 'lower' };
    case 'copeland': {
      const unranked = method.unranked ?? unrankedOf(data);
      return { ...copeland(ballots(), nominees, unranked, method.score ?? 'balance'), direction: 'higher' };
    }
    case 'schulze': {
      if (nominees > schulzeLimit) refuse(path, `schulze takes at most ${schulzeLimit} nominees`);
      const unranked = method.unranked ?? unrankedOf(data);
      return {
        ...schulze(ballots(), nominees, unranked, method.strength ?? 'winning_votes'),
        direction: 'higher',
      };
    }
    case 'majority_judgment': {
      const grades = data.grades ?? refuse(path, 'majority_judgment needs grades');
      const gaps = method.gaps ?? 'worst';
      const policy = typeof gaps === 'string' ? gaps : { grade: grades.names.indexOf(gaps.grade) };
      if (typeof policy !== 'string' && policy.grade < 0) refuse([...path, 'gaps', 'grade'], 'no such grade');
      return { ...majorityJudgment(grades.tallies, grades.judges, policy), direction: 'higher' };
    }
    case 'zscore':
      return { ...standardised(table(), direction), direction };
    case 'severity':
      return { ...severityAdjusted(table(), direction), direction };
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

/** Jurors rank what they marked; ballots that are truncated put the rest last. */
const unrankedOf = (data: RoundData): 'last' | 'no_opinion' => (data.ballots === null ? 'no_opinion' : 'last');

type Averaging = Extract<Method, { highest?: number | undefined; over?: unknown }>;

function acrossOf(method: Averaging): Across {
  const by = method.name === 'median' ? 'median' : method.name.endsWith('sum') ? 'sum' : 'mean';
  const trim =
    method.trim ??
    (method.name.startsWith('trimmed') && method.highest === undefined && method.lowest === undefined ? 1 : 0);
  return { by, highest: method.highest ?? trim, lowest: method.lowest ?? trim };
}

/** Places for the skating system: as given, or of each juror's scores in the style 1-2-2-4. */
function placesFor(data: RoundData, path: Path): Table {
  const table = data.table ?? refuse(path, 'skating needs places or dances');
  if (data.direction === 'higher') return refuse(path, 'skating needs places, where 1 is the best');
  return table;
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

function performed(
  method: Extract<Method, { name: 'performance' }>,
  data: RoundData,
  rounding: Rounding,
  path: Path,
): MethodOutcome {
  const performances = data.performances ?? refuse(path, 'performance needs performances');
  const trim = method.trim ?? 0;
  const across: Across = {
    by: method.panel ?? 'mean',
    highest: method.highest ?? trim,
    lowest: method.lowest ?? trim,
  };
  const factor = exactly(method.factor ?? 1, [...path, 'factor']);
  const attempts = performances.map((own) =>
    own.map((p) => (p === null ? null : scorePerformance(p, across, factor, rounding))),
  );
  const most = Math.max(1, ...attempts.map((a) => a.length));
  const scores = attempts.map((own) => {
    const runs = [...own.map((a) => a?.score ?? null), ...Array.from({ length: most - own.length }, () => null)];
    const total = combineAttempts(runs, { by: method.attempts ?? 'sum', keep: method.keep ?? 1 });
    return total === null ? null : rounded(total, rounding.round);
  });
  return {
    scores,
    groups: groupsByScore(scores, 'higher'),
    details: attempts.map((own, i) => ({
      attempts: own.map((a, k) =>
        a === null
          ? null
          : {
              parts: a.parts.map((p) => ({ marks: p.marks, dropped: p.dropped, panel: p.panel, value: p.value })),
              judged: a.judged,
              points: performances[i]?.[k]?.points ?? null,
              bonus: performances[i]?.[k]?.bonus ?? null,
              penalty: performances[i]?.[k]?.penalty ?? null,
              score: a.score,
            },
      ),
    })),
    notices: attempts.flatMap((own, nominee) =>
      own
        .flatMap((a) => a?.parts ?? [])
        .flatMap((p) =>
          p.untrimmed
            ? [{ kind: 'too-few-to-trim' as const, nominee, scores: p.marks.filter((x) => x !== null).length }]
            : [],
        ),
    ),
    direction: 'higher',
    runs: attempts.map((own) => Array.from({ length: most }, (_, k) => own[k]?.score ?? null)),
  };
}
