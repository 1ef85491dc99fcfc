import { writeSync } from 'node:fs';
import { partInput, stoppedCode, type Part } from './lib/parts';

/**
 * The entry of every child process of the harnesses: `node part.js NAME`, the input in the environment. Each part is
 * loaded only when it is named, so that a process that is to be killed in a moment starts in a moment.
 */
const parts: Readonly<Record<string, () => Promise<{ readonly part: Part }>>> = {
  'kill-lane': () => import('./kill/lane'),
  'kill-child': () => import('./kill/child'),
  'power-lane': () => import('./power/lane'),
  'power-child': () => import('./power/child'),
  'full-disk-lane': () => import('./full-disk/lane'),
  'packages-issue': () => import('./packages/issue'),
  'packages-open': () => import('./packages/open'),
  'mutate-lane': () => import('./mutate/lane'),
  'scripts-lane': () => import('./scripts/lane'),
  'splice-lane': () => import('./splice/lane'),
  'recompute-lane': () => import('./recompute/lane'),
  'workbooks-lane': () => import('./workbooks/lane'),
  'workbooks-exports': () => import('./workbooks/exports'),
  'workbooks-reader': () => import('./workbooks/reader'),
  'imports-lane': () => import('./imports/lane'),
  'plaintext-lane': () => import('./plaintext/lane'),
  'plaintext-life': () => import('./plaintext/life'),
  'plaintext-window': () => import('./plaintext/window'),
  'tamper-lane': () => import('./tamper/lane'),
};

const [, , name = ''] = process.argv;
const input = process.env[partInput] ?? 'null';
const load = parts[name];
if (load === undefined) throw new Error(`no part ${name}`);
const { part } = await load();
// Written at once: what was told had happened, whatever happens next.
const tell = (where: string): void => void writeSync(1, `at ${where}\n`);
// What must not stay behind (processes, media) goes at the exit, also when somebody stops the run; the code tells that from
// an error.
process.on('SIGTERM', () => process.exit(stoppedCode));
const answer = await part(JSON.parse(input), tell);
writeSync(1, `answer ${JSON.stringify(answer ?? null)}\n`);
