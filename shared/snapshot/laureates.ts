import { compare, subtract, type Rational } from '../domain/rational';
import { runAssigned } from '../domain/winners/assigned';
import { ledgerOf, type Ledger, type Runner } from '../domain/winners/ledger';
import { standingTotals } from '../domain/winners/merge';
import { runRace, type Race, type RaceGroup, type RaceResult } from '../domain/winners/race';
import { categoryId, type CategoryId, type EntryId } from '../model/ids';
import type { LaureateList, LaureateRow, Reason } from './laureatesReport';
import type { RowReason } from '../model/standing';
import {
  everybody,
  fieldsAfter,
  isBelow,
  refuseUnknown,
  type Computed,
  type Contender,
  type Field,
  type Prizes,
} from './contenders';
import { mergedLists } from './mergedLists';
import { exactly } from './people';
import { refuse, type Path } from './problem';
import type { Rules } from './schema';

type LaureateRules = NonNullable<Rules['laureates']>;
type List = LaureateRules['lists'][number];

type Verdict = Omit<LaureateRow, 'nominee' | 'prize'>;

/**
 * Laureates list by list: beforehand whoever people added has won beyond the seats, and who was excluded, is on an
 * earlier list or does not reach the threshold is set aside. Then race by race, in the order of the categories: each its
 * own list, one of all that take from the fund, one of all that take from the pool. Null where the rules ask for none.
 */
export function laureateLists(categories: readonly Computed[], rules: Rules): readonly LaureateList[] | null {
  const { laureates } = rules;
  refuseUnknown(categories, laureates);
  if (laureates === undefined) return null;
  const done: NamedList[] = [];
  for (const [k, list] of laureates.lists.entries()) {
    done.push(new NamedList(categories, laureates, list, ['rules', 'laureates', 'lists', k], done));
  }
  return done.map((list) => list.report());
}

const outBy = (reason: Reason | null): Verdict => ({ status: 'out', reason, grant: null });

class NamedList {
  readonly fields: readonly Field[];
  /** Those of earlier lists too. */
  readonly entries: Map<EntryId, Contender>;
  readonly #verdicts = new Map<EntryId, Verdict>();
  readonly #ledger: Ledger;
  #left: Rational | null;
  readonly #keyOf: ReadonlyMap<CategoryId, string>;

  constructor(
    categories: readonly Computed[],
    readonly rules: LaureateRules,
    readonly list: List,
    readonly path: Path,
    before: readonly NamedList[],
  ) {
    const earlier = before.at(-1);
    this.entries = new Map(earlier?.entries);
    this.fields = fieldsAfter(categories, list.after, this.entries.size);
    for (const own of this.fields.flatMap(everybody)) this.entries.set(own.entry.id, own);
    this.#keyOf = new Map(categories.map(({ source }, c) => [categoryId.parse(c + 1), source.id ?? '']));
    this.#ledger = ledgerOf(limits(rules), { key: list.after });
    this.#left = rules.fund === undefined ? null : exactly(rules.fund.total, ['rules', 'laureates', 'fund', 'total']);
    for (const one of before)
      for (const [field, contender] of one.winners()) this.#ledger.take(this.#runner(field, contender));
    this.#setAside(before);
    this.#add();
    this.#race();
  }

  #runner({ category, prizes }: Pick<Field, 'category' | 'prizes'>, candidate: Contender): Runner {
    const paid = prizes.take === 'fund' && this.rules.fund !== undefined;
    return { candidate, category, amount: paid ? candidate.person.cost : null };
  }

  winners(): readonly (readonly [Field, Contender])[] {
    return this.fields.flatMap((field) =>
      everybody(field)
        .filter((c) => this.#verdicts.get(c.entry.id)?.status === 'laureate')
        .map((c) => [field, c] as const),
    );
  }

  #setAside(before: readonly NamedList[]): void {
    const { without } = this.list;
    const earlier = without === undefined ? undefined : before.find((b) => b.list.after === without);
    if (without !== undefined && earlier === undefined)
      refuse([...this.path, 'without'], `no list after "${without}" before this one`);
    const named = new Set((earlier === undefined ? [] : earlier.winners()).map(([, c]) => c.id));
    for (const field of this.fields) {
      const { prizes } = field;
      const added = new Set(prizes.added?.map((a) => a.nominee));
      for (const contender of everybody(field)) {
        const excluded = prizes.excluded?.find((e) => e.nominee === contender.id);
        const aside = named.has(contender.id)
          ? outBy({ by: 'list', round: without ?? '' })
          : excluded !== undefined
            ? outBy(told('excluded', excluded.reason))
            : !added.has(contender.id) && isBelow(field, contender)
              ? outBy({ by: 'threshold' })
              : null;
        if (aside !== null) this.#verdicts.set(contender.entry.id, aside);
      }
    }
  }

  #add(): void {
    for (const field of this.fields) {
      for (const contender of field.groups.flatMap((g) => g.members)) {
        const word = field.prizes.added?.find((a) => a.nominee === contender.id);
        if (word === undefined || this.#verdicts.get(contender.entry.id)?.reason?.by === 'list') continue;
        const runner = this.#runner(field, contender);
        const grant = this.#paid(runner.amount);
        this.#verdicts.set(contender.entry.id, { status: 'laureate', grant, reason: told('added', word.reason) });
        this.#ledger.take(runner);
      }
    }
  }

  #paid(wish: Rational | null): Rational | null {
    const left = this.#left;
    if (wish === null || left === null) return null;
    const grant = compare(wish, left) > 0 ? left : wish;
    this.#left = subtract(left, grant);
    return grant;
  }

  #race(): void {
    const raced = new Set<Field>();
    for (const field of this.fields) {
      if (raced.has(field)) continue;
      const { take } = field.prizes;
      const assigns = take === 'list' && this.rules.oneAward === 'best';
      const goesTogether = assigns || take === 'fund' || take === 'pool';
      const together = goesTogether ? this.fields.filter((f) => f.prizes.take === take) : [field];
      for (const each of together) raced.add(each);
      if (take === 'choice') this.#choose(field);
      else if (assigns) this.#assign(together);
      else this.#runRace(together, take);
    }
  }

  #runRace(together: readonly Field[], take: Prizes['take']): void {
    const { fund } = this.rules;
    const { seats } = this.list;
    // Without a fund, or seats of the pool, nothing is decided.
    if ((take === 'fund' && fund === undefined) || (take === 'pool' && seats === undefined)) return;
    const lines = take === 'fund' ? [] : take === 'pool' ? [seats ?? 0] : (together[0]?.prizes.lines ?? []);
    const ofCategory = together.flatMap((f) =>
      take !== 'fund' || f.prizes.count === undefined ? [] : [[f.category.id, f.prizes.count] as const],
    );
    const left = take === 'fund' ? this.#left : null;
    const result = runRace(
      {
        groups: this.#groupsOf(together),
        ...seatsOf(lines),
        ofCategory: new Map(ofCategory),
        fund: left === null || fund === undefined ? null : { left, whenShort: fund.whenShort },
      },
      this.#ledger,
    );
    if (take === 'fund') this.#left = result.left;
    this.#told(result);
  }

  /** One award each: the seats of all lists together, by the best assignment. */
  #assign(fields: readonly Field[]): void {
    const direction = fields[0]?.stage.direction ?? 'higher';
    const races = fields.map((field) => ({
      race: { groups: this.#groupsOf([field]), ...seatsOf(field.prizes.lines ?? []), fund: null },
      totals: standingTotals(field.groups, direction),
    }));
    for (const result of runAssigned(races, direction, this.#ledger)) this.#told(result);
  }

  #told({ verdicts }: Pick<RaceResult, 'verdicts'>): void {
    for (const [entry, { status, reason, grant }] of verdicts) {
      if (status !== 'advances') this.#verdicts.set(entry, { status, reason: this.#reasonOf(reason), grant });
    }
  }

  /** Whoever is set aside keeps nobody else waiting, but belongs to the tie. */
  #groupsOf(together: readonly Field[]): readonly RaceGroup[] {
    return mergedLists(together, this.list.ties ?? [], this.rules.sharedPlaces === true).map(({ members, shared }) => ({
      entries: members.map(({ contender }) => contender.entry.id),
      runners: members.flatMap(({ field, contender }) =>
        this.#verdicts.has(contender.entry.id) ? [] : [this.#runner(field, contender)],
      ),
      shared,
      tried: [],
      toDecide: [],
    }));
  }

  #choose(field: Field): void {
    const { chosen } = field.prizes;
    if (chosen === undefined) return;
    for (const contender of everybody(field)) {
      if (this.#verdicts.has(contender.entry.id)) continue;
      const runner: Runner = { candidate: contender, category: field.category, amount: null };
      const isChosen = chosen.includes(contender.id);
      const obstacle: RowReason | null = isChosen ? this.#ledger.obstacle(runner) : { by: 'not_chosen' };
      if (obstacle === null) this.#ledger.take(runner);
      if (isChosen || contender.total !== null) {
        const reason = this.#reasonOf(obstacle);
        this.#verdicts.set(contender.entry.id, { status: obstacle === null ? 'laureate' : 'out', reason, grant: null });
      }
    }
  }

  #reasonOf(reason: RowReason | null): Reason | null {
    if (reason === null) return null;
    const { by } = reason;
    if (by === 'quota') {
      const holders = reason.holders.flatMap((entry) => this.entries.get(entry)?.id ?? []);
      return { by, quota: reason.quota, value: reason.value, holders };
    }
    if (by === 'award') return { by, category: this.#keyOf.get(reason.category) ?? '' };
    return { by };
  }

  report(): LaureateList {
    return {
      after: this.list.after,
      left: this.rules.fund === undefined ? null : this.#left,
      categories: new Map(
        this.fields.map((field) => {
          const prizes = prizesOf(field, (c) => this.#verdicts.get(c.entry.id));
          return [
            field.category.key,
            everybody(field).map(({ id, total, entry }): LaureateRow => {
              const usual = { status: total === null ? 'no_score' : 'undecided', reason: null, grant: null } as const;
              return { nominee: id, prize: prizes.get(entry.id) ?? null, ...(this.#verdicts.get(entry.id) ?? usual) };
            }),
          ];
        }),
      ),
    };
  }
}

const seatsOf = (lines: readonly number[]): Pick<Race, 'seats' | 'lines' | 'ofCategory'> => ({
  seats: lines.at(-1) ?? Number.POSITIVE_INFINITY,
  lines,
  ofCategory: new Map(),
});

/**
 * Who takes which prize, by place among those who win by rank; a prize for two is taken by two. Nobody's where the rules
 * number none.
 */
function prizesOf(
  { groups, prizes }: Field,
  verdictOf: (contender: Contender) => Verdict | undefined,
): ReadonlyMap<EntryId, number> {
  const taken = new Map<EntryId, number>();
  if (prizes.unranked === true || prizes.take === 'pool' || prizes.take === 'choice') return taken;
  let before = 0;
  for (const { members } of groups) {
    const winners = members.filter((c) => {
      const verdict = verdictOf(c);
      return verdict?.status === 'laureate' && verdict.reason?.by !== 'added';
    });
    const place = before + 1;
    const line = prizes.lines?.findIndex((below) => place <= below) ?? -1;
    for (const { entry } of winners) taken.set(entry.id, prizes.numbers?.[line] ?? place);
    before += winners.length;
  }
  return taken;
}

const told = (by: 'added' | 'excluded', reason: string | undefined): Reason =>
  reason === undefined ? { by } : { by, reason };

const limits = ({ quotas = [], oneAward }: LaureateRules): Parameters<typeof ledgerOf>[0] => ({
  ...(oneAward === undefined || oneAward === false ? {} : { oneAward }),
  quotas: quotas.map((q) => ({
    key: q.id,
    text: { kk: '', ru: '', en: '' },
    by: q.by,
    maxNominees: null,
    maxWinners: q.max,
    category: q.category ?? null,
    round: q.after ?? null,
    perCategory: q.perCategory === true,
    on: true,
  })),
});
