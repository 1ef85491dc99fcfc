import type { Round } from '../model/round';

/*
 * What a round is, by its rules. Types only are read here: the first window asks this before it has the schemas.
 */

export const isJuryRound = (round: Round): boolean => round.rules.kind === 'jury' || round.rules.kind === 'jury_live';

/** Its figures come from a table that the secretary brings in or types: votes, results, counts. */
export const isTallyRound = (round: Round): boolean =>
  round.rules.kind === 'vote_import' || round.rules.kind === 'results_table' || round.rules.kind === 'count';

/** Ends with a ranking: every round but a technical check. */
export const isRankedRound = (round: Round): boolean => isJuryRound(round) || isTallyRound(round);
