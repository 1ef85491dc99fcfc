import { afterEach, beforeEach, expect, test } from 'vitest';
import { tallyRules } from '@shared/domain/tallies';
import type { InputOf } from '@shared/ipc/contract';
import type { TableRules } from '@shared/model/round';
import { closeAll } from '../../../electron/usecases/contestFile';
import { addNominee } from '../../../electron/usecases/nominees';
import { saveRounds } from '../../../electron/usecases/setup';
import { getStanding } from '../../../electron/usecases/standing';
import { setTallies } from '../../../electron/usecases/tallies';
import { seasonDesk } from './season';
import { isFresh, must, snapshotOf, type TestDesk } from './testDesk';

// The rounds that no jury marks, as the set-up changes them: what they count, until rows are written.

let desk: TestDesk;
beforeEach(async () => {
  desk = await seasonDesk();
});
afterEach(() => closeAll(desk));

type Draft = InputOf<'setup.saveRounds'>['rounds'][number];
const drafts = (): readonly Draft[] =>
  snapshotOf(desk).contest.rounds.map((round): Draft => {
    const table = tallyRules(round);
    const { id, name, advance, weight } = round;
    const kind = table !== null ? 'table' : round.rules.kind === 'technical' ? 'technical' : 'jury';
    const scale = 'scale' in round.rules ? round.rules.scale : null;
    return { id, name, advance, weight, kind, scale, ...(table === null ? {} : { table }) };
  });
const save = (rounds: readonly Draft[]) => saveRounds(desk, { rounds: [...rounds], combination: 'sum' });
const first = () => {
  const at = drafts().findIndex(({ kind }) => kind === 'table');
  const draft = drafts()[at];
  if (draft === undefined) throw new Error('no table');
  return { at, draft };
};
const withTable = (table: TableRules, part: Partial<Draft> = {}): readonly Draft[] => {
  const { at, draft } = first();
  return drafts().with(at, { ...draft, ...part, table });
};
const results = (rules: Partial<Extract<TableRules, { readonly kind: 'results_table' }>>): TableRules => ({
  kind: 'results_table',
  pointsByPlace: [5, 3],
  participation: 1,
  ...rules,
});

test('name, points, columns, kind and factor of a table are changed, and another one is added', () => {
  const columns = [
    { kk: 'Жүгіру', ru: 'Бег', en: 'Run' },
    { kk: 'Жүзу', ru: 'Плавание', en: 'Swim' },
  ];
  const name = { kk: 'Спорт', ru: 'Спорт', en: 'Sport' };
  const slices = must(save(withTable(results({ measure: 'lower', columns }), { name, weight: 20_000 })));
  expect(isFresh(desk, slices)).toBe(true);
  const { at } = first();
  expect(snapshotOf(desk).contest.rounds[at]).toMatchObject({
    name,
    weight: 20_000,
    rules: { measure: 'lower', pointsByPlace: [5, 3], columns },
  });
  const count = drafts().length;
  const quiz = { kind: 'count', questions: 20, pointsPerAnswer: 0.5 } as const;
  const added: Draft = {
    id: null,
    name: { kk: 'Викторина', ru: '', en: '' },
    kind: 'table',
    scale: null,
    table: quiz,
    advance: { mode: 'all' },
    weight: null,
  };
  must(save([...drafts(), added]));
  expect(snapshotOf(desk).contest.rounds).toHaveLength(count + 1);
  expect(snapshotOf(desk).contest.rounds.at(-1)?.rules).toEqual(quiz);
});

test('once rows are written their meaning stays, while points and names may change', () => {
  must(save(withTable(results({}))));
  const { at } = first();
  const { contest } = snapshotOf(desk);
  const [category] = contest.categories;
  const round = contest.rounds[at];
  if (category === undefined || round === undefined) throw new Error('not this template');
  must(addNominee(desk, { name: 'А', kind: category.nomineeKind, category: category.id, fields: {} }));
  const entry = snapshotOf(desk).people.entries.find((e) => e.round === round.id)?.id;
  if (entry === undefined) throw new Error('nobody is in the first table');
  must(setTallies(desk, { round: round.id, rows: [{ entry, values: ['2'] }] }));
  const before = snapshotOf(desk).contest;
  const inUse = { ok: false, failure: { code: 'table-in-use' } };
  expect(save(withTable(results({ measure: 'higher' })))).toEqual(inUse);
  expect(save(withTable({ kind: 'vote_import', columns: [], winnersCount: null }))).toEqual(inUse);
  const two = [1, 2].map(() => ({ kk: 'Ж', ru: '', en: '' }));
  expect(save(withTable(results({ columns: two })))).toEqual(inUse);
  expect(snapshotOf(desk).contest).toEqual(before);
  must(save(withTable(results({ pointsByPlace: [9, 7, 5] }))));
  const standing = must(getStanding(desk, { round: round.id, category: category.id }));
  expect(standing.rows[0]?.total?.exact).toBe('7');
});

test('a table is no jury’s round, and a table without points that is not better the higher makes no figure', () => {
  const { at, draft } = first();
  const { table: _rules, ...others } = draft;
  const invalid = { ok: false, failure: { code: 'invalid', field: 'rounds' } };
  expect(save(drafts().with(at, { ...others, kind: 'jury' }))).toEqual(invalid);
  expect(save(drafts().with(at, { ...others, kind: 'table' }))).toEqual(invalid);
  expect(save(withTable(results({ pointsByPlace: [], measure: 'lower' })))).toEqual(invalid);
  expect(save(withTable(results({ pointsByPlace: [], measure: 'higher' })))).toMatchObject({ ok: true });
});
