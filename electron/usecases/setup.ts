import { changesBetween, flatTexts } from '@shared/domain/changes';
import type { InputOf } from '@shared/ipc/contract';
import { namesWinners } from '@shared/domain/combination';
import { isRankedRound, isTallyRound } from '@shared/domain/roundKinds';
import { isInPoints } from '@shared/domain/fieldMethods';
import { makesFigure, stillFits, tallyRules } from '@shared/domain/tallies';
import { mayAssign } from '@shared/model/rules';
import { isFull, sumOfWeights } from '@shared/domain/weights';
import type { Category } from '@shared/model/category';
import type { Contest } from '@shared/model/contest';
import type { Criterion } from '@shared/model/criteria';
import type { Round } from '@shared/model/round';
import type { CriterionId, RoundId } from '@shared/model/ids';
import type { LogTexts } from '@shared/model/log';
import type { Slices } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { fail, ok, type Result } from '@shared/result';
import {
  deleteCategory,
  deleteRound,
  insertCategory,
  insertRound,
  nextCriterionId,
  nextSlot,
  readContest,
  setRoundStatus,
  writeCategory,
  writeHead,
  writeRound,
  writeRoundOrder,
  writeRules,
} from '../db/contest';
import { ensureSeat, readJurors } from '../db/jury';
import { readEntries } from '../db/nominees';
import { readTallies } from '../db/tallies';
import { nextOf } from '../db/sql';
import type { Db } from '../db/open';
import { change } from './change';
import { ballotCategories } from './ballotCategories';
import type { Desk } from './context';
import { recountAll } from './countBallots';

/** Rules that change a result are edited freely while no ballot is out, then with a reason; the head always. */

export function saveHead(desk: Desk, { head }: InputOf<'setup.saveHead'>): Result<Slices> {
  return change(desk, ['contest'], ({ db, log }) => {
    const changes = changesBetween(flatTexts(readContest(db).head), flatTexts(head));
    writeHead(db, head);
    log('rules_changed', { what: 'head' }, { changes });
    return ok(null);
  });
}

/** The rules as texts; a category's registration form is no rule of the contest. */
const rulesTexts = ({ rules, categories, rounds }: Contest): LogTexts =>
  flatTexts({ rules, categories: categories.map(({ fields: _fields, ...rest }) => rest), rounds });

/**
 * Once ballots are out, rules change for a reason only, and never those by which a round was closed. Ballots that were
 * made under the former rules no longer count: they have to be issued again.
 */
function changeRules(
  desk: Desk,
  what: string,
  reason: string | undefined,
  work: (db: Db, contest: Contest) => Result<unknown>,
): Result<Slices> {
  return change(desk, ['contest', 'people', 'jury', 'ballots'], ({ db, log }) => {
    const contest = readContest(db);
    if (contest.locked && (reason ?? '') === '') return fail({ code: 'rules-locked' });
    const done = work(db, contest);
    if (!done.ok) return done;
    const changed = readContest(db);
    if (closedRules(contest, contest) !== closedRules(contest, changed)) return fail({ code: 'round-closed-by-rules' });
    if (contest.locked) recountAll(db);
    const changes = changesBetween(rulesTexts(contest), rulesTexts(changed));
    log('rules_changed', { what }, { changes, ...(reason === undefined ? {} : { reason }) });
    return done;
  });
}

/** All that the ranked rounds closed in `asOf` were decided by, as it stands in `contest`; '' while none is closed. */
function closedRules(asOf: Contest, contest: Contest): string {
  const closed = asOf.rounds.filter((r) => r.status === 'closed' && isRankedRound(r)).map((r) => r.id);
  if (closed.length === 0) return '';
  const rounds = contest.rounds.filter((r) => closed.includes(r.id));
  const { ties, jury, aggregation, threshold, budget, quotas, oneAward } = contest.rules;
  const isDecided = rounds.some((r) => namesWinners(contest, r));
  return JSON.stringify([
    { ties, jury, aggregation },
    isDecided ? { threshold, budget, quotas, oneAward } : null,
    rounds.map(({ id, rules, advance }) => ({ id, rules, advance })),
    rounds.map((r) => ballotCategories(contest, r)),
    contest.categories.map(({ id, winners }) => ({ id, winners })),
  ]);
}

export function saveCategory(desk: Desk, input: InputOf<'setup.saveCategory'>): Result<Slices> {
  return changeRules(desk, 'categories', input.reason, (db, contest) => {
    // A package names every category: one more would make those that are out incomplete.
    if (contest.locked && input.id === null) return fail({ code: 'rules-locked' });
    if (inLanguage(input.name, 'kk').trim() === '') return fail({ code: 'invalid', field: 'name' });
    const { id, name, nomineeKind, winners } = input;
    if (id === null) {
      const like = contest.categories.find((c) => c.nomineeKind === nomineeKind) ?? contest.categories[0];
      insertCategory(db, {
        id: null,
        key: `category_${nextOf(db, 'category_key')}`,
        name,
        nomineeKind,
        winners,
        fields: like?.fields ?? [],
        criteria: [],
        placeholder: false,
      });
      return ok(null);
    }
    const category = contest.categories.find((c) => c.id === id);
    if (!category) return fail({ code: 'gone', what: 'category' });
    writeCategory(db, { ...category, name, nomineeKind, winners, placeholder: false });
    return ok(null);
  });
}

export function removeCategory(desk: Desk, { id }: InputOf<'setup.removeCategory'>): Result<Slices> {
  return changeRules(desk, 'categories', undefined, (db, contest) => {
    if (!contest.categories.some((c) => c.id === id)) return fail({ code: 'gone', what: 'category' });
    if (contest.categories.length === 1) return fail({ code: 'invalid', field: 'categories' });
    if (readEntries(db).some((e) => e.category === id)) return fail({ code: 'category-in-use' });
    deleteCategory(db, id);
    return ok(null);
  });
}

/** Keeps the slot of every criterion that stays; new ones get a slot that no criterion of the category ever had. */
export function saveCriteria(desk: Desk, input: InputOf<'setup.saveCriteria'>): Result<Slices> {
  return changeRules(desk, 'criteria', input.reason, (db, contest) => {
    const category = contest.categories.find((c) => c.id === input.category);
    if (!category) return fail({ code: 'gone', what: 'category' });
    const weights = input.criteria.map((c) => c.weight);
    if (!isFull(weights)) {
      return fail({
        code: 'weights-uneven',
        category: inLanguage(category.name, 'kk'),
        sumBasisPoints: sumOfWeights(weights),
      });
    }
    let current: Category = category;
    for (const draft of input.criteria) {
      if (inLanguage(draft.name, 'kk').trim() === '') return fail({ code: 'invalid', field: 'name' });
      if (draft.id === null) continue;
      if (!category.criteria.some((c) => c.id === draft.id)) return fail({ code: 'invalid', field: 'criteria' });
    }
    const criteria = input.criteria.map((draft): Criterion => {
      const known = category.criteria.find((c) => c.id === draft.id);
      const made: Criterion = {
        id: known?.id ?? (nextCriterionId(db) as CriterionId),
        slot: known?.slot ?? nextSlot(db, current),
        scale: known?.scale ?? null,
        name: draft.name,
        hint: draft.hint,
        levels: draft.levels,
        weight: draft.weight,
      };
      current = { ...current, criteria: [...current.criteria, made] };
      return made;
    });
    writeCategory(db, { ...category, criteria });
    return ok(null);
  });
}

export function saveRounds(desk: Desk, input: InputOf<'setup.saveRounds'>): Result<Slices> {
  return changeRules(desk, 'rounds', input.reason, (db, contest) => {
    const checked = checkRounds(contest, input);
    if (!checked.ok) return checked;
    if (!rowsFit(db, contest, input)) return fail({ code: 'table-in-use' });
    const kept = new Set(input.rounds.map((r) => r.id));
    const used = new Set(readEntries(db).map((e) => e.round));
    for (const r of contest.rounds) {
      if (kept.has(r.id)) continue;
      if (used.has(r.id) || r.status !== 'waiting') return fail({ code: 'round-in-use' });
      deleteRound(db, r.id);
    }
    const order: RoundId[] = [];
    for (const draft of input.rounds) {
      const known = contest.rounds.find((r) => r.id === draft.id);
      const definition: Pick<Round, 'name' | 'rules' | 'advance' | 'weight'> = {
        name: draft.name,
        advance: draft.advance,
        weight: draft.weight,
        rules: rulesOfDraft(draft, known),
      };
      if (known) {
        writeRound(db, { ...known, ...definition });
        order.push(known.id);
      } else {
        const key = `round_${nextOf(db, 'round_key')}`;
        const id = insertRound(db, { id: null, key, status: 'waiting', dueAt: null, closedAt: null, ...definition });
        if (draft.kind === 'jury') for (const j of readJurors(db)) ensureSeat(db, id, j.id);
        order.push(id);
      }
    }
    writeRoundOrder(db, order);
    const first = order[0];
    if (first !== undefined && !contest.rounds.some((r) => r.status !== 'waiting' && kept.has(r.id))) {
      setRoundStatus(db, first, 'open', null);
    }
    writeRules(db, { ...contest.rules, combination: input.combination });
    return ok(null);
  });
}

type RoundDraft = InputOf<'setup.saveRounds'>['rounds'][number];

function rulesOfDraft(draft: RoundDraft, known: Round | undefined): Round['rules'] {
  if (draft.kind === 'technical') return { kind: 'technical' };
  if (draft.table !== undefined) return draft.table;
  const scale = draft.scale ?? { min: 0, max: 10, step: 1 };
  if (known && (known.rules.kind === 'jury' || known.rules.kind === 'jury_live')) return { ...known.rules, scale };
  return {
    kind: 'jury',
    scale,
    criteria: null,
    winnersCount: null,
    excludesWinnersOf: null,
    categoryAssignedByCommission: false,
  };
}

/** Rows that are written would be read as something else, or as nothing. */
function rowsFit(db: Db, contest: Contest, { rounds }: InputOf<'setup.saveRounds'>): boolean {
  const roundOf = new Map(readEntries(db).map((e) => [e.id, e.round]));
  const tallies = readTallies(db);
  return rounds.every(({ id, table }) => {
    const known = contest.rounds.find((r) => r.id === id);
    const before = known === undefined ? null : tallyRules(known);
    const written = tallies.filter(({ entry }) => roundOf.get(entry) === id);
    return before === null || table === undefined || stillFits(before, table, written);
  });
}

function checkRounds(contest: Contest, input: InputOf<'setup.saveRounds'>): Result<null> {
  for (const r of input.rounds) {
    const known = contest.rounds.find((k) => k.id === r.id);
    if (r.id !== null && !known) return fail({ code: 'gone', what: 'round' });
    if ((r.kind === 'table') !== (r.table !== undefined)) return fail({ code: 'invalid', field: 'rounds' });
    // A table saved as a jury's round would lose its rows, and a jury's round saved as a table its marks.
    if (known && isTallyRound(known) !== (r.kind === 'table')) return fail({ code: 'invalid', field: 'rounds' });
    if (r.table !== undefined && !makesFigure(r.table)) return fail({ code: 'invalid', field: 'rounds' });
    if (inLanguage(r.name, 'kk').trim() === '') return fail({ code: 'invalid', field: 'name' });
  }
  const jury = input.rounds.filter((r) => r.kind === 'jury');
  if (input.rounds.every((r) => r.kind === 'technical')) return fail({ code: 'invalid', field: 'rounds' });
  if (input.rounds.some((r, i) => r.kind === 'technical' && i > 0)) return fail({ code: 'invalid', field: 'rounds' });
  if (input.combination === 'weighted_mean' && jury.length > 0) {
    const weights = jury.map((r) => r.weight ?? 0);
    if (!isFull(weights)) return fail({ code: 'weights-uneven', category: '', sumBasisPoints: sumOfWeights(weights) });
  }
  return ok(null);
}

export function saveRules(desk: Desk, input: InputOf<'setup.saveRules'>): Result<Slices> {
  return changeRules(desk, 'rules', input.reason, (db, contest) => {
    const { trim: _trim, rounding: _rounding, placeStyle: _style, ...kept } = contest.rules.aggregation;
    const { rounding, placeStyle } = input;
    const aggregation = {
      ...kept,
      ...input.across,
      displayDigits: input.displayDigits,
      ...(Object.keys(rounding).length === 0 ? {} : { rounding }),
      ...(placeStyle === 'standard' ? {} : { placeStyle }),
    };
    const { threshold, budget, quotas, oneAward, pool } = input.winners;
    if (threshold !== null && !isInPoints(input.across)) return fail({ code: 'invalid', field: 'threshold' });
    const personal = new Set(contest.categories.flatMap((c) => c.fields.filter((f) => f.pii).map((f) => f.id)));
    // A results file carries no personal data: nobody could recompute what such a field decided.
    if ([budget?.request ?? '', ...quotas.map((q) => q.by)].some((id) => personal.has(id)))
      return fail({ code: 'invalid', field: 'winners' });
    if (oneAward === 'best' && !mayAssign({ oneAward, quotas })) return fail({ code: 'invalid', field: 'winners' });
    if (new Set(quotas.map((q) => q.key)).size < quotas.length) return fail({ code: 'invalid', field: 'winners' });
    const { oneAward: _once, ...others } = contest.rules;
    writeRules(db, {
      ...others,
      ties: input.ties,
      jury: input.jury,
      aggregation,
      threshold,
      budget,
      quotas,
      ...(oneAward === false ? {} : { oneAward }),
    });
    const last = contest.rounds.at(-1);
    if (last !== undefined && 'winnersCount' in last.rules && last.rules.winnersCount !== pool)
      writeRound(db, { ...last, rules: { ...last.rules, winnersCount: pool } });
    return ok(null);
  });
}
