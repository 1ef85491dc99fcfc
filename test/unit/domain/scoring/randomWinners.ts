import fc from 'fast-check';
import type { StandingInput } from '@shared/domain/standing';
import type { WinnersRule } from '@shared/model/category';
import type { CategoryId, EntryId } from '@shared/model/ids';
import type { Decision, DecisionKind } from '@shared/model/standing';
import { contestOf, decision, entryIn, jury } from './contest';

const nominee = fc.record({
  marks: fc.tuple(fc.option(fc.integer({ min: 0, max: 4 })), fc.option(fc.integer({ min: 0, max: 4 }))),
  university: fc.constantFrom('A', ' A', 'B', ''),
  amount: fc.constantFrom('100', '250', '300', '1 000', '99,5', 'көп'),
});
const rule = fc.constantFrom<WinnersRule>(
  { mode: 'single', count: 1 },
  { mode: 'laureates_unranked', count: 2 },
  { mode: 'ranked', places: [1, 2].map((place) => ({ place, count: 1 })) },
  { mode: 'grants_by_rank', count: null },
  { mode: 'grants_by_rank', count: 2 },
  { mode: 'pooled' },
  { mode: 'jury_choice', count: 2 },
);
const kinds = ['place_above', 'exclude', 'include', 'jury_choice', 'draw', 'open_vote'] as const;
/** Two categories with rules of winners of every kind, on short lists full of equals, and decisions of every kind. */
export const randomWinners = fc
  .record({
    nominees: fc.array(nominee, { minLength: 1, maxLength: 6 }),
    winners: fc.tuple(rule, rule),
    threshold: fc.option(
      fc.record({ points: fc.constantFrom(10, 20, 30), strict: fc.boolean(), ifNone: fc.constant(null) }),
    ),
    quotas: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('q1', 'q2'),
        text: fc.constant({ kk: '', ru: '', en: '' }),
        by: fc.constant('university'),
        maxNominees: fc.constant(null),
        maxWinners: fc.constantFrom(1, 2, null),
        category: fc.constantFrom(null, null, 'best'),
        round: fc.constant(null),
        perCategory: fc.boolean(),
        on: fc.boolean(),
      }),
      { maxLength: 2, selector: (q) => q.key },
    ),
    budget: fc.option(
      fc.record(
        {
          fundTotal: fc.constantFrom(0, 250, 500, 1000, null),
          perGrantMax: fc.constantFrom(null, 0, 300),
          currency: fc.constant('KZT'),
          allocate: fc.constant(null),
          request: fc.constant('amount'),
          whenShort: fc.constantFrom('stop' as const, 'skip' as const, 'partial' as const),
        },
        { requiredKeys: ['fundTotal', 'perGrantMax', 'currency', 'allocate'] },
      ),
      { freq: 6 },
    ),
    oneAward: fc.constantFrom(null, true as const, 'best' as const),
    shared: fc.boolean(),
    pool: fc.constantFrom(1, 3, null),
    decisions: fc.array(
      fc.record({
        kind: fc.constantFrom<DecisionKind>(...kinds),
        second: fc.boolean(),
        order: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), {
          minLength: 2,
          maxLength: 6,
          selector: String,
        }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ nominees, winners, pool, oneAward, shared, decisions, ...rules }) => {
    const numbered = nominees.map((n, i) => [i + 1, n] as const);
    const scores = (k: 0 | 1) =>
      Object.fromEntries(numbered.map(([n, { marks }]) => [n, [marks[k] ?? ('-' as const)]] as const));
    const spec = {
      winners: winners[0],
      ties: [
        { rule: 'open_vote_of_present_jurors' as const },
        { rule: 'draw' as const },
        ...(shared ? [{ rule: 'shared_place' as const }] : []),
      ],
      rules: { ...rules, ...(oneAward === null ? {} : { oneAward, ...(oneAward === 'best' ? { quotas: [] } : {}) }) },
      fields: Object.fromEntries(numbered.map(([n, { university, amount }]) => [n, { university, amount }])),
    };
    const round = { rules: { ...jury(), winnersCount: pool } as StandingInput['contest']['rounds'][number]['rules'] };
    const one = contestOf({ ...spec, rounds: [{ ...round, scores: scores(0) }] });
    const two = contestOf({ ...spec, rounds: [{ ...round, scores: scores(1) }] });
    const [first] = one.contest.categories;
    if (first === undefined) throw new Error('no category');
    const far = (id: EntryId) => (id + 500) as EntryId;
    return {
      ...one,
      contest: {
        ...one.contest,
        categories: [first, { ...first, id: 2 as CategoryId, key: 'second', winners: winners[1] }],
      },
      entries: [...one.entries, ...two.entries.map((e) => ({ ...e, id: far(e.id), category: 2 as CategoryId }))],
      cards: [...one.cards, ...two.cards.map((c) => ({ ...c, entry: far(c.entry) }))],
      decisions: decisions.map(({ kind, second, order }, i): Decision => ({
        ...decision(kind, [], { id: i + 1 }),
        category: (second ? 2 : 1) as CategoryId,
        order: order.map(([n, other]) => (other ? far(entryIn(0, n)) : entryIn(0, n))),
        votes: kind === 'open_vote' ? order.map(([n]) => n % 2) : [],
      })),
    };
  });
