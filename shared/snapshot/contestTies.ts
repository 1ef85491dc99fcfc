import { isTallyRound } from '../domain/roundKinds';
import type { Evaluation } from '../domain/evaluation';
import { rank } from '../domain/ties';
import type { TieStep } from '../model/rules';
import type { Round } from '../model/round';
import type { Decision } from '../model/standing';
import { nomineeId } from './contestIds';
import type { TieStep as SnapshotStep } from './schema';

/**
 * The chain of a category as steps of an open snapshot. Decisions in force are steps of their own, each for the ties of its
 * round; so is what results tables say, of which the snapshot holds the points alone.
 */
export function chainOfContest(evaluations: readonly Evaluation[]): SnapshotStep[] {
  const [first] = evaluations;
  if (first === undefined) return [];
  const { rules } = first.input.contest;
  const steps: SnapshotStep[] = [];
  for (const step of rules.ties) {
    steps.push(...stepsOf(step, first, evaluations));
    if (step.rule === 'shared_place') break;
  }
  return steps;
}

function stepsOf(step: TieStep, { input }: Evaluation, evaluations: readonly Evaluation[]): readonly SnapshotStep[] {
  const { rules } = input.contest;
  switch (step.rule) {
    case 'criteria_by_descending_weight':
      return rules.aggregation.perJuror === 'points' ? weighedCriteria(evaluations) : ['criteria'];
    case 'higher_median_of_jurors':
      return ['median'];
    case 'more_first_places':
      return [...tablePlaces(1, evaluations), 'first_places'];
    case 'more_second_places':
      return [...tablePlaces(2, evaluations), { step: 'places', place: 2 }];
    case 'skating_10_11':
      return rules.aggregation.acrossJurors === 'skating' ? ['skating'] : [];
    case 'higher_score_in_round':
      return evaluations.some(({ target }) => target.key === step.round) ? [{ step: 'round', round: step.round }] : [];
    case 'shared_place':
      return ['shared'];
    case 'chair_casting_vote':
      return rules.jury.chairCastingVote ? decided('casting_vote', evaluations) : [];
    case 'open_vote_of_present_jurors':
      return decided('open_vote', evaluations);
    case 'draw':
      return decided('draw', evaluations);
    case 'question_difficulty_rating':
    case 'shootout':
    case 'extra_contest':
      return [];
  }
}

/** Points are added up without weights, but a tie looks at the criteria by weight all the same. */
function weighedCriteria(evaluations: readonly Evaluation[]): readonly SnapshotStep[] {
  const last = evaluations.at(-1);
  if (last === undefined) return [];
  const weights = new Map<number, number>();
  const lastFirst = last.counted.map(({ round }) => round).toReversed();
  const linesIn = (round: Round) => last.fieldOf(round)[0]?.rubric?.lines ?? [];
  for (const line of lastFirst.flatMap(linesIn))
    if (!weights.has(line.criterion)) weights.set(line.criterion, line.weight);
  return [...weights]
    .toSorted(([, a], [, b]) => b - a)
    .map(([criterion]) => ({ step: 'criterion', criterion: String(criterion) }));
}

/** In how many of the results tables that count somebody has this place. */
function tablePlaces(place: 1 | 2, evaluations: readonly Evaluation[]): readonly SnapshotStep[] {
  return evaluations.flatMap((ev): readonly SnapshotStep[] => {
    const tables = ev.counted
      .map(({ round }) => round)
      .filter((r) => isTallyRound(r) && r.rules.kind === 'results_table');
    if (tables.length === 0) return [];
    const figures = ev.candidates.map(({ nominee }) => [
      nomineeId(nominee),
      tables.filter((round) => ev.placeIn(round, nominee) === place).length,
    ]);
    return [
      { step: 'figures', name: `table_places:${place}`, figures: Object.fromEntries(figures), after: ev.target.key },
    ];
  });
}

/** Those in force, each for the ties of its own round. */
function decided(kind: Decision['kind'], evaluations: readonly Evaluation[]): readonly SnapshotStep[] {
  return evaluations.flatMap((ev) => {
    const stale = new Set(rank(ev).staleDecisions);
    const idOf = new Map(ev.candidates.map((c) => [c.entry.id, nomineeId(c.nominee)]));
    return ev.input.decisions
      .filter((d) => d.kind === kind && d.round === ev.target.id && d.category === ev.category.id && !stale.has(d.id))
      .toSorted((a, b) => b.id - a.id)
      .map(({ order, votes, reason }): SnapshotStep => {
        const voted = kind === 'open_vote' && votes.length === order.length;
        const given = order.flatMap((entry, i) => {
          const id = idOf.get(entry);
          return id === undefined ? [] : [[id, votes[i] ?? 0] as const];
        });
        const after = ev.target.key;
        return voted
          ? { step: 'vote', votes: Object.fromEntries(given), reason, after }
          : { step: 'decision', order: given.map(([id]) => id), reason, after };
      });
  });
}
