import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  divide,
  fromFraction,
  multiply,
  rational,
  subtract,
  sum,
  toFraction,
  type Rational,
} from '@shared/domain/rational';
import type { Json } from '@shared/snapshot/result';
import { list, object, ranked, round, text } from './reference/case';

// Every figure recomputes from its explanation, by nothing but what the explanation says.

const exact = (figure: Json | undefined): Rational => fromFraction(text(object(figure)['exact']));
const mark = fc.integer({ min: 0, max: 40 }).map((x) => x / 4);
const rowOf = (size: number) => fc.array(mark, { minLength: size, maxLength: size });
const base = { format: 'tarazy-snapshot', version: 1, explain: true };

test('a trimmed mean is the mean of the marks that are not named as dropped', () => {
  fc.assert(
    fc.property(fc.array(rowOf(5), { minLength: 1, maxLength: 4 }), (table) => {
      const nominees = table.map((_, i) => `N${i}`);
      const method = { name: 'trimmed_mean', trim: 1 };
      const report = round(
        ranked({ ...base, nominees, rounds: [{ id: 'r', method, input: { kind: 'scores', table } }] }),
      );
      for (const row of report.rows) {
        const own = object(row.explanation);
        const dropped = list(own['dropped']);
        expect(dropped).toHaveLength(2);
        const kept = Object.entries(object(own['marks'])).filter(([juror]) => !dropped.includes(juror));
        const mean = divide(sum(kept.map(([, m]) => exact(m))), rational(kept.length));
        expect(toFraction(mean)).toBe(row.score?.exact);
      }
    }),
    { numRuns: 40 },
  );
});

test('a performance is the sum of its parts, points and bonus less the penalty; a part base plus factor times panel', () => {
  const part = fc.record({ marks: rowOf(4), factor: fc.constantFrom(0.8, 2, -1), base: fc.constantFrom(0, 10) });
  const whole = fc.record({
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
    points: mark,
    bonus: mark,
    penalty: mark,
  });
  fc.assert(
    fc.property(whole, (performance) => {
      const report = round(
        ranked({
          ...base,
          nominees: ['N'],
          rules: { rounding: { criterion: 2 } },
          rounds: [
            {
              id: 'r',
              method: { name: 'performance', trim: 1 },
              input: { kind: 'performances', performances: [{ nominee: 'N', ...performance }] },
            },
          ],
        }),
      );
      const attempt = object(list(object(report.rows[0]?.explanation)['attempts'])[0]);
      const parts = list(attempt['parts']).map(object);
      parts.forEach((own, k) => {
        const { factor = 1, base: from = 0 } = performance.parts[k] ?? {};
        const value = add(rational(from), multiply(rational(Math.round(factor * 10), 10), exact(own['panel'])));
        expect(toFraction(value)).toBe(toFraction(exact(own['value'])));
      });
      const total = subtract(
        sum([...parts.map((p) => exact(p['value'])), exact(attempt['points']), exact(attempt['bonus'])]),
        exact(attempt['penalty']),
      );
      expect(toFraction(total)).toBe(report.rows[0]?.score?.exact);
    }),
    { numRuns: 40 },
  );
});
