import type { CategoryId, EntryId, NomineeId } from '../../model/ids';
import type { RowReason } from '../../model/standing';
import { at } from '../at';
import type { Direction } from '../methods/outcome';
import type { Rational } from '../rational';
import { Assigning } from './assigning';
import type { Ledger, Runner } from './ledger';
import type { Verdict } from './outcome';
import { prizeTie, type Race, type RaceGroup, type RaceResult, type RaceTie } from './race';

/** A category with seats of its own; `totals`: with which total each group of the race counts. */
export interface AssignedRace {
  readonly race: Race;
  readonly totals: readonly Rational[];
}

interface Own extends AssignedRace {
  readonly index: number;
  readonly verdicts: Map<EntryId, Verdict>;
  readonly ties: RaceTie[];
  /** Who may not win here in any of the best assignments, and in which group they stand. */
  readonly passed: { readonly runner: Runner; readonly group: number }[];
  /** The last group that somebody has won in. */
  lowest: number;
  taken: number;
}

const laureate: Verdict = { status: 'laureate', reason: null, grant: null };
const undecided: Verdict = { status: 'undecided', reason: null, grant: null };
const out = (reason: RowReason | null = null): Verdict => ({ status: 'out', reason, grant: null });

/**
 * One award each by the best assignment: of all ways to give the seats those that fill the most, and of these those with
 * the best sum of totals. Where several are equally good, the categories in the contest's order, each from its best group
 * down, keep whoever wins there in one of the ways that are left. Equals of a group win together; if no such way has them
 * all, and the chain shares no places, they are undecided, and with them everybody who is not settled yet.
 */
export function runAssigned(races: readonly AssignedRace[], direction: Direction, ledger: Ledger): RaceResult[] {
  const all = races.map((race, index): Own => ({
    ...race,
    index,
    verdicts: new Map(),
    ties: [],
    passed: [],
    lowest: -1,
    taken: 0,
  }));
  const stopped = new Map(
    all.flatMap(({ race }) =>
      race.groups.flatMap(({ runners }) =>
        runners.flatMap((runner) => {
          const obstacle = ledger.obstacle(runner);
          return obstacle === null ? [] : [[runner, obstacle] as const];
        }),
      ),
    ),
  );
  const ways = new Assigning(
    all.map(({ race, totals }) => ({
      seats: race.seats,
      levels: race.groups.map(({ runners }, g) => ({
        total: at(totals, g),
        nominees: runners.filter((r) => !stopped.has(r)).map((r) => r.candidate.nominee.id),
      })),
    })),
    direction,
  );
  const home = new Map<NomineeId, CategoryId>();
  let open = false;

  const judge = (own: Own, group: RaceGroup, g: number): void => {
    const free: Runner[] = [];
    for (const runner of group.runners) {
      const reason = stopped.get(runner);
      if (reason !== undefined) own.verdicts.set(runner.candidate.entry.id, out(reason));
      else if (home.has(runner.candidate.nominee.id)) own.passed.push({ runner, group: g });
      else free.push(runner);
    }
    if (open) {
      for (const runner of free) own.verdicts.set(runner.candidate.entry.id, undecided);
      if (!group.shared) note(own, group, false, 0);
      return;
    }
    const here = free.filter((r) => ways.mayWin(own.index, r.candidate.nominee.id));
    for (const runner of free) {
      if (here.includes(runner)) continue;
      own.passed.push({ runner, group: g });
      ways.bar(own.index, runner.candidate.nominee.id);
    }
    const nominees = here.map((r) => r.candidate.nominee.id);
    if (here.length > 0 && !group.shared && !ways.mayAllWin(own.index, nominees)) {
      for (const runner of here) own.verdicts.set(runner.candidate.entry.id, undecided);
      note(own, group, true, Math.min(own.race.seats - own.taken, here.length));
      open = true;
      return;
    }
    const before = own.taken;
    if (here.length > 0) {
      ways.settle(own.index, nominees);
      own.lowest = g;
      own.taken += here.length;
    }
    for (const runner of here) {
      own.verdicts.set(runner.candidate.entry.id, laureate);
      home.set(runner.candidate.nominee.id, runner.category.id);
      ledger.take(runner);
    }
    if (!group.shared) own.ties.push(...prizeTie(own.race, group, before, here.length));
  };

  for (const own of all) own.race.groups.forEach((group, g) => judge(own, group, g));
  return all.map((own) => {
    const vacant = Math.max(0, own.race.seats - own.taken);
    for (const { runner, group } of own.passed) {
      const category = home.get(runner.candidate.nominee.id);
      const wouldWin = vacant > 0 || group <= own.lowest;
      own.verdicts.set(
        runner.candidate.entry.id,
        out(category === undefined || !wouldWin ? null : { by: 'award', category }),
      );
    }
    return { verdicts: own.verdicts, ties: own.ties, vacant: open ? 0 : vacant, left: null, amountMissing: [] };
  });
}

function note(own: Own, group: RaceGroup, crosses: boolean, seats: number): void {
  if (group.entries.length > 1) own.ties.push({ group, crosses, seats });
}
