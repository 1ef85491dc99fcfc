import { describe, expect, it } from 'vitest';
import { hindrances } from '@shared/domain/closing';
import { computeStanding, computeStandings, type StandingInput } from '@shared/domain/standing';
import { laureatesOf } from '@shared/domain/laureates';
import type { WinnersRule } from '@shared/model/category';
import type { CategoryId } from '@shared/model/ids';
import type { Budget } from '@shared/model/rules';
import type { Decision } from '@shared/model/standing';
import { contestOf, decision, entryIn, jury, roundAt } from './contest';
import { scored, one, two, short, told, grants, three, fund, quota } from './winnersContest';

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

  describe('give one award each by the best assignment', () => {
    const single: WinnersRule = { mode: 'single', count: 1 };
    /** Two categories; marks of the same nominees in the second. */
    const both = (
      first: Readonly<Record<number, number>>,
      second: Readonly<Record<number, number>>,
      decisions: readonly Decision[] = [],
    ) => {
      const rules = { oneAward: 'best' as const };
      const base = two(one(first, { winners: single, rules, decisions }), [], single);
      const other = one(second, {});
      const far = (id: number) => (id + 500) as (typeof base.entries)[number]['id'];
      return {
        ...base,
        entries: [...base.entries, ...other.entries.map((e) => ({ ...e, id: far(e.id), category: 2 as CategoryId }))],
        cards: [...base.cards, ...other.cards.map((c) => ({ ...c, entry: far(c.entry) }))],
      };
    };
    const shorts = (input: StandingInput) =>
      computeStandings(input).map((s) => s.rows.map((r) => [r.number, short(r)]));

    it('where together that is best, whoever is first elsewhere leaves the seat to the next', () => {
      // By order 1 wins the first and 2 the second: 9 + 3. The best is 8 + 9.
      expect(shorts(both({ 1: 9, 2: 8 }, { 1: 9, 2: 3 }))).toEqual([
        [
          [1, 'out award:2'],
          [2, 'laureate'],
        ],
        [
          [1, 'laureate'],
          [2, 'out'],
        ],
      ]);
    });

    it('of equally good ones the category that is listed first keeps its best', () => {
      expect(shorts(both({ 1: 9, 2: 8 }, { 1: 5, 2: 4 }))).toEqual([
        [
          [1, 'laureate'],
          [2, 'out'],
        ],
        [
          [1, 'out award:1'],
          [2, 'laureate'],
        ],
      ]);
    });

    it('equals who would win in its place are for people to decide, and with them what hangs on it', () => {
      const tied = both({ 1: 9, 2: 9 }, { 1: 5, 2: 5 });
      expect(
        shorts(tied)
          .flat()
          .map(([, status]) => status),
      ).toEqual(Array.from({ length: 4 }, () => 'undecided'));
      expect(computeStandings(tied)[0]?.openTies).toMatchObject([{ crossesLine: true, seats: 1 }]);
      const order = [entryIn(0, 2), entryIn(0, 1)];
      const drawn = { ...decision('draw', []), order, round: roundAt(0) };
      const input = both({ 1: 9, 2: 9 }, { 1: 5, 2: 5 }, [drawn]);
      const withDraw = {
        ...input,
        contest: { ...input.contest, rules: { ...input.contest.rules, ties: [{ rule: 'draw' as const }] } },
      };
      expect(shorts(withDraw)[0]).toEqual([
        [2, 'laureate'],
        [1, 'out'],
      ]);
      expect(shorts(withDraw)[1]).toContainEqual([1, 'laureate']);
    });
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
