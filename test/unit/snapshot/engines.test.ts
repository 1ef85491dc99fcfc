import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeStanding } from '@shared/domain/standing';
import { contestOf } from '../domain/scoring/contest';
import { ranked, standing } from './reference/case';

const max = 4;
const jurors = 3;
const weights = [5000, 3000, 2000];

/** A card's steps, R for recused, - for none. */
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.integer({ min: 0, max }), { minLength: 3, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('R' as const, '-' as const) },
);
const table = fc.array(fc.array(cell, { minLength: jurors, maxLength: jurors }), { minLength: 1, maxLength: 7 });

test('the application and the open snapshot give the same totals, order and places', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const ids = rows.map((_, i) => String(i + 1));
      const own = computeStanding(
        contestOf({
          weights,
          scale: { min: 0, max, step: 1 },
          ties: [{ rule: 'criteria_by_descending_weight' }, { rule: 'higher_median_of_jurors' }],
          rounds: [{ scores: Object.fromEntries(rows.map((row, i) => [i + 1, row])) }],
        }),
      );
      const open = standing(
        ranked({
          format: 'tarazy-snapshot',
          version: 1,
          nominees: ids,
          criteria: weights.map((weight, c) => ({ id: `c${c}`, weight, scale: { min: 0, max, step: 1 } })),
          rules: { ties: ['criteria', 'median'] },
          rounds: [
            {
              id: 'jury',
              input: {
                kind: 'cards',
                cards: rows.flatMap((row, i) =>
                  row.map((marks, j) => ({
                    juror: `J${j}`,
                    nominee: ids[i],
                    ...(marks === 'R'
                      ? { state: 'recused' }
                      : marks === '-'
                        ? { state: 'pending' }
                        : { marks: Object.fromEntries(marks.map((k, c) => [`c${c}`, k])) }),
                  })),
                ),
              },
            },
          ],
        }),
      );
      const byNominee = (list: readonly (readonly [string, unknown])[]): unknown => Object.fromEntries(list);
      expect(byNominee(open.rows.map((r) => [r.nominee, [r.total?.exact ?? null, r.place, r.tied]]))).toEqual(
        byNominee(own.rows.map((r) => [String(r.number), [r.total?.exact ?? null, r.place, r.tied]])),
      );
    }),
    { numRuns: 150 },
  );
});
