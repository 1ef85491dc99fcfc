import { at } from '../at';
import { add, compare, rational, subtract, sum, zero, type Rational } from '../rational';

/** One nominee who asks for `cost`; `value` only matters for the best total value. */
export interface Request {
  readonly nominee: number;
  readonly cost: Rational;
  readonly value: Rational;
}

export interface Granted {
  readonly grants: readonly { readonly nominee: number; readonly amount: Rational; readonly partial: boolean }[];
  readonly spent: Rational;
  readonly left: Rational;
  /** Value of all whose request was granted in full. */
  readonly value: Rational;
  /** Who was passed over because the fund no longer held the amount, in their order. */
  readonly tooLarge: readonly number[];
}

/**
 * By rank until the fund ends. `stop`: at the first request that does not fit. `skip`: go on with smaller requests
 * further down. `partial`: the first request that does not fit takes what is left, and that is the end.
 */
export function grantByRank(requests: readonly Request[], fund: Rational, rule: 'stop' | 'skip' | 'partial'): Granted {
  const grants: { nominee: number; amount: Rational; partial: boolean }[] = [];
  const tooLarge: number[] = [];
  let left = fund;
  let value = zero;
  for (const request of requests) {
    if (compare(request.cost, left) <= 0) {
      grants.push({ nominee: request.nominee, amount: request.cost, partial: false });
      left = subtract(left, request.cost);
      value = add(value, request.value);
      continue;
    }
    tooLarge.push(request.nominee);
    if (rule === 'partial' && left.n > 0n) {
      grants.push({ nominee: request.nominee, amount: left, partial: true });
      left = zero;
    }
    if (rule !== 'skip') break;
  }
  return { grants, spent: subtract(fund, left), left, value, tooLarge };
}

/** A way to spend: whole amounts of the smallest unit, and who was chosen, the first request in the highest bit. */
interface Way {
  readonly cost: bigint;
  readonly value: bigint;
  readonly chosen: bigint;
}

/** More ways that nothing dominates would not fit into memory. */
const mostWays = 2_000_000;

/**
 * The greatest total value that the fund can pay in full; of equal values the cheapest; of equally cheap ones the one
 * that prefers those who come first. Exact: ways that cost no less and are worth no more than another are dropped, and
 * so are those that even a fraction of the best next request could not bring up to what is already known to be possible
 * (Nemhauser & Ullmann 1969). Null where more than two million ways would be left.
 */
export function grantBestValue(requests: readonly Request[], fund: Rational): Granted | null {
  const [room, ...costs] = whole(fund, ...requests.map((r) => r.cost));
  const [, ...values] = whole(zero, ...requests.map((r) => r.value));
  const items = requests
    .map((_, r) => ({
      cost: at(costs, r),
      value: at(values, r),
      bit: 1n << BigInt(requests.length - 1 - r),
    }))
    .filter((item) => item.value > 0n && item.cost <= room)
    .toSorted((a, b) => {
      const order = b.value * a.cost - a.value * b.cost;
      return order < 0n ? -1 : order > 0n ? 1 : 0;
    });

  let ways: readonly Way[] = [{ cost: 0n, value: 0n, chosen: 0n }];
  for (const [i, item] of items.entries()) {
    const taken = ways.flatMap((way): readonly Way[] => {
      const cost = way.cost + item.cost;
      return cost > room ? [] : [{ cost, value: way.value + item.value, chosen: way.chosen | item.bit }];
    });
    const rest = items.slice(i + 1);
    const merged = undominated(taken, ways);
    const possible = merged.reduce((most, way) => {
      const filled = filledUp(way, rest, room);
      return filled > most ? filled : most;
    }, 0n);
    ways = merged.filter((way) => atMost(way, rest, room) >= possible);
    if (ways.length > mostWays) return null;
  }
  const best = at(ways, ways.length - 1);
  const granted = requests.filter((_, r) => (best.chosen >> BigInt(requests.length - 1 - r)) % 2n === 1n);
  const spent = sum(granted.map((g) => g.cost));
  return {
    grants: granted.map((g) => ({ nominee: g.nominee, amount: g.cost, partial: false })),
    spent,
    left: subtract(fund, spent),
    value: sum(granted.map((g) => g.value)),
    tooLarge: [],
  };
}

type Item = Pick<Way, 'cost' | 'value'>;

/** All numbers times the least common denominator. */
function whole(first: Rational, ...others: readonly Rational[]): readonly [bigint, ...bigint[]] {
  const common = [first, ...others].reduce((lcm, { d }) => lcm * rational(d, lcm).n, 1n);
  const times = ({ n, d }: Rational): bigint => (n * common) / d;
  return [times(first), ...others.map(times)];
}

/** What this way reaches if whatever still fits is taken, the worthiest for its cost first. */
function filledUp(way: Way, rest: readonly Item[], room: bigint): bigint {
  let { cost, value } = way;
  for (const item of rest) {
    if (cost + item.cost > room) continue;
    cost += item.cost;
    value += item.value;
  }
  return value;
}

/** What no completion of this way can exceed: the last request counted by the fraction that fits, rounded up. */
function atMost(way: Way, rest: readonly Item[], room: bigint): bigint {
  let { cost, value } = way;
  for (const item of rest) {
    const left = room - cost;
    if (item.cost > left) return value + (item.value * left + item.cost - 1n) / item.cost;
    cost += item.cost;
    value += item.value;
  }
  return value;
}

/** Merges two lists ascending by cost and value; of equal ways the one that prefers those who come first. */
function undominated(one: readonly Way[], other: readonly Way[]): readonly Way[] {
  const merged: Way[] = [];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const [x, y] = [one[a], other[b]];
    const first = y === undefined || (x !== undefined && before(x, y));
    const next = first ? x : y;
    if (first) a += 1;
    else b += 1;
    const last = merged.at(-1);
    if (next !== undefined && (last === undefined || next.value > last.value)) merged.push(next);
  }
  return merged;
}

function before(x: Way, y: Way): boolean {
  if (x.cost !== y.cost) return x.cost < y.cost;
  if (x.value !== y.value) return x.value > y.value;
  return x.chosen > y.chosen;
}
