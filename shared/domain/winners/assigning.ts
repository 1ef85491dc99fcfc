import type { NomineeId } from '../../model/ids';
import { assign, type Assignment } from '../allocation/hungarian';
import { at } from '../at';
import type { Direction } from '../methods/outcome';
import { rational, type Rational } from '../rational';

/** A category: its seats, and who may have one, the best group first. */
interface Seating {
  readonly seats: number;
  readonly levels: readonly { readonly total: Rational; readonly nominees: readonly NomineeId[] }[];
}

/** A best assignment of the seats that are left: who sits where, and at what cost. */
interface Best {
  readonly cost: bigint;
  readonly homes: ReadonlyMap<NomineeId, number>;
  /** False where no best assignment has the pair; true says nothing. */
  readonly isNear: (category: number, nominee: NomineeId) => boolean;
}

/**
 * All best assignments of nominees to the seats of several categories, one each, as they are narrowed down pair by pair.
 * Best: the most seats filled, then the best sum of totals. One assignment is kept with its prices, so that another is
 * computed only where the prices leave it open.
 */
export class Assigning {
  readonly #costs: readonly Map<NomineeId, bigint>[];
  /** Leaving one seat empty costs more than any choice of totals can gain. */
  readonly #empty: bigint;
  readonly #left: number[];
  readonly #gone = new Set<NomineeId>();
  #best: Best;

  constructor(seatings: readonly Seating[], direction: Direction) {
    const kept = contenders(seatings);
    const known = kept.flatMap((levels) => levels.map((level) => level.total));
    const scale = known.reduce((lcm, { d }) => lcm * rational(d, lcm).n, 1n);
    const sign = direction === 'higher' ? -1n : 1n;
    this.#costs = kept.map(
      (levels) =>
        new Map(
          levels.flatMap(({ total, nominees }) =>
            nominees.map((n) => [n, (sign * total.n * scale) / total.d] as const),
          ),
        ),
    );
    const sizes = this.#costs.flatMap((own) => [...own.values()]).map((cost) => (cost < 0n ? -cost : cost));
    this.#empty = sizes.reduce((sum, size) => sum + size, 0n) * 2n + 1n;
    this.#left = seatings.map((s, c) => Math.min(s.seats, at(this.#costs, c).size));
    this.#best = this.#solve(this.#left, this.#gone);
  }

  /** Whether one of the best assignments has the nominee there. */
  mayWin(category: number, nominee: NomineeId): boolean {
    if (this.#best.homes.get(nominee) === category) return true;
    return (
      this.#isOpen(category, nominee) && this.#best.isNear(category, nominee) && this.mayAllWin(category, [nominee])
    );
  }

  mayAllWin(category: number, nominees: readonly NomineeId[]): boolean {
    if (nominees.every((n) => this.#best.homes.get(n) === category)) return true;
    if (nominees.length > at(this.#left, category) || !nominees.every((n) => this.#isOpen(category, n))) return false;
    const { left, gone, cost } = this.#without(category, nominees);
    return this.#solve(left, gone).cost + cost === this.#best.cost;
  }

  /** From here on they have their seat there, also beyond the seats where places are shared. */
  settle(category: number, nominees: readonly NomineeId[]): void {
    const isKept = nominees.every((n) => this.#best.homes.get(n) === category);
    const { left, gone, cost } = this.#without(category, nominees);
    left.forEach((count, c) => (this.#left[c] = count));
    for (const nominee of gone) this.#gone.add(nominee);
    // Prices of a best assignment are those of what is left of it.
    this.#best = isKept ? { ...this.#best, cost: this.#best.cost - cost } : this.#solve(this.#left, this.#gone);
  }

  /** Who may not win there does not come back, whatever shared places change. */
  bar(category: number, nominee: NomineeId): void {
    at(this.#costs, category).delete(nominee);
  }

  #isOpen(category: number, nominee: NomineeId): boolean {
    return at(this.#left, category) > 0 && at(this.#costs, category).has(nominee) && !this.#gone.has(nominee);
  }

  #without(category: number, nominees: readonly NomineeId[]) {
    const own = at(this.#costs, category);
    return {
      left: this.#left.map((count, c) => (c === category ? Math.max(0, count - nominees.length) : count)),
      gone: new Set([...this.#gone, ...nominees]),
      cost: nominees.reduce((sum, n) => sum + (own.get(n) ?? 0n), 0n),
    };
  }

  #solve(left: readonly number[], gone: ReadonlySet<NomineeId>): Best {
    const seats = left.flatMap((count, category) => Array.from({ length: count }, () => category));
    const nominees = [...new Set(this.#costs.flatMap((own) => [...own.keys()]))].filter((n) => !gone.has(n));
    const costs = seats.map((category) => [
      ...nominees.map((n) => at(this.#costs, category).get(n) ?? this.#empty * 2n),
      ...seats.map(() => this.#empty),
    ]);
    const assignment: Assignment = assign(costs);
    const homes = new Map<NomineeId, number>();
    let cost = 0n;
    seats.forEach((category, s) => {
      const column = at(assignment.columns, s);
      const nominee = nominees[column];
      if (nominee !== undefined) homes.set(nominee, category);
      cost += at(at(costs, s), column);
    });
    const columnOf = new Map(nominees.map((n, i) => [n, i]));
    const rowsOf = new Map<number, number[]>();
    seats.forEach((category, s) => rowsOf.set(category, [...(rowsOf.get(category) ?? []), s]));
    return {
      cost,
      homes,
      isNear: (category, nominee) => {
        const column = columnOf.get(nominee);
        return (
          column !== undefined && (rowsOf.get(category) ?? []).some((row) => assignment.surplus(row, column) === 0n)
        );
      },
    };
  }
}

/** Who can win at all: however many of those above have a seat elsewhere, further down nobody has one. */
function contenders(seatings: readonly Seating[]): readonly Seating['levels'][] {
  const seen = new Map<NomineeId, number>();
  for (const { levels } of seatings)
    for (const n of levels.flatMap((level) => level.nominees)) seen.set(n, (seen.get(n) ?? 0) + 1);
  return seatings.map(({ seats, levels }) => {
    const several = levels.flatMap((level) => level.nominees).filter((n) => (seen.get(n) ?? 0) > 1).length;
    const kept: Seating['levels'][number][] = [];
    let count = 0;
    for (const level of levels) {
      if (count >= seats + several) break;
      kept.push(level);
      count += level.nominees.length;
    }
    return kept;
  });
}
