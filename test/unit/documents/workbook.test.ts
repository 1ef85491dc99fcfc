import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWinnersWorkbook, writeWinnersWorkbook } from '../../../electron/documents/winnersWorkbook';
import type { DocumentInput } from '../../../electron/documents/input';
import { loadWorkbook } from '../../../electron/files/excel';
import { languages } from '@shared/model/language';
import { hostileNames, source, workbookInput } from './contest';

type Loaded = Awaited<ReturnType<typeof loadWorkbook>>;
type Sheet = Loaded['worksheets'][number];

const folder = mkdtempSync(join(tmpdir(), 'tarazy-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(input: DocumentInput, name: string): Promise<{ path: string; book: Loaded }> {
  const path = join(folder, name);
  expect(await writeWinnersWorkbook(input, path)).toEqual({ ok: true, value: null });
  return { path, book: await loadWorkbook(readFileSync(path)) };
}

const cellsOf = (sheet: Sheet) => {
  const cells: { readonly row: number; readonly column: number; readonly value: unknown; readonly numFmt: string }[] =
    [];
  sheet.eachRow((row, r) =>
    row.eachCell((cell, c) => cells.push({ row: r, column: c, value: cell.value, numFmt: cell.numFmt })),
  );
  return cells;
};
const rowsOf = (sheet: Sheet): unknown[][] => {
  const rows: unknown[][] = [];
  sheet.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
  return rows;
};
const sheetNamed = (book: Loaded, start: string): Sheet => {
  const sheet = book.worksheets.find(({ name }) => name.startsWith(start));
  if (sheet === undefined) throw new Error(`no sheet ${start}: ${book.worksheets.map(({ name }) => name).join(', ')}`);
  return sheet;
};

describe("the winners' workbook", () => {
  const input = workbookInput('kk');
  let book: Loaded;
  let path: string;
  beforeAll(async () => {
    ({ book, path } = await exported(input, 'kk.xlsx'));
  });

  it('has the winners, a summary per category and round, a sheet per juror, the rules, and the seal', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Жеңімпаздар',
      'Жиынтық 1 · Сырттай бағалау',
      'Жиынтық 1 · Финал',
      'Жиынтық 2 · Сырттай бағалау',
      'Жиынтық 2 · Финал',
      'Қ1 Сейітқали Дана',
      'Қ2 Ким Виктория',
      'Қ3 О Нил тест',
      'Қ4 Төлеген Бақытжан',
      'Ережелер',
      'Мөр',
    ]);
  });

  it('lists unranked laureates in Kazakh order without places or totals, and no personal data', () => {
    const rows = rowsOf(sheetNamed(book, 'Жеңімпаздар'));
    const laureates = rows.filter((row) => row[2] === 'лауреат');
    expect(laureates).toHaveLength(7);
    const keyOf = (name: unknown) => source.nominees.find((nominee) => nominee.name === name)?.sortKey ?? '';
    for (const category of ['Үздік студент', 'Үздік студенттік өзін-өзі басқару ұйымы']) {
      const keys = laureates.filter((row) => row[1] === category).map((row) => keyOf(row[3]));
      expect(keys).toEqual(keys.toSorted());
    }
    expect(laureates.every((row) => row[5] === undefined)).toBe(true);
    const text = JSON.stringify(rows);
    for (const secret of ['050315600121', '+77015550199', 'secret@example.kz']) expect(text).not.toContain(secret);
  });

  it('names nobody while the result is open', () => {
    const open = workbookInput('kk', { ballotStates: [] });
    const [winners] = planWinnersWorkbook(open);
    expect(JSON.stringify(winners)).toContain('Нәтиже әлі бекітілген жоқ');
    expect(JSON.stringify(winners)).not.toContain('лауреат');
  });

  it('holds real numbers that are the figures of the standing', () => {
    const final = input.categories[0]?.rounds[1];
    const rows = rowsOf(sheetNamed(book, 'Жиынтық 1 · Финал')).filter((row) => typeof row[1] === 'number');
    expect(rows).toHaveLength(final?.standing.rows.length ?? -1);
    final?.standing.rows.forEach((row, i) => {
      const total = rows[i]?.[11];
      expect(typeof total).toBe('number');
      expect(Number(total).toFixed(row.total?.text.split('.')[1]?.length ?? 0)).toBe(row.total?.text);
      expect(rows[i]?.[2]).toBe(row.name);
      expect(rows[i]?.[0]).toBe(row.place);
    });
  });

  it("recomputes: the jurors' marks give the totals of the summary", () => {
    const marks = new Map<string, number[]>();
    for (const name of ['Қ1', 'Қ2', 'Қ3', 'Қ4']) {
      let section = '';
      for (const row of rowsOf(sheetNamed(book, name))) {
        if (typeof row[0] === 'string' && / · Үздік/.test(row[0])) section = row[0];
        if (typeof row[0] !== 'number' || row.slice(2, 7).some((mark) => typeof mark !== 'number')) continue;
        const key = `${section}|${row[0]}`;
        const weights = section.endsWith('студент') ? [20, 25, 25, 15, 15] : [25, 20, 25, 15, 15];
        const points = row
          .slice(2, 7)
          .reduce<number>((sum, mark, c) => sum + (Number(mark) / 10) * (weights[c] ?? 0), 0);
        expect(points).toBeCloseTo(Number(row[7]), 9);
        marks.set(key, [...(marks.get(key) ?? []), points]);
      }
    }
    const mean = (key: string) => {
      const points = marks.get(key) ?? [];
      return points.reduce((a, b) => a + b, 0) / points.length;
    };
    const rows = rowsOf(sheetNamed(book, 'Жиынтық 1 · Финал')).filter((row) => typeof row[1] === 'number');
    for (const row of rows) {
      const number = String(row[1]);
      const total =
        0.6 * mean(`Сырттай бағалау · Үздік студент|${number}`) + 0.4 * mean(`Финал · Үздік студент|${number}`);
      expect(total).toBeCloseTo(Number(row[11]), 9);
    }
  });

  it('writes recused and absent in words, never as a number', () => {
    const rows = rowsOf(sheetNamed(book, 'Жиынтық 1 · Финал'));
    const recused = rows.find((row) => row[1] === 8);
    expect(recused?.[5]).toBe('мүдделер қақтығысы — бағаланбады');
    expect(recused?.[7]).toBe('қатыспады');
    expect(recused?.[8]).toBe(2);
    expect(recused?.[12]).toContain('Мүдделер қақтығысы: Қ2');
    const sheet = rowsOf(sheetNamed(book, 'Қ2')).filter((row) => row[0] === 8);
    expect(sheet.map((row) => row.slice(2, 8))).toEqual([
      ['—', '—', '—', '—', '—', undefined],
      ['—', '—', '—', '—', '—', undefined],
    ]);
  });

  it('keeps dangerous texts as text in every sheet', () => {
    for (const sheet of book.worksheets) {
      for (const { value, numFmt } of cellsOf(sheet)) {
        expect(typeof value === 'string' || typeof value === 'number').toBe(true);
        if (typeof value === 'string') expect(numFmt).toBe('@');
      }
    }
    const texts = book.worksheets.flatMap((sheet) => cellsOf(sheet).map(({ value }) => value));
    for (const name of hostileNames) expect(texts).toContain(name);
    expect(JSON.stringify(texts)).toContain('=төрағаның негіздемесі');
  });

  it('is made to print on A4', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(sheet.headerFooter.oddFooter).toContain('Бет: &P / &N');
      expect(sheet.headerFooter.oddFooter).toContain('abababab');
      expect((sheet.headerFooter.oddHeader ?? '').length).toBeLessThan(256);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen' });
    }
    expect(sheetNamed(book, 'Жиынтық').pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '4:4' });
    expect(sheetNamed(book, 'Ережелер').pageSetup.orientation).toBe('portrait');
  });

  it('tells the rules and the decisions with their reasons', () => {
    const text = JSON.stringify(rowsOf(sheetNamed(book, 'Ережелер')));
    for (const part of [
      '0,6 × «Сырттай бағалау» + 0,4 × «Финал»',
      'кемінде 2/3',
      'Төрағаның шешуші даусы',
      'іссапар',
      '20.11.2026',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each(languages)('exists in %s', async (language) => {
    const made = await exported(workbookInput(language), `lang-${language}.xlsx`);
    expect(made.book.worksheets).toHaveLength(11);
    const title = { kk: 'Жеңімпаздар тізімі', ru: 'Список победителей', en: 'List of winners' }[language];
    expect(made.book.worksheets[0]?.getCell('A1').value).toBe(title);
  });

  it('leaves no half file when it is stopped, and the old file as it was', async () => {
    const target = join(folder, 'stopped.xlsx');
    writeFileSync(target, 'before');
    const stop = new AbortController();
    stop.abort();
    const result = await writeWinnersWorkbook(input, target, () => undefined, stop.signal);
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('says what the disk says', async () => {
    const result = await writeWinnersWorkbook(input, join(folder, 'nowhere', 'x.xlsx'));
    expect(result).toEqual({ ok: false, failure: { code: 'not-found', file: 'x.xlsx' } });
  });

  it('tells its progress up to the end', async () => {
    const steps: [number, number][] = [];
    await writeWinnersWorkbook(input, join(folder, 'progress.xlsx'), (done, total) => steps.push([done, total]));
    const [done, total] = steps.at(-1) ?? [0, 1];
    expect(done).toBe(total);
    expect(steps.map(([n]) => n)).toEqual(steps.map(([n]) => n).toSorted((a, b) => a - b));
  });

  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(existsSync);
  it.skipIf(office === undefined)(
    `opens in LibreOffice with the same figures and texts${office === undefined ? ' (skipped: LibreOffice is not installed)' : ''}`,
    { timeout: 120_000 },
    async () => {
      execFileSync(
        office ?? '',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          join(folder, 'office'),
          path,
        ],
        { stdio: 'ignore' },
      );
      const theirs = await loadWorkbook(readFileSync(join(folder, 'office', 'kk.xlsx')));
      expect(theirs.worksheets.map(({ name }) => name)).toEqual(book.worksheets.map(({ name }) => name));
      for (const sheet of book.worksheets) {
        const other = theirs.getWorksheet(sheet.name);
        for (const { row, column, value } of cellsOf(sheet)) {
          const seen = other?.getCell(row, column).value;
          if (typeof value === 'number') expect(seen).toBeCloseTo(value, 10);
          else
            expect(typeof seen === 'string' ? seen.trim() : seen).toBe(
              typeof value === 'string' ? value.trim() : value,
            );
        }
      }
    },
  );
});
