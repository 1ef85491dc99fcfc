import type { EntryId } from '../../model/ids';
import type { Round } from '../../model/round';
import type { Line, OpenTie, Unmet } from '../../model/standing';
import type { Candidate } from '../evaluation';
import { zero, type Rational } from '../rational';
import type { Runner } from './ledger';
import { mergedGroups } from './merge';
import { plainTies, verdictIn, type Outcome } from './outcome';
import type { Ranked } from './overrides';
import { isPaid, prizeLines } from './prizes';
import { amountFigure, type Purse } from './purse';
import type { Race, RaceResult, RaceTie } from './race';
import { noneReached, type SetAside } from './setAside';

/** What a race is made of besides the rankings. */
export interface RaceParts {
  readonly purse: Purse | null;
  readonly left: Rational | null;
  readonly aside: (field: Ranked) => SetAside;
  readonly runnerOf: (field: Ranked, candidate: Candidate) => Runner;
}

/** Null where the rules do not say what there is to win. */
export function raceOf(fields: readonly Ranked[], { purse, left, aside, runnerOf }: RaceParts): Race | null {
  const [first] = fields;
  if (first === undefined) return null;
  const { category, target } = first.ev;
  const paid = isPaid(category, purse);
  const lines = paid ? [] : category.winners.mode === 'pooled' ? poolOf(target) : prizeLines(category);
  if (lines === null || (paid && (purse === null || left === null))) return null;
  return {
    groups: mergedGroups(fields).map(({ members, ...group }) => ({
      ...group,
      entries: members.map((m) => m.candidate.entry.id),
      runners: members.flatMap(({ candidate, field }) =>
        aside(field).verdicts.has(candidate.entry.id) ? [] : [runnerOf(field, candidate)],
      ),
    })),
    seats: lines.at(-1) ?? Number.POSITIVE_INFINITY,
    lines,
    ofCategory: new Map(
      paid ? fields.flatMap(({ ev }) => (prizeLines(ev.category) ?? []).map((count) => [ev.category.id, count])) : [],
    ),
    fund: purse === null || left === null ? null : { left, whenShort: purse.whenShort },
  };
}

const poolOf = (round: Round): readonly number[] | null =>
  'winnersCount' in round.rules && round.rules.winnersCount !== null ? [round.rules.winnersCount] : null;

const nobody: RaceResult = { verdicts: new Map(), ties: [], vacant: 0, left: null, amountMissing: [] };

/** What a race made of one of its categories. */
export function racedOutcome(
  field: Ranked,
  aside: SetAside,
  race: Race | null,
  result: RaceResult | null,
  purse: Purse | null,
): Outcome {
  const { ev, ranking } = field;
  const { verdicts, ties, vacant, left, amountMissing } = result ?? nobody;
  const own = new Set(ev.candidates.map((c) => c.entry.id));
  const mine = ties.filter((tie) => tie.group.entries.some((entry) => own.has(entry)));
  const verdictOf = verdictIn(aside.verdicts, verdicts);
  const startOf = new Map(ranking.groups.flatMap((g) => g.members.map((c) => [c.entry.id, g.start] as const)));
  const decided =
    race !== null && ranking.order.length > 0 && ranking.order.every((c) => verdictOf(c).status !== 'undecided');
  const blocked = [...aside.verdicts, ...verdicts].some(([, v]) => v.status === 'out' && v.reason !== null);
  const pool = ev.category.winners.mode === 'pooled' ? race?.seats : undefined;
  const none = noneReached(field, aside);
  const unmet: Unmet[] = [
    ...none,
    ...(race === null
      ? [{ kind: ev.category.winners.mode === 'pooled' ? ('pool_not_set' as const) : ('fund_not_set' as const) }]
      : []),
    ...amountMissing.flatMap((entry): Unmet[] => (own.has(entry) ? [{ kind: 'amount_missing', entry }] : [])),
    ...(vacant > 0 && blocked && none.length === 0 ? [{ kind: 'vacant' as const, seats: vacant }] : []),
  ];
  return {
    line: race === null ? null : lineOf(field, race, mine, verdictOf, { decided, pool, purse, left }),
    verdictOf,
    openTies: race === null ? plainTies(field, ranking.order.length) : mine.map((tie) => openTie(tie, startOf)),
    unmet,
    settled: decided && !mine.some((tie) => tie.crosses),
    applied: [...field.moved, ...(aside?.applied ?? [])],
  };
}

function lineOf(
  { ranking, ev }: Ranked,
  race: Race,
  ties: readonly RaceTie[],
  verdictOf: Outcome['verdictOf'],
  shown: {
    readonly decided: boolean;
    readonly pool: number | undefined;
    readonly purse: Purse | null;
    readonly left: Rational | null;
  },
): Line {
  let below = 0;
  let winners = 0;
  ranking.order.forEach((candidate, i) => {
    const { status, reason } = verdictOf(candidate);
    if (status !== 'laureate') return;
    winners += 1;
    if (reason?.by !== 'added') below = i + 1;
  });
  for (const { group, crosses, seats } of ties) {
    if (!crosses) continue;
    const start = ranking.order.findIndex((c) => group.entries.includes(c.entry.id));
    if (start >= below) below = Math.min(start + seats, ranking.order.length);
  }
  const own = prizeLines(ev.category)?.at(-1);
  return {
    kind: 'laureates',
    count: shown.purse === null && shown.pool === undefined ? race.seats : (own ?? winners),
    below,
    decided: shown.decided,
    ...(shown.pool === undefined ? {} : { pool: shown.pool }),
    ...(shown.purse === null
      ? {}
      : {
          fund: {
            total: amountFigure(shown.purse.total),
            left: amountFigure(shown.left ?? zero),
            currency: shown.purse.currency,
          },
        }),
  };
}

/** Of entries of several categories the place is that in this one. */
function openTie({ group, crosses, seats }: RaceTie, startOf: ReadonlyMap<EntryId, number>): OpenTie {
  const start = group.entries.map((entry) => startOf.get(entry)).find((each) => each !== undefined) ?? 0;
  return {
    entries: group.entries,
    place: start + 1,
    crossesLine: crosses,
    seats,
    tried: group.tried,
    toDecide: crosses ? group.toDecide : [],
  };
}
