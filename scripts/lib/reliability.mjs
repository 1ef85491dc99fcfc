// docs/reliability.md: what the full harnesses said, each in a part of its own that the next full run replaces.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, platform } from 'node:os';
import { join } from 'node:path';
import { root, run, say } from './process.mjs';

const file = join(root, 'docs', 'reliability.md');
const begin = (name) => `<!-- figures of ${name} -->`;
const end = (name) => `<!-- end of ${name} -->`;
/** What stands after the parts; new ones go before it. */
const after = '## Shown able to fail';

const number = (value) => value.toLocaleString('en-US');

/**
 * The document with the report's part put in, in place of an earlier one or at the end of the figures.
 * @public for its test
 */
export function merged(document, report, day) {
  const part = [begin(report.name), describe(report, day), end(report.name)].join('\n\n');
  const from = document.indexOf(begin(report.name));
  if (from >= 0) {
    const to = document.indexOf(end(report.name)) + end(report.name).length;
    return document.slice(0, from) + part + document.slice(to);
  }
  const at = document.indexOf(after);
  return at < 0 ? `${document.trimEnd()}\n\n${part}\n` : `${document.slice(0, at)}${part}\n\n${document.slice(at)}`;
}

/** The name, its numbers among the figures to hold if it has any, and what is tried. */
export const headOf = ({ name, numbers, title }) =>
  `${name}${numbers.length === 0 ? '' : ` (${numbers.join(', ')})`}: ${title}`;

function describe(report, day) {
  const { name, promises, skipped, seconds, seed } = report;
  const rows = promises.map(({ what, tried, found }) => `| ${what} | ${number(tried)} | ${number(found)} |`);
  const where = `${availableParallelism()} cores, ${platform()}, Node ${process.versions.node}`;
  return [
    `### ${headOf(report)}`,
    `\`npm run harness -- ${name} --full\`, ${day}, ${Math.ceil(seconds / 60)} min on ${where}, seed ${seed}.`,
    ['| must not happen | tried | found |', '| --- | --: | --: |', ...rows].join('\n'),
    report.figures.map((figure) => `- ${figure}`).join('\n'),
    ...skipped.map((reason) => `Skipped: ${reason}.`),
  ].join('\n\n');
}

export async function recordReliability(reports) {
  const day = new Date().toISOString().slice(0, 10);
  const document = reports.reduce((text, report) => merged(text, report, day), readFileSync(file, 'utf8'));
  writeFileSync(file, document);
  await run('prettier', ['--write', '--log-level=warn', file]);
  say(`\nWritten to docs/reliability.md`);
}
