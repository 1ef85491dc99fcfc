import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { category } from '@shared/model/category';
import { contestRules } from '@shared/model/rules';
import { round } from '@shared/model/round';
import { readTemplate } from '@shared/model/template';

const shipped = resolve(import.meta.dirname, '../../../resources/templates');
const pack = resolve(import.meta.dirname, '../../../../shared/domain/templates');
const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

describe('the shipped template', () => {
  const t = readTemplate(read(shipped, 'jana-beles.json'));

  test('Jana Béles names ten students and four organisations', () => {
    expect(t.categories.map((c) => c.winners)).toEqual([
      { mode: 'laureates_unranked', count: 10 },
      { mode: 'laureates_unranked', count: 4 },
    ]);
  });

  test('weights of every category make a whole', () => {
    for (const c of t.categories) expect(c.criteria.reduce((sum, k) => sum + k.weight, 0)).toBe(10_000);
  });

  test('rounds: check, 0.6 of the first with 20 and 8 advancing, 0.4 of the final', () => {
    expect(t.rounds.map((r) => [r.rules.kind, r.weight, r.advance])).toEqual([
      ['technical', null, { mode: 'all' }],
      ['jury', 6000, { mode: 'per_category', counts: { best_student: 20, best_selfgov: 8 } }],
      ['jury', 4000, { mode: 'all' }],
    ]);
  });

  test('ids never repeat', () => {
    const ids = t.categories.flatMap((c) => c.criteria.map((k) => k.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.skipIf(!existsSync(pack))(
  'the fourteen templates of the domain pack (skipped where the pack is absent)',
  () => {
    const files = existsSync(pack) ? readdirSync(pack).filter((f) => f.endsWith('.json')) : [];

    test('there are fourteen', () => expect(files).toHaveLength(14));

    test.each(files)('%s is carried whole: what is read passes the schemas of the database', (file) => {
      const t = readTemplate(read(pack, file));
      expect(contestRules.parse(t.rules)).toEqual(t.rules);
      for (const c of t.categories) expect(category.parse(c)).toEqual(c);
      for (const r of t.rounds) expect(round.parse(r)).toEqual(r);
    });
  },
);

test('a text that is no template is refused with the place of the fault', () => {
  expect(() => readTemplate({ id: 'x', version: 1 })).toThrow(/title/);
});
