import { add, compare, subtract, sum, zero, type Rational } from '../rational';

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

/** A way to spend: cost and value, and what was chosen last. */
interface State {
  readonly cost: Rational;
  readonly value: Rational;
  readonly chosen: Chosen | null;
}
interface Chosen {
  readonly request: number;
  readonly before: Chosen | null;
}

/** More ways that nothing dominates would not fit into memory. */
const mostStates = 2_000_000;

/**
 * The greatest total value that the fund can pay in full; of equal values the cheapest; of equally cheap ones the one
 * that prefers those who come first. Exact: all ways that no cheaper one equals are kept, which for whole amounts is
 * never more than fund + 1. Null where there would be more than two million of them.
 */
export function grantBestValue(requests: readonly Request[], fund: Rational): Granted | null {
  let frontier: readonly State[] = [{ cost: zero, value: zero, chosen: null }];
  for (let r = requests.length - 1; r >= 0; r -= 1) {
    const request = requests[r];
    if (request === undefined || request.value.n <= 0n) continue;
    const extended = frontier.flatMap((state): readonly State[] => {
      const cost = add(state.cost, request.cost);
      if (compare(cost, fund) > 0) return [];
      return [{ cost, value: add(state.value, request.value), chosen: { request: r, before: state.chosen } }];
    });
    frontier = undominated(extended, frontier);
    if (frontier.length > mostStates) return null;
  }
  const best = frontier.at(-1);
  const chosen = new Set<number>();
  for (let link = best?.chosen ?? null; link !== null; link = link.before) chosen.add(link.request);
  const granted = requests.filter((_, r) => chosen.has(r));
  const spent = sum(granted.map((g) => g.cost));
  return {
    grants: granted.map((g) => ({ nominee: g.nominee, amount: g.cost, partial: false })),
    spent,
    left: subtract(fund, spent),
    value: sum(granted.map((g) => g.value)),
    tooLarge: [],
  };
}

/** Merges two lists ascending by cost and value; `first` wins where both are equal. */
function undominated(first: readonly State[], second: readonly State[]): readonly State[] {
  const merged: State[] = [];
  let [a, b] = [0, 0];
  while (a < first.length || b < second.length) {
    const [x, y] = [first[a], second[b]];
    const order = x === undefined ? 1 : y === undefined ? -1 : compare(x.cost, y.cost) || compare(y.value, x.value);
    const next = order <= 0 ? x : y;
    if (order <= 0) a += 1;
    else b += 1;
    const last = merged.at(-1);
    if (next !== undefined && (last === undefined || compare(next.value, last.value) > 0)) merged.push(next);
  }
  return merged;
}
