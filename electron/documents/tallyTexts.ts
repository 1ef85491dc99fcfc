import { measureOf, tallyRules } from '@shared/domain/tallies';
import type { Round } from '@shared/model/round';
import type { EntryExplanation } from '@shared/model/explanation';
import type { DocumentView } from './view';

/** What the figures of a round's table are called; null in a round of marks. */
export function tallyHead({ texts }: DocumentView, round: Round): string | null {
  const rules = tallyRules(round);
  return rules === null ? null : texts.tally.measure[measureOf(rules)];
}

/** What the table of the round says about an entry: its figures, or that it did not take part. */
export function tallyOf(
  { texts, decimal }: DocumentView,
  explained: EntryExplanation | undefined,
  round: Round,
): string {
  const tally = explained?.rounds.find((r) => r.round === round.id)?.tally;
  if (tally == null) return '';
  return tally.values === null ? texts.tally.absent : tally.values.map((v) => decimal(Number(v))).join(' + ');
}

/** How the figures of a table become points; null in a round of marks. */
export function tallyRule({ texts, decimal }: DocumentView, round: Round): string | null {
  const rules = tallyRules(round);
  if (rules === null) return null;
  if (rules.kind === 'vote_import') return texts.tally.byVotes(rules.winnersCount);
  if (rules.kind === 'count') return texts.tally.byAnswers(rules.questions, decimal(rules.pointsPerAnswer));
  const points = rules.pointsByPlace.map((p) => decimal(p)).join(', ');
  const measure = texts.tally.measures[rules.measure ?? 'place'];
  return points === '' ? measure : `${measure}. ${texts.tally.byPlace(points, decimal(rules.participation))}`;
}

/** The files that the figures of a round came from. */
export const sourcesOf = (explained: readonly EntryExplanation[], round: Round): readonly string[] =>
  [
    ...new Set(
      explained.flatMap((e) => e.rounds.flatMap((r) => (r.round === round.id && r.tally ? [r.tally.source] : []))),
    ),
  ].filter((source) => source !== '');
