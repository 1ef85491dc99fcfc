// npm test: every check there is, the windows beside all others; goes on after a failure, so that all are seen.
// The last line sums up all runners: a static check counts as one, the test runners by their tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { prepared } from './lib/dependencies.mjs';
import { Stop, childEnv, root, run, say } from './lib/process.mjs';
import { inLanes } from './lib/lanes.mjs';
import { countPlaywright, countVitest, summary } from './lib/counts.mjs';

const reports = join(root, 'test-results', 'reports');
const playwrightReport = join(reports, 'playwright.json');

await prepared(import.meta.filename, async () => {
  const { playwright } = await import('./lib/playwright.mjs');
  const { readyToRun } = await import('./lib/ready.mjs');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  /** What is shipped is what is tested, where a test can answer its file dialogs; the few that look inside run beside it. */
  const projects = process.platform === 'linux' ? ['packaged', 'inside'] : ['e2e', 'smoke', 'demo'];
  let runtime;
  /** What the others need, and what measures time: nothing beside them. */
  const first = [
    [
      'build',
      async () => {
        runtime = await readyToRun();
        return { passed: 1, failed: 0, skipped: 0, output: '' };
      },
    ],
    ['package', check('node', 'scripts/package.mjs')],
    ['alone', () => harnesses(({ alone }) => alone)],
  ];
  const windows = [
    [
      'end to end',
      async () => {
        if (runtime === undefined) throw new Stop('not run: there is no build');
        const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport };
        // A window waits more than it works. No test depends on how quick it is.
        const workers = Math.min(3, availableParallelism() + 1);
        const args = ['--reporter=list,json', '--pass-with-no-tests'];
        const { code } = await playwright(runtime, projects, args, { env, workers });
        return counted(code, playwrightReport, countPlaywright);
      },
    ],
  ];
  /**
   * Work for the time in which the windows wait, the quickest first. The linter reads every type world for its own rules,
   * each file in that of its tsconfig, and says what the compiler says: another walk of tsc through the same files is for
   * `npm run typecheck`, which keeps what it found.
   */
  const beside = [
    ['imports', check('depcruise', 'electron', 'renderer', 'shared', 'scripts/verifier')],
    ['unused', check('knip')],
    ['types, lint', check('oxlint', '--type-aware', '--type-check')],
    ['format', check('prettier', '--check', '--log-level=warn', '.')],
    ['rules', ruleTests],
    ['unit', unitTests],
    ['harness', () => harnesses(({ alone }) => !alone)],
  ];

  const done = await inLanes(1, first, judge);
  const [last, others] = await Promise.all([inLanes(1, windows, judge), inLanes(1, beside, judge)]);
  done.push(...others, ...last);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { result } of done) for (const key of Object.keys(sum)) sum[key] += result[key];
  const verdicts = done.map(({ verdict }) => verdict);
  say(`\n${verdicts.join('\n')}\n\n${summary(sum)}`);
  return sum.failed === 0 ? 0 : 1;
});

/** One tool, one verdict. What it says is told in one piece: the windows tell theirs meanwhile. */
function check(command, ...args) {
  return async () => {
    const { code, output } = await run(command, args, { quiet: true });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
  };
}

/** Runs a step, and tells what came of it. */
async function judge([name, step]) {
  const before = performance.now();
  const result = await attempt(step);
  const seconds = ((performance.now() - before) / 1000).toFixed(1).padStart(6);
  const verdict = `${result.failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(11)} ${seconds} s  ${summary(result)}`;
  if (result.failed > 0 && result.output !== '') say(`${result.output.trimEnd()}\n`);
  say(verdict);
  return { result, verdict };
}

/** Coverage of shared/domain is taken here, where it costs seconds; its threshold stands in vitest.config.ts. */
function ruleTests() {
  const coverage = ['--coverage', '--coverage.include=shared/domain/**', '--coverage.reporter=text-summary'];
  return vitest('rules', '--project=rules', ...coverage);
}

function unitTests() {
  return vitest('unit', '--project=together', '--project=apart');
}

async function vitest(name, ...args) {
  const report = join(reports, `vitest-${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const how = { env: childEnv({ CI: '1' }), quiet: true };
  const { code, output } = await run('vitest', ['run', ...args, ...reporters], how);
  say(output);
  return counted(code, report, countVitest);
}

/** The short version of every harness that is `wanted`: each promise of zero counts as a test. */
async function harnesses(wanted) {
  const { listHarnesses, runHarnesses, withHarnesses } = await import('./lib/harness.mjs');
  // Two beside each other waste less of two cores than one in two lanes that waits for the longer of them.
  const atOnce = Math.min(2, availableParallelism());
  const { counts } = await withHarnesses(async (bundle) => {
    const names = (await listHarnesses(bundle)).filter(wanted).map(({ name }) => name);
    return runHarnesses(bundle, names, { atOnce });
  });
  return { ...counts, output: '' };
}

/** A runner that ends badly without a failed test (it crashed, or left no report) has failed once. */
function counted(code, file, count) {
  const result = count(JSON.parse(readFileSync(file, 'utf8')));
  return { ...result, failed: code !== 0 && result.failed === 0 ? 1 : result.failed, output: '' };
}

async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: error instanceof Stop ? error.message : String(error.stack) };
  }
}
