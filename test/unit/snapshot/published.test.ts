import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '@shared/snapshot/result';
import {
  category,
  list,
  object,
  placesIn,
  quality,
  ranked,
  round,
  standing,
  text,
  texts,
  totalsIn,
  type Data,
} from './reference/case';

// Problems with an answer known from elsewhere, as snapshots that anybody can rank: test/fixtures/published.json.

interface Published {
  readonly id: string;
  readonly source: string;
  /** `recomputed`: the answer was worked out by another way than this program's. */
  readonly answer: 'published' | 'recomputed';
  readonly snapshot: Data;
  readonly expected: Data;
}
const file = resolve(import.meta.dirname, '../../fixtures/published.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Published[];

const near = (actual: unknown, expected: unknown, tolerance: number, what: string): void => {
  expect(typeof actual, what).toBe('number');
  expect(Math.abs(Number(actual) - Number(expected)), `${what}: ${String(actual)}`).toBeLessThanOrEqual(tolerance);
};

/** What stands at a path of an explanation; of an exact figure its double. */
function walked(from: Json | undefined, path: readonly string[]): unknown {
  const found = path.reduce<Json | undefined>(
    (at, key) => (Array.isArray(at) ? list(at)[Number(key)] : object(at)[key]),
    from,
  );
  return typeof found === 'object' && found !== null && 'value' in found ? found['value'] : found;
}

describe('published problems', () => {
  test.each(cases.map((own) => [own.id, own] as const))('%s', (_id, { snapshot, expected }) => {
    const result = ranked({ format: 'tarazy-snapshot', version: 1, ...snapshot });
    for (const [key, value] of Object.entries(expected)) {
      switch (key) {
        case 'order':
          expect(standing(result).order).toEqual(value);
          break;
        case 'first':
          expect(standing(result).order[0]).toEqual(value);
          break;
        case 'last':
          expect(standing(result).order.at(-1)).toEqual(value);
          break;
        case 'places':
          expect(placesIn(standing(result))).toEqual(value);
          break;
        case 'by':
          expect(standing(result).rows[0]?.aboveNext?.by).toBe(value);
          break;
        case 'totals': {
          const totals = totalsIn(standing(result));
          for (const [name, total] of Object.entries(object(value))) near(totals[name], total, 1e-9, name);
          break;
        }
        case 'explained':
          for (const [name, figures] of Object.entries(object(value))) {
            const row = round(result).rows.find((r) => r.nominee === name);
            for (const [path, figure] of Object.entries(object(figures))) {
              const found = walked(row?.explanation, path.split('.'));
              expect(found, `${name} ${path}`).toEqual(figure);
            }
          }
          break;
        case 'selected':
          expect(object(category(result).selection)['selected']).toEqual(value);
          break;
        case 'union':
          expect(object(category(result).union)['selected']).toEqual(value);
          break;
        case 'blocked':
          expect(list(object(category(result).selection)['blocked']).map((b) => object(b)['nominee'])).toEqual(value);
          break;
        case 'overall':
          expect(Object.fromEntries(category(result).overall.map((o) => [o.nominee, o.place]))).toEqual(value);
          break;
        case 'quality':
        case 'published':
          for (const [path, figure] of Object.entries(object(value))) {
            const [wanted, tolerance] = list(figure).map(Number);
            near(quality(result, ...path.split('.')), wanted, tolerance ?? 0, path);
          }
          break;
        case 'perJuror':
          for (const [juror, figures] of Object.entries(object(value))) {
            const own = object(list(quality(result, 'perJuror')).find((j) => object(j)['juror'] === juror));
            for (const [name, figure] of Object.entries(object(figures))) {
              const [wanted, tolerance] = list(figure).map(Number);
              near(own[name], wanted, tolerance ?? 0, `${juror} ${name}`);
            }
          }
          break;
        case 'budget': {
          const budget = object(category(result).budget);
          const { value: best, granted } = object(value);
          near(object(budget['value'])['value'], best, 0, 'value');
          expect(
            list(budget['grants'])
              .map((g) => text(object(g)['nominee']))
              .toSorted(),
          ).toEqual(texts(granted).toSorted());
          break;
        }
        case 'awards': {
          const awards = object(result.awards);
          near(object(awards['total'])['value'], object(value)['total'], 1e-9, 'total');
          if (object(value)['laureates'] !== undefined) expect(awards['laureates']).toEqual(object(value)['laureates']);
          break;
        }
        default:
          throw new Error(`nothing checks ${key}`);
      }
    }
  });

  test('at least thirty, each with its source and what is known of it', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(new Set(cases.map((own) => own.id)).size).toBe(cases.length);
    for (const own of cases) {
      expect(own.source).not.toBe('');
      expect(Object.keys(own.expected)).not.toHaveLength(0);
    }
  });
});
