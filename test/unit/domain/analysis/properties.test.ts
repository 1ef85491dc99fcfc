import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareMethods } from '@shared/domain/analysis/comparison';
import { juryQuality } from '@shared/domain/analysis/juryQuality';
import { whatIf } from '@shared/domain/analysis/whatIf';
import { computeStanding } from '@shared/domain/standing';
import type { AcrossJurors } from '@shared/model/rules';
import { contestOf, type CellSpec, type RoundSpec } from '../scoring/contest';

/** Four-point scales and recusals: ties and gaps are frequent. */
const contest = fc
  .record({
    jurors: fc.integer({ min: 5, max: 6 }),
    nominees: fc.integer({ min: 5, max: 7 }),
    rounds: fc.integer({ min: 1, max: 2 }),
    count: fc.integer({ min: 1, max: 3 }),
    across: fc.constantFrom<AcrossJurors>(
      { acrossJurors: 'mean' },
      { acrossJurors: 'sum' },
      { acrossJurors: 'median' },
      { acrossJurors: 'trimmed_mean', trim: 1 },
    ),
  })
  .chain((shape) => {
    const marks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 });
    const cell: fc.Arbitrary<CellSpec> = fc.oneof(
      { weight: 9, arbitrary: marks },
      { weight: 1, arbitrary: fc.constantFrom('R' as const, '-' as const) },
    );
    const row = fc.array(cell, { minLength: shape.jurors, maxLength: shape.jurors });
    const table = fc.array(row, { minLength: shape.nominees, maxLength: shape.nominees });
    return fc.array(table, { minLength: shape.rounds, maxLength: shape.rounds }).map((tables) =>
      contestOf({
        weights: [7000, 3000],
        scale: { min: 0, max: 4, step: 1 },
        aggregation: shape.across,
        winners: { mode: 'laureates_unranked', count: shape.count },
        ties: [{ rule: 'criteria_by_descending_weight' }, { rule: 'chair_casting_vote' }],
        rounds: tables.map((rows): RoundSpec => ({
          scores: Object.fromEntries(rows.map((cells, n) => [n + 1, cells])),
        })),
      }),
    );
  });

it('the sandbox without any change is the official ranking', () => {
  fc.assert(
    fc.property(contest, (input) => {
      const { rows } = computeStanding(input);
      const same = input.contest.categories.flatMap((c) =>
        c.criteria.map(({ id, weight }) => ({ criterion: id, weight })),
      );
      for (const weights of [[], same]) {
        const answer = whatIf(input, { without: [], weights });
        if (answer.state !== 'ready') throw new Error(answer.state);
        expect(answer.shifts).toEqual([]);
        expect(answer.rows.map(({ entry, place, figure }) => ({ entry, place, total: figure }))).toEqual(
          rows.map(({ entry, place, total }) => ({ entry, place, total })),
        );
      }
    }),
    { numRuns: 100 },
  );
});

it('every method ranks the same people and fills no more places than there are', () => {
  fc.assert(
    fc.property(contest, (input) => {
      const comparison = compareMethods(input);
      if (comparison.state !== 'ready') return;
      const everybody = comparison.rows.map((r) => r.entry).toSorted((a, b) => a - b);
      for (const method of comparison.methods) {
        if (method.state !== 'ranked') continue;
        expect(method.rows.map((r) => r.entry).toSorted((a, b) => a - b)).toEqual(everybody);
        const total = (side: string) => method.rows.filter((r) => r.side === side).length;
        expect(total('in')).toBeLessThanOrEqual(comparison.line?.count ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});

/** Every number anywhere in an answer. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

it('quality has no number that is none, shares that are shares, and influence that sums to 1', () => {
  fc.assert(
    fc.property(contest, (input) => {
      const quality = juryQuality(input);
      expect(numbersIn(quality).every(Number.isFinite)).toBe(true);
      if (quality.state !== 'ready') return;
      const influence = quality.criteria.flatMap((c) => c.influence ?? []);
      if (influence.length > 0) expect(influence.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      expect(quality.criteria.reduce((sum, c) => sum + c.weight, 0)).toBeCloseTo(1, 5);
      for (const { share, low, high } of quality.stability.rows) {
        expect(share === null || (share >= 0 && share <= 1)).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
      }
      for (const { deviations, severity } of quality.jurors)
        expect(deviations.reduce((a, b) => a + b, 0) / deviations.length).toBeCloseTo(severity, 4);
    }),
    { numRuns: 25 },
  );
});
