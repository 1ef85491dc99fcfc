// The harnesses of test/harness: built into one folder, run in processes of their own, shown and counted.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { electronEnv } from './electron.mjs';
import { inLanes } from './lanes.mjs';
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

/** What there is, in the order in which it is run. */
export async function listHarnesses(bundle) {
  const { code, output } = await run('node', [join(bundle, 'run.js'), '--list'], { quiet: true });
  if (code !== 0) throw new Stop(output.trim());
  return JSON.parse(output);
}

/**
 * A harness that dies has failed, and the others run all the same. `atOnce`: how many work at a time, each of them in one lane
 * then; what came of one is told in one piece when it is done. By default each in turn, in as many lanes as there are cores.
 */
export async function runHarnesses(bundle, names, { full = false, seed, atOnce = 1 } = {}) {
  const all = await listHarnesses(bundle);
  const wanted = names.map((name) => all.find((harness) => harness.name === name));
  const stop = { asked: false };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (stop.asked = true));
  const how = { bundle, full, seed, stop, lanes: atOnce === 1 ? undefined : 1 };
  const ofTime = (harness) => atOnce === 1 || harness.alone;
  const done = [
    ...(await inLanes(1, wanted.filter(ofTime), (harness) => runHarness(harness, how))),
    ...(await inLanes(
      atOnce,
      wanted.filter((harness) => !ofTime(harness)),
      (harness) => runHarness(harness, how),
    )),
  ];
  const reports = done.filter((report) => report !== null);
  const promises = reports.flatMap((report) => report.promises);
  const kept = promises.filter((promised) => promised.kept).length;
  const counts = {
    passed: kept,
    failed: promises.length - kept + done.length - reports.length,
    skipped: reports.reduce((sum, report) => sum + report.skipped.length, 0),
  };
  return { counts, reports };
}

/** Null: it died. */
async function runHarness({ name, numbers, title, application }, { bundle, full, seed, stop, lanes }) {
  if (stop.asked) throw new Stop('stopped');
  const head = `\n${headOf({ name, numbers, title })}`;
  // Hours are waited for with the name in sight; of those that run beside each other each is told whole.
  if (lanes === undefined) say(head);
  const file = join(bundle, `${name}.json`);
  const folder = mkdtempSync(join(tmpdir(), `harness-${name}-`));
  const args = [join(bundle, 'run.js'), name, '--folder', folder, '--report', file, ...(full ? ['--full'] : [])];
  if (seed !== undefined) args.push('--seed', seed);
  if (lanes !== undefined) args.push('--lanes', String(lanes));
  const { code } = application ? await inApplication(args, full) : await run('node', args);
  // Where the run was stopped, its processes may need a moment to let go.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  if (stop.asked) throw new Stop('stopped');
  if (lanes !== undefined) say(head);
  if (code !== 0 || !existsSync(file)) {
    say(`FAILED the harness itself ended with exit code ${code}`);
    return null;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  tell(report);
  return { ...report, name, numbers, title };
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
