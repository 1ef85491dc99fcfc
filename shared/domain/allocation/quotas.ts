/** At most `max` (and, if it can be had, at least `min`) of those who share an attribute: a country, a university. */
export interface Quota {
  readonly name: string;
  /** Value of each nominee; null = the quota does not concern them. */
  readonly groupOf: (nominee: number) => string | null;
  /** Null: the quota holds for every value. */
  readonly only: string | null;
  readonly max: number | null;
  readonly min: number | null;
}

export interface Blocked {
  readonly nominee: number;
  readonly quota: string;
  readonly value: string;
  readonly reason: 'max_reached' | 'seat_kept_for_minimum';
}

export interface Selection {
  readonly selected: readonly number[];
  /** Who would have been chosen by rank, and which rule stood in the way. */
  readonly blocked: readonly Blocked[];
  /** Ranked after the last seat, for whom a full quota would have left no seat either: they are no reserves. */
  readonly barredAfter: readonly Blocked[];
  /** Equals across the last seat: whom of them the seats go to is not decided. */
  readonly undecided: { readonly nominees: readonly number[]; readonly seats: number } | null;
  /** Minimums that nobody is left for. */
  readonly unsatisfied: readonly { readonly quota: string; readonly value: string; readonly missing: number }[];
  readonly vacant: number;
}

/**
 * Greedy by rank: from the best down, whoever no quota blocks is chosen until the seats are full. A seat is kept for an
 * unmet minimum when as few seats are left as are still needed. Equals who do not all fit stay undecided.
 */
export function selectByRank(
  groups: readonly (readonly number[])[],
  seats: number,
  quotas: readonly Quota[],
): Selection {
  const counts = new Map<string, number>();
  const keyOf = (quota: Quota, value: string): string => `${quota.name}\n${value}`;
  const countOf = (quota: Quota, value: string): number => counts.get(keyOf(quota, value)) ?? 0;
  const ranked = groups.flat();
  const needs = quotas.flatMap((quota) => {
    const { min } = quota;
    if (min === null) return [];
    const values = new Set(ranked.flatMap((i) => valueFor(quota, i) ?? []));
    if (quota.only !== null) values.add(quota.only);
    return [...values].toSorted().map((value) => ({ quota, value, min }));
  });
  const outstanding = (without: number | null): number =>
    needs.reduce((total, { quota, value, min }) => {
      const own = without !== null && valueFor(quota, without) === value ? 1 : 0;
      return total + Math.max(0, min - countOf(quota, value) - own);
    }, 0);
  const maximum = (nominee: number): Blocked | null => {
    for (const quota of quotas) {
      const value = valueFor(quota, nominee);
      if (value !== null && quota.max !== null && countOf(quota, value) >= quota.max) {
        return { nominee, quota: quota.name, value, reason: 'max_reached' };
      }
    }
    return null;
  };
  const obstacle = (nominee: number, left: number): Blocked | null => {
    const full = maximum(nominee);
    if (full !== null) return full;
    const needed = outstanding(nominee);
    const kept =
      needed > left - 1 && needed === outstanding(null)
        ? needs.find((n) => countOf(n.quota, n.value) < n.min)
        : undefined;
    return kept === undefined
      ? null
      : { nominee, quota: kept.quota.name, value: kept.value, reason: 'seat_kept_for_minimum' };
  };

  const selected: number[] = [];
  const blocked: Blocked[] = [];
  let undecided: Selection['undecided'] = null;
  for (const group of groups) {
    const left = seats - selected.length;
    if (left <= 0) break;
    const free = group.filter((i) => obstacle(i, left) === null);
    const competing = group.length > 1 && (free.length > left || !fitTogether(free, quotas, countOf));
    if (competing && free.length > 0) {
      for (const i of group) {
        const own = obstacle(i, left);
        if (own !== null) blocked.push(own);
      }
      undecided = { nominees: free, seats: left };
      break;
    }
    for (const i of group) {
      const own = obstacle(i, seats - selected.length);
      if (own !== null) {
        blocked.push(own);
        continue;
      }
      selected.push(i);
      for (const quota of quotas) {
        const value = valueFor(quota, i);
        if (value !== null) counts.set(keyOf(quota, value), countOf(quota, value) + 1);
      }
    }
  }
  const decided = new Set([...selected, ...blocked.map((b) => b.nominee)]);
  const after = undecided === null ? ranked.filter((i) => !decided.has(i)) : [];
  return {
    selected,
    blocked,
    barredAfter: after.flatMap((i) => maximum(i) ?? []),
    undecided,
    unsatisfied: needs.flatMap(({ quota, value, min }) => {
      const missing = min - countOf(quota, value);
      return missing > 0 && undecided === null ? [{ quota: quota.name, value, missing }] : [];
    }),
    vacant: Math.max(0, seats - selected.length - (undecided === null ? 0 : undecided.nominees.length)),
  };
}

function valueFor(quota: Quota, nominee: number): string | null {
  const value = quota.groupOf(nominee);
  return quota.only !== null && value !== quota.only ? null : value;
}

/** Whether the maximums admit all of these equals. */
function fitTogether(
  members: readonly number[],
  quotas: readonly Quota[],
  countOf: (quota: Quota, value: string) => number,
): boolean {
  return quotas.every((quota) => {
    const { max } = quota;
    if (max === null) return true;
    const own = new Map<string, number>();
    for (const i of members) {
      const value = valueFor(quota, i);
      if (value !== null) own.set(value, (own.get(value) ?? 0) + 1);
    }
    return [...own].every(([value, n]) => countOf(quota, value) + n <= max);
  });
}
