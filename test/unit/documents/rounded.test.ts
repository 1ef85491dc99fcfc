import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { placeStyles, type PlaceStyle, type Rounding } from '@shared/model/rules';
import { textsFor } from '../../../electron/documents/texts';
import { writeMinutes } from '../../../electron/documents/minutes/writeMinutes';
import { writeWinnersWorkbook } from '../../../electron/documents/winnersWorkbook';
import { loadWorkbook } from '../../../electron/files/excel';
import { source, workbookInput } from './contest';
import { readDocx } from './docx';

const folder = mkdtempSync(join(tmpdir(), 'tarazy-rounded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wholePoints: Rounding = { card: 0, round: 0, total: 0 };

function inputWith(placeStyle: PlaceStyle, rounding: Rounding = wholePoints) {
  const { rules } = source.contest;
  const aggregation = { ...rules.aggregation, rounding, placeStyle };
  return workbookInput('ru', {
    contest: { ...source.contest, rules: { ...rules, aggregation, ties: [] } },
    decisions: [],
  });
}

/** The rows of the last round's ranking, and the sheet of rules as one text. */
async function sheetOf(input: ReturnType<typeof inputWith>, name: string) {
  const path = join(folder, `${name}.xlsx`);
  await writeWinnersWorkbook(input, path);
  const book = await loadWorkbook(new Uint8Array(readFileSync(path)));
  const cells: unknown[][] = [];
  book.worksheets[2]?.eachRow((row) => cells.push(Array.isArray(row.values) ? row.values.slice(1) : []));
  const texts: string[] = [];
  book.worksheets.at(-2)?.eachRow((row) => texts.push(row.getCell(1).text));
  const rows = cells.filter(([place, number]) => typeof place === 'number' && typeof number === 'number');
  return { rows, rules: texts.join('\n') };
}

// Rounded to whole points on three stages, and nothing separates equals.
it.each(placeStyles)(
  'workbook and minutes print the rounded figures and the places of the ranking: %s',
  async (style) => {
    const input = inputWith(style);
    const [first] = input.categories;
    const ranking = first?.rounds.at(-1)?.standing.rows ?? [];
    expect(ranking.some(({ tied }) => tied)).toBe(true);
    expect(ranking.every(({ total }) => total !== null && !total.exact.includes('/'))).toBe(true);

    const { rows: numbered } = await sheetOf(input, style);
    expect(numbered.map((row) => [row[0], row[1], row[11]])).toEqual(
      ranking.map(({ shownPlace, number, total }) => [Number(shownPlace), number, Number(total?.exact)]),
    );

    const docx = join(folder, `${style}.docx`);
    await writeMinutes(input, docx);
    const { rows } = await readDocx(docx);
    const last =
      first?.rounds.length === 2 ? rows.filter((row) => row.length === 6).slice(0, 2 + 12 + ranking.length) : [];
    const comma = (text: string | undefined) => (text ?? '').replace('.', ',');
    expect(last.slice(-ranking.length).map((row) => [row[0], row[1], row[4]])).toEqual(
      ranking.map(({ shownPlace, number, total }) => [comma(shownPlace ?? ''), String(number), comma(total?.text)]),
    );
  },
);

it('the rules in the workbook name each stage that is rounded', async () => {
  const { rules } = await sheetOf(inputWith('standard'), 'rules');
  const stages = textsFor('ru').rounding;
  for (const stage of ['card', 'round', 'total'] as const) expect(rules).toContain(stages[stage](0));
  expect(rules).not.toContain(stages.criterion(0));
});

it('the mean mark of each criterion is rounded in what the documents print, and they say so', async () => {
  const input = inputWith('standard', { criterion: 0 });
  const ranking = input.categories[0]?.rounds.at(-1)?.standing.rows ?? [];
  const exact = inputWith('standard', {}).categories[0]?.rounds.at(-1)?.standing.rows ?? [];
  const totals = (rows: typeof ranking) => new Map(rows.map(({ number, total }) => [number, total?.exact]));
  expect(totals(ranking)).not.toEqual(totals(exact));

  const { rows, rules } = await sheetOf(input, 'criterion');
  const asNumber = (fraction: string | undefined) => {
    const [n, d = '1'] = (fraction ?? '').split('/');
    return Number(n) / Number(d);
  };
  expect(rows.map((row) => [row[0], row[1]])).toEqual(ranking.map(({ place, number }) => [place, number]));
  rows.forEach((row, i) => {
    expect(row[11]).toBeCloseTo(asNumber(ranking[i]?.total?.exact), 9);
  });
  expect(rules).toContain(textsFor('ru').rounding.criterion(0));

  const docx = join(folder, 'criterion.docx');
  await writeMinutes(input, docx);
  const read = await readDocx(docx);
  const printed = read.rows.map((row) => row[4]);
  for (const { total } of ranking) expect(printed).toContain((total?.text ?? '').replace('.', ','));
});
