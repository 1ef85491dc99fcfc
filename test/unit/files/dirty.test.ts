import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../electron/files/spreadsheet';
import expected from '../../fixtures/nominees_dirty.expected.json';
import { flagsOf, rowsToImport } from '@shared/domain/importPreview';
import type { ImportPreview, SpreadsheetData } from '@shared/model/imports';
import { contest, preview } from '../domain/import/jana';

const fixture = (name: string) => resolve(import.meta.dirname, '../../fixtures', name);

async function read(name: string): Promise<SpreadsheetData> {
  const result = await readSpreadsheet(fixture(name));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const rowOf = (view: ImportPreview, row: number) => {
  const found = view.rows.find((candidate) => candidate.row === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
};
const issues = (view: ImportPreview, row: number) =>
  rowOf(view, row).issues.map(({ flag, field }) => `${flag}:${field}`);

/** What this release says of every kind of dirt; null: no word about it (a way of writing, or a later issue). */
const whatWeSay: Readonly<Record<string, string | null>> = {
  iin_as_number: null,
  date_suffix: null,
  university_alias: null,
  trailing_space: null,
  extra_spaces: null,
  iin_spaces: null,
  no_patronymic: null,
  gpa_with_max: 'value_unread:gpa',
  'duplicate_by_iin:P1': 'duplicate_iin:iin',
  latin_lookalikes_in_name: 'value_unread:name',
  iin_check_digit_wrong: 'iin_check_digit_wrong:iin',
  date_ambiguous_day_month: 'value_unread:birth_date',
  'probable_duplicate:same_phone_email_other_spelling': 'duplicate_suspect:phone',
  two_digit_year: 'value_unread:birth_date',
  date_in_words_kk: 'value_unread:birth_date',
  two_phones: 'value_unread:phone',
  two_emails: 'value_unread:email',
  line_break: null,
  below_gpa_rule_if_on: null,
  upper_case: null,
  date_serial: 'value_unread:birth_date',
  email_space: 'value_unread:email',
  'probable_duplicate:same_name_birth': 'duplicate_suspect:name',
  missing_iin: null,
  no_contact: null,
  no_consent: 'consent_missing:consent',
  yo_letter: null,
  leap_day_ok: null,
  'legacy_kazakh_encoding:Қайратов Ержан Әділұлы': 'value_unread:name',
  formula_injection: 'formula:name',
  iin_leading_zeros_lost: 'iin_leading_zeros_lost:iin',
  date_slash: null,
  organisation_in_person_list: null,
  category_alias: null,
};

describe('the dirty registration sheet', () => {
  let view: ImportPreview;
  beforeAll(async () => {
    view = preview(await read('nominees_dirty.xlsx'));
  });

  it('finds the header where it is, the data and what is under it', () => {
    expect(view.headerRow).toBe(expected.headerRow);
    expect([view.rows[0]?.row, view.rows.at(-1)?.row]).toEqual(expected.dataRows);
    expect(view.rows).toHaveLength(15);
    expect(view.footerRows).toEqual(expected.footerRows);
    expect(view.sheets.map((sheet) => sheet.name)).toEqual(['Ответы на форму (1)', 'Лист2']);
  });

  it('matches every column, shows the hidden one and leaves it out', () => {
    expect(view.columns.map((column) => column.target)).toEqual([
      'skip',
      'skip',
      'name',
      'iin',
      'birth_date',
      'category',
      'university',
      'faculty',
      'gpa',
      'phone',
      'email',
      'nominated_by',
      'consent',
      'skip',
    ]);
    expect(view.columns.every((column) => column.recognised)).toBe(true);
    expect(view.columns.filter((column) => column.hidden).map((column) => column.letter)).toEqual(['B']);
  });

  it.each(expected.rows)('says of row $row what is expected', ({ row, issues: known }) => {
    const said = issues(view, row);
    for (const issue of known) {
      const ours = whatWeSay[issue];
      expect(ours, `unknown kind of dirt ${issue}`).not.toBeUndefined();
      if (ours !== null) expect(said).toContain(ours);
    }
  });

  it('lets in only what is beyond doubt', () => {
    const fates = Object.fromEntries(view.rows.map(({ row, fate }) => [row, fate]));
    expect(fates).toEqual({
      6: 'ready',
      7: 'corrected',
      8: 'attention',
      9: 'duplicate',
      10: 'attention',
      11: 'attention',
      12: 'attention',
      13: 'attention',
      14: 'attention',
      15: 'ready',
      16: 'ready',
      17: 'attention',
      18: 'attention',
      19: 'corrected',
      20: 'ready',
    });
  });

  it('restores lost zeros and shows the correction', () => {
    expect(rowOf(view, 7).corrections).toEqual([{ field: 'iin', from: '40701500138', to: '040701500138' }]);
    expect(rowOf(view, 19).corrections).toEqual([{ field: 'iin', from: '417600234', to: '000417600234' }]);
    expect(rowOf(view, 8).fields['iin']).toBe('061122600145');
    expect(flagsOf(rowOf(view, 19))).toEqual([]);
  });

  it('names the row that a duplicate repeats', () => {
    const issue = rowOf(view, 9).issues.find(({ flag }) => flag === 'duplicate_iin');
    expect(issue).toMatchObject({ other: 6, otherIs: 'row', found: '050315600121' });
    expect(rowOf(view, 11).issues.find(({ flag }) => flag === 'duplicate_suspect')).toMatchObject({ other: 10 });
    expect(rowOf(view, 14).issues.find(({ flag }) => flag === 'duplicate_suspect')).toMatchObject({ other: 13 });
  });

  it('keeps the formula as text', () => {
    expect(rowOf(view, 18).name).toBe('=HYPERLINK("http://example.org","Сәкен")');
  });

  it('sends the organisation to its own category by the shortened name', () => {
    const organisation = rowOf(view, 20);
    expect(organisation.kind).toBe('organisation');
    expect(organisation.category).toBe(contest.categories.find(({ key }) => key === 'best_selfgov')?.id);
    expect(organisation.issues.map(({ flag, field }) => `${flag}:${field}`)).toEqual(['required_missing:head_name']);
  });

  it('normalises what has a normal form', () => {
    expect(rowOf(view, 7).fields).toMatchObject({
      birth_date: '2004-07-01',
      phone: '+77015550102',
      gpa: '3.9',
      university: 'ҚазҰУ',
    });
    expect(rowOf(view, 8)).toMatchObject({ name: 'Ким Виктория', fields: { email: 'victoria.test@example.kz' } });
    expect(rowOf(view, 8).fields['birth_date']).toBe('2006-11-22');
    expect(rowOf(view, 19).fields['birth_date']).toBe('2000-04-17');
  });

  it('imports rows that a person takes or leaves', async () => {
    const data = await read('nominees_dirty.xlsx');
    const decided = preview(data, { plan: { takeAnyway: [9, 10], leaveOut: [6, 7] } });
    const rows = rowsToImport(decided);
    expect(rows.ok && rows.value.map(({ row }) => row)).toEqual([9, 10, 15, 16, 19, 20]);
    expect(issues(decided, 10)).toContain('iin_check_digit_wrong:iin');
    // Row 6 stays out, so row 9 repeats nobody any more.
    expect(issues(decided, 9)).not.toContain('duplicate_iin:iin');
  });

  it('says the same of the same list as UTF-8 CSV', async () => {
    const csv = preview(await read('nominees_dirty_utf8.csv'));
    expect(csv.headerRow).toBe(1);
    expect(csv.columns.map(({ target }) => target)).toEqual(view.columns.map(({ target }) => target));
    expect(csv.rows.map(({ name }) => name)).toEqual(view.rows.map(({ name }) => name));
    expect(csv.rows.map(({ category }) => category)).toEqual(view.rows.map(({ category }) => category));
    expect(csv.rows.map(({ fate }) => fate)).toEqual(view.rows.map(({ fate }) => fate));
    expect(csv.rows[13]?.corrections).toEqual([{ field: 'iin', from: '417600234', to: '000417600234' }]);
  });

  it('refuses the cp1251 copy: its Kazakh letters are already lost', async () => {
    expect(await readSpreadsheet(fixture('nominees_dirty.csv'))).toEqual({
      ok: false,
      failure: { code: 'csv-not-utf8', file: 'nominees_dirty.csv' },
    });
  });
});
