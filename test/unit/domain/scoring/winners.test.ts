import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hindrances } from '@shared/domain/closing';
import { explainPair } from '@shared/domain/explain';
import { asSealedInFormat1, reasonCode, sealedRanking } from '@shared/domain/sealing';
import { computeStanding, computeStandings, type StandingInput } from '@shared/domain/standing';
import { laureatesOf } from '@shared/domain/laureates';
import { fromFraction } from '@shared/domain/rational';
import type { WinnersRule } from '@shared/model/category';
import type { CategoryId, DecisionId } from '@shared/model/ids';
import type { Budget, Quota } from '@shared/model/rules';
import type { Decision, StandingRow } from '@shared/model/standing';
import { contestOf, decision, entryIn, jury, roundAt, type Spec } from './contest';

// One juror, ten points: a mark of 7 is a total of 70.
type Marks = Readonly<Record<number, number>>;
const scored = (marks: Marks) => Object.fromEntries(Object.entries(marks).map(([n, mark]) => [n, [mark]]));
const one = (marks: Marks, spec: Partial<Spec>): StandingInput =>
  contestOf({ rounds: [{ scores: scored(marks) }], ...spec });

/** Nominees of the listed numbers are moved to a second category with a rule of its own. */
function two(input: StandingInput, second: readonly number[], winners: WinnersRule): StandingInput {
  const [first] = input.contest.categories;
  if (first === undefined) throw new Error('no category');
  const other = { ...first, id: 2 as CategoryId, key: 'second', winners };
  return {
    ...input,
    contest: { ...input.contest, categories: [first, other] },
    entries: input.entries.map((e) => (second.includes(e.nominee) ? { ...e, category: other.id } : e)),
  };
}

const short = ({ status, reason, grant }: StandingRow): string =>
  [status, ...(reason === null ? [] : [reasonCode(reason)]), ...(grant === null ? [] : [grant.text])].join(' ');
const told = (input: StandingInput): Readonly<Record<string, string>> =>
  Object.fromEntries(computeStandings(input).flatMap((s) => s.rows.map((row) => [row.number, short(row)])));
const grants: WinnersRule = { mode: 'grants_by_rank', count: null };
const three: WinnersRule = { mode: 'laureates_unranked', count: 3 };
const fund = (part: Partial<Budget>): NonNullable<Spec['rules']> => ({
  budget: { fundTotal: 1000, perGrantMax: 300, currency: 'KZT', allocate: null, ...part },
});
const quota = (part: Partial<Quota>): Quota => ({
  key: 'per_university',
  text: { kk: '', ru: '', en: '' },
  by: 'university',
  maxNominees: null,
  maxWinners: 1,
  category: null,
  round: null,
  perCategory: false,
  on: true,
  ...part,
});

describe('a threshold', () => {
  const marks = { 1: 9, 2: 5, 3: 4 };
  const half = (strict: boolean) => ({ threshold: { percentOfMax: 50, strict, ifNone: 'not held' } });

  it('keeps out who does not reach it, strictly or not', () => {
    expect(told(one(marks, { winners: three, rules: half(false) }))).toEqual({
      1: 'laureate',
      2: 'laureate',
      3: 'out threshold',
    });
    expect(told(one(marks, { winners: three, rules: half(true) }))[2]).toBe('out threshold');
  });

  it('is a share of full marks in all rounds that count, or points as they are', () => {
    const weights = [10_000, 10_000];
    const scores = { 1: [[9, 1]], 2: [[5, 4]] } as const;
    const aggregation = { perJuror: 'points' } as const;
    const points = contestOf({ weights, aggregation, winners: three, rules: half(false), rounds: [{ scores }] });
    // Full marks are 20: 10 is half of it, 9 is not.
    expect(told(points)).toEqual({ 1: 'laureate', 2: 'out threshold' });
    const rules = { threshold: { points: 9, strict: false, ifNone: null } };
    expect(told({ ...points, contest: { ...points.contest, rules: { ...points.contest.rules, ...rules } } })[2]).toBe(
      'laureate',
    );
    const summed = contestOf({
      aggregation: { perJuror: 'points', acrossJurors: 'sum' },
      winners: three,
      rules: half(false),
      rounds: [{ scores: { 1: [6, 4], 2: [5, 4] } }],
    });
    expect(told(summed)).toEqual({ 1: 'laureate', 2: 'out threshold' });
  });

  it('says what is declared when nobody reaches it, and nobody wins', () => {
    const input = one({ 1: 2, 2: 1 }, { winners: three, rules: half(true) });
    const standing = computeStanding(input);
    expect(standing.unmet).toEqual([{ kind: 'none_reached', text: 'not held' }]);
    expect(laureatesOf(standing, three, input.nominees)).toEqual({ decided: true, ranked: false, laureates: [] });
    expect(hindrances(one({ 1: 2, 2: 1 }, { rules: half(true), jury: { minScoresPerNominee: 1 } }))).toEqual([]);
  });
});

describe('a fund', () => {
  const marks = { 1: 9, 2: 8, 3: 7, 4: 6, 5: 5 };

  it('pays equal grants by rank until it ends', () => {
    const standing = computeStanding(one(marks, { winners: grants, rules: fund({}) }));
    expect(standing.rows.map(short)).toEqual(['laureate 300', 'laureate 300', 'laureate 300', 'out fund', 'out fund']);
    expect(standing.line).toMatchObject({ below: 3, decided: true, fund: { left: { exact: '100' } } });
    expect(told(one(marks, { winners: grants, rules: fund({ whenShort: 'partial' }) }))[4]).toBe(
      'laureate partial 100',
    );
  });

  it('pays what is asked for, at most the maximum: stops, or goes on with smaller ones', () => {
    const fields = { 1: { amount: '900' }, 2: { amount: '600' }, 3: { amount: '1 100' }, 4: { amount: '99,5' } };
    const asked = (whenShort: Budget['whenShort'] & string) =>
      told(
        one(
          { 1: 9, 2: 8, 3: 7, 4: 6 },
          { winners: grants, fields, rules: fund({ perGrantMax: 700, request: 'amount', whenShort }) },
        ),
      );
    expect(asked('stop')).toEqual({ 1: 'laureate 700', 2: 'out fund', 3: 'out fund', 4: 'out fund' });
    expect(asked('skip')).toEqual({ 1: 'laureate 700', 2: 'out fund', 3: 'out fund', 4: 'laureate 99.50' });
    expect(asked('partial')).toEqual({ 1: 'laureate 700', 2: 'laureate partial 300', 3: 'out fund', 4: 'out fund' });
  });

  it('that ends inside a tie waits for people, and is shared by all categories with grants', () => {
    const base = one(
      { 1: 9, 2: 7, 3: 7, 4: 5 },
      { winners: grants, ties: [{ rule: 'draw' }], rules: fund({ fundTotal: 600 }) },
    );
    const input = two(base, [3], grants);
    expect(told(input)).toEqual({ 1: 'laureate 300', 2: 'undecided', 3: 'undecided', 4: 'out fund' });
    const [first] = computeStandings(input);
    expect(first?.openTies).toEqual([
      { entries: [entryIn(0, 2), entryIn(0, 3)], place: 2, crossesLine: true, seats: 1, tried: [], toDecide: ['draw'] },
    ]);
    const drawn = { ...input, decisions: [decision('draw', [3, 2])] };
    expect(told(drawn)).toEqual({ 1: 'laureate 300', 2: 'out fund', 3: 'laureate 300', 4: 'out fund' });
    expect(hindrances(input).filter((h) => h.kind === 'tie')).toHaveLength(1);
  });

  it('asks for what it lacks before the round is closed', () => {
    const kinds = (input: StandingInput) =>
      hindrances(input).flatMap((h) => (h.kind === 'few_scores' || h.kind === 'quorum' ? [] : [h.kind]));
    expect(kinds(one(marks, { winners: grants }))).toEqual(['fund_not_set']);
    expect(kinds(one(marks, { winners: grants, rules: fund({ request: 'amount' }) }))).toEqual(['amount_missing']);
  });
});

describe('decisions above the rules', () => {
  const above = (kind: Decision['kind'], order: readonly number[], id = 1): Decision => ({
    ...decision(kind, order, { id }),
    people: ['A'],
  });
  const marks = { 1: 9, 2: 8, 3: 7, 4: 6 };
  const winners: WinnersRule = { mode: 'laureates_unranked', count: 2 };

  it('put one directly above another, with the reason in between', () => {
    const standing = computeStanding(one(marks, { winners, decisions: [above('place_above', [4, 2])] }));
    expect(standing.rows.map((r) => [r.number, r.place, r.status])).toEqual([
      [1, 1, 'laureate'],
      [4, 2, 'laureate'],
      [2, 3, 'out'],
      [3, 4, 'out'],
    ]);
    expect(standing.rows[1]?.aboveNext).toEqual({ by: 'place_above', decision: 1, reason: 'the reason' });
    expect(standing.rows[0]?.aboveNext).toMatchObject({ by: 'total' });
    expect(standing.applied).toEqual([1]);
    // Who stands above already is not moved, and the decision has no effect.
    expect(computeStanding(one(marks, { winners, decisions: [above('place_above', [1, 2])] })).applied).toEqual([]);
  });

  it('exclude one, and the seat goes on; add one beyond the count; the latest word counts', () => {
    const decisions = [above('exclude', [1]), above('include', [4], 2)];
    expect(told(one(marks, { winners, decisions }))).toEqual({
      1: 'out excluded:1',
      2: 'laureate',
      3: 'laureate',
      4: 'laureate added:2',
    });
    expect(told(one(marks, { winners, decisions: [above('exclude', [1]), above('include', [1], 2)] }))[1]).toBe(
      'laureate added:2',
    );
  });

  it('name the laureates of a jury’s choice, which closes only with one', () => {
    const choice: WinnersRule = { mode: 'jury_choice', count: 1 };
    const input = one(marks, { winners: choice, jury: { minScoresPerNominee: 1 } });
    expect(hindrances(input)).toEqual([{ kind: 'choice_missing', category: 1 }]);
    const chosen = { ...input, decisions: [above('jury_choice', [1]), above('jury_choice', [3], 2)] };
    expect(hindrances(chosen)).toEqual([]);
    expect(told(chosen)).toEqual({ 1: 'out not_chosen', 2: 'out not_chosen', 3: 'laureate', 4: 'out not_chosen' });
    const standing = computeStanding(chosen);
    expect(laureatesOf(standing, choice, input.nominees)).toMatchObject({ laureates: [{ number: 3, place: null }] });
  });
});

describe('rules over all categories', () => {
  const university = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name, i) => [i + 1, { university: name }]));

  it('keep a quota, and say who took the places', () => {
    const spec = { winners: three, fields: university('A', 'A', 'B', 'C'), rules: { quotas: [quota({})] } };
    const standing = computeStanding(one({ 1: 9, 2: 8, 3: 7, 4: 6 }, spec));
    expect(standing.rows.map(short)).toEqual(['laureate', 'out quota:per_university', 'laureate', 'laureate']);
    expect(standing.rows[1]?.reason).toMatchObject({ value: 'A', holders: [entryIn(0, 1)] });
    expect(standing.line).toMatchObject({ below: 4 });
    const ranked: WinnersRule = { mode: 'ranked', places: [1, 2, 3].map((place) => ({ place, count: 1 })) };
    const input = one({ 1: 9, 2: 8, 3: 7, 4: 6 }, { ...spec, winners: ranked });
    expect(laureatesOf(computeStanding(input), ranked, input.nominees)).toMatchObject({
      laureates: [
        { number: 1, place: 1 },
        { number: 3, place: 2 },
        { number: 4, place: 3 },
      ],
    });
  });

  it('leave a tie that a quota cannot hold to people, and seats that nobody may take empty', () => {
    const rules = { quotas: [quota({})] };
    const tied = one({ 1: 9, 2: 8, 3: 8, 4: 5 }, { winners: three, fields: university('B', 'A', 'A', 'C'), rules });
    expect(told(tied)).toEqual({ 1: 'laureate', 2: 'undecided', 3: 'undecided', 4: 'undecided' });
    const same = one({ 1: 9, 2: 8 }, { winners: three, fields: university('A', 'A'), rules });
    expect(computeStanding(same).unmet).toEqual([{ kind: 'vacant', seats: 2 }]);
  });

  it('count a quota over the contest, or in each category', () => {
    const winners: WinnersRule = { mode: 'single', count: 1 };
    const base = (perCategory: boolean) =>
      two(
        one(
          { 1: 9, 2: 8, 3: 7 },
          { winners, fields: university('A', 'A', 'B'), rules: { quotas: [quota({ perCategory })] } },
        ),
        [2, 3],
        winners,
      );
    expect(told(base(false))).toEqual({ 1: 'laureate', 2: 'out quota:per_university', 3: 'laureate' });
    expect(told(base(true))).toEqual({ 1: 'laureate', 2: 'laureate', 3: 'out' });
  });

  it('give one award each: the category that is listed first comes first', () => {
    const winners: WinnersRule = { mode: 'single', count: 1 };
    const base = two(one({ 1: 9, 2: 8 }, { winners, rules: { oneAward: true } }), [], winners);
    const again = base.entries.map((e) => ({ ...e, id: (e.id + 500) as typeof e.id, category: 2 as CategoryId }));
    const cards = base.cards.map((c) => ({ ...c, entry: (c.entry + 500) as typeof c.entry }));
    const input = { ...base, entries: [...base.entries, ...again], cards: [...base.cards, ...cards] };
    const [first, second] = computeStandings(input);
    expect(first?.rows.map(short)).toEqual(['laureate', 'out']);
    expect(second?.rows.map(short)).toEqual(['out award:1', 'laureate']);
  });

  it('take the winners of pooled categories from one list', () => {
    const pooled: WinnersRule = { mode: 'pooled' };
    const rules = { ...jury(), winnersCount: 2 } as StandingInput['contest']['rounds'][number]['rules'];
    const input = two(
      contestOf({ winners: pooled, rounds: [{ scores: scored({ 1: 9, 2: 5, 3: 8, 4: 7 }), rules }] }),
      [3, 4],
      pooled,
    );
    expect(told(input)).toEqual({ 1: 'laureate', 2: 'out', 3: 'laureate', 4: 'out' });
    expect(computeStanding(input).line).toMatchObject({ pool: 2, count: 1, below: 1 });
  });

  it('let the best of every region go on, with all who equal them', () => {
    const region = (name: string) => ({ region: name });
    const input = contestOf({
      fields: { 1: region('A'), 2: region('A'), 3: region('B'), 4: region('B'), 5: region('') },
      rounds: [
        { scores: scored({ 1: 9, 2: 8, 3: 4, 4: 4, 5: 3 }), advance: { mode: 'per_region', count: 1 } },
        { scores: {} },
      ],
    });
    expect(told({ ...input, round: roundAt(0) })).toEqual({
      1: 'advances',
      2: 'out',
      3: 'advances',
      4: 'advances',
      5: 'undecided region',
    });
    expect(hindrances({ ...input, round: roundAt(0) }).some((h) => h.kind === 'region_missing')).toBe(true);
  });
});

describe('corners of the rules', () => {
  const pooled: WinnersRule = { mode: 'pooled' };
  const pool = (winnersCount: number | null) =>
    ({ ...jury(), winnersCount }) as StandingInput['contest']['rounds'][number]['rules'];
  const inPool = (marks: Marks, second: readonly number[], spec: Partial<Spec>, seats: number | null = 1) =>
    two(
      contestOf({ winners: pooled, rounds: [{ scores: scored(marks), rules: pool(seats) }], ...spec }),
      second,
      pooled,
    );
  const people = (kind: Decision['kind'], order: readonly number[], id = 1): Decision => ({
    ...decision(kind, order, { id }),
    people: ['A'],
  });

  it('equals of several categories are split by votes, then by the chair, else they share', () => {
    const ties = [
      { rule: 'open_vote_of_present_jurors' },
      { rule: 'chair_casting_vote' },
      { rule: 'shared_place' },
    ] as const;
    const marks = { 1: 7, 2: 7, 3: 7, 4: 5 };
    expect(told(inPool(marks, [2, 4], { ties }))).toEqual({ 1: 'laureate', 2: 'laureate', 3: 'laureate', 4: 'out' });
    const votes = decision('open_vote', [1, 2, 3], { votes: [1, 1, 0] });
    const voted = inPool(marks, [2, 4], { ties, decisions: [votes, decision('casting_vote', [2, 1], { id: 2 })] });
    expect(told(voted)).toEqual({ 1: 'out', 2: 'laureate', 3: 'out', 4: 'out' });
    const noVote = { ...voted, contest: { ...voted.contest, rules: { ...voted.contest.rules } } };
    noVote.contest.rules.jury = { ...noVote.contest.rules.jury, chairCastingVote: false };
    expect(told(noVote)).toEqual({ 1: 'laureate', 2: 'laureate', 3: 'out', 4: 'out' });
  });

  it('of equal totals those come first who have fewer equals of their own category above', () => {
    // 1 and 2 are equal and the jury put 2 first: 2 and 3 compete before 1 does.
    const ties = [{ rule: 'draw' }] as const;
    const input = inPool({ 1: 7, 2: 7, 3: 7 }, [3], { ties, decisions: [decision('draw', [2, 1])] }, 2);
    expect(told(input)).toEqual({ 1: 'out', 2: 'laureate', 3: 'laureate' });
    const lifted = inPool({ 1: 9, 2: 5, 3: 8 }, [3], { decisions: [people('place_above', [2, 1])] }, 1);
    expect(told(lifted)).toEqual({ 1: 'out', 2: 'laureate', 3: 'out' });
    expect(computeStanding(inPool({ 1: 9, 2: 5 }, [2], {}, null)).unmet).toEqual([{ kind: 'pool_not_set' }]);
  });

  it('whoever people added takes the grant first, the second what is left', () => {
    const decisions = [people('include', [3]), people('include', [2], 2), people('include', [9], 3)];
    const input = one({ 1: 9, 2: 8, 3: 7 }, { winners: grants, decisions, rules: fund({ fundTotal: 400 }) });
    expect(told(input)).toEqual({ 1: 'out fund', 2: 'laureate added:2 300', 3: 'laureate added:1 100' });
  });

  it('a grant needs a fund and a size; a count is a limit of its own beside them', () => {
    const marks = { 1: 9, 2: 8, 3: 7 };
    const two2: WinnersRule = { mode: 'grants_by_rank', count: 2 };
    expect(computeStanding(one(marks, { winners: grants, rules: fund({ perGrantMax: null }) })).unmet).toEqual([
      { kind: 'fund_not_set' },
    ]);
    expect(computeStanding(one(marks, { winners: grants, rules: fund({ fundTotal: null }) })).settled).toBe(false);
    expect(told(one(marks, { winners: two2, rules: fund({ fundTotal: null }) }))).toMatchObject({
      2: 'laureate',
      3: 'out',
    });
    expect(told(one(marks, { winners: two2, rules: fund({}) }))).toEqual({
      1: 'laureate 300',
      2: 'laureate 300',
      3: 'out',
    });
    const spent = one(marks, { winners: grants, rules: fund({ fundTotal: 600, whenShort: 'partial' }) });
    expect(told(spent)[3]).toBe('out fund');
    const tied = one({ 1: 9, 2: 9, 3: 9 }, { winners: grants, rules: fund({ fundTotal: 700, whenShort: 'partial' }) });
    expect(computeStanding(tied).openTies).toMatchObject([{ crossesLine: true, seats: 3 }]);
    const skipping = one({ 1: 9, 2: 9, 3: 5 }, { winners: grants, rules: fund({ fundTotal: 400, whenShort: 'skip' }) });
    expect(told(skipping)).toEqual({ 1: 'undecided', 2: 'undecided', 3: 'undecided' });
    const none = one({ 1: 9, 2: 9 }, { winners: grants, rules: fund({ fundTotal: 100 }) });
    expect(told(none)).toEqual({ 1: 'out fund', 2: 'out fund' });
  });

  it('a quota may hold in one category or round only, and not where it is off or the value is empty', () => {
    const fields = { 1: { university: 'A' }, 2: { university: 'A' }, 3: { university: ' ' }, 4: {} };
    const with1 = (part: Partial<Quota>) =>
      told(
        one(
          { 1: 9, 2: 8, 3: 7, 4: 6 },
          { winners: { mode: 'laureates_unranked', count: 4 }, fields, rules: { quotas: [quota(part)] } },
        ),
      );
    const all = { 1: 'laureate', 2: 'laureate', 3: 'laureate', 4: 'laureate' };
    expect(with1({ category: 'second' })).toEqual(all);
    expect(with1({ round: 'r9' })).toEqual(all);
    expect(with1({ on: false })).toEqual(all);
    expect(with1({ category: 'best', round: 'r1' })).toEqual({ ...all, 2: 'out quota:per_university' });
  });

  it('one award each stops a jury’s choice too, and a tie between the same nominee’s own entries', () => {
    const twice = (
      winners: WinnersRule,
      rules: Spec['rules'] & object,
      seats: number | null,
      decisions: readonly Decision[],
    ) => {
      const base = two(
        contestOf({ winners, rules, decisions, rounds: [{ scores: scored({ 1: 9, 2: 8 }), rules: pool(seats) }] }),
        [],
        winners.mode === 'pooled' ? winners : { mode: 'jury_choice', count: 2 },
      );
      const again = base.entries.map((e) => ({ ...e, id: (e.id + 500) as typeof e.id, category: 2 as CategoryId }));
      const cards = base.cards
        .filter((c) => winners.mode === 'pooled' || c.entry !== entryIn(0, 2))
        .map((c) => ({ ...c, entry: (c.entry + 500) as typeof c.entry }));
      return { ...base, entries: [...base.entries, ...again], cards: [...base.cards, ...cards] };
    };
    const choice: Decision = {
      ...people('jury_choice', []),
      category: 2 as CategoryId,
      order: [1, 2].map((n) => (entryIn(0, n) + 500) as ReturnType<typeof entryIn>),
    };
    const [, second] = computeStandings(twice({ mode: 'single', count: 1 }, { oneAward: true }, null, [choice]));
    expect(second?.rows.map(short)).toEqual(['out award:1', 'laureate']);
    expect(second?.rows[1]?.total).toBeNull();
    const [tied] = computeStandings(twice(pooled, { oneAward: true }, 4, []));
    expect(tied?.rows.map(short)).toEqual(['undecided', 'undecided']);
    expect(tied?.openTies[0]).toMatchObject({ crossesLine: true, seats: 1 });
  });

  it('who is put above equals stands alone, and why is told for any two', () => {
    const decisions = [
      people('place_above', [4, 2]),
      people('place_above', [9, 1], 2),
      people('place_above', [3, 9], 3),
    ];
    const input = one({ 1: 9, 2: 7, 3: 7, 4: 7, 5: 5 }, { winners: three, decisions });
    expect(computeStanding(input).rows.map((r) => [r.number, r.place])).toEqual([
      [1, 1],
      [4, 2],
      [2, 3],
      [3, 3],
      [5, 5],
    ]);
    const why = (a: number, b: number) => explainPair(input, entryIn(0, a), entryIn(0, b))?.separation.by;
    expect([why(4, 2), why(4, 3), why(2, 3), why(4, 5), why(1, 4)]).toEqual([
      'place_above',
      'place_above',
      'nothing',
      'total',
      'total',
    ]);
  });

  it('a seal of the first format knew none of this', () => {
    const rules = { threshold: { percentOfMax: 80, strict: false, ifNone: null }, ...fund({}) };
    const technical: Spec['rounds'][number] = { rules: { kind: 'technical' }, checks: { 1: 'admitted' } };
    const input = contestOf({ winners: three, rules, rounds: [technical, { scores: scored({ 1: 9, 2: 5 }) }] });
    const statuses = (sealed: StandingInput) => sealedRanking(sealed)[0]?.rows.map((row) => [row.status, row.reason]);
    expect(statuses(input)).toEqual([
      ['laureate', null],
      ['out', 'threshold'],
    ]);
    expect(statuses(asSealedInFormat1(input))).toEqual([
      ['laureate', null],
      ['laureate', null],
    ]);
  });
});

describe('whatever the rules', () => {
  const nominee = fc.record({
    mark: fc.integer({ min: 0, max: 5 }),
    university: fc.constantFrom('A', 'B', 'C', ''),
    amount: fc.constantFrom('100', '250', '900'),
    second: fc.boolean(),
  });
  const rule = fc.constantFrom<WinnersRule>(three, grants, { mode: 'single', count: 1 }, { mode: 'pooled' });
  const contest = fc
    .record({
      nominees: fc.array(nominee, { minLength: 1, maxLength: 8 }),
      rules: fc.record({
        threshold: fc.option(
          fc.record({ percentOfMax: fc.constantFrom(20, 40), strict: fc.boolean(), ifNone: fc.constant(null) }),
        ),
        quotas: fc.array(
          fc.record({ maxWinners: fc.integer({ min: 1, max: 2 }), perCategory: fc.boolean() }).map(quota),
          { maxLength: 1 },
        ),
        budget: fc.record({
          fundTotal: fc.constantFrom(0, 500, 1000),
          perGrantMax: fc.constantFrom(null, 300),
          currency: fc.constant('KZT'),
          allocate: fc.constant(null),
          request: fc.constant('amount'),
          whenShort: fc.constantFrom('stop', 'skip', 'partial'),
        }),
      }),
      winners: fc.tuple(rule, rule),
      out: fc.option(fc.integer({ min: 1, max: 8 })),
    })
    .map(({ nominees, rules, winners, out }) => {
      const numbered = nominees.map((n, i) => [i + 1, n] as const);
      const pool = { ...jury(), winnersCount: 2 } as StandingInput['contest']['rounds'][number]['rules'];
      return two(
        contestOf({
          winners: winners[0],
          rules,
          fields: Object.fromEntries(numbered.map(([n, { university, amount }]) => [n, { university, amount }])),
          rounds: [{ scores: scored(Object.fromEntries(numbered.map(([n, { mark }]) => [n, mark]))), rules: pool }],
          decisions: out === null ? [] : [{ ...decision('exclude', [out]), id: 9 as DecisionId }],
        }),
        numbered.flatMap(([n, { second }]) => (second ? [n] : [])),
        winners[1],
      );
    });
  const rowsOf = (input: StandingInput) => computeStandings(input).flatMap((s) => s.rows);

  it('no laureate breaks one, and nobody above a laureate is passed over without a reason', () => {
    fc.assert(
      fc.property(contest, (input) => {
        const { threshold, quotas, budget } = input.contest.rules;
        const fields = new Map(input.nominees.map((n) => [n.id, n.fields]));
        const spent = rowsOf(input).reduce((sum, r) => sum + Number(r.grant?.text ?? 0), 0);
        expect(spent).toBeLessThanOrEqual(budget?.fundTotal ?? 0);
        for (const q of quotas) {
          const held = new Map<string, number>();
          for (const { category, rows } of computeStandings(input)) {
            for (const row of rows.filter((r) => r.status === 'laureate')) {
              const key = `${q.perCategory ? category : ''} ${fields.get(row.nominee)?.['university'] ?? ''}`;
              held.set(key, (held.get(key) ?? 0) + 1);
            }
          }
          for (const [key, count] of held) if (!key.endsWith(' ')) expect(count).toBeLessThanOrEqual(q.maxWinners ?? 0);
        }
        for (const { rows } of computeStandings(input)) {
          const last = rows.findLastIndex((r) => r.status === 'laureate');
          rows.forEach((row, i) => {
            if (row.status === 'laureate' && threshold !== null && 'percentOfMax' in threshold) {
              const total = Number(row.total?.text ?? 0);
              expect(total > threshold.percentOfMax || (total === threshold.percentOfMax && !threshold.strict)).toBe(
                true,
              );
            }
            if (i < last && row.status === 'out') expect(row.reason).not.toBeNull();
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a laureate has no lower total than one whom no rule kept out', () => {
    fc.assert(
      fc.property(contest, (input) => {
        for (const { rows } of computeStandings(input)) {
          const free = rows.filter((r) => r.status === 'out' && r.reason === null);
          const best = Math.max(-1, ...free.map((r) => Number(r.total?.text ?? 0)));
          for (const row of rows.filter((r) => r.status === 'laureate'))
            expect(Number(row.total?.text ?? 0)).toBeGreaterThanOrEqual(best);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('nothing depends on the order in which anything is read', () => {
    fc.assert(
      fc.property(contest, (input) => {
        const turned = {
          ...input,
          entries: input.entries.toReversed(),
          nominees: input.nominees.toReversed(),
          cards: input.cards.toReversed(),
          decisions: input.decisions.toReversed(),
        };
        expect(computeStandings(turned)).toEqual(computeStandings(input));
      }),
      { numRuns: 200 },
    );
  });

  it('an exact total at the threshold is never lost to rounding', () => {
    const input = one(
      { 1: 5 },
      { winners: three, rules: { threshold: { percentOfMax: 50, strict: false, ifNone: null } } },
    );
    expect(fromFraction(computeStanding(input).rows[0]?.total?.exact ?? '0')).toEqual({ n: 50n, d: 1n });
    expect(told(input)[1]).toBe('laureate');
  });
});
