import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational, type Rational } from '@shared/domain/rational';
import { Assigning } from '@shared/domain/winners/assigning';
import type { NomineeId } from '@shared/model/ids';
import { assignAwards } from '../../../../scripts/verifier/awards';

interface Seats {
  readonly seats: number;
  readonly levels: readonly { readonly total: Rational; readonly nominees: readonly NomineeId[] }[];
}

// Totals from few values and up to three categories: full of equals, so that many assignments are equally good.
const totals = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 4, maxLength: 4 });
const problem = fc.array(
  fc.record({ seats: fc.integer({ min: 1, max: 2 }), totals }).map((own): Seats => ({
    seats: own.seats,
    levels: [3, 2, 1, 0].flatMap((value) => {
      const nominees = own.totals.flatMap((total, i) => (total === value ? [i as NomineeId] : []));
      return nominees.length === 0 ? [] : [{ total: rational(value, 2), nominees }];
    }),
  })),
  { minLength: 1, maxLength: 3 },
);

/** Every assignment: for each nominee the category, or none; only the best. */
function bestOf(categories: readonly Seats[]): readonly (readonly (number | null)[])[] {
  const worth = (who: number, c: number): number | null => {
    const level = categories[c]?.levels.find(({ nominees }) => nominees.includes(who as NomineeId));
    return level === undefined ? null : Number(level.total.n) / Number(level.total.d);
  };
  let ways: { readonly homes: readonly (number | null)[]; readonly filled: number; readonly sum: number }[] = [
    { homes: [], filled: 0, sum: 0 },
  ];
  for (const who of [0, 1, 2, 3]) {
    ways = ways.flatMap((way) => [
      { ...way, homes: [...way.homes, null] },
      ...categories.flatMap(({ seats }, c) => {
        const own = worth(who, c);
        if (own === null || way.homes.filter((home) => home === c).length >= seats) return [];
        return [{ homes: [...way.homes, c], filled: way.filled + 1, sum: way.sum + own }];
      }),
    ]);
  }
  const filled = Math.max(...ways.map((way) => way.filled));
  const full = ways.filter((way) => way.filled === filled);
  const sum = Math.max(...full.map((way) => way.sum));
  return full.filter((way) => way.sum === sum).map(({ homes }) => homes);
}

describe('all best assignments', () => {
  test('have exactly the pairs and groups that trying every assignment finds, also once some are settled', () => {
    fc.assert(
      fc.property(problem, (categories) => {
        const ways = new Assigning(categories, 'higher');
        let left = bestOf(categories);
        categories.forEach(({ levels }, c) => {
          for (const { nominees } of levels) {
            const here = nominees.filter((who) => left.some((homes) => homes[who] === c));
            expect(nominees.filter((who) => ways.mayWin(c, who))).toEqual(here);
            const together = left.filter((homes) => here.every((who) => homes[who] === c));
            expect(ways.mayAllWin(c, here)).toBe(together.length > 0);
            for (const who of nominees) if (!here.includes(who)) ways.bar(c, who);
            if (here.length === 0 || together.length === 0) continue;
            ways.settle(c, here);
            left = together;
          }
        });
      }),
      { numRuns: 600 },
    );
  });

  test('come out the same for the verifier, and in whatever order nominees are written down', () => {
    fc.assert(
      fc.property(problem, fc.boolean(), (categories, shared) => {
        const halls = (turned: boolean) =>
          categories.map(({ seats, levels }) => ({
            seats,
            groups: levels.map(({ total, nominees }) => ({
              worth: total,
              nominees: turned ? nominees.toReversed() : nominees,
            })),
          }));
        const told = (turned: boolean) =>
          assignAwards(halls(turned), shared).map((own) => [...own].toSorted(([a], [b]) => a - b));
        expect(told(true)).toEqual(told(false));
        const winners = told(false).map((own) => own.flatMap(([who, seat]) => (seat === 'laureate' ? [who] : [])));
        if (
          told(false)
            .flat()
            .some(([, seat]) => seat === 'undecided') ||
          shared
        )
          return;
        expect(
          bestOf(categories).some((homes) => winners.every((own, c) => own.every((who) => homes[who] === c))),
        ).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});
