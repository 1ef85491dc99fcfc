import type { Doc } from './doc';
import { fraction, minus, order, printed, text, type Fraction } from './fraction';
import type { CategoryList } from './lists';

/** How somebody stands, by which rule, and what is granted. */
export interface Told {
  readonly status: string;
  readonly reason: string | null;
  readonly grant: string | null;
}

export const told = (status: string, reason: string | null = null, grant: Fraction | null = null): Told => ({
  status,
  reason,
  grant: grant === null ? null : text(grant),
});

/** One in a queue for seats. */
export interface Runner {
  readonly entry: number;
  readonly nominee: number;
  readonly category: CategoryList;
  readonly wish: Fraction | null;
}

/** What has been given away so far; copied to try things out. */
export class Given {
  constructor(
    readonly hall: Hall,
    readonly winners = new Map<number, number>(),
    readonly places = new Map<string, number>(),
    readonly seats = new Map<number, number>(),
    public count = 0,
    public fund: Fraction | null = null,
  ) {}

  copy(): Given {
    return new Given(
      this.hall,
      new Map(this.winners),
      new Map(this.places),
      new Map(this.seats),
      this.count,
      this.fund,
    );
  }

  /** The rule that stands in the way. */
  against(runner: Runner): string | null {
    const category = this.winners.get(runner.nominee);
    if (this.hall.oneEach && category !== undefined) return `award:${category}`;
    const full = this.hall.quotasOf(runner).find(({ slot, max }) => (this.places.get(slot) ?? 0) >= max);
    return full === undefined ? null : `quota:${full.key}`;
  }

  take(runner: Runner, amount: Fraction | null): void {
    if (!this.winners.has(runner.nominee)) this.winners.set(runner.nominee, runner.category.id);
    for (const { slot } of this.hall.quotasOf(runner)) this.places.set(slot, (this.places.get(slot) ?? 0) + 1);
    this.seats.set(runner.category.id, (this.seats.get(runner.category.id) ?? 0) + 1);
    this.count += 1;
    if (this.fund !== null && amount !== null) this.fund = minus(this.fund, amount);
  }

  /** Whether one after the other no rule stops any of them. */
  admitsAll(runners: readonly Runner[]): boolean {
    const trial = this.copy();
    return runners.every((runner) => {
      if (trial.against(runner) !== null) return false;
      trial.take(runner, null);
      return true;
    });
  }
}

/** The rules of winners of one round, and the lists that they work on. */
export class Hall {
  readonly oneEach: boolean;
  readonly bestTogether: boolean;
  readonly #people: ReadonlyMap<number, Doc>;
  readonly #quotas: readonly Doc[];

  constructor(
    readonly contest: Doc,
    readonly round: Doc,
    people: ReadonlyMap<number, Doc>,
  ) {
    const rules = contest.get('rules');
    this.bestTogether = rules.get('oneAward').value === 'best';
    this.oneEach = this.bestTogether || rules.get('oneAward').value === true;
    this.#people = people;
    this.#quotas = rules
      .get('quotas')
      .list.filter((q) => q.get('on').value === true && !q.get('maxWinners').isNull)
      .filter((q) => q.get('round').isNull || q.get('round').text === round.get('key').text);
  }

  fieldOf(nominee: number, name: string): string {
    const own = this.#people.get(nominee)?.get('fields').get(name);
    return own === undefined || own.value === undefined ? '' : own.text.trim();
  }

  quotasOf({ nominee, category }: Runner) {
    return this.#quotas.flatMap((q) => {
      const value = this.fieldOf(nominee, q.get('by').text);
      if (value === '' || (!q.get('category').isNull && q.get('category').text !== category.key)) return [];
      const key = q.get('key').text;
      const own = q.get('perCategory').value === true ? category.id : '';
      return [{ key, max: q.get('maxWinners').number, slot: `${key} ${own} ${value}` }];
    });
  }

  /** How much a fund gives each; null: the rules do not say how much there is, or how much a grant is. */
  get grants(): {
    readonly fund: Fraction;
    readonly short: string;
    readonly wish: (nominee: number) => Fraction | null;
  } | null {
    const budget = this.contest.get('rules').get('budget');
    if (budget.isNull || budget.get('fundTotal').isNull) return null;
    const top = budget.get('perGrantMax');
    const most = top.isNull || top.number === 0 ? null : printed(top.number);
    const field = budget.get('request').value === undefined ? null : budget.get('request').text;
    if (field === null && most === null) return null;
    const short = budget.get('whenShort').value === undefined ? 'stop' : budget.get('whenShort').text;
    const wish = (nominee: number): Fraction | null => {
      if (field === null) return most;
      const figures = this.fieldOf(nominee, field).replaceAll(/\s/gu, '').replace(',', '.');
      if (!/^\d{1,15}(\.\d{1,9})?$/u.test(figures) || /^[0.]+$/u.test(figures)) return null;
      const [whole = '', part = ''] = figures.split('.');
      const asked = fraction(BigInt(whole + part), 10n ** BigInt(part.length));
      return most !== null && order(asked, most) > 0 ? most : asked;
    };
    return { fund: printed(budget.get('fundTotal').number), short, wish };
  }
}

/** How many seats a category gives; null: the rules do not say. */
export function seatsOf(hall: Hall, { winners }: CategoryList): number | null {
  switch (winners.get('mode').text) {
    case 'pooled': {
      const own = hall.round.get('rules').get('winnersCount');
      return own.value === undefined || own.isNull ? null : own.number;
    }
    case 'ranked':
      return winners.get('places').list.reduce((sum, place) => sum + place.get('count').number, 0);
    default:
      return winners.get('count').number;
  }
}
