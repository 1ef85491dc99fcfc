import { minus, order, plus, zero, type Fraction } from './fraction';

// One award each by the best assignment. Worked out as a flow of nominees into categories: the best chain of moves, again and
// again, until no seat can be filled any more.

/** A category: its seats and who may have one, by groups of equals, the best first. */
export interface Bench {
  readonly seats: number;
  readonly groups: readonly { readonly worth: Fraction; readonly nominees: readonly number[] }[];
}

type Offer = ReadonlyMap<number, Fraction>;

/** The most seats that can be filled, and the best sum with so many. */
interface Value {
  readonly filled: number;
  readonly sum: Fraction;
}

/** `offers[c]`: who could win in category c, and with how much. */
function bestValue(offers: readonly Offer[], seats: readonly number[]): Value {
  const homes = new Map<number, number>();
  const used = seats.map(() => 0);
  let sum = zero;
  for (let filled = 0; ; filled += 1) {
    // The best gain by which a newcomer can come to sit in each category, somebody moving on from there or not.
    const gains: (Fraction | null)[] = seats.map(() => null);
    const moves: (readonly { readonly who: number; readonly to: number }[])[] = seats.map(() => []);
    offers.forEach((offer, c) => {
      for (const [who, worth] of offer) {
        const known = gains[c] ?? null;
        if (homes.has(who) || (known !== null && order(worth, known) <= 0)) continue;
        [gains[c], moves[c]] = [worth, [{ who, to: c }]];
      }
    });
    for (let again = true; again;) {
      again = false;
      for (const [who, from] of homes) {
        const [gain, own] = [gains[from] ?? null, offers[from]?.get(who)];
        if (gain === null || own === undefined) continue;
        offers.forEach((offer, to) => {
          const worth = offer.get(who);
          if (worth === undefined || to === from) return;
          const through = plus(gain, minus(worth, own));
          const known = gains[to] ?? null;
          if (known !== null && order(through, known) <= 0) return;
          [gains[to], moves[to]] = [through, [...(moves[from] ?? []), { who, to }]];
          again = true;
        });
      }
    }
    let end = -1;
    gains.forEach((gain, c) => {
      const [most, free] = [end < 0 ? null : (gains[end] ?? null), (used[c] ?? 0) < (seats[c] ?? 0)];
      if (gain !== null && free && (most === null || order(gain, most) > 0)) end = c;
    });
    const gain = gains[end] ?? null;
    if (gain === null) return { filled, sum };
    sum = plus(sum, gain);
    used[end] = (used[end] ?? 0) + 1;
    for (const { who, to } of moves[end] ?? []) homes.set(who, to);
  }
}

type Fate = 'laureate' | 'undecided' | 'passed';

/** What becomes of each nominee in each category; `shared`: equals win together, also beyond the seats. */
export function assignAwards(benches: readonly Bench[], shared: boolean): readonly ReadonlyMap<number, Fate>[] {
  const told = benches.map(() => new Map<number, Fate>());
  const offers = contenders(benches).map((own) => new Map(own));
  const seats = benches.map((bench) => bench.seats);
  const home = new Set<number>();
  /** What is best once these have a seat in the category. */
  const after = (category: number, nominees: readonly number[]): Value => {
    const rest = offers.map((own) => new Map([...own].filter(([who]) => !nominees.includes(who))));
    const { filled, sum } = bestValue(
      rest,
      seats.map((count, c) => (c === category ? count - nominees.length : count)),
    );
    return {
      filled: filled + nominees.length,
      sum: nominees.map((who) => offers[category]?.get(who) ?? zero).reduce(plus, sum),
    };
  };
  let best = bestValue(offers, seats);
  const isBest = (category: number, nominees: readonly number[]): boolean => {
    if (nominees.length > (seats[category] ?? 0) || !nominees.every((who) => offers[category]?.has(who))) return false;
    const value = after(category, nominees);
    return value.filled === best.filled && order(value.sum, best.sum) === 0;
  };
  let open = false;
  benches.forEach(({ groups }, category) => {
    const row = told[category] ?? new Map<number, Fate>();
    for (const { nominees } of groups) {
      const free = nominees.filter((who) => !home.has(who));
      for (const who of nominees) row.set(who, free.includes(who) && open ? 'undecided' : 'passed');
      if (open) continue;
      const here = free.filter((who) => isBest(category, [who]));
      for (const who of free) if (!here.includes(who)) offers[category]?.delete(who);
      if (here.length === 0) continue;
      open = !shared && !isBest(category, here);
      for (const who of here) row.set(who, open ? 'undecided' : 'laureate');
      if (open) continue;
      seats[category] = Math.max(0, (seats[category] ?? 0) - here.length);
      for (const who of here) {
        home.add(who);
        for (const offer of offers) offer.delete(who);
      }
      best = bestValue(offers, seats);
    }
  });
  return told;
}

/** Further down nobody can win: at most those who stand in several categories leave a seat above. */
function contenders(benches: readonly Bench[]): readonly Offer[] {
  const all = benches.flatMap(({ groups }) => groups.flatMap((g) => g.nominees));
  const times = new Map<number, number>();
  for (const who of all) times.set(who, (times.get(who) ?? 0) + 1);
  return benches.map(({ seats, groups }) => {
    const enough = seats + groups.flatMap((g) => g.nominees).filter((who) => (times.get(who) ?? 0) > 1).length;
    const offer = new Map<number, Fraction>();
    for (const { worth, nominees } of groups) {
      if (offer.size >= enough) break;
      for (const who of nominees) offer.set(who, worth);
    }
    return offer;
  });
}
