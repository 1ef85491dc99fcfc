import type { SealHindrance, SealedRanking } from '../model/seal';
import type { RowReason } from '../model/standing';
import { hindrances } from './closing';
import { isRankedRound } from './roundKinds';
import type { RoundInput } from './progress';
import { computeStandings } from './standing';

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
  const { placeStyle = 'standard' } = contest.rules.aggregation;
  const isStyled = placeStyle !== 'standard';
  return contest.rounds.filter(isRankedRound).flatMap((round) =>
    computeStandings({ ...input, round: round.id })
      .filter(({ category }) => entries.some((e) => e.round === round.id && e.category === category))
      .map(({ category, rows }) => ({
        round: round.id,
        category,
        rows: rows.map((row) => ({
          entry: row.entry,
          number: row.number,
          name: row.name,
          place: row.place,
          ...(isStyled && row.shownPlace !== null ? { shownPlace: row.shownPlace } : {}),
          total: row.total?.exact ?? null,
          status: row.status,
          reason: row.reason === null ? null : reasonCode(row.reason),
          grant: row.grant?.exact ?? null,
        })),
      })),
  );
}

/** See docs/formats.md: what a code means never changes. */
export function reasonCode(reason: RowReason): string {
  switch (reason.by) {
    case 'quota':
      return `quota:${reason.quota}`;
    case 'award':
      return `award:${reason.category}`;
    case 'list':
      return `list:${reason.round}`;
    case 'excluded':
    case 'added':
      return `${reason.by}:${reason.decision}`;
    default:
      return reason.by;
  }
}

/**
 * What a contest was sealed by in format 1: winners came from the numbers of the winners' rules alone; pools, funds and
 * the jury's own choice gave no line.
 */
export function asSealedInFormat1<T extends SealInput>(input: T): T {
  const { contest } = input;
  return {
    ...input,
    contest: {
      ...contest,
      rules: { ...contest.rules, threshold: null, quotas: [], budget: null },
      rounds: contest.rounds.map((r) =>
        'winnersCount' in r.rules ? { ...r, rules: { ...r.rules, winnersCount: null } } : r,
      ),
    },
  };
}
