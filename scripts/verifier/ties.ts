import type { Doc } from './doc';
import { fraction, mean, order, over, plus, type Fraction } from './fraction';
import { isJuryRound, isRanked, type Criterion } from './rules';
import type { Score } from './scores';
import { skated } from './skating';
import type { Candidate, Standing } from './standing';

/** Cuts a group of equals, best first; `place`: of its first. */
type Step = (group: readonly Candidate[], place: number) => readonly (readonly Candidate[])[];

/** A figure to order a tied group by, the highest first; null: this step says nothing about somebody. */
type Key = (candidate: Candidate, group: readonly Candidate[]) => Fraction | null;

const idOf = (doc: Doc): number => doc.get('id').number;

/** Groups of equals, best first, once the total and then every step of the chain have had their say. */
export function groupsOf(candidates: readonly Candidate[], standing: Standing): readonly (readonly Candidate[])[] {
  const steps: Step[] = [byKey((c) => c.total)];
  for (const step of standing.scores.contest.get('rules').get('ties').list) {
    if (step.get('rule').text === 'shared_place') break;
    if (step.get('rule').text === 'skating_10_11') steps.push(skated(standing));
    else steps.push(...keysOf(step, standing).map(byKey));
  }
  return steps.reduce<readonly (readonly Candidate[])[]>(
    (groups, step) => {
      let place = 1;
      return groups.flatMap((group) => {
        const first = place;
        place += group.length;
        return step(group, first);
      });
    },
    [candidates],
  );
}

const byKey =
  (key: Key): Step =>
  (group) =>
    split(group, key);

function split(group: readonly Candidate[], key: Key): readonly (readonly Candidate[])[] {
  if (group.length < 2) return [group];
  const keyed = group.map((c) => ({ c, k: key(c, group) }));
  const known = keyed.flatMap(({ c, k }) => (k === null ? [] : [{ c, k }]));
  if (known.length < keyed.length) return [group];
  const groups: Candidate[][] = [];
  let before: Fraction | undefined;
  for (const { c, k } of known.toSorted((a, b) => order(b.k, a.k))) {
    if (before !== undefined && order(before, k) === 0) groups.at(-1)?.push(c);
    else groups.push([c]);
    before = k;
  }
  return groups;
}

function keysOf(step: Doc, standing: Standing): readonly Key[] {
  const { scores, counted, category } = standing;
  const lastFirst = counted.toReversed();
  const rule = step.get('rule').text;
  switch (rule) {
    case 'criteria_by_descending_weight':
      return criteriaByWeight(standing).flatMap(({ id }) =>
        lastFirst.map(
          (round): Key =>
            (c) =>
              criterionMean(c.scores.get(idOf(round)), id),
        ),
      );
    case 'higher_median_of_jurors':
      return lastFirst.map(
        (round): Key =>
          (c) =>
            median(c.scores.get(idOf(round))),
      );
    case 'higher_score_in_round': {
      const round = scores.rounds.find((r) => r.get('key').text === step.get('round').text);
      if (round === undefined || !isRanked(round)) return [];
      return [
        (c) => {
          const entry = scores.entryIn(round, c.entry.nominee, category);
          return entry === undefined ? null : scores.of(round, entry).value;
        },
      ];
    }
    case 'more_first_places':
    case 'more_second_places': {
      const place = rule === 'more_first_places' ? 1 : 2;
      const tables = counted.filter((round) => round.get('rules').get('kind').text === 'results_table');
      return [
        ...(tables.length === 0 ? [] : [tablesAtPlace(tables, place, standing)]),
        ...lastFirst.filter(isJuryRound).map((round) => timesAtPlace(round, place, standing)),
      ];
    }
    case 'chair_casting_vote':
      return scores.contest.get('rules').get('jury').get('chairCastingVote').value === true
        ? [decided('casting_vote', standing)]
        : [];
    case 'open_vote_of_present_jurors':
      return [decided('open_vote', standing)];
    case 'draw':
      return [decided('draw', standing)];
    default:
      return [];
  }
}

/** Every criterion once, by descending weight, then as listed, of the last round first. */
function criteriaByWeight({ scores, counted, category }: Standing): readonly Criterion[] {
  const criteria = new Map<number, Criterion>();
  for (const round of counted.toReversed()) {
    const [first] = scores.field(round, category);
    for (const each of first === undefined ? [] : scores.of(round, first).criteria)
      if (!criteria.has(each.id)) criteria.set(each.id, each);
  }
  return [...criteria.values()].toSorted((a, b) => b.weight - a.weight);
}

function criterionMean(score: Score | undefined, criterion: number): Fraction | null {
  const marks = score?.cards.map((card) => card.marks.get(criterion)) ?? [];
  const known = marks.filter((mark) => mark !== undefined);
  return known.length === 0 || known.length < marks.length || !score?.criteria.some((c) => c.id === criterion)
    ? null
    : mean(known);
}

function median(score: Score | undefined): Fraction | null {
  const points = score?.cards.map((card) => card.points).toSorted(order) ?? [];
  const [low, high] = [points[Math.ceil(points.length / 2) - 1], points[Math.floor(points.length / 2)]];
  return low === undefined || high === undefined ? null : over(plus(low, high), fraction(2n));
}

/** In how many of the tables the nominee has this place. */
const tablesAtPlace =
  (tables: readonly Doc[], place: number, { scores, category }: Standing): Key =>
  (c) => {
    const there = tables.filter((round) => {
      const entry = scores.entryIn(round, c.entry.nominee, category);
      return entry !== undefined && scores.placeIn(round, entry) === place;
    });
    return fraction(BigInt(there.length));
  };

/** How many jurors have the entry on this place (1-2-2-4) of their own list of the category. */
function timesAtPlace(round: Doc, place: number, { scores, category }: Standing): Key {
  const field = scores.field(round, category).map((entry) => scores.of(round, entry));
  return (c) => {
    const score = c.scores.get(idOf(round));
    if (score === undefined) return null;
    const own = field.find((each) => each.entry === score.entry)?.cards ?? [];
    const there = own.filter(({ juror, points }) => {
      const others = field.flatMap((each) => each.cards.filter((card) => card.juror === juror));
      return others.filter((card) => order(card.points, points) > 0).length + 1 === place;
    });
    return fraction(BigInt(there.length));
  };
}

/** The latest decision of this kind that covers the whole group: by votes, or by the order that was recorded. */
function decided(kind: string, { scores, round, category }: Standing): Key {
  const recorded = scores.contest
    .get('decisions')
    .list.filter(
      (d) =>
        d.get('kind').text === kind && d.get('round').number === idOf(round) && d.get('category').number === category,
    )
    .toSorted((a, b) => idOf(b) - idOf(a))
    .map((d) => ({ order: d.get('order').list.map((e) => e.number), votes: d.get('votes').list.map((v) => v.number) }));
  return (c, group) => {
    const decision = recorded.find((d) => group.every((member) => d.order.includes(member.entry.id)));
    if (decision === undefined) return null;
    const at = decision.order.indexOf(c.entry.id);
    const isVote = kind === 'open_vote' && decision.votes.length === decision.order.length;
    return fraction(BigInt(isVote ? (decision.votes[at] ?? 0) : -at));
  };
}
