import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { placeStyles, type PlaceStyle } from '@shared/model/rules';
import { textsFor } from '../../../electron/documents/texts';
import { writeMinutes } from '../../../electron/documents/minutes/writeMinutes';
import { writeWinnersWorkbook } from '../../../electron/documents/winnersWorkbook';
import { loadWorkbook } from '../../../electron/files/excel';
import { source, workbookInput } from './contest';
import { readDocx } from './docx';

const folder = mkdtempSync(join(tmpdir(), 'tarazy-rounded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inputWith(placeStyle: PlaceStyle) {
  const { rules } = source.contest;
  const aggregation = { ...rules.aggregation, rounding: { card: 0, round: 0, total: 0 }, placeStyle };
  return workbookInput('ru', {
    contest: { ...source.contest, rules: { ...rules, aggregation, ties: [] } },
    decisions: [],
  });
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

    const path = join(folder, `${style}.xlsx`);
    await writeWinnersWorkbook(input, path);
    const book = await loadWorkbook(new Uint8Array(readFileSync(path)));
    const sheet = book.worksheets[2];
    const cells: unknown[][] = [];
    sheet?.eachRow((row) => cells.push(Array.isArray(row.values) ? row.values.slice(1) : []));
    const numbered = cells.filter(([place, number]) => typeof place === 'number' && typeof number === 'number');
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
  const path = join(folder, 'rules.xlsx');
  await writeWinnersWorkbook(inputWith('standard'), path);
  const book = await loadWorkbook(new Uint8Array(readFileSync(path)));
  const texts: string[] = [];
  book.worksheets.at(-2)?.eachRow((row) => texts.push(row.getCell(1).text));
  const stages = textsFor('ru').rounding;
  for (const stage of ['card', 'round', 'total'] as const) expect(texts.join('\n')).toContain(stages[stage](0));
});
