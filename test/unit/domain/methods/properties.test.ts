import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregate, type Across } from '@shared/domain/methods/aggregate';
import { ballotsOf } from '@shared/domain/methods/ballots';
import { borda } from '@shared/domain/methods/borda';
import { copeland, schulze } from '@shared/domain/methods/condorcet';
import type { Outcome } from '@shared/domain/methods/outcome';
import { bestOfMajority, rankSums } from '@shared/domain/methods/rankSums';
import { fitAdditive, severityAdjusted } from '@shared/domain/methods/severity';
import { standardised } from '@shared/domain/methods/standardised';
import { resolveTies } from '@shared/domain/methods/tieBreak';
import { countbackKey, headToHeadKey, medianKey } from '@shared/domain/methods/tieKeys';
import { rational, toFraction } from '@shared/domain/rational';
import type { Table } from '@shared/domain/methods/table';
import { placesOf } from './table';

const grid = (gaps: boolean): fc.Arbitrary<readonly (readonly (number | null)[])[]> =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([nominees, jurors]) => {
    const mark = gaps ? fc.option(fc.integer({ min: 0, max: 6 }), { freq: 4 }) : fc.integer({ min: 0, max: 6 });
    return fc.array(fc.array(mark, { minLength: jurors, maxLength: jurors }), {
      minLength: nominees,
      maxLength: nominees,
    });
  });
const exact = (rows: readonly (readonly (number | null)[])[]): Table =>
  rows.map((row) => row.map((x) => (x === null ? null : rational(x, 2))));

const across = (by: Across['by'], trim: number): Across => ({ by, highest: trim, lowest: trim });
type Method = (table: Table) => Outcome;
const ranks = { best: 0, worst: 0, unranked: 'no_opinion' } as const;
const read = (table: Table) => ballotsOf(table, 'higher');

/** Methods in which a higher mark can never harm. */
const monotone: Readonly<Record<string, Method>> = {
  mean: (t) => aggregate(t, across('mean', 0), 'higher', null),
  sum: (t) => aggregate(t, across('sum', 0), 'higher', null),
  'trimmed mean': (t) => aggregate(t, across('mean', 1), 'higher', null),
  median: (t) => aggregate(t, across('median', 0), 'higher', null),
  'rounded mean': (t) => aggregate(t, across('mean', 0), 'higher', 0),
  'rank sum': (t) => rankSums(read(t), t.length, { by: 'sum', ...ranks }),
  Borda: (t) => borda(read(t), t.length, 'n-1', 'share'),
  Copeland: (t) => copeland(read(t), t.length, 'last', 'balance'),
  Schulze: (t) => schulze(read(t), t.length, 'last', 'winning_votes'),
  severity: (t) => severityAdjusted(t, 'higher'),
};
const others: Readonly<Record<string, Method>> = {
  'z-scores': (t) => standardised(t, 'higher'),
  'best of majority': (t) => bestOfMajority(read(t), t.length, 'no_opinion'),
  margins: (t) => schulze(read(t), t.length, 'no_opinion', 'margins'),
};
const all = Object.entries({ ...monotone, ...others });

const sorted = (rows: readonly (readonly (number | null)[])[]): string => JSON.stringify(rows.map((row) => [...row]));

describe.each(all)('%s', (_name, method) => {
  test('with nobody to rank ranks nobody', () => {
    expect(method([])).toMatchObject({ scores: [], groups: [], details: [], notices: [] });
  });

  test('depends on no order of nominees or jurors', () => {
    fc.assert(
      fc.property(grid(true), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const order = (n: number): readonly number[] =>
          Array.from({ length: n }, (_, i) => ({ i, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key || a.i - b.i)
            .map((k) => k.i);
        const [down, along] = [order(rows.length), order(rows[0]?.length ?? 0)];
        const table = exact(rows);
        const moved = down.map((i) => along.map((j) => table[i]?.[j] ?? null));
        const [one, other] = [method(table), method(moved)];
        const written = (o: Outcome, i: number): string | null => {
          const score = o.scores[i] ?? null;
          return score === null ? null : toFraction(score);
        };
        expect(down.map((i) => written(one, i))).toEqual(down.map((_, k) => written(other, k)));
        const [before, after] = [placesOf(one.groups), placesOf(other.groups)];
        expect(down.map((i) => before[i])).toEqual(down.map((_, k) => after[k]));
      }),
      { numRuns: 60 },
    );
  });

  test('ranks everybody who has a figure once, and nobody else', () => {
    fc.assert(
      fc.property(grid(true), (rows) => {
        const outcome = method(exact(rows));
        const ranked = outcome.groups.flat();
        expect(new Set(ranked).size).toBe(ranked.length);
        if (outcome.notices.some((n) => n.kind === 'not-comparable')) return;
        expect(ranked.toSorted((a, b) => a - b)).toEqual(outcome.scores.flatMap((s, i) => (s === null ? [] : [i])));
      }),
      { numRuns: 60 },
    );
  });
});

test.each(Object.entries(monotone))('%s: a higher mark never costs a place', (_name, method) => {
  fc.assert(
    fc.property(grid(false), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 }), (rows, n, j, more) => {
      const [i, k] = [n % rows.length, j % (rows[0]?.length ?? 1)];
      const raised = rows.map((row, a) => row.map((x, b) => (a === i && b === k ? (x ?? 0) + more : x)));
      const [before, after] = [method(exact(rows)), method(exact(raised))].map((o) => placesOf(o.groups)[i] ?? 0);
      expect(after, sorted(raised)).toBeLessThanOrEqual(before ?? 0);
    }),
    { numRuns: 80 },
  );
});

test('means and trimmed means agree with whole-number arithmetic written for this test alone', () => {
  fc.assert(
    fc.property(grid(true), fc.integer({ min: 0, max: 2 }), (rows, trim) => {
      const outcome = aggregate(exact(rows), across('mean', trim), 'higher', null);
      rows.forEach((row, i) => {
        const marks = row.filter((x) => x !== null).toSorted((a, b) => a - b);
        const kept = marks.length > 2 * trim ? marks.slice(trim, marks.length - trim) : marks;
        const score = outcome.scores[i] ?? null;

        const total = kept.reduce((a, b) => a + b, 0);
        expect(score).toEqual(kept.length === 0 ? null : rational(total, 2 * kept.length));
      });
    }),
  );
});

test('what the additive model leaves over sums to zero for every juror and nominee', () => {
  fc.assert(
    fc.property(grid(true), (rows) => {
      const fit = fitAdditive(exact(rows));
      const total = (values: readonly ({ n: bigint; d: bigint } | null)[]): string =>
        toFraction(
          values.reduce<{ n: bigint; d: bigint }>(
            (sum, v) => (v === null ? sum : rational(sum.n * v.d + v.n * sum.d, sum.d * v.d)),
            rational(0),
          ),
        );
      for (const row of fit.residuals) expect(total(row)).toBe('0');
      for (let j = 0; j < (rows[0]?.length ?? 0); j += 1)
        expect(total(fit.residuals.map((row) => row[j] ?? null))).toBe('0');
    }),
  );
});

test('a chain only splits groups, and every boundary names what made it', () => {
  fc.assert(
    fc.property(grid(true), (rows) => {
      const table = exact(rows);
      const { groups } = aggregate(table, across('mean', 0), 'higher', 0);
      const steps = [
        { name: 'median', key: medianKey(table, 'higher') },
        { name: 'head_to_head', key: headToHeadKey(table, 'higher') },
        { name: 'countback', key: countbackKey(table, 'higher') },
      ];
      const resolved = resolveTies(groups, steps);
      expect(resolved.boundaries).toHaveLength(Math.max(0, resolved.groups.length - 1));
      const placeBefore = placesOf(groups);
      const order = resolved.groups.flat();
      expect(order.map((i) => placeBefore[i] ?? 0)).toEqual(
        order.map((i) => placeBefore[i] ?? 0).toSorted((a, b) => a - b),
      );
      resolved.boundaries.forEach((b, g) => {
        const [upper, lower] = [resolved.groups[g]?.[0] ?? 0, resolved.groups[g + 1]?.[0] ?? 0];
        if (b.step === null) expect(placeBefore[upper]).toBeLessThan(placeBefore[lower] ?? 0);
        else expect(steps.map((s) => s.name)).toContain(b.step);
      });
    }),
  );
});
