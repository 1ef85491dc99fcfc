import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { isKept } from './lib/tally';
import { harnesses } from './list';

/**
 * Runs one harness and writes what came of it as JSON: `node run.js NAME --report FILE [--full] [--seed N]`; with
 * `--list` it prints the names instead. scripts/harness.mjs calls it, shows the result and keeps the books.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    report: { type: 'string' },
    seed: { type: 'string', default: '20261125' },
  },
});

if (values.list) {
  process.stdout.write(`${JSON.stringify(harnesses.map(({ name, numbers, title }) => ({ name, numbers, title })))}\n`);
} else {
  const harness = harnesses.find((each) => each.name === positionals[0]);
  if (harness === undefined) throw new Error(`no harness ${positionals[0] ?? ''}`);
  const folder = mkdtempSync(join(tmpdir(), `tarazy-harness-${harness.name}-`));
  const before = performance.now();
  try {
    const seed = Number(values.seed);
    const outcome = await harness.run({ full: values.full, seed, folder, lanes: Math.min(availableParallelism(), 8) });
    const report = {
      ...outcome,
      skipped: outcome.skipped ?? [],
      promises: outcome.promises.map((promised) => ({ ...promised, kept: isKept(promised) })),
      seed,
      seconds: (performance.now() - before) / 1000,
    };
    if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
