import { describe, expect, test } from 'vitest';
import type { SnapshotStanding } from '@shared/model/openSnapshot';
import { readSnapshot } from '@shared/snapshot/reading';

// What the screen of an open snapshot says about a row beyond place and total: in names, as the ranking of a contest does.

const nominees = [
  { id: 'A', name: 'Әлия', cost: 300, attributes: { university: 'ҚазҰУ' } },
  { id: 'B', name: 'Болат', cost: 250, attributes: { university: 'ҚазҰУ' } },
  { id: 'C', name: 'Самал', cost: 200, attributes: { university: 'ЕҰУ' } },
  { id: 'D', name: 'Дана', cost: 100, attributes: { university: 'ЕҰУ' } },
];
const figures = { kind: 'figures', figures: { A: 92, B: 87, C: 71, D: 71 } };
const rounds = [
  { id: 'first', name: 'Сырттай', input: figures },
  { id: 'final', name: 'Финал', input: figures },
];
type Row = SnapshotStanding['rows'][number];

function rowsOf(json: object, category = 0): (after: string) => Readonly<Record<string, Row>> {
  const read = readSnapshot({ format: 'tarazy-snapshot', version: 1, nominees, rounds, ...json });
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const standings = read.view.categories[category]?.standings ?? [];
  return (after) => Object.fromEntries((standings.find((s) => s.round === after)?.rows ?? []).map((r) => [r.name, r]));
}

describe('why a row of an opened snapshot stands where it stands', () => {
  test('a full quota and who has its places, the rest of a fund, a threshold, a decision with its reason', () => {
    const prizes = {
      after: 'final',
      take: 'fund',
      threshold: { value: { A: 50, B: 50, C: 50, D: 80 } },
    };
    const granted = (own: object) =>
      rowsOf({
        rounds: [{ id: 'final', name: 'Финал', input: { ...figures, figures: { ...figures.figures, D: 70 } } }],
        categories: [{ id: 'grants', name: 'Гранттар', rules: { prizes: [{ ...prizes, ...own }] } }],
        rules: {
          laureates: {
            lists: [{ after: 'final' }],
            quotas: [{ id: 'one_of_a_university', by: 'university', max: 1 }],
            fund: { total: 400, whenShort: 'partial' },
          },
        },
      })('final');
    const rows = granted({});
    expect(rows['Әлия']).toMatchObject({ status: 'selected', reasons: [], grant: '300.00' });
    expect(rows['Болат']?.reasons).toEqual([
      { by: 'quota', quota: 'one_of_a_university', value: 'ҚазҰУ', holders: ['Әлия'] },
    ]);
    expect(rows['Самал']).toMatchObject({ status: 'selected', reasons: [{ by: 'partial' }], grant: '100.00' });
    expect(rows['Дана']).toMatchObject({ status: 'below_threshold', reasons: [] });
    const reason = 'Комиссия хаттамасы № 4';
    const people = granted({ added: [{ nominee: 'D', reason }], excluded: [{ nominee: 'A', reason }] });
    expect(people['Дана']?.reasons).toEqual([{ by: 'added', reason }]);
    expect(people['Әлия']?.reasons).toEqual([{ by: 'excluded', reason }]);
  });

  test.each([
    [true, 'award'],
    ['best', 'awardBest'],
  ] as const)('one award each (%s): the category of the other award by its name', (oneAward, by) => {
    const prizes = [{ after: 'final', take: 'list', lines: [1] }];
    const categories = ['Ғылым', 'Өнер'].map((name, i) => ({ id: `c${String(i)}`, name, rules: { prizes } }));
    const rows = rowsOf({ categories, rules: { laureates: { lists: [{ after: 'final' }], oneAward } } }, 1)('final');
    expect([rows['Әлия']?.status, rows['Әлия']?.reasons]).toEqual(['blocked', [{ by, category: 'Ғылым' }]]);
  });

  test('who was named by an earlier list, and by which list somebody is in the union', () => {
    const prizes = ['first', 'final'].map((after) => ({ after, take: 'pool' }));
    const rows = rowsOf({
      categories: [{ id: 'c', name: 'Өнер', rules: { prizes } }],
      rules: {
        laureates: {
          lists: [
            { after: 'first', seats: 1 },
            { after: 'final', seats: 1, without: 'first' },
          ],
        },
        combination: {
          by: 'union',
          lists: [
            { round: 'first', count: 1 },
            { round: 'final', count: 1 },
          ],
        },
      },
    })('final');
    expect(rows['Әлия']?.reasons).toEqual([
      { by: 'list', round: 'Сырттай' },
      { by: 'united', list: 'Сырттай' },
    ]);
    expect(rows['Болат']?.reasons).toEqual([{ by: 'united', list: 'Финал' }]);
  });

  test('quotas of a cut and of the winners, a seat kept for a minimum', () => {
    const quotas = [
      { by: 'university', value: 'ҚазҰУ', max: 1 },
      { by: 'university', value: 'ЕҰУ', min: 1 },
    ];
    const rows = rowsOf({
      rounds: [{ ...rounds[0], cut: { count: 2, quotas: [{ by: 'university', max: 1 }] } }, rounds[1]],
      rules: { winners: { count: 1, quotas: quotas.slice(1) } },
    });
    const blocked = { quota: 'university', value: 'ҚазҰУ' };
    expect(rows('first')['Болат']?.reasons).toEqual([{ by: 'quota', ...blocked, holders: [] }]);
    expect(rows('final')['Әлия']).toMatchObject({ status: 'blocked', reasons: [{ by: 'seat_kept' }] });
  });

  test('what separated equals: the step of the chain by its kind; nothing where the total did', () => {
    const decided = { step: 'decision', order: ['D', 'C'], reason: 'Төрағаның дауысы' };
    const rows = rowsOf({ rules: { ties: [decided] } })('final');
    expect(['Әлия', 'Болат', 'Дана', 'Самал'].map((name) => rows[name]?.settledBy)).toEqual([
      null,
      null,
      'decision',
      null,
    ]);
    const own = { step: 'figures', name: 'Бұрынғы жеңістер', figures: { C: 1, D: 2 } };
    expect(rowsOf({ rules: { ties: [own] } })('final')['Дана']?.settledBy).toBe('figures');
  });
});
