import type { StandingInput } from '@shared/domain/standing';
import type { Card } from '@shared/model/card';

/** The slow, plain model: never reduces, knows only what scoring.md says of the weighted mean. Shares no code with ours. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });
export const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
export const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;

export function parse(text: string): Fraction {
  const [n = '', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

/** Only whole scales starting at 0, so that a step is a value. */
function cardPoints(input: StandingInput, card: Card, max: number): Fraction {
  const criteria = input.contest.categories[0]?.criteria ?? [];
  const weights = criteria.reduce((s, c) => s + c.weight, 0);
  return criteria
    .map((c) =>
      times(
        { n: BigInt(c.weight), d: BigInt(weights) },
        { n: BigInt(100 * (card.marks[c.slot] ?? 0)), d: BigInt(max) },
      ),
    )
    .reduce(plus);
}

function roundMean(input: StandingInput, roundIndex: number, nominee: number, max: number): Fraction | null {
  const round = input.contest.rounds[roundIndex];
  const entry = input.entries.find((e) => e.round === round?.id && e.nominee === nominee);
  const criteria = input.contest.categories[0]?.criteria ?? [];
  const counted = input.cards.filter(
    (card) =>
      card.entry === entry?.id &&
      card.recusal === null &&
      criteria.every((c) => typeof card.marks[c.slot] === 'number') &&
      input.seats.some((s) => s.round === round?.id && s.juror === card.juror && s.attendance.state === 'present') &&
      input.ballotStates.some((b) => b.round === round?.id && b.juror === card.juror && b.state === 'returned'),
  );
  if (counted.length === 0) return null;
  return times(counted.map((card) => cardPoints(input, card, max)).reduce(plus), { n: 1n, d: BigInt(counted.length) });
}

/** Weighted mean over all rounds, each with a weight. */
export function naiveTotal(input: StandingInput, nominee: number, max: number): Fraction | null {
  let top: Fraction = whole(0);
  let weights = 0;
  for (const [i, round] of input.contest.rounds.entries()) {
    const mean = roundMean(input, i, nominee, max);
    if (mean === null) return null;
    top = plus(top, times(whole(round.weight ?? 0), mean));
    weights += round.weight ?? 0;
  }
  return times(top, { n: 1n, d: BigInt(weights) });
}
