import type { StandingInput } from '@shared/domain/standing';
import type { Card } from '@shared/model/card';

/** The slow, plain model: never reduces, knows only what the rules say of mean, trimmed mean and median. Shares no code with ours. */
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
  const kept = keep(
    input,
    counted.map((card) => cardPoints(input, card, max)),
  );
  return times(kept.reduce(plus), { n: 1n, d: BigInt(kept.length) });
}

/** What the method leaves of the sub-totals, one taken off each end at a time. */
function keep(input: StandingInput, all: readonly Fraction[]): readonly Fraction[] {
  const { acrossJurors, trim = 1 } = input.contest.rules.aggregation;
  const sorted = all.toSorted((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  if (acrossJurors === 'median') {
    while (sorted.length > 2) {
      sorted.shift();
      sorted.pop();
    }
    return sorted;
  }
  if (acrossJurors !== 'trimmed_mean' || sorted.length < 2 * trim + 1) return all;
  return sorted.slice(trim).slice(0, -trim);
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
