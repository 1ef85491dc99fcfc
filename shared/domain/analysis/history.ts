import type { HistoryStep } from '../../model/analysis';
import type { NomineeId } from '../../model/ids';
import { isJuryRound } from '../roundKinds';
import { evaluate, type StandingInput } from '../evaluation';
import { placed } from './placed';

/**
 * A nominee through the jury rounds that have begun, first to last: the total and place that the official ranking of each
 * shows, how many stood in it, and its line. A round that the nominee did not reach, or stood in without a category, is left out.
 */
export function historyOf(
  input: Omit<StandingInput, 'round' | 'category'>,
  nominee: NomineeId,
): readonly HistoryStep[] {
  return input.contest.rounds.flatMap((round): readonly HistoryStep[] => {
    const category = input.entries.find((e) => e.round === round.id && e.nominee === nominee)?.category ?? null;
    if (!isJuryRound(round) || round.status === 'waiting' || category === null) return [];
    const { rows, line } = placed(evaluate({ ...input, round: round.id, category }));
    const own = rows.find((row) => row.nominee === nominee);
    if (own === undefined) return [];
    const { place, figure, side } = own;
    return [{ round: round.id, place, of: rows.length, figure, side, line }];
  });
}
