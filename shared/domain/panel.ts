import type { Card, CardState } from '../model/card';
import type { EntryId, JurorId, RoundId } from '../model/ids';
import type { Juror, Seat } from '../model/jury';

/** Whether a juror's ballot of a round is in; who is not listed has not returned one. */
export interface BallotState {
  readonly round: RoundId;
  readonly juror: JurorId;
  readonly state: 'returned' | 'not_returned' | 'conflict';
}

/** One seat of a round with what is known about its ballot. */
export interface Place {
  readonly juror: JurorId;
  readonly counts: boolean;
  readonly ballot: BallotState['state'];
}

export interface PanelInput {
  readonly jurors: readonly Pick<Juror, 'id' | 'number'>[];
  readonly seats: readonly Seat[];
  readonly ballotStates: readonly BallotState[];
}

/** The seats of a round by juror number, so that nothing depends on the order in which they were read. */
export function panelOf(round: RoundId, input: PanelInput): readonly Place[] {
  const number = new Map(input.jurors.map((j) => [j.id, j.number]));
  const states = new Map(input.ballotStates.filter((b) => b.round === round).map((b) => [b.juror, b.state]));
  const order = (juror: JurorId): number => number.get(juror) ?? juror;
  return input.seats
    .filter((s) => s.round === round)
    .toSorted((a, b) => order(a.juror) - order(b.juror) || a.juror - b.juror)
    .map((s) => ({
      juror: s.juror,
      counts: s.attendance.state === 'present',
      ballot: states.get(s.juror) ?? 'not_returned',
    }));
}

/** The seats of a round, and which of them is whose. */
export interface Seating {
  readonly places: readonly Place[];
  readonly seatOf: ReadonlyMap<JurorId, number>;
}

export const seatingOf = (places: readonly Place[]): Seating => ({
  places,
  seatOf: new Map(places.map(({ juror }, seat) => [juror, seat])),
});

/**
 * How one cell of the matrix juror × entry stands; null where the marks have to tell. A recusal counts as soon as the
 * ballot is in, whatever marks the card still carries; a returned ballot without a card for the entry is incomplete there.
 */
export function stateWithoutMarks(place: Place, card: Card | undefined): CardState | null {
  if (!place.counts) return 'absent';
  if (place.ballot !== 'returned') return place.ballot;
  if (card === undefined) return 'incomplete';
  return card.recusal === null ? null : 'recused';
}

/** Cards by entry; those of one entry in no order. */
export type CardIndex = ReadonlyMap<EntryId, readonly Card[]>;

export function indexCards(cards: readonly Card[]): CardIndex {
  const index = new Map<EntryId, Card[]>();
  let last: Card[] = [];
  let entry: EntryId | null = null;
  for (const card of cards) {
    // They mostly come entry by entry.
    if (card.entry !== entry) {
      entry = card.entry;
      const known = index.get(entry);
      if (known === undefined) index.set(entry, (last = []));
      else last = known;
    }
    last.push(card);
  }
  return index;
}

/** The panel's cards for one entry, seat by seat. Two counted cards of one juror are a bug and throw. */
export function cardsBySeat({ places, seatOf }: Seating, cards: readonly Card[]): readonly (Card | undefined)[] {
  const seats: (Card | undefined)[] = Array.from({ length: places.length });
  for (const card of cards) {
    const seat = seatOf.get(card.juror);
    if (seat === undefined) continue;
    if (seats[seat] !== undefined) throw new RangeError(`two cards of juror ${card.juror} for entry ${card.entry}`);
    seats[seat] = card;
  }
  return seats;
}
