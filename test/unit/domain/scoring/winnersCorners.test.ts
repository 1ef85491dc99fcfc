import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPair } from '@shared/domain/explain';
import { asSealedInFormat1, sealedRanking } from '@shared/domain/sealing';
import { computeStanding, computeStandings, type StandingInput } from '@shared/domain/standing';
import { fromFraction } from '@shared/domain/rational';
import type { WinnersRule } from '@shared/model/category';
import type { CategoryId, DecisionId } from '@shared/model/ids';
import type { Quota } from '@shared/model/rules';
import type { Decision } from '@shared/model/standing';
import { contestOf, decision, entryIn, jury, type Spec } from './contest';
import { type Marks, scored, one, two, short, told, grants, three, fund, quota } from './winnersContest';

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
