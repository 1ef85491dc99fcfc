import type { CategoryId, EntryId } from '../../model/ids';
import type { RowReason, TieVerdict } from '../../model/standing';
import type { Shortage, TieRule } from '../../model/rules';
import { compare, subtract, sum, zero, type Rational } from '../rational';
import type { Ledger, Runner } from './ledger';
import type { Verdict } from './outcome';

/** Equals on their way to seats. */
export interface RaceGroup {
  /** All of the tie, also those whom a rule keeps out: a decision about it names them all. */
  readonly entries: readonly EntryId[];
  /** Those who may win. */
  readonly runners: readonly Runner[];
  readonly shared: boolean;
  readonly tried: readonly TieRule[];
  readonly toDecide: readonly TieVerdict[];
}

export interface Race {
  /** Best first. */
  readonly groups: readonly RaceGroup[];
  readonly seats: number;
  /** Where prizes end, as numbers of winners, ascending; the last is the number of seats. */
  readonly lines: readonly number[];
  /** With a fund: seats of a category of its own; a category that is not here has no such limit. */
  readonly ofCategory: ReadonlyMap<CategoryId, number>;
  readonly fund: { readonly left: Rational; readonly whenShort: Shortage } | null;
}

/** A tie that is not settled; `crosses`: it lies across the end of a prize. */
export interface RaceTie {
  readonly group: RaceGroup;
  readonly crosses: boolean;
  /** Seats that those of the group who may win still have. */
  readonly seats: number;
}

export interface RaceResult {
  readonly verdicts: ReadonlyMap<EntryId, Verdict>;
  readonly ties: readonly RaceTie[];
  /** Seats that nobody is left for. */
  readonly vacant: number;
  readonly left: Rational | null;
  /** Who would be next but has no amount. */
  readonly amountMissing: readonly EntryId[];
}

const out = (reason: RowReason | null = null): Verdict => ({ status: 'out', reason, grant: null });
const undecided = (reason: RowReason | null = null): Verdict => ({ status: 'undecided', reason, grant: null });

/**
 * From the best group down, whoever no rule keeps out wins while there are seats and money. Equals win together or are
 * undecided together; what comes after them is undecided too, unless nothing can be left for it whoever of them wins.
 */
export function runRace(race: Race, ledger: Ledger): RaceResult {
  const verdicts = new Map<EntryId, Verdict>();
  const ties: RaceTie[] = [];
  const own = new Map(race.ofCategory);
  const amountMissing: EntryId[] = [];
  let taken = 0;
  let left = race.fund?.left ?? null;
  /** What everybody further down gets, once that is clear. */
  let rest: Verdict | null = null;
  let open = false;

  const set = (runner: Runner, verdict: Verdict): void => {
    verdicts.set(runner.candidate.entry.id, verdict);
  };
  const win = (runner: Runner, grant: Rational | null, reason: RowReason | null = null): void => {
    set(runner, { status: 'laureate', reason, grant });
    ledger.take(runner);
    taken += 1;
    const seats = own.get(runner.category.id);
    if (seats !== undefined) own.set(runner.category.id, seats - 1);
    if (left !== null && grant !== null) left = subtract(left, grant);
  };
  const fitsSeats = (runners: readonly Runner[]): boolean =>
    taken + runners.length <= race.seats &&
    [...own].every(([category, seats]) => runners.filter((r) => r.category.id === category).length <= seats);
  const tie = (group: RaceGroup, crosses: boolean, seats: number): void => {
    if (group.entries.length > 1) ties.push({ group, crosses, seats });
  };

  for (const group of race.groups) {
    if (rest === null && taken >= race.seats) rest = out();
    const free: Runner[] = [];
    for (const runner of group.runners) {
      if (own.get(runner.category.id) === 0) set(runner, out());
      else if (rest?.status === 'out') set(runner, rest);
      else {
        const obstacle = ledger.obstacle(runner);
        if (obstacle === null) free.push(runner);
        else set(runner, out(obstacle));
      }
    }
    if (rest !== null || free.length === 0) {
      if (rest !== null) for (const runner of free) set(runner, rest);
      if (!group.shared) tie(group, false, 0);
      continue;
    }
    const before = taken;
    if (race.fund === null || left === null) {
      const admitted = ledger.admits(free);
      if (admitted && (fitsSeats(free) || group.shared)) {
        for (const runner of free) win(runner, null);
        if (!group.shared) ties.push(...prizeTie(race, group, before, free.length));
        continue;
      }
      for (const runner of free) set(runner, undecided());
      tie(group, true, Math.min(race.seats - before, admissible(free, ledger)));
      open = true;
      rest = admitted ? out() : undecided();
      continue;
    }

    const { whenShort } = race.fund;
    const unknown = free.filter((r) => r.amount === null);
    if (unknown.length > 0) {
      for (const runner of free) set(runner, undecided(runner.amount === null ? { by: 'amount' } : null));
      amountMissing.push(...unknown.map((r) => r.candidate.entry.id));
      open = true;
      rest = undecided();
      tie(group, false, 0);
      continue;
    }
    const amount = (runner: Runner): Rational => runner.amount ?? zero;
    const together = fitsSeats(free) && ledger.admits(free);
    const has = left;
    if (together && compare(sum(free.map(amount)), has) <= 0) {
      for (const runner of free) win(runner, amount(runner));
      if (!group.shared) tie(group, false, free.length);
      continue;
    }
    const [single] = free;
    const noneFits = free.every((r) => compare(amount(r), has) > 0);
    if (noneFits && (has.n === 0n || whenShort !== 'partial')) {
      for (const runner of free) set(runner, out({ by: 'fund' }));
      if (!group.shared) tie(group, false, 0);
      if (whenShort !== 'skip') rest = out({ by: 'fund' });
    } else if (single !== undefined && free.length === 1) {
      win(single, has, { by: 'partial' });
      rest = out({ by: 'fund' });
    } else {
      for (const runner of free) set(runner, undecided());
      tie(group, true, fitting(free.map(amount), has, whenShort));
      open = true;
      rest = together && whenShort !== 'skip' ? out({ by: 'fund' }) : undecided();
    }
  }
  return {
    verdicts,
    ties,
    vacant: open || race.fund !== null || !Number.isFinite(race.seats) ? 0 : Math.max(0, race.seats - taken),
    left,
    amountMissing,
  };
}

/** The tie of a group that has won together; it crosses where a prize ends between them. */
export function prizeTie(race: Race, group: RaceGroup, before: number, winners: number): readonly RaceTie[] {
  if (group.entries.length < 2) return [];
  const line = race.lines.find((l) => before < l && l < before + winners);
  return [{ group, crosses: line !== undefined, seats: line === undefined ? winners : line - before }];
}

/** How many of these the rules admit together, in their order. */
function admissible(runners: readonly Runner[], ledger: Ledger): number {
  const kept: Runner[] = [];
  for (const runner of runners) if (ledger.admits([...kept, runner])) kept.push(runner);
  return kept.length;
}

/** How many of these the fund still pays, in their order. */
function fitting(amounts: readonly Rational[], fund: Rational, whenShort: Shortage): number {
  let left = fund;
  let count = 0;
  for (const amount of amounts) {
    if (compare(amount, left) <= 0) {
      left = subtract(left, amount);
      count += 1;
    } else if (whenShort !== 'skip') return whenShort === 'partial' && left.n > 0n ? count + 1 : count;
  }
  return count;
}
