import { countedRounds } from '../domain/combination';
import { isRankedRound, isTallyRound } from '../domain/roundKinds';
import type { RoundScore } from '../domain/contribution';
import {
  evaluate,
  scorerOf,
  type Evaluation,
  type Person,
  type Scorer,
  type StandingInput,
} from '../domain/evaluation';
import { isPlaceMethod } from '../domain/fieldMethods';
import { toFraction } from '../domain/rational';
import { valueText } from '../domain/scale';
import type { Category } from '../model/category';
import type { Contest } from '../model/contest';
import type { JurorId, NomineeId } from '../model/ids';
import type { Juror } from '../model/jury';
import type { LocalText } from '../model/language';
import type { Nominee } from '../model/nominee';
import type { Round } from '../model/round';
import type { Aggregation } from '../model/rules';
import { jurorId, nomineeId } from './contestIds';
import { categoryPrizes, costOf, laureateRules, quotaFields } from './contestPrizes';
import { chainOfContest } from './contestTies';
import type { Criterion, InputOf, Method, Round as SnapshotRound, Snapshot } from './schema';

/** A whole contest, as its standings are made from it. */
export type ContestInput = Omit<StandingInput, 'category' | 'round' | 'contest' | 'nominees' | 'jurors'> & {
  readonly contest: Pick<Contest, 'head' | 'categories' | 'rounds' | 'rules'>;
  readonly nominees: readonly (Person & Pick<Nominee, 'fields'>)[];
  readonly jurors: readonly Pick<Juror, 'id' | 'number' | 'name'>[];
};

export interface Wording {
  /** A text of the contest in the language that the snapshot is written in. */
  readonly textOf: (text: LocalText) => string;
  /** Else jurors are numbers. */
  readonly jurorsByName: boolean;
}

/**
 * The contest as an open snapshot, from which `rank` computes the same places, the same exact totals and the same
 * laureates. Nominees are `N12`, jurors `J3`, by their numbers; rounds bear the key of the contest’s, one for each category;
 * criteria are by their ids. Decisions in force about ties are chain steps of their own. Personal fields stay out: region,
 * university and what a quota asks for come along. Tables are there as votes, or as the points that they make. Technical
 * checks and categories that nothing can be scored in have no round here.
 */
export function snapshotOf(input: ContestInput, wording: Wording): Snapshot {
  const { contest } = input;
  const score = scorerOf({ ...input, round: contest.rounds[0]?.id ?? (0 as Round['id']) });
  const categories = contest.categories.map((category) => new OneCategory(input, category, score, wording));
  const rounds = categories.flatMap((c) => c.rounds());
  const quotaOf = quotaFields(contest, input.nominees);
  const laureates = laureateRules(
    input,
    categories.flatMap((c) => c.evaluations),
  );
  return {
    format: 'tarazy-snapshot',
    version: 1,
    title: wording.textOf(contest.head.title),
    nominees: input.nominees
      .toSorted((a, b) => a.number - b.number)
      .map((n) => ({
        id: nomineeId(n),
        name: n.name,
        order: n.number,
        ...(n.withdrawn === null ? {} : { withdrawn: true }),
        ...attributesOf(n, quotaOf(n)),
        ...costOf(contest, n),
      })),
    ...jurorsOf(input, rounds, wording),
    categories: categories.map((c) => c.head()),
    rounds,
    rules: {
      method: methodOf(contest.rules.aggregation),
      ...stepsOf(contest),
      combination: combinationOf(contest),
      displayDigits: contest.rules.aggregation.displayDigits,
      ...(laureates === null ? {} : { laureates }),
    },
  };
}

const publicFields = ['region', 'university', 'faculty'] as const;
function attributesOf({ fields }: Pick<Nominee, 'fields'>, ofQuotas: Readonly<Record<string, string>>) {
  const attributes = {
    ...Object.fromEntries(
      publicFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
    ),
    ...ofQuotas,
  };
  return Object.keys(attributes).length === 0 ? {} : { attributes };
}

/** Where something is added up over panels that differ, a list would seat everybody in every round: then the cards name them. */
function jurorsOf(input: ContestInput, rounds: readonly SnapshotRound[], { jurorsByName }: Wording) {
  const seated = rounds.flatMap(({ input: given }) =>
    given.kind === 'cards' ? [[...new Set(given.cards?.map((card) => card.juror))].toSorted().join()] : [],
  );
  const addsUp = ['sum', 'rank_sum', 'borda'].includes(input.contest.rules.aggregation.acrossJurors);
  if (addsUp && new Set(seated).size > 1) return {};
  const jurors = input.jurors
    .toSorted((a, b) => a.number - b.number)
    .map((juror) => ({ id: jurorId(juror), ...(jurorsByName ? { name: juror.name } : {}) }))
    .filter(({ id }) => seated.some((ids) => ids.split(',').includes(id)));
  return { jurors };
}

function methodOf({ acrossJurors, trim = 1, rounding }: Aggregation): Method {
  switch (acrossJurors) {
    case 'mean':
      return rounding?.criterion === undefined ? { name: 'mean' } : { name: 'mean', over: 'criteria' };
    case 'single_scorer_with_second_check':
      return { name: 'mean' };
    case 'sum':
    case 'median':
      return { name: acrossJurors };
    case 'trimmed_mean':
      return { name: 'trimmed_mean', trim };
    case 'rank_sum':
    case 'borda':
      return { name: acrossJurors, gaps: 'estimated' };
    case 'best_of_majority':
    case 'majority_judgment':
    case 'copeland':
    case 'schulze':
    case 'skating':
    case 'severity':
      return { name: acrossJurors };
    case 'z_score':
      return { name: 'zscore' };
  }
}

/** Figures of tables are not rounded: beside them every round of marks says its own rounding. */
const hasTables = ({ rounds }: Pick<Contest, 'rounds'>): boolean => rounds.some(isTallyRound);

function stepsOf(contest: Pick<Contest, 'rules' | 'rounds'>) {
  const { rounding, placeStyle } = contest.rules.aggregation;
  const { round, ...others } = rounding ?? {};
  const kept = hasTables(contest) || round === undefined ? others : { ...others, round };
  return {
    ...(rounding === undefined ? {} : { rounding: kept }),
    ...(placeStyle === undefined ? {} : { placeStyle }),
  };
}

const combinationOf = ({
  rules: { combination },
}: Pick<Contest, 'rules'>): { readonly by: 'mean' | 'sum' | 'last' } => ({
  by: combination === 'weighted_mean' ? 'mean' : combination === 'sum' ? 'sum' : 'last',
});

const perJuror = {
  weighted_mean_0_100: 'weighted_mean_0_100',
  raw: 'weighted_sum',
  points: 'points',
} as const;

type GivenCard = NonNullable<InputOf<'cards'>['cards']>[number];

class OneCategory {
  readonly evaluations: readonly Evaluation[];

  constructor(
    readonly input: ContestInput,
    readonly category: Category,
    score: Scorer,
    readonly wording: Wording,
  ) {
    this.evaluations = input.contest.rounds
      .filter(isRankedRound)
      .map((round) => evaluate({ ...input, round: round.id, category: category.id }, score))
      .filter(
        (ev) =>
          ev.candidates.length > 0 && (isTallyRound(ev.target) || ev.candidates.every((c) => c.score.rubric !== null)),
      );
  }

  head() {
    const { category, wording } = this;
    const numbers = new Map(this.input.nominees.map((n) => [n.id, n.number]));
    const own = new Set(
      this.input.entries.flatMap((e) => (e.category === category.id ? (numbers.get(e.nominee) ?? []) : [])),
    );
    return {
      id: category.key,
      name: wording.textOf(category.name),
      nominees: [...own].toSorted((a, b) => a - b).map((number) => nomineeId({ number })),
      rules: { ties: chainOfContest(this.evaluations), ...categoryPrizes(this.evaluations) },
    };
  }

  rounds(): readonly SnapshotRound[] {
    const known = new Set(this.evaluations.map(({ target }) => target.id));
    return this.evaluations.map((ev): SnapshotRound => {
      const counted = countedRounds(this.input.contest, ev.target).filter(({ round }) => known.has(round.id));
      const weight = weightOf(this.input.contest, ev.target);
      return {
        id: ev.target.key,
        name: this.wording.textOf(ev.target.name),
        category: this.category.key,
        ...(isTallyRound(ev.target) ? this.#table(ev) : this.#marks(ev)),
        ...(weight === null ? {} : { weight }),
        // A round that does not count in its own total is still shown as it stands by itself.
        counts: counted.length === 0 ? [ev.target.key] : counted.map(({ round }) => round.key),
      };
    });
  }

  #marks(ev: Evaluation) {
    const { aggregation } = this.input.contest.rules;
    const round = aggregation.rounding?.round;
    return {
      criteria: [...this.#criteria(ev)],
      input: {
        kind: 'cards' as const,
        perJuror: perJuror[aggregation.perJuror],
        cards: ev.candidates.flatMap((c) => this.#cards(c.score, c.nominee.id)),
      },
      ...(isPlaceMethod(aggregation) ? { normalise: 'place' as const } : {}),
      ...(hasTables(this.input.contest) && round !== undefined ? { rounding: { round } } : {}),
    };
  }

  /** Votes, or the points that a table makes, as they are. */
  #table(ev: Evaluation) {
    const given = Object.fromEntries(
      ev.candidates.map(({ nominee, score: { mean } }) => [
        nomineeId(nominee),
        mean === null ? null : toFraction(mean),
      ]),
    );
    return {
      input:
        ev.target.rules.kind === 'vote_import'
          ? { kind: 'votes' as const, votes: given }
          : { kind: 'figures' as const, figures: given },
      method: { name: 'as_given' as const },
    };
  }

  #criteria(ev: Evaluation): readonly Criterion[] & Criterion[] {
    const lines = ev.candidates[0]?.score.rubric?.lines ?? [];
    const named = new Map(
      [...this.category.criteria, ...('criteria' in ev.target.rules ? (ev.target.rules.criteria ?? []) : [])].map(
        (c) => [c.id, this.wording.textOf(c.name)],
      ),
    );
    // «raw» takes weights as shares of 100 %.
    const isShare = this.input.contest.rules.aggregation.perJuror === 'raw';
    return lines.map(({ criterion, weight, scale }) => ({
      id: String(criterion),
      name: named.get(criterion) ?? '',
      weight: isShare ? `${weight}/10000` : weight,
      scale: { ...scale },
    }));
  }

  #cards(score: RoundScore, nominee: NomineeId) {
    const numberOf = new Map<JurorId, number>(this.input.jurors.map((j) => [j.id, j.number]));
    const own = this.input.nominees.find((n) => n.id === nominee);
    if (own === undefined) throw new RangeError('a candidate who is no nominee');
    return score.cells.flatMap((cell): readonly GivenCard[] => {
      if (cell.state === 'absent') return [];
      const head = { juror: jurorId({ number: numberOf.get(cell.juror) ?? 0 }), nominee: nomineeId(own) };
      if (cell.state === 'recused') return [{ ...head, state: 'recused' }];
      if (cell.state !== 'scored' || cell.card === null) return [{ ...head, state: 'pending' }];
      const { marks } = cell.card;
      const given = (score.rubric?.lines ?? []).map(
        (line) => [String(line.criterion), valueText(line.scale, marks[line.slot] ?? 0)] as const,
      );
      return [{ ...head, marks: Object.fromEntries(given) }];
    });
  }
}

/** The factor of a round in a total; null where it stands alone or counts once. */
function weightOf({ rules }: Pick<Contest, 'rules'>, { weight }: Round): number | string | null {
  if (weight === null || weight === 0) return null;
  if (rules.combination === 'weighted_mean') return weight;
  return rules.combination === 'sum' ? `${weight}/10000` : null;
}
