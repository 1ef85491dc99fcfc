import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranked, standing } from './reference/case';

const base = { format: 'tarazy-snapshot', version: 1 };

describe('against slow models written for this test alone', () => {
  const profile = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([n, j]) =>
    fc.array(fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }), {
      minLength: j,
      maxLength: j,
    }),
  );
  const rankedBy = (orders: readonly (readonly number[])[], method: unknown) =>
    standing(
      ranked({
        ...base,
        nominees: (orders[0] ?? []).map((_, i) => `n${i}`),
        rounds: [
          {
            id: 'r',
            method,
            input: { kind: 'rankings', ballots: orders.map((o) => ({ order: o.map((i) => `n${i}`) })) },
          },
        ],
      }),
    ).order.map((group) => group.map((id) => Number(id.slice(1))).toSorted((a, b) => a - b));
  const above = (orders: readonly (readonly number[])[], a: number, b: number): number =>
    orders.filter((o) => o.indexOf(a) < o.indexOf(b)).length;

  test('Schulze: widest of all simple paths, listed one by one', () => {
    fc.assert(
      fc.property(profile, fc.constantFrom('winning_votes', 'margins'), (orders, strength) => {
        const n = orders[0]?.length ?? 0;
        const link = (a: number, b: number): number => {
          const [won, lost] = [above(orders, a, b), above(orders, b, a)];
          return won > lost ? (strength === 'margins' ? won - lost : won) : 0;
        };
        const widest = (a: number, b: number, seen: readonly number[]): number =>
          Math.max(
            link(a, b),
            ...[...Array(n).keys()]
              .filter((k) => k !== b && !seen.includes(k))
              .map((k) => Math.min(link(a, k), widest(k, b, [...seen, k]))),
          );
        const order = rankedBy(orders, { name: 'schulze', strength });
        const groupOf = (i: number): number => order.findIndex((g) => g.includes(i));
        for (let a = 0; a < n; a += 1)
          for (let b = 0; b < n; b += 1)
            if (a !== b && widest(a, b, [a]) > widest(b, a, [b])) expect(groupOf(a)).toBeLessThan(groupOf(b));
        const unbeaten = [...Array(n).keys()].filter((b) =>
          [...Array(n).keys()].every((a) => a === b || widest(a, b, [a]) <= widest(b, a, [b])),
        );
        expect(order[0]).toEqual(unbeaten);
      }),
      { numRuns: 80 },
    );
  });

  test('best of majority: place, size, total of the majority, total of all', () => {
    fc.assert(
      fc.property(profile, (orders) => {
        const n = orders[0]?.length ?? 0;
        const key = (i: number): readonly number[] => {
          const places = orders.map((o) => o.indexOf(i) + 1);
          for (let p = 1; ; p += 1) {
            const majority = places.filter((x) => x <= p);
            if (majority.length * 2 > places.length) {
              const total = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
              return [p, -majority.length, total(majority), total(places)];
            }
          }
        };
        const compare = (a: number, b: number): number =>
          key(a).reduce((order, x, k) => (order === 0 ? x - (key(b)[k] ?? 0) : order), 0);
        const order = rankedBy(orders, 'best_of_majority');
        const groupOf = (i: number): number => order.findIndex((g) => g.includes(i));
        for (let a = 0; a < n; a += 1)
          for (let b = 0; b < n; b += 1) expect(Math.sign(groupOf(a) - groupOf(b))).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 80 },
    );
  });

  test('skating rules 5 to 8: places given out one after another, column by column', () => {
    fc.assert(
      fc.property(profile, (orders) => {
        const n = orders[0]?.length ?? 0;
        const need = Math.floor(orders.length / 2) + 1;
        const upTo = (i: number, p: number): readonly number[] =>
          orders.map((o) => o.indexOf(i) + 1).filter((x) => x <= p);
        const total = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
        const split = (members: readonly number[], key: (i: number) => number): readonly (readonly number[])[] =>
          [...new Set(members.map(key))].toSorted((a, b) => a - b).map((k) => members.filter((i) => key(i) === k));
        /** Rule 7: from a column on, larger majority, lower sum, next column. */
        const settle = (members: readonly number[], p: number): readonly (readonly number[])[] =>
          members.length === 1 || p > n
            ? [members]
            : split(members, (i) => -upTo(i, p).length).flatMap((same) =>
                split(same, (i) => total(upTo(i, p))).flatMap((equal) => settle(equal, p + 1)),
              );
        const groups: (readonly number[])[] = [];
        let left = [...Array(n).keys()];
        for (let p = 1; left.length > 0; p += 1) {
          const reached = left.filter((i) => upTo(i, p).length >= need);
          left = left.filter((i) => !reached.includes(i));
          if (reached.length > 0) groups.push(...settle(reached, p));
        }
        expect(rankedBy(orders, 'skating')).toEqual(groups.map((g) => [...g].toSorted((a, b) => a - b)));
      }),
      { numRuns: 120 },
    );
  });

  test('Copeland and Borda are the same sums over duels', () => {
    fc.assert(
      fc.property(profile, (orders) => {
        const n = orders[0]?.length ?? 0;
        const others = (i: number): readonly number[] => [...Array(n).keys()].filter((b) => b !== i);
        const bordaOf = (i: number): number => others(i).reduce((t, b) => t + above(orders, i, b), 0);
        const copelandOf = (i: number): number =>
          others(i).reduce((t, b) => t + Math.sign(above(orders, i, b) - above(orders, b, i)), 0);
        for (const [method, figure] of [
          ['borda', bordaOf],
          ['copeland', copelandOf],
        ] as const) {
          const order = rankedBy(orders, method);
          const expected = [...new Set(others(-1).map(figure))]
            .toSorted((a, b) => b - a)
            .map((f) => others(-1).filter((i) => figure(i) === f));
          expect(order).toEqual(expected);
        }
      }),
      { numRuns: 80 },
    );
  });
});
