import type { Contest } from '../../model/contest';
import type { CategoryId, EntryId } from '../../model/ids';
import type { Round } from '../../model/round';
import type { RowReason } from '../../model/standing';
import { excludedList, isLastRound, namesWinners } from '../combination';
import type { Candidate } from '../evaluation';
import { evaluateRound, type RoundInput } from '../progress';
import { compare, subtract } from '../rational';
import { advanceOutcomes } from './advance';
import { ledgerOf, limitsOf, type Ledger, type Runner } from './ledger';
import { standingTotals } from './merge';
import { plainTies, verdictIn, type Outcome, type Verdict } from './outcome';
import { ranked, type Ranked } from './overrides';
import { runAssigned } from './assigned';
import { isPaid, prizeLines } from './prizes';
import { purseOf, type Purse } from './purse';
import { runRace } from './race';
import { raceOf, racedOutcome } from './raced';
import { addedIn, noneReached, setAside, told, type SetAside } from './setAside';

type Rules = Pick<Contest, 'categories' | 'rounds' | 'rules'>;

/** Whether what becomes of one category depends on the others. */
export function goesAcross({ categories, rounds, rules }: Rules, round: Round): boolean {
  if (!isLastRound({ rounds }, round))
    return round.advance.mode === 'per_region' || namesWinners({ categories, rounds, rules }, round);
  return (
    rules.oneAward !== undefined ||
    limitsOf(rules, round).length > 0 ||
    categories.some((c) => c.winners.mode === 'pooled' || isPaid(c, purseOf(rules.budget)))
  );
}

/**
 * What the rules make of the rankings of a round, all its categories in the contest's order (or one alone, where
 * `goesAcross` says no). In the last round winners are taken race by race: a category's own list, one list of all that
 * share a fund, one of all pooled categories; each where the first category of it is listed. Beforehand whoever people
 * added has won beyond the count, and who was excluded or does not reach the threshold is set aside. Where one award each
 * goes by the best assignment, all categories with seats of their own take their turn together.
 */
export function outcomesOf(fields: readonly Ranked[]): ReadonlyMap<CategoryId, Outcome> {
  const [first] = fields;
  if (first === undefined) return new Map();
  const { contest } = first.ev.input;
  if (isLastRound(contest, first.ev.target)) return laureateOutcomes(fields, first);
  const advance = advanceOutcomes(fields);
  return namesWinners(contest, first.ev.target) ? listOutcomes(fields, first, advance) : advance;
}

/** A list of a union before the last round: pooled categories name their winners, everybody else goes on as by the cut. */
function listOutcomes(
  fields: readonly Ranked[],
  first: Ranked,
  advance: ReadonlyMap<CategoryId, Outcome>,
): ReadonlyMap<CategoryId, Outcome> {
  const pooled = fields.filter((f) => f.ev.category.winners.mode === 'pooled');
  const named = laureateOutcomes(pooled, first);
  return new Map(
    fields.flatMap(({ ev }) => {
      const { id } = ev.category;
      const [list, cut] = [named.get(id), advance.get(id)];
      if (list === undefined || cut === undefined) return cut === undefined ? [] : [[id, cut] as const];
      const verdictOf = (candidate: Candidate): Verdict => {
        const own = list.verdictOf(candidate);
        return own.status === 'out' && own.reason === null ? cut.verdictOf(candidate) : own;
      };
      return [[id, { ...list, verdictOf }] as const];
    }),
  );
}

/** A winner of a round, with the category and the ranking that he comes from. */
export interface Named {
  readonly candidate: Candidate;
  readonly field: Ranked;
}

/** Whom a round names, by its key; nobody where there is no such round, or it names no winners. */
export function winnersOf(input: RoundInput, key: string): readonly Named[] {
  const round = input.contest.rounds.find((r) => r.key === key);
  if (round === undefined || !namesWinners(input.contest, round)) return [];
  const fields = evaluateRound({ ...input, round: round.id }).map(ranked);
  const outcomes = outcomesOf(fields);
  return fields.flatMap((field) =>
    field.ev.candidates
      .filter((c) => outcomes.get(field.ev.category.id)?.verdictOf(c).status === 'laureate')
      .map((candidate) => ({ candidate, field })),
  );
}

/** Whom the lists before this round have named. */
const namedBefore = (input: RoundInput, target: Round): readonly (Named & { readonly round: Round })[] => {
  const { contest } = input;
  const before = contest.rounds.slice(
    0,
    contest.rounds.findIndex((r) => r.id === target.id),
  );
  return before
    .filter((round) => namesWinners(contest, round))
    .flatMap((round) => winnersOf(input, round.key).map((named) => ({ ...named, round })));
};

function laureateOutcomes(fields: readonly Ranked[], first: Ranked): ReadonlyMap<CategoryId, Outcome> {
  const { contest } = first.ev.input;
  const { rules } = contest;
  const round = first.ev.target;
  const purse = purseOf(rules.budget);
  const ledger = ledgerOf(rules, round);
  const runnerOf = (field: Ranked, candidate: Candidate): Runner => ({
    candidate,
    category: field.ev.category,
    amount: isPaid(field.ev.category, purse) ? (purse?.amountOf(candidate.nominee) ?? null) : null,
  });
  let left = purse?.total ?? null;
  const aside = new Map(fields.map((field) => [field, setAside(field)]));
  const asideOf = (field: Ranked): SetAside => aside.get(field) ?? { verdicts: new Map(), applied: [] };
  const before = namedBefore(first.ev.input, round);
  for (const { candidate, field } of before) ledger.take(runnerOf(field, candidate));
  const excluded = new Map(
    before.filter((b) => b.round.key === excludedList(round)).map((b) => [b.candidate.nominee.id, b.round]),
  );
  for (const field of excluded.size === 0 ? [] : fields) {
    for (const { entry, nominee } of field.ev.candidates) {
      const list = excluded.get(nominee.id);
      if (list === undefined) continue;
      asideOf(field).verdicts.set(entry.id, { status: 'out', grant: null, reason: { by: 'list', round: list.id } });
    }
  }
  for (const field of fields) {
    for (const [candidate, decision] of addedIn(field)) {
      if (excluded.has(candidate.nominee.id)) continue;
      const runner = runnerOf(field, candidate);
      const wish = runner.amount;
      const grant = wish === null || left === null ? null : compare(wish, left) > 0 ? left : wish;
      if (left !== null && grant !== null) left = subtract(left, grant);
      asideOf(field).verdicts.set(candidate.entry.id, { status: 'laureate', grant, reason: told(decision, 'added') });
      ledger.take(runner);
    }
  }

  const done = new Map<CategoryId, Outcome>();
  for (const field of fields) {
    if (done.has(field.ev.category.id)) continue;
    const { category } = field.ev;
    const { winners } = category;
    if (winners.mode === 'jury_choice') {
      done.set(category.id, chosenOutcome(field, asideOf(field), winners.count, ledger));
      continue;
    }
    const paid = isPaid(category, purse);
    if (rules.oneAward === 'best' && hasOwnSeats(field, purse)) {
      const parts = { purse: null, left: null, aside: asideOf, runnerOf };
      const assigned = fields
        .filter((f) => hasOwnSeats(f, purse))
        .flatMap((own) => {
          const race = raceOf([own], parts);
          return race === null
            ? []
            : [{ field: own, race, totals: standingTotals(own.ranking.groups, own.ev.direction) }];
        });
      const results = runAssigned(assigned, first.ev.direction, ledger);
      assigned.forEach((own, i) => {
        done.set(
          own.field.ev.category.id,
          racedOutcome(own.field, asideOf(own.field), own.race, results[i] ?? null, null),
        );
      });
      continue;
    }
    const together = paid
      ? fields.filter((f) => isPaid(f.ev.category, purse))
      : winners.mode === 'pooled'
        ? fields.filter((f) => f.ev.category.winners.mode === 'pooled')
        : [field];
    const race = raceOf(together, { purse: paid ? purse : null, left, aside: asideOf, runnerOf });
    const result = race === null ? null : runRace(race, ledger);
    if (paid && result !== null) left = result.left;
    for (const each of together) {
      done.set(each.ev.category.id, racedOutcome(each, asideOf(each), race, result, paid ? purse : null));
    }
  }
  return done;
}

/** Whether a category gives seats that no other shares. */
const hasOwnSeats = ({ ev: { category } }: Ranked, purse: Purse | null): boolean =>
  !isPaid(category, purse) && prizeLines(category) !== null;

/** The jury names its own, also among those without a score; ties do not matter. */
function chosenOutcome(field: Ranked, aside: SetAside, seats: number, ledger: Ledger): Outcome {
  const { ev, ranking } = field;
  const choice = ev.input.decisions
    .filter((d) => d.kind === 'jury_choice' && d.round === ev.target.id && d.category === ev.category.id)
    .toSorted((a, b) => b.id - a.id)[0];
  const verdicts = new Map<EntryId, Verdict>();
  for (const candidate of choice === undefined ? [] : [...ranking.order, ...unscored(field)]) {
    if (aside.verdicts.has(candidate.entry.id)) continue;
    const runner: Runner = { candidate, category: ev.category, amount: null };
    const isChosen = choice?.order.includes(candidate.entry.id) === true;
    const obstacle: RowReason | null = isChosen ? ledger.obstacle(runner) : { by: 'not_chosen' };
    if (obstacle === null) ledger.take(runner);
    if (isChosen || candidate.total !== null)
      verdicts.set(candidate.entry.id, {
        status: obstacle === null ? 'laureate' : 'out',
        reason: obstacle,
        grant: null,
      });
  }
  return {
    line: null,
    verdictOf: verdictIn(aside.verdicts, verdicts),
    openTies: plainTies(field, ranking.order.length),
    unmet: [
      ...noneReached(field, aside),
      ...(choice === undefined && seats > 0 ? [{ kind: 'choice_missing' as const }] : []),
    ],
    settled: choice !== undefined,
    applied: [...field.moved, ...(aside.applied ?? []), ...(choice === undefined ? [] : [choice.id])],
  };
}

const unscored = ({ ev }: Ranked): readonly Candidate[] => ev.candidates.filter((c) => c.total === null);
