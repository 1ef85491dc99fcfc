// The work of a usual contest in LibreOffice, where it is installed: the table of marks with the formulas that people write by hand.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import exceljs from 'exceljs';
import { Stop, run } from '../lib/process.mjs';

/** A table in CSV holds figures as they are shown. */
const shown = 1e-6;
const places = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'];

/** Where LibreOffice is; undefined when it is not installed. */
export const findOffice = () => places.find((path) => existsSync(path));

/**
 * LibreOffice starts, reads the workbook, recalculates every formula and writes the table.
 * @param table { weights, marks: rows of marks (juror after juror), order: rows from the first place to the last }
 * @returns {Promise<number>} milliseconds, once its order was found to be ours
 */
export async function recalculated(office, folder, table) {
  const profile = join(folder, 'office-profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
  const workbook = join(folder, 'table.xlsx');
  await writeTable(workbook, table);
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'csv',
    '--outdir',
    folder,
  ];
  const before = performance.now();
  const { code, output } = await run(office, [...args, workbook], { quiet: true });
  const took = performance.now() - before;
  if (code !== 0) throw new Stop(output.trim());
  const totals = readFileSync(join(folder, 'table.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',').at(-2)));
  const inOrder = table.order.map((row) => totals[row]);
  // Equal totals are ordered by the criteria, which a spreadsheet's RANK does not do.
  if (inOrder.some((total, i) => !(i === 0 || total <= inOrder[i - 1] + shown)))
    throw new Stop('LibreOffice has another order');
  return took;
}

async function writeTable(file, { weights, marks }) {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('marks');
  const jurors = marks[0].length / weights.length;
  sheet.addRow([...Array.from({ length: jurors }, () => weights).flat(), 'total', 'place']);
  const [first, last] = ['A', sheet.getColumn(marks[0].length).letter];
  const total = sheet.getColumn(marks[0].length + 1).letter;
  const whole = jurors * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, row] of marks.entries()) {
    const n = index + 2;
    sheet.addRow([
      ...row,
      { formula: `SUMPRODUCT($${first}$1:$${last}$1,${first}${n}:${last}${n})/${whole}` },
      { formula: `RANK(${total}${n},$${total}$2:$${total}$${marks.length + 1})` },
    ]);
  }
  await book.xlsx.writeFile(file);
}

/** Otherwise LibreOffice takes the figures that the file came with. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;
