import { describe, expect, test } from 'vitest';
import { buildTallyPreview, talliesToWrite } from '@shared/domain/tallyPreview';
import type { TallyRules } from '@shared/domain/tallies';
import type { EntryId } from '@shared/model/ids';
import type { SheetCell } from '@shared/model/imports';
import type { Tally } from '@shared/model/tally';
import type { TallyPlan, TallyPreview } from '@shared/model/tallyImport';
import { reference } from '../../../../electron/usecases/reference';
import { sheetOf } from './jana';

const votes: TallyRules = { kind: 'vote_import', columns: [], winnersCount: 25 };
const quiz: TallyRules = { kind: 'count', questions: 12, pointsPerAnswer: 1 };
const races: TallyRules = {
  kind: 'results_table',
  pointsByPlace: [10, 8],
  participation: 1,
  measure: 'lower',
  columns: [
    { kk: '1-жүгіру', ru: 'Забег 1', en: 'Run 1' },
    { kk: '2-жүгіру', ru: 'Забег 2', en: 'Run 2' },
  ],
};
const names = ['Жұмабаев Ержан Болатұлы', 'Ахметова Аяжан', 'Ким Анна', 'Ким Анна', 'Өтегенов Мәди', 'Ли Виктор'];
const people = names.map((name, i) => ({
  entry: (i + 1) as EntryId,
  number: i + 11,
  name,
  withdrawn: name === 'Ли Виктор',
}));

function previewOf(
  sheet: ReturnType<typeof sheetOf>,
  more: { readonly rules?: TallyRules; readonly plan?: TallyPlan; readonly known?: readonly Tally[] } = {},
): TallyPreview {
  const { rules = votes, plan = {}, known = [] } = more;
  const result = buildTallyPreview({ sheetData: sheet, fileName: 'd.xlsx', plan, rules, people, known, reference });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** `row: fate entry values issue` */
const told = ({ rows }: TallyPreview) =>
  rows.map((r) =>
    [`${r.row}:`, r.fate, r.entry ?? '—', r.values?.join('+') ?? '—', ...(r.issue === null ? [] : [r.issue])].join(' '),
  );

describe('a table of votes', () => {
  test('a dirty one: every row says what will happen to it', () => {
    const table = previewOf(
      sheetOf(
        'Халықтық дауыс беру',
        '№|Номинант|Дауыс саны',
        '1|  ЖУМАБАЕВ   Ержан Болатулы |1 204',
        '2|Аяжан Ахметова|87,0',
        '3|Ким Анна|40',
        '14|Ким Анна|41',
        '4|Отегенов Мади|много',
        '5|Өтегенова Мәди|12',
        '6|Ли Виктор|3',
        '7|Сәкен Біреу|9',
        '8|Ахметова Аяжан|88',
        '9|Өтегенов Мәди|-5',
        '10|Өтегенов Мәди|7,5',
        '11|Өтегенов Мәди|',
        'Барлығы||1500',
      ),
    );
    expect(told(table)).toEqual([
      '3: corrected 1 1204',
      '4: attention 2 87 twice',
      '5: attention — 40 ambiguous',
      '6: ready 4 41',
      '7: attention 5 — not_a_number',
      '8: attention 5 12 spelling',
      '9: attention 6 3 withdrawn',
      '10: attention — 9 unknown',
      '11: attention 2 88 twice',
      '12: attention 5 — negative',
      '13: attention 5 7.5 not_whole',
      '14: attention 5 — empty',
      '15: attention — 1500 unknown',
    ]);
    expect(table.absent).toEqual([2, 3, 5]);
  });

  test('people say which rows count: the double, the other spelling, and that the rest has no votes', () => {
    const plan: TallyPlan = { leaveOut: [2], assigned: [{ row: 4, entry: 5 as EntryId }], restIsNothing: true };
    const sheet = sheetOf('Кандидат|Голоса', 'Ахметова Аяжан|87', 'Ахметова Аяжан|88', 'Өтегенова Мәди|12');
    const table = previewOf(sheet, { plan });
    expect(told(table)).toEqual(['2: left_out 2 87', '3: ready 2 88', '4: corrected 5 12']);
    const written = talliesToWrite(table, votes, true);
    expect(written.ok && written.value.map(({ entry, values }) => [entry, ...(values ?? [])])).toEqual([
      [2, '88'],
      [5, '12'],
      [1, '0'],
      [3, '0'],
      [4, '0'],
    ]);
  });

  test('a typed list without a header, and one by numbers of nominees', () => {
    expect(told(previewOf(sheetOf('Ахметова Аяжан|87', 'Өтегенов Мәди|12')))).toEqual([
      '1: ready 2 87',
      '2: ready 5 12',
    ]);
    expect(told(previewOf(sheetOf('nominee_id|votes', '12|87', '99|1')))).toEqual([
      '2: ready 2 87',
      '3: attention — 1 unknown',
    ]);
  });

  test('what was brought in before and would change is named, a formula never counts', () => {
    const known: readonly Tally[] = [
      { entry: 2 as EntryId, values: ['87'], source: 'a.csv', at: '' },
      { entry: 5 as EntryId, values: ['12'], source: 'a.csv', at: '' },
    ];
    const sheet = sheetOf('Name|Votes', 'Ахметова Аяжан|87', 'Өтегенов Мәди|13');
    expect(previewOf(sheet, { known }).changed).toEqual([5]);
    const formula: SheetCell = { kind: 'formula', text: '=1+1' };
    const [first] = sheetOf('Name|Votes').sheets;
    if (first === undefined) throw new Error('no sheet');
    const rows = [...first.rows, [{ kind: 'text', text: 'Өтегенов Мәди' } as const, formula]];
    expect(told(previewOf({ sheets: [{ ...first, rows }] }))).toEqual(['2: attention 5 — formula']);
  });
});

describe('results and counts', () => {
  test('a blank or a dash is somebody who did not take part; more answers than questions are refused', () => {
    const sheet = sheetOf(
      'Участник|Правильных ответов',
      'Ахметова Аяжан|13',
      'Өтегенов Мәди|-',
      'Жумабаев Ержан Болатулы|',
    );
    expect(told(previewOf(sheet, { rules: quiz }))).toEqual([
      '2: attention 2 13 too_high',
      '3: corrected 5 —',
      '4: corrected 1 —',
    ]);
  });

  test('several columns by the names that the rules give them; half a row is not a row', () => {
    const sheet = sheetOf('Аты-жөні|Команда|1-жүгіру|2-жүгіру', 'Ахметова Аяжан|А|11,25|12.5', 'Өтегенов Мәди|А|10|');
    expect(told(previewOf(sheet, { rules: races }))).toEqual(['2: corrected 2 11.25+12.5', '3: attention 5 — empty']);
  });
});

describe('where the figures are looked for', () => {
  const built = (sheetData: ReturnType<typeof sheetOf>) =>
    buildTallyPreview({ sheetData, fileName: 'd.xlsx', plan: {}, rules: votes, people, known: [], reference });
  const named = (name: string, hidden: boolean, ...lines: readonly string[]) => {
    const [sheet] = sheetOf(...lines).sheets;
    if (sheet === undefined) throw new Error('no sheet');
    return { ...sheet, name, hidden };
  };

  test('a workbook without cells has nothing to import', () => {
    const nothing = { ok: false, failure: { code: 'nothing-to-import' } };
    expect(built({ sheets: [] })).toEqual(nothing);
    expect(built({ sheets: [{ name: 'Sheet', hidden: false, hiddenColumns: [], rows: [] }] })).toEqual(nothing);
  });

  test('the first sheet that is seen, a hidden one only where there is no other, or the one that was chosen', () => {
    const hidden = named('Ескі', true, 'Name|Votes', 'Ахметова Аяжан|1');
    const seen = named('Жаңа', false, 'Name|Votes', 'Ахметова Аяжан|2');
    expect(previewOf({ sheets: [hidden, seen] }).sheet).toBe('Жаңа');
    expect(previewOf({ sheets: [hidden] }).sheet).toBe('Ескі');
    expect(previewOf({ sheets: [hidden, seen] }, { plan: { sheet: 'Ескі' } }).sheet).toBe('Ескі');
  });

  test('without a column of figures no row goes in, and nothing is written', () => {
    const plan: TallyPlan = { columns: [{ column: 0, use: 'name' }] };
    const table = previewOf(sheetOf('Name|Votes', 'Ахметова Аяжан|5'), { plan });
    expect(told(table)).toEqual(['2: attention 2 — columns']);
    expect(talliesToWrite(table, votes, true)).toEqual({ ok: false, failure: { code: 'nothing-to-import' } });
  });

  test('a row given to somebody who is not in the round is read as if it were given to nobody', () => {
    const plan: TallyPlan = { assigned: [{ row: 2, entry: 99 as EntryId }] };
    expect(told(previewOf(sheetOf('Name|Votes', 'Сәкен Біреу|5'), { plan }))).toEqual(['2: attention — 5 unknown']);
  });

  test('whom results do not name did not take part, where a person says so', () => {
    const table = previewOf(sheetOf('Участник|Ответы', 'Ахметова Аяжан|5'), { rules: quiz });
    const written = talliesToWrite(table, quiz, true);
    const rest = written.ok ? written.value.filter(({ entry }) => entry !== 2) : [];
    expect(rest.map(({ entry, values }) => [entry, values])).toEqual([1, 3, 4, 5].map((entry) => [entry, null]));
  });
});
