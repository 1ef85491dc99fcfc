// The harnesses of test/harness: built into one folder, run one after the other in processes of their own, shown and counted.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { electronEnv } from './electron.mjs';
import { Stop, childEnv, root, run, say } from './process.mjs';
import { headOf } from './reliability.mjs';

/** Builds the harnesses, lets `use` work with the folder, and removes it. */
export async function withHarnesses(use) {
  // Inside node_modules, where plain Node finds the database addon.
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'harness-'));
  try {
    const args = ['build', '--config', 'vite.harness.config.ts', '--outDir', folder, '--logLevel', 'warn'];
    const { code, output } = await run('vite', [...args, '--emptyOutDir'], { quiet: true });
    if (code !== 0) throw new Stop(`${output.trim()}\n\nThe harnesses could not be built (exit code ${code}).`);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function harnessNames(bundle) {
  return (await listed(bundle)).map((harness) => harness.name);
}

async function listed(bundle) {
  const { code, output } = await run('node', [join(bundle, 'run.js'), '--list'], { quiet: true });
  if (code !== 0) throw new Stop(output.trim());
  return JSON.parse(output);
}

/** Each in turn; a harness that dies has failed, and the next one runs all the same. */
export async function runHarnesses(bundle, names, { full = false, seed } = {}) {
  const all = await listed(bundle);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const reports = [];
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (stopped = true));
  for (const name of names) {
    const { numbers, title, application } = all.find((harness) => harness.name === name);
    say(`\n${headOf({ name, numbers, title })}`);
    const file = join(bundle, `${name}.json`);
    const folder = mkdtempSync(join(tmpdir(), `harness-${name}-`));
    const args = [join(bundle, 'run.js'), name, '--folder', folder, '--report', file, ...(full ? ['--full'] : [])];
    if (seed !== undefined) args.push('--seed', seed);
    const { code } = application ? await inApplication(args, full) : await run('node', args);
    // Where the run was stopped, its processes may need a moment to let go.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    if (stopped) throw new Stop('stopped');
    if (code !== 0 || !existsSync(file)) {
      say(`FAILED the harness itself ended with exit code ${code}`);
      counts.failed += 1;
      continue;
    }
    const report = JSON.parse(readFileSync(file, 'utf8'));
    tell(report);
    counts.passed += report.promises.filter((promised) => promised.kept).length;
    counts.failed += report.promises.filter((promised) => !promised.kept).length;
    counts.skipped += report.skipped.length;
    reports.push({ ...report, name, numbers, title });
  }
  return { counts, reports };
}

/** Beside the application as it is developed; the figures of a release are also read from the binary that is shipped. */
async function inApplication(args, full) {
  const { readyToRun } = await import('./ready.mjs');
  const { ensurePackage } = await import('./package.mjs');
  const runtime = await readyToRun();
  if (full) await ensurePackage();
  return withDisplay((display) => run('node', args, { env: childEnv({ ...electronEnv(runtime), ...display }) }));
}

const number = (value) => value.toLocaleString('en-US');

function tell(report) {
  for (const figure of report.figures) say(`       ${figure}`);
  for (const { kept, what, tried, found, examples } of report.promises) {
    say(`${kept ? 'ok    ' : 'FAILED'} ${what}: ${number(found)} of ${number(tried)}`);
    if (!kept) for (const example of examples) say(`         ${example}`);
  }
  for (const reason of report.skipped) say(`SKIPPED ${reason}`);
  say(`       ${report.seconds.toFixed(1)} s, seed ${report.seed}`);
}
