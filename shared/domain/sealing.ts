import type { SealHindrance, SealedRanking } from '../model/seal';
import { hindrances } from './closing';
import { isJuryRound } from './combination';
import type { RoundInput } from './progress';
import { computeStanding } from './standing';

export type SealInput = Omit<RoundInput, 'round'>;

/**
 * What keeps a contest from being sealed. A closed round is looked at again: a nominee withdrawn after its closing may
 * have opened a tie or left somebody with too few scores.
 */
export function sealHindrances(
  input: SealInput,
  chair: { readonly isNamed: boolean; readonly hasKey: boolean },
): readonly SealHindrance[] {
  const { rounds } = input.contest;
  return [
    ...rounds.filter((r) => r.status !== 'closed').map((r): SealHindrance => ({ kind: 'round_open', round: r.id })),
    ...rounds
      .filter((r) => r.status !== 'waiting')
      .flatMap((r) =>
        hindrances({ ...input, round: r.id }).map((hindrance): SealHindrance => ({
          kind: 'round',
          round: r.id,
          hindrance,
        })),
      ),
    ...(chair.isNamed ? [] : [{ kind: 'no_chair' } as const]),
    ...(chair.hasKey ? [] : [{ kind: 'chair_key_missing' } as const]),
  ];
}

/** Every category of every round that was ranked, in the contest's order: the last round's is the result. */
export function sealedRanking(input: SealInput): readonly SealedRanking[] {
  const { contest, entries } = input;
  return contest.rounds.filter(isJuryRound).flatMap((round) =>
    contest.categories
      .filter((c) => entries.some((e) => e.round === round.id && e.category === c.id))
      .map((category) => ({
        round: round.id,
        category: category.id,
        rows: computeStanding({ ...input, round: round.id, category: category.id }).rows.map((row) => ({
          entry: row.entry,
          number: row.number,
          name: row.name,
          place: row.place,
          total: row.total?.exact ?? null,
          status: row.status,
        })),
      })),
  );
}
