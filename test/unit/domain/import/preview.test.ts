import { describe, expect, it } from 'vitest';
import { buildPreview, rowsToImport } from '@shared/domain/importPreview';
import type { CategoryId } from '@shared/model/ids';
import { reference } from '../../../../electron/usecases/reference';
import { contest, preview, sheetOf } from './jana';

const [student, organisation] = contest.categories.map((category) => category.id) as [CategoryId, CategoryId];
const head = 'Аты-жөні|ЖСН|Номинация|ЖОО|Келісім';
const good = 'Ким Виктория|061122600145|Лучший студент|КазНУ|иә';
const flags = (view: ReturnType<typeof preview>, row = 0) => view.rows[row]?.issues.map(({ flag }) => flag);
const targets = (header: string) => preview(sheetOf(header, 'x|x|x|x|x|x')).columns.map(({ target }) => target);

describe('recognising the table', () => {
  it.each([
    ['Ф.И.О. участника|Контактный тел.|Эл. почта', ['name', 'phone', 'email']],
    ['ФИО (полностью)|Дата рожденя|Учебное заведение', ['name', 'birth_date', 'university']],
    ['Тегі, аты, әкесінің аты|Туған жылы|Оқу орны', ['name', 'birth_date', 'university']],
    ['Full name|Phone|Category', ['name', 'phone', 'category']],
    ['Ф.И.О.|Организация|Ф.И.О. руководителя', ['name', 'university', 'head_name']],
    ['Организация|БСН|Вуз', ['name', 'bin', 'university']],
  ])('%s', (header, expected) => {
    expect(targets(header).slice(0, expected.length)).toEqual(expected);
  });

  it('does not guess a header that says two things, nor a second column for the same field', () => {
    expect(targets('Ф.И.О.|Номинация / Вуз|Телефон|WhatsApp|Любимый цвет').slice(0, 5)).toEqual([
      'name',
      'skip',
      'phone',
      'skip',
      'skip',
    ]);
    const view = preview(sheetOf('Ф.И.О.|Номинация / Вуз|№', 'x|x|1'));
    expect(view.columns.map(({ recognised }) => recognised)).toEqual([true, false, true]);
  });

  it('takes the header row and the columns that the user names', () => {
    const data = sheetOf('Кто|Откуда', 'Ким Виктория|КазНУ');
    const none = buildPreview({ sheetData: data, fileName: 'a.xlsx', plan: {}, contest, existing: [], reference });
    expect(none).toEqual({ ok: false, failure: { code: 'no-header-row', file: 'a.xlsx' } });
    const shown = preview(data, { plan: { headerRow: 1 } });
    expect(rowsToImport(shown)).toEqual({ ok: false, failure: { code: 'no-name-column' } });
    const columns = [
      { column: 0, target: 'name' },
      { column: 1, target: 'university' },
    ];
    const corrected = preview(data, { plan: { headerRow: 1, columns, defaultCategory: student } });
    expect(corrected.rows[0]).toMatchObject({ row: 2, name: 'Ким Виктория', fields: { university: 'КазНУ' } });
  });

  it('takes a field away from the column that had it when the user gives it to another', () => {
    const view = preview(sheetOf('Ф.И.О.|Участник|ИИН', 'a|b|'), {
      plan: { columns: [{ column: 1, target: 'name' }] },
    });
    expect(view.columns.map(({ target }) => target)).toEqual(['skip', 'name', 'iin']);
    expect(view.rows[0]?.name).toBe('b');
  });

  it('leaves out signatures, sums, a repeated header and rows with a number only', () => {
    const view = preview(
      sheetOf(
        `№|${head}`,
        `1|${good}`,
        `№|${head}`,
        '2',
        '3|Хатшы Әсел|040229600190|Лучший студент|АТУ|да',
        '',
        '|Итого: 2',
        'Жауапты хатшы ______',
        '',
        'Алматы, 2026',
      ),
    );
    expect(view.rows.map(({ name }) => name)).toEqual(['Ким Виктория', 'Хатшы Әсел']);
    expect(view.footerRows).toEqual([7, 8, 10]);
  });

  it('finds nothing in an empty workbook', () => {
    const result = buildPreview({
      sheetData: { sheets: [{ name: 'a', hidden: false, hiddenColumns: [], rows: [] }] },
      fileName: 'a.xlsx',
      plan: {},
      contest,
      existing: [],
      reference,
    });
    expect(result).toEqual({ ok: false, failure: { code: 'nothing-to-import' } });
  });
});

describe('reading the rows', () => {
  it('holds back a nominee who is already here, the withdrawn included', () => {
    const existing = [{ number: 17, name: 'Ким В.', fields: { iin: '061122600145' } }];
    const view = preview(sheetOf(head, good), { existing });
    expect(view.rows[0]).toMatchObject({ fate: 'duplicate' });
    expect(view.rows[0]?.issues[0]).toMatchObject({ flag: 'duplicate_iin', other: 17, otherIs: 'nominee' });
  });

  it('suspects a namesake in another spelling, and keeps the spelling', () => {
    const existing = [{ number: 3, name: 'Жумабаев Алихан', fields: {} }];
    const view = preview(sheetOf(head, 'Жұмабаев Әлихан||Үздік студент|АТУ|иә'), { existing });
    expect(view.rows[0]).toMatchObject({ fate: 'attention', name: 'Жұмабаев Әлихан' });
    expect(flags(view)).toEqual(['duplicate_suspect']);
  });

  it.each([
    ['Үздік студент', student],
    ['ЛУЧШИЙ СТУДЕНТ', student],
    ['Best student', student],
    ['лучший студент ', student],
    ['Лучшая орг. студ. самоуправления', organisation],
    ['Лучшая организация ССУ', organisation],
    ['Студент', null],
    ['Лучший преподаватель', null],
    ['', null],
  ])('sends «%s» to its category', (text, expected) => {
    const view = preview(sheetOf(head, `Ким Виктория|061122600145|${text}|КазНУ|иә`));
    expect(view.rows[0]?.category).toBe(expected);
    expect(flags(view)?.includes('category_unknown')).toBe(expected === null);
  });

  it('uses the default category where the sheet names none that is known', () => {
    const data = sheetOf(head, 'Ким Виктория|061122600145|Прочее|КазНУ|иә');
    expect(preview(data, { plan: { defaultCategory: student } }).rows[0]).toMatchObject({
      category: student,
      fate: 'ready',
    });
  });

  it('flags an organisation among persons and a person among organisations', () => {
    const view = preview(
      sheetOf(head, 'ТОО «Үміт»||Лучший студент|АТУ|да', 'Ким Виктория|061122600145|Лучшая организация ССУ|АТУ|да'),
    );
    expect(flags(view, 0)).toEqual(['wrong_kind']);
    expect(flags(view, 1)).toContain('wrong_kind');
    expect(view.rows.map(({ fate }) => fate)).toEqual(['attention', 'attention']);
  });

  it.each(['team', 'project'] as const)('takes a %s for neither, whatever it is called', (nomineeKind) => {
    const others = { ...contest, categories: contest.categories.map((c) => ({ ...c, nomineeKind })) };
    const view = preview(sheetOf(head, 'ТОО «Үміт»||Лучший студент|АТУ|да'), {
      contest: others,
      plan: { columns: [{ column: 0, target: 'name' }] },
    });
    expect(view.rows[0]).toMatchObject({ name: 'ТОО «Үміт»', kind: nomineeKind });
    expect(flags(view)).not.toContain('wrong_kind');
  });

  it('takes an organisation for one where its category is not known, and says so', () => {
    const view = preview(sheetOf(head, 'ТОО «Үміт»||Прочее|АТУ|да'));
    expect(view.rows[0]).toMatchObject({ kind: 'organisation', category: null });
    expect(flags(view)).toEqual(['category_unknown', 'wrong_kind']);
  });

  it('needs no name of a category where there is only one', () => {
    const one = { ...contest, categories: contest.categories.slice(0, 1) };
    const unnamed = preview(sheetOf(head, good.replace('Лучший студент', '')), { contest: one });
    expect(unnamed.rows[0]).toMatchObject({ category: student, fate: 'ready' });
    const other = preview(sheetOf(head, good.replace('Лучший студент', 'Прочее')), { contest: one });
    expect(flags(other)).toEqual(['category_unknown']);
  });

  it('misses no category where a commission assigns it later, but shows one that it does not know', () => {
    const rounds = contest.rounds.map((round) =>
      round.rules.kind === 'jury' ? { ...round, rules: { ...round.rules, categoryAssignedByCommission: true } } : round,
    );
    const later = { contest: { ...contest, rounds } };
    expect(flags(preview(sheetOf(head, good.replace('Лучший студент', '')), later))).toEqual([]);
    expect(flags(preview(sheetOf(head, good.replace('Лучший студент', 'Прочее')), later))).toEqual([
      'category_unknown',
    ]);
  });

  it('does not compute a category', () => {
    const data = sheetOf(head, good.replace('Лучший студент', '=A1'));
    expect(flags(preview(data))).toEqual(['formula']);
    expect(preview(data, { plan: { defaultCategory: student } }).rows[0]).toMatchObject({ category: student });
  });

  it('finds an organisation again by its BIN', () => {
    const existing = [{ number: 5, name: '«Үміт»', fields: { bin: '150440000009' } }];
    const view = preview(sheetOf(head, '«Үміт» қоры|150440000009|Лучшая организация ССУ|АТУ|да'), { existing });
    expect(view.rows[0]?.issues.filter((i) => i.flag === 'duplicate_iin')).toMatchObject([{ field: 'bin', other: 5 }]);
  });

  it('reads the BIN of an organisation from the column of the IIN', () => {
    const view = preview(sheetOf(head, '«Үміт» қоры|150440000009|Лучшая организация ССУ|АТУ|да'));
    expect(view.rows[0]?.fields).toHaveProperty('bin');
    expect(view.rows[0]?.fields).not.toHaveProperty('iin');
  });

  it('holds a row back without consent, but not where the sheet does not ask for it', () => {
    expect(preview(sheetOf(head, good.replace('иә', 'нет'))).rows[0]).toMatchObject({ fate: 'attention' });
    expect(preview(sheetOf(head, good.replace('иә', ''))).rows[0]).toMatchObject({ fate: 'attention' });
    const unasked = preview(sheetOf('Аты-жөні|Номинация|ЖОО', 'Ким Виктория|Лучший студент|АТУ'));
    expect(unasked.rows[0]?.fate).toBe('ready');
    expect(flags(unasked)).toEqual(['consent_missing']);
  });

  it('shows what a category has no field for', () => {
    const view = preview(sheetOf(`${head}|GPA`, '«Үміт» қоры||Лучшая организация ССУ|АТУ|да|3,5'));
    expect(view.rows[0]).toMatchObject({ fate: 'corrected', corrections: [{ field: 'gpa', from: '3,5', to: '' }] });
  });

  it('never takes a row without a name', () => {
    const view = preview(sheetOf(head, good.replace('Ким Виктория', '')), { plan: { takeAnyway: [2] } });
    expect(view.rows[0]?.fate).toBe('attention');
    expect(rowsToImport(view)).toEqual({ ok: false, failure: { code: 'nothing-to-import' } });
  });
});
