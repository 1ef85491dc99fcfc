import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainEntry, explainPair } from '@shared/domain/explain';
import { equal, fromFraction, multiply, rational, subtract, sum } from '@shared/domain/rational';
import type { AcrossJurors } from '@shared/model/rules';
import { computeStanding, type StandingInput } from '@shared/domain/standing';
import { absent, contestOf, type CellSpec, type RoundSpec } from './contest';
import { less, naiveTotal, parse, same } from './naive';

const max = 4;
const cell = (criteria: number): fc.Arbitrary<CellSpec> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.array(fc.integer({ min: 0, max }), { minLength: criteria, maxLength: criteria }) },
    {
      weight: 2,
      arbitrary: fc.array(fc.option(fc.integer({ min: 0, max })), { minLength: criteria, maxLength: criteria }),
    },
    { weight: 1, arbitrary: fc.constantFrom('R' as const, '-' as const) },
  );

/** Small scales and few jurors on purpose: ties are frequent. */
const contest = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    jurors: fc.integer({ min: 1, max: 6 }),
    aggregation: fc.constantFrom<AcrossJurors>(
      { acrossJurors: 'mean' },
      { acrossJurors: 'trimmed_mean' },
      { acrossJurors: 'trimmed_mean', trim: 2 },
      { acrossJurors: 'median' },
    ),
    nominees: fc.integer({ min: 1, max: 6 }),
    rounds: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }),
    count: fc.integer({ min: 1, max: 4 }),
    gone: fc.option(fc.integer({ min: 1, max: 4 })),
    late: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .chain((shape) => {
    const row = fc.array(cell(shape.weights.length), { minLength: shape.jurors, maxLength: shape.jurors });
    const table = fc.array(row, { minLength: shape.nominees, maxLength: shape.nominees });
    return fc.tuple(...shape.rounds.map(() => table)).map((tables) =>
      contestOf({
        weights: shape.weights.map((w) => w * 1000),
        scale: { min: 0, max, step: 1 },
        aggregation: shape.aggregation,
        winners: { mode: 'laureates_unranked', count: shape.count },
        ties: [
          { rule: 'criteria_by_descending_weight' },
          { rule: 'higher_median_of_jurors' },
          { rule: 'more_first_places' },
          { rule: 'chair_casting_vote' },
        ],
        rounds: tables.map((rows, i): RoundSpec => ({
          weight: (shape.rounds[i] ?? 1) * 1000,
          scores: Object.fromEntries(rows.map((cells, n) => [n + 1, cells])),
          ...(shape.gone === null ? {} : { attendance: { [shape.gone]: absent } }),
          ...(shape.late === null ? {} : { ballots: { [shape.late]: 'not_returned' as const } }),
        })),
      }),
    );
  });

const shuffled = <T>(list: readonly T[], seed: number): readonly T[] =>
  list
    .map((value, i) => ({ value, key: Math.imul(i + 1, seed | 1) >>> 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map((x) => x.value);

const withCriteria = (
  input: StandingInput,
  change: (
    c: StandingInput['contest']['categories'][number]['criteria'],
  ) => StandingInput['contest']['categories'][number]['criteria'],
): StandingInput => ({
  ...input,
  contest: {
    ...input.contest,
    categories: input.contest.categories.map((c) => ({ ...c, criteria: change(c.criteria) })),
  },
});

const totalsOf = (input: StandingInput): ReadonlyMap<number, string | null> =>
  new Map(computeStanding(input).rows.map((r) => [r.number, r.total?.exact ?? null]));

describe('the standing', () => {
  it('agrees with the plain model to the last digit', () => {
    fc.assert(
      fc.property(contest, (input) => {
        for (const row of computeStanding(input).rows) {
          const expected = naiveTotal(input, row.number, max);
          if (expected === null) expect(row.total).toBeNull();
          else expect(row.total !== null && same(parse(row.total.exact), expected)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('orders by exact totals, counts places 1-2-2-4, and says why', () => {
    fc.assert(
      fc.property(contest, (input) => {
        const rows = computeStanding(input).rows.filter((r) => r.total !== null);
        rows.forEach((row, i) => {
          const next = rows[i + 1];
          if (next === undefined) {
            expect(row.aboveNext).toBeNull();
            return;
          }
          const [upper, lower] = [parse(row.total?.exact ?? ''), parse(next.total?.exact ?? '')];
          expect(less(upper, lower)).toBe(false);
          expect(row.aboveNext?.by === 'total').toBe(!same(upper, lower));
          expect(next.place).toBe(row.aboveNext?.by === 'nothing' ? row.place : i + 2);
          if (row.aboveNext !== null && 'upper' in row.aboveNext)
            expect(row.aboveNext.upper).not.toEqual(row.aboveNext.lower);
        });
        expect(rows[0]?.place ?? 1).toBe(1);
        expect(JSON.stringify(computeStanding(input))).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which anything is read', () => {
    fc.assert(
      fc.property(contest, fc.integer(), (input, seed) => {
        const other: StandingInput = {
          ...input,
          entries: shuffled(input.entries, seed),
          nominees: shuffled(input.nominees, seed),
          jurors: shuffled(input.jurors, seed),
          seats: shuffled(input.seats, seed),
          cards: shuffled(input.cards, seed),
          ballotStates: shuffled(input.ballotStates, seed),
        };
        expect(computeStanding(other)).toEqual(computeStanding(input));
      }),
    );
  });

  it('gives the same places whoever the jurors are and whatever the nominees are called', () => {
    fc.assert(
      fc.property(contest, fc.integer({ min: 5, max: 9 }), (input, shift) => {
        const renumbered: StandingInput = {
          ...input,
          jurors: input.jurors.map((j) => ({ ...j, number: shift - j.number })),
          nominees: input.nominees.map((n) => ({ ...n, name: 'x', sortKey: String(99 - n.number) })),
        };
        const places = (i: StandingInput) =>
          new Map(computeStanding(i).rows.map((r) => [r.number, [r.place, r.total?.exact, r.status]]));
        expect(places(renumbered)).toEqual(places(input));
      }),
    );
  });

  it('gives the same totals in whatever order the criteria are listed', () => {
    fc.assert(
      fc.property(contest, (input) => {
        expect(totalsOf(withCriteria(input, (c) => c.toReversed()))).toEqual(totalsOf(input));
      }),
    );
  });

  it('never drops somebody for a higher mark', () => {
    fc.assert(
      fc.property(contest, fc.nat(), fc.nat(), (input, whichCard, whichMark) => {
        const card = input.cards[whichCard % Math.max(1, input.cards.length)];
        const slot = whichMark % Math.max(1, card?.marks.length ?? 1);
        const k = card?.marks[slot];
        if (card === undefined || typeof k !== 'number' || k === max) return;
        const raised = { ...card, marks: card.marks.map((m, i) => (i === slot ? k + 1 : m)) };
        const after = computeStanding({ ...input, cards: input.cards.map((c) => (c === card ? raised : c)) });
        const before = computeStanding(input);
        const nominee = input.entries.find((e) => e.id === card.entry)?.nominee;
        const [was, is] = [before, after].map((s) => s.rows.find((r) => r.nominee === nominee));
        expect(is?.total == null).toBe(was?.total == null);
        if (was?.total == null || is?.total == null) return;
        expect(less(parse(is.total.exact), parse(was.total.exact))).toBe(false);
        expect(is.place ?? 0).toBeLessThanOrEqual(was.place ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a recused, incomplete or uncounted card as if it were not there', () => {
    fc.assert(
      fc.property(contest, (input) => {
        const criteria = input.contest.categories[0]?.criteria.length ?? 0;
        const present = new Set(
          input.seats
            .filter(
              (s) =>
                s.attendance.state === 'present' &&
                input.ballotStates.some((b) => b.juror === s.juror && b.state === 'returned'),
            )
            .map((s) => s.juror),
        );
        const counted = input.cards.filter(
          (c) => c.recusal === null && present.has(c.juror) && c.marks.length === criteria && !c.marks.includes(null),
        );
        expect(totalsOf({ ...input, cards: counted })).toEqual(totalsOf(input));
      }),
    );
  });
});

describe('the explanation', () => {
  it('recomputes exactly: marks to cards, cards to rounds, criteria to rounds, rounds to the total', () => {
    fc.assert(
      fc.property(contest, (input) => {
        const weights = input.contest.rounds.reduce((s, r) => s + (r.weight ?? 0), 0);
        for (const row of computeStanding(input).rows) {
          const explanation = explainEntry(input, row.entry);
          expect(explanation?.total).toEqual(row.total);
          const means = (explanation?.rounds ?? []).flatMap((round) => {
            const counted = round.cards.filter((c) => c.subtotal !== null);
            for (const card of counted) {
              const points = card.marks.map((m) => fromFraction(m.points?.exact ?? ''));
              expect(equal(sum(points), fromFraction(card.subtotal?.exact ?? ''))).toBe(true);
            }
            if (round.mean === null) {
              expect(counted).toEqual([]);
              return [];
            }
            const mean = fromFraction(round.mean.exact);
            const kept = counted.filter((c) => !c.dropped);
            const fromCards = sum(kept.map((c) => fromFraction(c.subtotal?.exact ?? '')));
            expect(equal(multiply(mean, rational(kept.length)), fromCards)).toBe(true);
            expect(equal(sum(round.criteria.map((c) => fromFraction(c.points?.exact ?? ''))), mean)).toBe(true);
            const weight = input.contest.rounds.find((r) => r.id === round.round)?.weight ?? 0;
            return [multiply(mean, rational(weight, weights))];
          });
          if (row.total === null) continue;
          const total = sum(means);
          expect(equal(total, fromFraction(row.total.exact))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of a pair sums to the difference of the totals and names what separated any two', () => {
    fc.assert(
      fc.property(contest, fc.nat(), fc.nat(), (input, a, b) => {
        const rows = computeStanding(input).rows.filter((r) => r.total !== null);
        const [i, j] = [a % Math.max(1, rows.length), b % Math.max(1, rows.length)].toSorted((x, y) => x - y);
        const [upper, lower] = [rows[i ?? 0], rows[j ?? 0]];
        if (upper?.total == null || lower?.total == null || upper === lower) return;
        const pair = explainPair(input, lower.entry, upper.entry);
        expect([pair?.upper, pair?.lower]).toEqual([upper.entry, lower.entry]);
        const difference = subtract(fromFraction(upper.total.exact), fromFraction(lower.total.exact));
        expect(equal(sum((pair?.criteria ?? []).map((c) => fromFraction(c.difference.exact))), difference)).toBe(true);
        expect(pair?.separation.by === 'nothing').toBe(upper.place === lower.place);
        expect(pair?.separation.by === 'total').toBe(upper.total.exact !== lower.total.exact);
        if (j === (i ?? 0) + 1) expect(pair?.separation).toEqual(upper.aboveNext);
      }),
      { numRuns: 300 },
    );
  });
});
