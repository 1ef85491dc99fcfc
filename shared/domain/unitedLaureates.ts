import type { RoundId } from '../model/ids';
import { isLastRound, namesWinners } from './combination';
import { byName, type StandingInput } from './evaluation';
import { laureatesOf, type Laureate } from './laureates';
import { computeStanding } from './standing';

/** Which round's list names whom. */
type UnitedList =
  | { readonly decided: false }
  | {
      readonly decided: true;
      readonly ranked: boolean;
      readonly laureates: readonly (Laureate & { readonly round: RoundId })[];
    };

/**
 * The laureates of a category over all rounds that name some: the lists of a union together, each person once, by the
 * first list that has him. Without places they come alphabetically, whichever list they are of. Not decided while one of
 * the lists is not, or the last round has not begun; a round in which the category has nobody left adds nobody.
 */
export function unitedLaureates(input: Omit<StandingInput, 'round'>): UnitedList {
  const { contest, category, entries, nominees } = input;
  const own = contest.categories.find((c) => c.id === category);
  const last = contest.rounds.at(-1);
  if (own === undefined || last === undefined || last.status === 'waiting') return { decided: false };
  const lists = contest.rounds
    .filter((round) => isLastRound(contest, round) || (own.winners.mode === 'pooled' && namesWinners(contest, round)))
    .filter((round) => entries.some((e) => e.round === round.id && e.category === category))
    .map((round) => ({
      round: round.id,
      list: laureatesOf(computeStanding({ ...input, round: round.id }), own.winners, nominees),
    }));
  const people = new Map(nominees.map((n) => [n.id, n]));
  const named = new Map<number, Laureate & { readonly round: RoundId }>();
  for (const { round, list } of lists) {
    if (!list.decided) return { decided: false };
    for (const laureate of list.laureates)
      if (!named.has(laureate.nominee)) named.set(laureate.nominee, { ...laureate, round });
  }
  const [first] = lists;
  if (first === undefined || !first.list.decided) return { decided: false };
  const laureates = [...named.values()];
  if (lists.length > 1)
    laureates.sort((a, b) => {
      const [one, other] = [people.get(a.nominee), people.get(b.nominee)];
      return one === undefined || other === undefined ? 0 : byName(one, other);
    });
  return { decided: true, ranked: first.list.ranked, laureates };
}
