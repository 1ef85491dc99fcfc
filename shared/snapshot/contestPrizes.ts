import { excludedList, isLastRound, namesWinners } from '../domain/combination';
import type { Evaluation, Person, StandingInput } from '../domain/evaluation';
import { toFraction } from '../domain/rational';
import { verdictOf } from '../domain/tieSteps';
import { isPaid, prizeLines } from '../domain/winners/prizes';
import { purseOf } from '../domain/winners/purse';
import { barOf } from '../domain/winners/threshold';
import type { Category } from '../model/category';
import type { Contest } from '../model/contest';
import type { EntryId } from '../model/ids';
import type { Decision, DecisionKind } from '../model/standing';
import { nomineeId } from './contestIds';
import type { Rules } from './schema';

type Prizes = NonNullable<Rules['prizes']>[number];
type LaureateRules = NonNullable<Rules['laureates']>;
type Rulebook = Pick<Contest, 'categories' | 'rounds' | 'rules'>;

const fundOf = ({ categories, rules }: Rulebook) => {
  const purse = purseOf(rules.budget);
  return purse !== null && categories.some((c) => isPaid(c, purse)) ? purse : null;
};

/** What the fund is to pay to this nominee. */
export function costOf(contest: Rulebook, person: Person): { readonly cost?: string } {
  const amount = fundOf(contest)?.amountOf(person) ?? null;
  return amount === null ? {} : { cost: toFraction(amount) };
}

const limitsOf = ({ rules }: Rulebook) =>
  rules.quotas.flatMap((q) => (q.on && q.maxWinners !== null ? [{ ...q, max: q.maxWinners }] : []));

/**
 * What quotas ask of a nominee. Of a field with personal data only who shares a value is told: values are numbers there.
 */
export function quotaFields(contest: Rulebook, people: readonly Person[]): (person: Person) => Record<string, string> {
  const inOrder = people.toSorted((a, b) => a.number - b.number);
  const fields = [...new Set(limitsOf(contest).map((q) => q.by))].map((by) => ({
    by,
    hidden: contest.categories.some((c) => c.fields.some((f) => f.id === by && f.pii)),
    values: [...new Set(inOrder.map((p) => (p.fields[by] ?? '').trim()))],
  }));
  return (person) =>
    Object.fromEntries(
      fields.flatMap(({ by, hidden, values }) => {
        const own = (person.fields[by] ?? '').trim();
        return own === '' ? [] : [[by, hidden ? String(values.indexOf(own) + 1) : own]];
      }),
    );
}

/** What there is to win in a category, and what people put above its ranking. */
export function categoryPrizes(evaluations: readonly Evaluation[]): Pick<Rules, 'prizes' | 'placedAbove'> {
  const [first] = evaluations;
  if (first === undefined) return {};
  const { contest } = first.input;
  const purse = purseOf(contest.rules.budget);
  const prizes = evaluations
    .filter(
      ({ target, category }) =>
        isLastRound(contest, target) || (category.winners.mode === 'pooled' && namesWinners(contest, target)),
    )
    .map((ev): Prizes => ({
      after: ev.target.key,
      ...takenFrom(ev.category, isPaid(ev.category, purse)),
      ...chosenIn(ev),
      ...thresholdOf(ev),
      ...wordsOf(ev),
    }));
  const placedAbove = evaluations.filter(({ target }) => isLastRound(contest, target)).flatMap(movesIn);
  return { ...(prizes.length === 0 ? {} : { prizes }), ...(placedAbove.length === 0 ? {} : { placedAbove }) };
}

function takenFrom(
  category: Category,
  paid: boolean,
): Pick<Prizes, 'take' | 'lines' | 'numbers' | 'unranked' | 'count'> {
  const { winners } = category;
  if (winners.mode === 'pooled') return { take: 'pool' };
  if (winners.mode === 'jury_choice') return { take: 'choice' };
  if (winners.mode === 'grants_by_rank' && paid)
    return { take: 'fund', ...(winners.count === null ? {} : { count: winners.count }) };
  return {
    take: 'list',
    lines: [...(prizeLines(category) ?? [])],
    ...(winners.mode === 'ranked' ? { numbers: winners.places.map((p) => p.place).toSorted((a, b) => a - b) } : {}),
    ...(winners.mode === 'laureates_unranked' ? { unranked: true } : {}),
  };
}

const decisionsIn = ({ input, target, category }: Evaluation, ...kinds: readonly DecisionKind[]): readonly Decision[] =>
  input.decisions
    .filter((d) => kinds.includes(d.kind) && d.round === target.id && d.category === category.id)
    .toSorted((a, b) => a.id - b.id);

const namesIn = ({ candidates }: Evaluation): ReadonlyMap<EntryId | undefined, string> =>
  new Map(candidates.map((c) => [c.entry.id, nomineeId(c.nominee)]));

function chosenIn(ev: Evaluation): Pick<Prizes, 'chosen'> {
  if (ev.category.winners.mode !== 'jury_choice') return {};
  const choice = decisionsIn(ev, 'jury_choice').at(-1);
  const names = namesIn(ev);
  return choice === undefined ? {} : { chosen: choice.order.flatMap((entry) => names.get(entry) ?? []) };
}

/** Votes are no points: nothing is asked of them. */
function thresholdOf(ev: Evaluation): Pick<Prizes, 'threshold'> {
  const { threshold } = ev.input.contest.rules;
  if (threshold === null || ev.target.rules.kind === 'vote_import') return {};
  const bar = barOf(threshold, ev.direction);
  const needed = ev.candidates.map((c) => [nomineeId(c.nominee), toFraction(bar.needed(c))] as const);
  const values = new Set(needed.map(([, value]) => value));
  const [only] = values;
  if (only === undefined) return {};
  const value = values.size === 1 ? only : Object.fromEntries(needed);
  return { threshold: { value, ...(threshold.strict ? { strict: true } : {}) } };
}

/** The latest word of people about each nominee: in or out. */
function wordsOf(ev: Evaluation): Pick<Prizes, 'added' | 'excluded'> {
  const latest = new Map(decisionsIn(ev, 'exclude', 'include').flatMap((d) => d.order.map((entry) => [entry, d])));
  const told = (kind: DecisionKind) =>
    ev.candidates.flatMap(({ entry, nominee }) => {
      const own = latest.get(entry.id);
      return own?.kind === kind ? [{ nominee: nomineeId(nominee), reason: own.reason }] : [];
    });
  const [added, excluded] = [told('include'), told('exclude')];
  return { ...(added.length === 0 ? {} : { added }), ...(excluded.length === 0 ? {} : { excluded }) };
}

function movesIn(ev: Evaluation): NonNullable<Rules['placedAbove']> {
  const names = namesIn(ev);
  return decisionsIn(ev, 'place_above').flatMap(({ order, reason }) => {
    const [nominee, above] = [names.get(order[0]), names.get(order[1])];
    return nominee === undefined || above === undefined ? [] : [{ nominee, above, after: ev.target.key, reason }];
  });
}

/** The rules over all categories; null where no round of the snapshot names winners. */
export function laureateRules(
  { contest, decisions }: Pick<StandingInput, 'contest' | 'decisions'>,
  evaluations: readonly Evaluation[],
): LaureateRules | null {
  const naming = contest.rounds.filter(
    (round) => namesWinners(contest, round) && evaluations.some((ev) => ev.target.id === round.id),
  );
  if (naming.length === 0) return null;
  const purse = fundOf(contest);
  const { ties, oneAward } = contest.rules;
  const quotas = limitsOf(contest).map(({ key, by, max, category, round, perCategory }) => ({
    id: key,
    by,
    max,
    ...(category === null ? {} : { category }),
    ...(round === null ? {} : { after: round }),
    ...(perCategory ? { perCategory } : {}),
  }));
  return {
    lists: naming.map((round, k) => {
      const without = excludedList(round);
      const decided = tieDecisions(
        contest,
        decisions.filter((d) => d.round === round.id),
        evaluations,
      );
      return {
        after: round.key,
        ...('winnersCount' in round.rules && round.rules.winnersCount !== null
          ? { seats: round.rules.winnersCount }
          : {}),
        ...(naming.slice(0, k).some(({ key }) => key === without) && without !== null ? { without } : {}),
        ...(decided.some((step) => step.length > 0) ? { ties: decided } : {}),
      };
    }),
    ...(ties.some(({ rule }) => rule === 'shared_place') ? { sharedPlaces: true } : {}),
    ...(oneAward === undefined ? {} : { oneAward }),
    ...(quotas.length === 0 ? {} : { quotas }),
    ...(purse === null ? {} : { fund: { total: toFraction(purse.total), whenShort: purse.whenShort } }),
  };
}

/** Of every step of the chain that people decide: what they decided about entries of whichever categories. */
function tieDecisions(
  { rules, categories }: Rulebook,
  decisions: readonly Decision[],
  evaluations: readonly Evaluation[],
): NonNullable<LaureateRules['lists'][number]['ties']> {
  if (categories.length < 2) return [];
  const known = new Map(
    evaluations.flatMap((ev) =>
      ev.candidates.map((c) => [c.entry.id, { category: ev.category.key, nominee: nomineeId(c.nominee) }] as const),
    ),
  );
  const end = rules.ties.findIndex(({ rule }) => rule === 'shared_place');
  return (end < 0 ? rules.ties : rules.ties.slice(0, end)).flatMap(({ rule }) => {
    const kind = verdictOf(rule);
    if (kind === null || (kind === 'casting_vote' && !rules.jury.chairCastingVote)) return [];
    const own = decisions.filter((d) => d.kind === kind).toSorted((a, b) => b.id - a.id);
    return [
      own.map(({ order, votes }) => {
        const named = order.flatMap((entry, i) => {
          const who = known.get(entry);
          return who === undefined ? [] : [{ who, votes: votes[i] ?? 0 }];
        });
        const voted = kind === 'open_vote' && votes.length === order.length;
        return {
          order: named.map(({ who }) => who),
          ...(voted ? { votes: named.map((n) => n.votes) } : {}),
        };
      }),
    ];
  });
}
