import type { Round } from '../model/round';
import type { TieRule, TieStep } from '../model/rules';
import type { EntryId } from '../model/ids';
import type { Figure, Separation, TieVerdict } from '../model/standing';
import { isJuryRound, isRankedRound, isTallyRound } from './roundKinds';
import { meanSteps, medianOf, type RoundScore } from './contribution';
import { betterBy, type Candidate, type Evaluation } from './evaluation';
import { directionOf, isCounted } from './fieldMethods';
import { figuresFor, leastDigits } from './figure';
import { compare, equal, type Rational } from './rational';
import { meanValue, type RubricLine } from './rubric';
import { skatingSteps } from './skatingStep';
import type { Step } from './tieSplit';

export type Verdict = TieVerdict;
const verdicts: Partial<Record<TieRule, Verdict>> = {
  open_vote_of_present_jurors: 'open_vote',
  chair_casting_vote: 'casting_vote',
  draw: 'draw',
};

/** The decision that a rule waits for, or null for a rule that computes. */
export const verdictOf = (rule: TieRule | 'total'): Verdict | null =>
  rule === 'total' ? null : (verdicts[rule] ?? null);

/**
 * The chain with the total at its head, down to its atomic steps; ends at `shared_place`. Within a rule the last
 * counted round comes first. Rules about things that no jury round knows (shootout, extra contest, difficulty of
 * questions) say nothing here; a casting vote says nothing where the chair has none.
 */
export function stepsOf(ev: Evaluation): readonly Step[] {
  const steps: Step[] = [totalStep(ev)];
  for (const step of ev.input.contest.rules.ties) {
    steps.push(...expand(step, ev));
    if (step.rule === 'shared_place') break;
  }
  return steps;
}

function expand(step: TieStep, ev: Evaluation): readonly Step[] {
  const lastFirst = ev.counted.map((c) => c.round).toReversed();
  switch (step.rule) {
    case 'criteria_by_descending_weight':
      return criteriaByWeight(ev).flatMap((line) => lastFirst.map((round) => criterionStep(line, round, ev)));
    case 'higher_median_of_jurors':
      return lastFirst.map((round) =>
        figureStep(
          ev,
          step.rule,
          (c) => applied(scoreOf(c, round), medianOf),
          (upper, lower) => ({
            by: 'median',
            round: round.id,
            upper,
            lower,
          }),
        ),
      );
    case 'higher_score_in_round': {
      const round = ev.input.contest.rounds.find((r) => r.key === step.round);
      if (round === undefined || !isRankedRound(round)) return [];
      return [
        figureStep(
          ev,
          step.rule,
          (c) => ev.scoreIn(round, c.nominee)?.mean ?? null,
          (upper, lower) => ({
            by: 'round_score',
            round: round.id,
            upper,
            lower,
          }),
          ofRound(round, ev),
        ),
      ];
    }
    case 'more_first_places':
      return placesSteps(step.rule, 1, ev);
    case 'more_second_places':
      return placesSteps(step.rule, 2, ev);
    case 'skating_10_11':
      return skatingSteps(ev);
    case 'chair_casting_vote':
      return ev.input.contest.rules.jury.chairCastingVote ? [decisionStep(step.rule, 'casting_vote', ev)] : [];
    case 'open_vote_of_present_jurors':
      return [decisionStep(step.rule, 'open_vote', ev)];
    case 'draw':
      return [decisionStep(step.rule, 'draw', ev)];
    case 'shared_place':
      return [{ rule: step.rule, split: () => null }];
    case 'question_difficulty_rating':
    case 'shootout':
    case 'extra_contest':
      return [];
  }
}

const scoreOf = (c: Candidate, round: Round): RoundScore | null =>
  c.parts.find((p) => p.counted.round.id === round.id)?.score ?? null;

const applied = <T, R>(value: T | null, f: (value: T) => R | null): R | null => (value === null ? null : f(value));

/** Cuts a group by a key, the best by `order` first; null where somebody has no key, for then nothing is comparable. */
function splitByKey<K>(
  group: readonly Candidate[],
  key: (c: Candidate) => K | null,
  order: (a: K, b: K) => number,
): readonly (readonly Candidate[])[] | null {
  const keyed: { c: Candidate; k: K }[] = [];
  for (const c of group) {
    const k = key(c);
    if (k === null) return null;
    keyed.push({ c, k });
  }
  keyed.sort((a, b) => order(b.k, a.k));
  const groups: Candidate[][] = [];
  keyed.forEach(({ c, k }, i) => {
    const before = keyed[i - 1];
    if (before !== undefined && order(before.k, k) === 0) groups.at(-1)?.push(c);
    else groups.push([c]);
  });
  return groups;
}

/** Which of two keys is the better one, and whether they are mostly whole. */
interface KeyKind {
  readonly order: (a: Rational, b: Rational) => number;
  readonly whole: boolean;
}
const asMark: KeyKind = { order: compare, whole: false };
/** Points of a table count up, whatever the jury's method does. */
const ofRound = (round: Round, { input }: Evaluation): KeyKind => {
  const { aggregation } = input.contest.rules;
  if (isTallyRound(round)) return asMark;
  return { order: betterBy(directionOf(aggregation)), whole: isCounted(aggregation) };
};
const asTotal = ({ direction, input }: Evaluation): KeyKind => ({
  order: betterBy(direction),
  whole: isCounted(input.contest.rules.aggregation),
});

function figureStep(
  ev: Evaluation,
  rule: Step['rule'],
  key: (c: Candidate) => Rational | null,
  separation: (upper: Figure, lower: Figure) => Separation,
  { order, whole }: KeyKind = asMark,
): Step {
  const digits = ev.input.contest.rules.aggregation.displayDigits;
  return {
    rule,
    split: (group) => {
      const groups = splitByKey(group, key, order);
      if (groups === null) return null;
      const describe = (upper: Candidate, lower: Candidate): Separation => {
        const values = [key(upper), key(lower)].filter((v) => v !== null);
        const [high, low] = values;
        if (high === undefined || low === undefined) return { by: 'nothing' };
        const figures = figuresFor(values, whole ? leastDigits(values, digits) : digits);
        return separation(figures.of(high), figures.of(low));
      };
      return { groups, describe, decision: null };
    },
  };
}

const totalStep = (ev: Evaluation): Step =>
  figureStep(
    ev,
    'total',
    (c) => c.total,
    (upper, lower) => ({ by: 'total', upper, lower }),
    asTotal(ev),
  );

/** Every criterion of the counted rounds once, by descending weight, then as listed (of the last round first). */
function criteriaByWeight(ev: Evaluation): readonly RubricLine[] {
  const lines = new Map<number, RubricLine>();
  for (const { round } of ev.counted.toReversed()) {
    const rubric = ev.fieldOf(round)[0]?.rubric ?? null;
    for (const line of rubric?.lines ?? []) if (!lines.has(line.criterion)) lines.set(line.criterion, line);
  }
  return [...lines.values()].toSorted((a, b) => b.weight - a.weight);
}

function criterionStep(line: RubricLine, round: Round, ev: Evaluation): Step {
  const mean = (c: Candidate): Rational | null => {
    const score = scoreOf(c, round);
    const own = score?.rubric?.lines.find((l) => l.criterion === line.criterion);
    if (score === null || own === undefined) return null;
    return applied(meanSteps(score, own), (steps) => meanValue(own, steps));
  };
  return figureStep(ev, 'criteria_by_descending_weight', mean, (upper, lower) => ({
    by: 'criterion',
    criterion: line.criterion,
    round: round.id,
    upper,
    lower,
  }));
}

/** Over the results tables together, then juror by juror, the last round first. */
function placesSteps(rule: TieRule, place: 1 | 2, ev: Evaluation): readonly Step[] {
  const rounds = ev.counted.map((c) => c.round);
  const tables = rounds.filter((r) => r.rules.kind === 'results_table');
  return [
    ...(tables.length === 0 ? [] : [tablePlacesStep(rule, tables, place, ev)]),
    ...rounds
      .filter(isJuryRound)
      .toReversed()
      .map((round) => placesStep(rule, round, place, ev)),
  ];
}

/** In how many of the tables the entry has this place. */
function tablePlacesStep(rule: TieRule, tables: readonly Round[], place: 1 | 2, ev: Evaluation): Step {
  const count = (c: Candidate): number => tables.filter((round) => ev.placeIn(round, c.nominee) === place).length;
  const describe = (upper: Candidate, lower: Candidate): Separation => ({
    by: 'table_places',
    place,
    upper: count(upper),
    lower: count(lower),
  });
  return {
    rule,
    split: (group) => {
      const groups = splitByKey(group, count, (a, b) => a - b);
      return groups === null ? null : { groups, describe, decision: null };
    },
  };
}

/** How many jurors put the entry on this place of their own list of the whole category (1-2-2-4). */
function placesStep(rule: TieRule, round: Round, place: 1 | 2, ev: Evaluation): Step {
  let counts: ReadonlyMap<EntryId, number> | null = null;
  const count = (c: Candidate): number | null => {
    counts ??= countPlaces(ev.fieldOf(round), place);
    return applied(scoreOf(c, round), (score) => counts?.get(score.entry) ?? 0);
  };
  const describe = (upper: Candidate, lower: Candidate): Separation => ({
    by: 'places',
    place,
    round: round.id,
    upper: count(upper) ?? 0,
    lower: count(lower) ?? 0,
  });
  return {
    rule,
    split: (group) => {
      const groups = splitByKey(group, count, (a, b) => a - b);
      return groups === null ? null : { groups, describe, decision: null };
    },
  };
}

function countPlaces(field: readonly RoundScore[], place: number): ReadonlyMap<EntryId, number> {
  const lists = new Map<number, { entry: EntryId; value: Rational }[]>();
  for (const score of field) {
    for (const { juror, value } of score.cells) {
      if (value === null) continue;
      const list = lists.get(juror);
      if (list === undefined) lists.set(juror, [{ entry: score.entry, value }]);
      else list.push({ entry: score.entry, value });
    }
  }
  const counts = new Map<EntryId, number>();
  for (const list of lists.values()) {
    let best: Rational | null = null;
    let start = 0;
    for (const [i, { entry, value }] of list.toSorted((a, b) => compare(b.value, a.value)).entries()) {
      if (best === null || !equal(best, value)) [best, start] = [value, i + 1];
      if (start > place) break;
      if (start === place) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * A recorded decision applies to a group that it covers whole; the latest such one. Of an open vote the numbers of
 * votes decide, and equal numbers stay tied; of the others the recorded order.
 */
function decisionStep(rule: TieRule, kind: Verdict, ev: Evaluation): Step {
  const recorded = ev.input.decisions
    .filter((d) => d.kind === kind && d.round === ev.target.id && d.category === ev.category.id)
    .toSorted((a, b) => b.id - a.id);
  return {
    rule,
    split: (group) => {
      const decision = recorded.find((d) => group.every((c) => d.order.includes(c.entry.id)));
      if (decision === undefined) return null;
      const voted = kind === 'open_vote' && decision.votes.length === decision.order.length;
      const key = (c: Candidate): number => {
        const index = decision.order.indexOf(c.entry.id);
        return voted ? (decision.votes[index] ?? 0) : -index;
      };
      const groups = splitByKey(group, key, (a, b) => a - b);
      if (groups === null) return null;
      return { groups, describe: () => ({ by: kind, decision: decision.id, reason: decision.reason }), decision };
    },
  };
}
