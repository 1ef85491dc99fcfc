import type { Doc } from './doc';
import { order, plus, zero, type Fraction } from './fraction';
import { namesWinners } from './rules';
import { Given, Hall, seatsOf, told, type Runner, type Told } from './given';
import { lists, type CategoryList } from './lists';
import { seatTogether } from './together';
import { needed } from './threshold';
import type { Candidate } from './standing';

/** Everybody of a round by entry; those without a total too. */
export function winnersOf(
  contest: Doc,
  round: Doc,
  people: ReadonlyMap<number, Doc>,
  all: readonly CategoryList[],
  before: readonly Before[],
): ReadonlyMap<number, Told> {
  const hall = new Hall(contest, round, people);
  const rows = new Map<number, Told>();
  for (const each of all.flatMap((c) => c.everybody))
    rows.set(each.entry.id, told(each.total === null ? 'no_score' : 'undecided'));
  const isLast = contest.get('rounds').list.at(-1)?.get('id').number === round.get('id').number;
  if (isLast) {
    seatAll(hall, all, rows, before);
    return rows;
  }
  const on = goingOn(hall, all);
  const pooled = all.filter((c) => c.winners.get('mode').text === 'pooled');
  if (namesWinners(contest, round)) seatAll(hall, pooled, rows, before);
  const listed = new Set(namesWinners(contest, round) ? pooled.flatMap((c) => c.everybody.map((e) => e.entry.id)) : []);
  // Whom a list does not name goes on as by the cut, unless a rule kept them out.
  for (const [entry, row] of on) {
    const own = rows.get(entry);
    if (!listed.has(entry) || (own?.status === 'out' && own.reason === null)) rows.set(entry, row);
  }
  return rows;
}

/** Somebody whom an earlier list has named. */
export interface Before {
  readonly round: Doc;
  readonly category: CategoryList;
  readonly entry: number;
  readonly nominee: number;
}

function goingOn(hall: Hall, all: readonly CategoryList[]): readonly (readonly [number, Told])[] {
  const rule = hall.round.get('advance');
  const mode = rule.get('mode').text;
  const ranked = all.flatMap((c) => c.groups.flat());
  const cutAmong = (list: readonly Candidate[], count: number): Fraction | null =>
    list.map((c) => c.total ?? zero).toSorted((a, b) => order(b, a))[count - 1] ?? null;
  return all.flatMap((category) =>
    category.groups.flat().map((candidate): readonly [number, Told] => {
      const row = (is: boolean) => [candidate.entry.id, told(is ? 'advances' : 'out')] as const;
      const above = (cut: Fraction | null) => row(cut === null || order(candidate.total ?? zero, cut) >= 0);
      if (mode === 'per_region') {
        const region = hall.fieldOf(candidate.entry.nominee, 'region');
        if (region === '') return [candidate.entry.id, told('undecided', 'region')];
        const same = ranked.filter((c) => hall.fieldOf(c.entry.nominee, 'region') === region);
        return above(cutAmong(same, rule.get('count').number));
      }
      const own = mode === 'per_category' ? rule.get('counts').get(category.key) : undefined;
      const count = mode === 'each_category' ? rule.get('count').number : own?.value === undefined ? null : own.number;
      return count === null ? row(true) : above(cutAmong(category.groups.flat(), count));
    }),
  );
}

function seatAll(hall: Hall, all: readonly CategoryList[], rows: Map<number, Told>, before: readonly Before[]): void {
  const { grants } = hall;
  const given = new Given(hall);
  given.fund = grants?.fund ?? null;
  const paid = ({ winners }: CategoryList): boolean =>
    winners.get('mode').text === 'grants_by_rank' && (winners.get('count').isNull || grants !== null);
  const runner = (category: CategoryList, { entry }: Candidate): Runner => ({
    entry: entry.id,
    nominee: entry.nominee,
    category,
    wish: paid(category) ? (grants?.wish(entry.nominee) ?? null) : null,
  });

  const out = new Set<number>();
  for (const { nominee, entry, category } of before) given.take({ nominee, entry, category, wish: null }, null);
  const rule = hall.round.get('rules').get('excludesWinnersOf');
  const excluding = rule.value === undefined || rule.isNull ? null : rule.text;
  const taken = new Map(
    before.filter((b) => b.round.get('key').text === excluding).map((b) => [b.nominee, b.round.get('id').number]),
  );
  for (const { entry } of all.flatMap((c) => c.everybody)) {
    const list = taken.get(entry.nominee);
    if (list === undefined) continue;
    rows.set(entry.id, told('out', `list:${list}`));
    out.add(entry.id);
  }
  for (const category of all) {
    for (const candidate of category.everybody) {
      if (taken.has(candidate.entry.nominee)) continue;
      const word = category.words.get(candidate.entry.id);
      const bar = needed(hall.contest, hall.round, candidate);
      if (word?.kind === 'exclude') rows.set(candidate.entry.id, told('out', `excluded:${word.id}`));
      else if (word !== undefined || candidate.total === null || bar.reachedBy(candidate.total)) continue;
      else rows.set(candidate.entry.id, told('out', 'threshold'));
      out.add(candidate.entry.id);
    }
    for (const candidate of category.groups.flat()) {
      const word = category.words.get(candidate.entry.id);
      if (word?.kind !== 'include' || taken.has(candidate.entry.nominee)) continue;
      const own = runner(category, candidate);
      const grant =
        own.wish === null || given.fund === null ? null : order(own.wish, given.fund) > 0 ? given.fund : own.wish;
      given.take(own, grant);
      rows.set(candidate.entry.id, told('laureate', `added:${word.id}`, grant));
      out.add(candidate.entry.id);
    }
  }

  const done = new Set<CategoryList>();
  for (const category of all) {
    if (done.has(category)) continue;
    const mode = category.winners.get('mode').text;
    if (mode === 'jury_choice') {
      choose(category, (c) => runner(category, c), given, rows, out);
      continue;
    }
    const isPaid = paid(category);
    const hasOwnSeats = (c: CategoryList): boolean =>
      !paid(c) && !['pooled', 'jury_choice'].includes(c.winners.get('mode').text);
    if (hall.bestTogether && hasOwnSeats(category)) {
      const ranked = all.filter(hasOwnSeats);
      for (const each of ranked) done.add(each);
      const runners = new Map(
        ranked.map((c) => [
          c,
          c.groups.map((g) => g.filter(({ entry }) => !out.has(entry.id)).map((candidate) => runner(c, candidate))),
        ]),
      );
      seatTogether(hall, runners, given, rows);
      continue;
    }
    const together = isPaid
      ? all.filter(paid)
      : mode === 'pooled'
        ? all.filter((c) => c.winners.get('mode').text === 'pooled')
        : [category];
    for (const each of together) done.add(each);
    const seats = isPaid ? (grants === null ? null : Number.POSITIVE_INFINITY) : seatsOf(hall, category);
    if (seats === null) continue;
    const queue = lists(together).map(({ members, shared }) => ({
      shared,
      runners: members.flatMap(({ candidate, category: own }) =>
        out.has(candidate.entry.id) ? [] : [runner(own, candidate)],
      ),
    }));
    given.seats.clear();
    given.count = 0;
    seat(queue, { given, seats, short: isPaid ? (grants?.short ?? null) : null }, rows);
  }
}

interface Table {
  readonly given: Given;
  readonly seats: number;
  /** What happens when the fund falls short; null without a fund. */
  readonly short: string | null;
}

/** From the best down; once `rest` is set, everybody further down who could still win gets it. */
function seat(
  queue: readonly { readonly shared: boolean; readonly runners: readonly Runner[] }[],
  { given, seats, short }: Table,
  rows: Map<number, Told>,
): void {
  let rest: Told | null = null;
  for (const { shared, runners } of queue) {
    if (rest === null && given.count >= seats) rest = told('out');
    const open: Runner[] = [];
    for (const runner of runners) {
      const full = short !== null && seatsLeft(runner.category, given) <= 0;
      const against = given.against(runner);
      if (full) rows.set(runner.entry, told('out'));
      else if (rest?.status === 'out') rows.set(runner.entry, rest);
      else if (against !== null) rows.set(runner.entry, told('out', against));
      else open.push(runner);
    }
    if (open.length === 0) continue;
    const giveAll = (what: Told): void => {
      for (const { entry } of open) rows.set(entry, what);
    };
    if (rest !== null) {
      giveAll(rest);
      continue;
    }
    const admitted = given.admitsAll(open);
    const fits =
      admitted &&
      given.count + open.length <= seats &&
      (short === null ||
        open.every(({ category }) => seatsLeft(category, given) >= open.filter((r) => r.category === category).length));
    if (short === null) {
      if (fits || (admitted && shared)) {
        for (const runner of open) given.take(runner, null);
        giveAll(told('laureate'));
      } else {
        giveAll(told('undecided'));
        rest = told(admitted ? 'out' : 'undecided');
      }
      continue;
    }
    const fund = given.fund ?? zero;
    if (open.some(({ wish }) => wish === null)) {
      for (const { entry, wish } of open) rows.set(entry, told('undecided', wish === null ? 'amount' : null));
      rest = told('undecided');
      continue;
    }
    const wishes = open.map(({ wish }) => wish ?? zero);
    const isTooMuch = (amount: Fraction): boolean => order(amount, fund) > 0;
    if (fits && !isTooMuch(wishes.reduce(plus, zero))) {
      for (const runner of open) {
        given.take(runner, runner.wish);
        rows.set(runner.entry, told('laureate', null, runner.wish));
      }
    } else if (wishes.every(isTooMuch) && (short !== 'partial' || fund.n === 0n)) {
      giveAll(told('out', 'fund'));
      if (short !== 'skip') rest = told('out', 'fund');
    } else if (open.length === 1) {
      for (const runner of open) {
        given.take(runner, fund);
        rows.set(runner.entry, told('laureate', 'partial', fund));
      }
      rest = told('out', 'fund');
    } else {
      giveAll(told('undecided'));
      rest = fits && short !== 'skip' ? told('out', 'fund') : told('undecided');
    }
  }
}

/** With a fund: grants that a category may still have. */
function seatsLeft({ id, winners }: CategoryList, given: Given): number {
  const count = winners.get('count');
  return count.isNull ? Number.POSITIVE_INFINITY : count.number - (given.seats.get(id) ?? 0);
}

function choose(
  category: CategoryList,
  runnerOf: (candidate: Candidate) => Runner,
  given: Given,
  rows: Map<number, Told>,
  out: ReadonlySet<number>,
): void {
  if (category.chosen === null) return;
  const scored = category.groups.flat();
  for (const candidate of [...scored, ...category.everybody.filter((c) => c.total === null)]) {
    const { id } = candidate.entry;
    if (out.has(id)) continue;
    if (!category.chosen.includes(id)) {
      if (candidate.total !== null) rows.set(id, told('out', 'not_chosen'));
      continue;
    }
    const runner = runnerOf(candidate);
    const against = given.against(runner);
    if (against === null) given.take(runner, null);
    rows.set(id, against === null ? told('laureate') : told('out', against));
  }
}
