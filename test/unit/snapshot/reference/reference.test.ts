import { describe, expect, test } from 'vitest';
import { cases, folder, ranked, standing } from './case';
import { checkOf } from './check';
import { snapshotsOf } from './convert';
import { shuffled } from './shuffle';

// Every published problem of the reference folder, through the function that `npm run rank` prints from.

const without = cases.length === 0;
if (without) process.stderr.write(`The reference cases are skipped: there is no folder ${folder}\n`);

describe.skipIf(without)('published results', () => {
  test.each(cases.map((own) => [own.id, own] as const))('%s', (_id, own) => {
    const results = Object.entries(snapshotsOf(own)).map(([key, snapshot]) => [key, ranked(snapshot)] as const);
    checkOf(own)(own, Object.fromEntries(results));
  });

  test.each(cases.map((own) => [own.id, own] as const))('%s, in any order of nominees and jurors', (_id, own) => {
    for (const [key, snapshot] of Object.entries(snapshotsOf(own))) {
      const expected = ranked({ ...snapshot, explain: false });
      for (const seed of [1, 5]) {
        expect(ranked({ ...shuffled(snapshot, seed), explain: false }), key).toEqual(expected);
      }
    }
  });

  test.each(cases.filter((own) => Array.isArray(own.input['scores'])).map((own) => [own.id, own] as const))(
    '%s, on another scale',
    (_id, own) => {
      const [snapshot] = Object.values(snapshotsOf(own));
      const rounds = structuredClone(snapshot?.['rounds']) as { input: { table: (number | null)[][] } }[];
      for (const { input } of rounds) {
        input.table = input.table.map((row) => row.map((x) => (x === null ? null : x * 4 + 10)));
      }
      expect(standing(ranked({ ...snapshot, rounds })).order).toEqual(standing(ranked(snapshot)).order);
    },
  );
});
