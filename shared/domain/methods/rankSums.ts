import { at } from '../at';
import { add, compare, divide, multiply, rational, zero, type Rational } from '../rational';
import { completed, placesOnBallot, type Ballot, type Unranked } from './ballots';
import { compareKeys, groupsBy, groupsByScore, type Notice, type Outcome } from './outcome';

/** One place that a number of jurors gave. */
interface Given {
  readonly place: Rational;
  readonly count: number;
}

export interface RankRule {
  /** `estimated_sum`: the mean place times the number of ballots, which is the sum where every ballot ranks everybody. */
  readonly by: 'sum' | 'mean' | 'median' | 'estimated_sum';
  /** Best and worst places of each nominee that are dropped; of a sum too. */
  readonly best: number;
  readonly worst: number;
  readonly unranked: Unranked;
}

/**
 * Rank sum (сумма мест), mean rank, trimmed mean rank and median rank (of an even number the mean of the middle two) over
 * fractional ranks; the lowest is best. With `no_opinion` a
 * nominee is ranked only among what each juror ranked: fair only in a balanced design, so such jurors are named.
 */
export function rankSums(ballots: readonly Ballot[], nominees: number, rule: RankRule): Outcome {
  const given = givenPlaces(ballots, nominees, rule.unranked, 'fractional');
  const all = ballots.reduce((n, b) => n + b.count, 0);
  const rows = given.map((own) => {
    const jurors = own.reduce((n, g) => n + g.count, 0);
    const cut = rule.best + rule.worst;
    const trims = jurors > cut;
    const kept = trims ? dropped(own, rule.best, rule.worst) : own;
    const sum = kept.reduce((total, g) => add(total, multiply(g.place, rational(g.count))), zero);
    const size = kept.reduce((n, g) => n + g.count, 0);
    const full = trims ? all - cut : all;
    const score =
      size === 0 ? null : rule.by === 'sum' ? sum : rule.by === 'median' ? middle(kept) : divide(sum, rational(size));
    const scaled = score === null || rule.by !== 'estimated_sum' ? score : multiply(score, rational(full));
    return { score: scaled, sum, size, jurors, untrimmed: cut > 0 && !trims };
  });
  const scores = rows.map((r) => r.score);
  return {
    scores,
    groups: groupsByScore(scores, 'lower'),
    details: rows.map(({ sum, size }, i) => ({ places: written(at(given, i)), sum, counted: size })),
    notices: [
      ...partialCards(ballots, nominees, rule.unranked),
      ...rows.flatMap((r, nominee): readonly Notice[] =>
        r.untrimmed ? [{ kind: 'too-few-to-trim', nominee, scores: r.jurors }] : [],
      ),
    ],
  };
}

/**
 * Best of the majority (ISU until 1998; Bassett & Persky, JASA 1994): the median place, that is the best place that
 * more than half of the jurors gave or bettered; then the larger majority; then the lower total of its places; then
 * the lower total of all places. Equal places of one juror count as 1-2-2-4.
 */
export function bestOfMajority(ballots: readonly Ballot[], nominees: number, unranked: Unranked): Outcome {
  const given = givenPlaces(ballots, nominees, unranked, 'standard');
  const rows = given.map((own) => {
    const jurors = own.reduce((n, g) => n + g.count, 0);
    const need = Math.floor(jurors / 2) + 1;
    let size = 0;
    let total = zero;
    let median: Rational | null = null;
    for (const g of own) {
      if (size >= need) break;
      size += g.count;
      total = add(total, multiply(g.place, rational(g.count)));
      median = g.place;
    }
    const all = own.reduce((sum, g) => add(sum, multiply(g.place, rational(g.count))), zero);
    const key: readonly Rational[] = median === null ? [] : [median, rational(-size), total, all];
    return { median, size, total, all, key };
  });
  const members = rows.flatMap((r, i) => (r.median === null ? [] : [i]));
  return {
    scores: rows.map((r) => r.median),
    groups: groupsBy(members, (a, b) => compareKeys(at(rows, a).key, at(rows, b).key)),
    details: rows.map((r, i) => ({
      places: written(at(given, i)),
      medianPlace: r.median,
      sizeOfMajority: r.size,
      totalOfMajority: r.total,
      totalOfAll: r.all,
    })),
    notices: partialCards(ballots, nominees, unranked),
  };
}

/** Ascending by place; equal places joined. */
function givenPlaces(
  ballots: readonly Ballot[],
  nominees: number,
  unranked: Unranked,
  style: 'fractional' | 'standard',
): readonly (readonly Given[])[] {
  const rows = Array.from({ length: nominees }, (): Given[] => []);
  for (const ballot of ballots) {
    const full = unranked === 'last' ? completed(ballot, nominees) : ballot;
    placesOnBallot(full, nominees, style).forEach((place, i) => {
      if (place !== null) at(rows, i).push({ place, count: ballot.count });
    });
  }
  return rows.map((row) => {
    const joined: { place: Rational; count: number }[] = [];
    for (const g of row.toSorted((a, b) => compare(a.place, b.place))) {
      const last = joined.at(-1);
      if (last !== undefined && compare(last.place, g.place) === 0) last.count += g.count;
      else joined.push({ ...g });
    }
    return joined;
  });
}

/** Ascending by place, at least one. */
function middle(own: readonly Given[]): Rational {
  const size = own.reduce((n, g) => n + g.count, 0);
  const placeAt = (position: number): Rational => {
    let before = 0;
    return own.find((g) => (before += g.count) > position)?.place ?? zero;
  };
  return divide(add(placeAt(Math.floor((size - 1) / 2)), placeAt(Math.floor(size / 2))), rational(2));
}

function dropped(own: readonly Given[], best: number, worst: number): readonly Given[] {
  return fromStart(fromStart(own, best).toReversed(), worst).toReversed();
}

function fromStart(own: readonly Given[], drop: number): readonly Given[] {
  let left = drop;
  return own.flatMap((g) => {
    const taken = Math.min(left, g.count);
    left -= taken;
    return g.count === taken ? [] : [{ place: g.place, count: g.count - taken }];
  });
}

const written = (own: readonly Given[]): readonly { readonly place: Rational; readonly times: number }[] =>
  own.map((g) => ({ place: g.place, times: g.count }));

function partialCards(ballots: readonly Ballot[], nominees: number, unranked: Unranked): readonly Notice[] {
  if (unranked === 'last') return [];
  return ballots.flatMap((ballot, juror): readonly Notice[] => {
    const ranked = ballot.groups.flat().length;
    return ranked === nominees ? [] : [{ kind: 'partial-cards', juror, ranked, nominees }];
  });
}
