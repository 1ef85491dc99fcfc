// 7.5 million marks read from the encrypted file and ranked, beside reading alone; and a usual contest ranked again.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, root, run } from '../lib/process.mjs';
import { figure, median } from './figures.mjs';
import { findOffice, recalculated } from './office.mjs';

const office = findOffice();
export const name = 'ranking';
export const title = 'Read from the encrypted file and ranked, against reading alone';
export const method =
  'Contests of one category and one round in the database of a contest file, encrypted as always. Reading alone: SELECT of ' +
  'every card’s marks and JSON.parse. Ranked: everything a ranking is made of is read, checked and put into order with its exact ' +
  'totals and its ties broken by the criteria. Both in turn, five times, in one process; medians. Memory: the most that a ' +
  'process held that does nothing but rank once. Growth: the exponent of the time from 75 thousand to 7.5 million marks. Changed: ' +
  'one mark of a usual contest is written, then everything is read again and the standing made with all its figures. ' +
  (office === undefined
    ? 'The same work in LibreOffice was not measured: it is not installed.'
    : 'LibreOffice, in turn with a process of ours: from its start until a table with these marks, whose totals and places are ' +
      'formulas, is recalculated and written, and its order compared with ours.');

const largest = { nominees: 10_000, criteria: 15, jurors: 50 };
const hundredth = { ...largest, nominees: 100 };
const usual = { nominees: 30, criteria: 6, jurors: 9 };

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'tarazy-bench-'));
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const bundle = mkdtempSync(join(cache, 'bench-'));
  try {
    const args = ['build', '--config', 'vite.bench.config.ts', '--outDir', bundle, '--logLevel', 'warn'];
    const { code, output } = await run('vite', [...args, '--emptyOutDir'], { quiet: true });
    if (code !== 0) throw new Stop(output.trim());
    const step = (what, file, options = {}) => stepIn({ bundle, folder }, what, file, options);
    const all = await ranked(step, 'all', largest);
    const few = await ranked(step, 'few', hundredth);
    const { peak } = await step('memory', 'all');
    await step('fill', 'usual', usual);
    const { again } = await step('change', 'usual', { times: 50 });
    const ratio = all.rank / all.read;
    return [
      figure('7.5 million marks, 10,000 × 15 × 50: reading alone', all.read, 'ms'),
      figure('the same, read and ranked', all.rank, 'ms'),
      figure('ratio', ratio, '×', 2),
      figure('memory of a process that ranks them', peak / 2 ** 20, 'MB'),
      figure('75 thousand marks, 100 × 15 × 50: read and ranked', few.rank, 'ms'),
      figure('growth, exponent', Math.log(all.rank / few.rank) / Math.log(all.marks / few.marks), '', 1.1),
      figure('30 × 6 × 9: all of it after one changed mark', median(again), 'ms', 16),
      ...(office === undefined ? [] : await besideOffice(step, folder)),
    ];
  } finally {
    rmSync(bundle, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A usual contest from the start of the process, in LibreOffice and in ours in turn. */
async function besideOffice(step, folder) {
  const table = await step('table', 'usual');
  const seen = { office: [], ours: [] };
  for (let i = 0; i < 5; i += 1) {
    seen.office.push(await recalculated(office, folder, table));
    const before = performance.now();
    await step('rank', 'usual', { times: 1 });
    seen.ours.push(performance.now() - before);
  }
  return [
    figure('30 × 6 × 9 from the start of the process: LibreOffice', median(seen.office), 'ms'),
    figure('30 × 6 × 9 from the start of the process: ours', median(seen.ours), 'ms'),
    figure('ours against LibreOffice', median(seen.ours) / median(seen.office), '×'),
  ];
}

async function ranked(step, file, size) {
  await step('fill', file, size);
  const { read, rank, marks } = await step('rank', file, { times: 5 });
  if (marks !== size.nominees * size.criteria * size.jurors) throw new Stop(`${marks} marks were read`);
  return { read: median(read), rank: median(rank), marks };
}

async function stepIn({ bundle, folder }, what, file, options) {
  const report = join(folder, 'report.json');
  const args = Object.entries(options).flatMap(([option, value]) => [`--${option}`, String(value)]);
  const all = [join(bundle, 'ranking.js'), what, '--file', join(folder, `${file}.db`), '--report', report, ...args];
  const { code, output } = await run('node', all, { quiet: true });
  if (code !== 0) throw new Stop(output.trim());
  return JSON.parse(readFileSync(report, 'utf8'));
}
