import type { Card, CardState } from '../model/card';
import type { EntryId, JurorId, RoundId } from '../model/ids';
import type { Juror, Seat } from '../model/jury';
import { isComplete, type Rubric } from './rubric';

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

/**
 * How one cell of the matrix juror × entry stands. A recusal counts as soon as the ballot is in, whatever marks the
 * card still carries; a returned ballot without a card for the entry is incomplete there.
 */
export function cellState(place: Place, card: Card | undefined, rubric: Rubric | null): CardState {
  if (!place.counts) return 'absent';
  if (place.ballot !== 'returned') return place.ballot;
  if (card === undefined) return 'incomplete';
  if (card.recusal !== null) return 'recused';
  return rubric !== null && isComplete(rubric, card.marks) ? 'scored' : 'incomplete';
}

export type CardIndex = ReadonlyMap<EntryId, ReadonlyMap<JurorId, Card>>;

/** Cards by entry and juror. Two counted cards for one cell are a bug and throw. */
export function indexCards(cards: readonly Card[]): CardIndex {
  const index = new Map<EntryId, Map<JurorId, Card>>();
  for (const card of cards) {
    let row = index.get(card.entry);
    if (row === undefined) index.set(card.entry, (row = new Map()));
    if (row.has(card.juror)) throw new RangeError(`two cards of juror ${card.juror} for entry ${card.entry}`);
    row.set(card.juror, card);
  }
  return index;
}
