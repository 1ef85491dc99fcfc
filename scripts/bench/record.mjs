// docs/benchmarks.md: one section per bench; a run replaces its own section and leaves the others alone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/process.mjs';
import { isReached } from './figures.mjs';

const file = join(root, 'docs', 'benchmarks.md');
const head = `# Benchmarks

Figures of \`npm run bench -- NAME…\`, each section from the run named in it. What is compared was measured side by side in that
run, so that ratios hold on other machines and milliseconds do not.
`;

const digits = { '×': 2, '': 2, ms: 1, MB: 0 };
const written = (value, unit) => `${value.toFixed(digits[unit] ?? 0)} ${unit}`.trim();

export function tableOf(figures) {
  const rows = figures.map((each) => {
    const goal = each.goal === null ? '' : `≤ ${each.goal} ${each.unit}`;
    const verdict = each.goal === null ? '' : isReached(each) ? 'reached' : 'not reached';
    return [each.name, written(each.value, each.unit), goal, verdict];
  });
  const all = [['Figure', 'Measured', 'Goal', 'Verdict'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(all[0]), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

export function record({ name, title, method }, figures, runtime) {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${process.platform}-${process.arch}, ${availableParallelism()} cores, ${memory} GB, Electron ${runtime.version}`;
  const day = new Date().toISOString().slice(0, 10);
  const section = `## ${name}: ${title}\n\n${day}; ${machine}. Again: \`npm run bench -- ${name}\`.\n\n${method}\n\n${tableOf(figures)}\n`;
  const old = existsSync(file) ? readFileSync(file, 'utf8') : head;
  const [intro, ...sections] = old.split(/^(?=## )/m);
  const kept = sections.filter((each) => !each.startsWith(`## ${name}:`)).map((each) => `${each.trimEnd()}\n`);
  const merged = [...kept, section].toSorted((a, b) => (a < b ? -1 : 1));
  writeFileSync(file, [`${intro.trimEnd()}\n`, ...merged].join('\n'));
}
