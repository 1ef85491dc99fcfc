import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { rankSnapshot, type Overrides } from '@shared/snapshot/rank';
import { methodNames } from '@shared/snapshot/schemaRules';
import { category, object, placesIn, ranked, standing, totalsIn } from './reference/case';

const base = { format: 'tarazy-snapshot', version: 1 };
const nominees = ['A', 'B', 'C'];
const scores = (table: unknown, rest: object = {}, rules: object = {}) => ({
  ...base,
  nominees,
  rounds: [{ id: 'r', input: { kind: 'scores', table }, ...rest }],
  rules,
});
const problem = (snapshot: unknown, overrides?: Overrides): string => {
  const result = rankSnapshot(snapshot, overrides);
  return result.ok ? 'no problem' : result.problems.map((p) => `${p.path}: ${p.message}`).join('\n');
};

describe('a snapshot that cannot be computed with says where', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['not an object', 7, /^: .*expected object/],
    ['another format', { ...base, format: 'x', nominees }, /^format: /],
    ['a misspelt member', { ...base, nominees, rouds: [] }, /rouds/],
    [
      'a mark that is no number',
      scores([
        [1, 2],
        [3, 'x'],
        [5, 6],
      ]),
      /^rounds\[0\]\.input\.table\[1\]\[1\]: /,
    ],
    ['rows of unequal length', scores([[1, 2], [3], [5, 6]]), /^rounds\[0\]\.input\.table\[1\]: has 1 cells/],
    [
      'a row too few',
      scores([
        [1, 2],
        [3, 4],
      ]),
      /^rounds\[0\]\.input\.table: has 2 rows for 3 nominees/,
    ],
    [
      'an unknown nominee',
      { ...base, nominees, rounds: [{ id: 'r', input: { kind: 'figures', figures: { D: 1 } } }] },
      /^rounds\[0\]\.input\.figures\.D: no nominee "D"/,
    ],
    ['a nominee twice', { ...base, nominees: ['A', 'A'] }, /^nominees\[1\]: /],
    ['an unknown method', scores([[1], [2], [3]], { method: 'shulze' }), /^rounds\[0\]\.method: .*schulze/s],
    [
      'an option that the method does not have',
      scores([[1], [2], [3]], { method: { name: 'median', unranked: 'last' } }),
      /^rounds\[0\]\.method.*unranked/s,
    ],
    [
      'input that the method cannot work on',
      { ...scores([]), rounds: [{ id: 'r', method: 'majority_judgment', input: { kind: 'votes', votes: { A: 1 } } }] },
      /^rounds\[0\]\.method: majority_judgment needs grades/,
    ],
    ['an unknown tie step', scores([[1], [2], [3]], {}, { ties: ['luck'] }), /^rules\.ties\[0\]: /],
    [
      'a tie step that names no round',
      scores([[1], [2], [3]], {}, { ties: [{ step: 'round', round: 'x' }] }),
      /^rules\.ties\[0\]\.round: no round "x"/,
    ],
    [
      'a fund without costs',
      scores([[1], [2], [3]], {}, { budget: { fund: 1, rule: 'stop' } }),
      /^rules\.budget\.costs: no cost of nominee "C"/,
    ],
    ['laureates after no round', prized([], 'x'), /^rules\.laureates\.lists\[0\]\.after: no round "x"/],
    ['prizes after no list', prized([{ after: 'x', take: 'pool' }]), /prizes\[0\]\.after: no list of laureates/],
    ['a list without an end', prized([{ after: 'r', take: 'list' }]), /prizes\[0\]: a list needs lines/],
    [
      'somebody added who is nobody',
      prized([{ after: 'r', take: 'pool', added: [{ nominee: 'Z' }] }]),
      /prizes\[0\]\.added\[0\]\.nominee: no nominee "Z"/,
    ],
    [
      'a choice of nobody',
      prized([{ after: 'r', take: 'choice', chosen: ['Z'] }]),
      /prizes\[0\]\.chosen\[0\]: no nominee "Z"/,
    ],
    [
      'the best assignment under quotas',
      prized([], 'r', { oneAward: 'best', quotas: [{ id: 'q', by: 'x', max: 1 }] }),
      /^rules\.laureates\.oneAward: /,
    ],
    ['an earlier list that there is not', prized([], 'r', {}, { without: 'y' }), /lists\[0\]\.without: no list/],
    [
      'prizes that no rule gives',
      scores([[1], [2], [3]], {}, { prizes: [{ after: 'r', take: 'pool' }] }),
      /^rules\.prizes: prizes need/,
    ],
    [
      'somebody put above another after no round',
      scores([[1], [2], [3]], {}, { placedAbove: [{ nominee: 'A', above: 'B', after: 'x' }] }),
      /^rules\.placedAbove\[0\]\.after: no round "x"/,
    ],
    [
      'a mark off the scale',
      cards({ marks: { c: 11 } }),
      /^rounds\[0\]\.input\.cards\[0\]\.marks\.c: lies outside the scale/,
    ],
    ['a mark between the steps', cards({ marks: { c: 1.5 } }), /cards\[0\]\.marks\.c: is not a whole number of steps/],
    ['an unknown criterion', cards({ marks: { d: 1 } }), /cards\[0\]\.marks\.d: no criterion "d"/],
    [
      'a malformed ballot',
      { ...base, nominees, rounds: [{ id: 'r', input: { kind: 'rankings', ballots: ['A>>B'] } }] },
      /ballots\[0\]: is not of the form/,
    ],
  ])('%s', (_what, snapshot, expected) => {
    expect(problem(snapshot)).toMatch(expected);
  });
  test('what the command line puts in place is checked like the rest', () => {
    expect(problem(scores([[1], [2], [3]]), { method: 'shulze' })).toMatch(/^rules\.method: /);
  });
});

function prized(prizes: readonly object[], after = 'r', more: object = {}, list: object = {}): unknown {
  return scores([[1], [2], [3]], {}, { prizes, laureates: { lists: [{ after, ...list }], ...more } });
}

function cards(card: object): unknown {
  return {
    ...base,
    nominees,
    criteria: [{ id: 'c', scale: { min: 0, max: 10, step: 1 } }],
    rounds: [{ id: 'r', input: { kind: 'cards', cards: [{ juror: 'J', nominee: 'A', ...card }] } }],
  };
}

describe('rules', () => {
  test('missing is never zero: recused, absent, incomplete and pending cards do not count', () => {
    const card = (juror: string, nominee: string, rest: object) => ({ juror, nominee, ...rest });
    const result = ranked({
      ...base,
      nominees,
      jurors: ['1', '2', { id: '3', state: 'absent' }],
      criteria: [
        { id: 'x', weight: 3, scale: { min: 0, max: 10 } },
        { id: 'y', weight: 1, scale: { min: 1, max: 5 } },
      ],
      rounds: [
        {
          id: 'r',
          input: {
            kind: 'cards',
            cards: [
              card('1', 'A', { marks: { x: 5, y: 5 } }),
              card('2', 'A', { state: 'recused', marks: { x: 0, y: 1 } }),
              card('3', 'A', { marks: { x: 0, y: 1 } }),
              card('1', 'B', { marks: { x: 10, y: 1 } }),
              card('2', 'B', { marks: { x: 9, y: null } }),
              card('1', 'C', { state: 'pending' }),
            ],
          },
        },
      ],
    });
    expect(totalsIn(standing(result))).toEqual({ A: 62.5, B: 75, C: null });
    expect(standing(result).provisional).toBe(true);
    expect(placesIn(standing(result))).toEqual({ A: 2, B: 1, C: null });
  });

  test('rounding stages decide: criterion over jurors, then weight, then sum', () => {
    const of = (rounding: object) =>
      ranked({
        ...base,
        nominees: ['A'],
        criteria: [
          { id: 'x', weight: 0.8 },
          { id: 'y', weight: 0.8 },
        ],
        rules: { rounding, method: { name: 'mean', over: 'criteria' } },
        rounds: [
          {
            id: 'r',
            input: {
              kind: 'cards',
              perJuror: 'weighted_sum',
              cards: [7, 7, 8].map((x, j) => ({ juror: String(j), nominee: 'A', marks: { x, y: x } })),
            },
          },
        ],
      });
    expect(totalsIn(standing(of({ criterion: 2, weighted: 2 })))).toEqual({ A: 11.72 });
    expect(standing(of({})).rows[0]?.total?.exact).toBe('176/15');
  });

  test('all who share the total at a cut go on; who was cut stands behind those who went on', () => {
    const figures = (values: object) => ({ kind: 'figures', figures: values });
    const result = ranked({
      ...base,
      nominees: ['A', 'B', 'C', 'D'],
      rounds: [
        { id: 'one', input: figures({ A: 9, B: 7, C: 7, D: 1 }), cut: { count: 2 } },
        { id: 'two', input: figures({ A: 1, B: 2, C: 9 }), counts: ['two'] },
      ],
    });
    expect(category(result).overall.map((o) => [o.nominee, o.place])).toEqual([
      ['C', 1],
      ['B', 2],
      ['A', 3],
      ['D', 4],
    ]);
    expect(standing(result, 'one').rows.map((r) => r.status)).toEqual(['advances', 'advances', 'advances', 'out']);
  });

  test('jury and public vote blended as shares', () => {
    const result = ranked({
      ...base,
      nominees,
      rounds: [
        { id: 'jury', weight: 0.7, normalise: 'share', input: { kind: 'figures', figures: { A: 50, B: 30, C: 20 } } },
        { id: 'public', weight: 0.3, normalise: 'share', input: { kind: 'votes', votes: { A: 100, B: 800, C: 100 } } },
      ],
    });
    expect(totalsIn(standing(result))).toEqual({ A: 0.38, B: 0.45, C: 0.17 });
  });

  test('Eurovision 1991: equal totals are counted back by twelves, then tens', () => {
    const voters = (entries: readonly (readonly [number, number])[]) =>
      Object.fromEntries(
        entries.map(([a, b], i) => [`v${i}`, { ...(a > 0 ? { A: a } : {}), ...(b > 0 ? { B: b } : {}) }]),
      );
    const points = voters([
      [12, 0],
      [0, 12],
      [10, 8],
      [10, 8],
      [0, 4],
      [0, 0],
    ]);
    const snapshot = { ...base, nominees: ['A', 'B'], rounds: [{ id: 'p', input: { kind: 'points', points } }] };
    expect(standing(ranked(snapshot)).order).toEqual([['A', 'B']]);
    const resolved = standing(ranked({ ...snapshot, rules: { ties: ['countback'] } }));
    expect(resolved.order).toEqual([['A'], ['B']]);
    expect(resolved.rows[0]?.aboveNext).toMatchObject({ by: 'countback', upper: [-1, -2, 0, 0, -3] });
    const supporters = ranked({ ...snapshot, rules: { ties: [{ step: 'supporters', round: 'p' }] } });
    expect(standing(supporters).order).toEqual([['B'], ['A']]);
  });

  test('percent threshold, strict or not, and a fund that ends in the middle', () => {
    const figures = { A: 80, B: 50, C: 49.9 };
    const of = (strict: boolean) =>
      ranked({
        ...base,
        nominees: nominees.map((id) => ({ id, cost: 60 })),
        rounds: [{ id: 'r', input: { kind: 'figures', figures } }],
        rules: { winners: { threshold: { value: 50, as: 'percent', strict } }, budget: { fund: 100, rule: 'partial' } },
      });
    expect(object(category(of(false)).selection)['selected']).toEqual(['A', 'B']);
    expect(object(category(of(true)).selection)['selected']).toEqual(['A']);
    expect(category(of(false)).budget).toMatchObject({
      grants: [
        { nominee: 'A', partial: false },
        { nominee: 'B', partial: true, amount: { value: 40 } },
      ],
    });
  });

  test('one award each over categories, from their totals', () => {
    const round = (id: string, figures: object) => ({ id: 'r', category: id, input: { kind: 'figures', figures } });
    const result = ranked({
      ...base,
      nominees,
      categories: [{ id: 'k1' }, { id: 'k2' }],
      rounds: [round('k1', { A: 9, B: 8 }), round('k2', { A: 9, C: 2 })],
      rules: { awards: { rule: 'best' } },
    });
    expect(result.awards).toMatchObject({ laureates: { k1: ['B'], k2: ['A'] }, total: { value: 17 }, unique: true });
  });

  test('no number of a result is anything but a number', () => {
    const mark = fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 });
    const table = fc.array(fc.array(mark, { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 });
    const methods = [
      'mean',
      'sum',
      'median',
      'trimmed_mean',
      'rank_sum',
      'borda',
      'zscore',
      'severity',
      'schulze',
      'copeland',
    ];
    const finite = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(finite);
    fc.assert(
      fc.property(table, fc.constantFrom(...methods), (own, method) => {
        const result = rankSnapshot(scores(own, {}, { ties: ['median', 'head_to_head', 'countback'] }), {
          method,
          quality: true,
          explain: true,
        });
        expect(result.ok && finite(result.value)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the rank command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rank-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = resolve(import.meta.dirname, '../../../scripts/rank.mjs');
  const file = (content: unknown): string => {
    const path = join(folder, 'snapshot.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const run = (...args: readonly string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

  test('prints what the engine computes, and nothing else', () => {
    const snapshot = scores([
      [1, 5],
      [4, 4],
      [2, 2],
    ]);
    const output = execFileSync(
      process.execPath,
      [script, file(snapshot), '--method', '{"name":"rank_sum"}', '--ties', 'median,draw:7'],
      { encoding: 'utf8' },
    );
    const result = rankSnapshot(snapshot, {
      method: { name: 'rank_sum' },
      ties: ['median', { step: 'draw', seed: '7' }],
    });
    expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(result.ok && result.value)));
  });
  test('a wrong snapshot: the path on the error output, nothing on the other, exit code 1', () => {
    const { status, stdout, stderr } = run(file(scores([[1], [null], ['x']])));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^rounds\[0\]\.input\.table\[2\]\[0\]: /);
    expect(run(file('{')).stderr).toMatch(/is not JSON/);
    expect(run(join(folder, 'none.json')).status).toBe(1);
  });
  test('options of a method without quoting JSON; every method in the help', () => {
    const scored = file(
      scores([
        [1, 5, 9],
        [4, 4, 4],
        [2, 9, 2],
      ]),
    );
    const output = (...args: readonly string[]) => JSON.parse(run(scored, ...args).stdout) as unknown;
    expect(output('--method', 'borda:points=n,unranked=zero')).toEqual(
      output('--method', '{"name":"borda","points":"n","unranked":"zero"}'),
    );
    expect(output('--method', 'trimmed_mean:trim=1')).toEqual(output('--method', 'trimmed_mean'));
    expect(run(scored, '--method', 'borda:n').status).toBe(2);
    const { stdout } = run('--help');
    for (const name of methodNames) expect(stdout).toContain(name);
  });
  test('wrong usage: exit code 2', () => {
    expect(run().status).toBe(2);
    expect(run('--nonsense').status).toBe(2);
    expect(run(file(scores([[1], [2], [3]])), '--method', '{"name"').status).toBe(2);
  });
});
