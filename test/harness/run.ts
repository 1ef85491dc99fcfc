import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { buildHash, Kept } from './lib/kept';
import { isKept } from './lib/tally';
import { harnesses } from './list';

/**
 * Runs one harness and writes what came of it as JSON: `node run.js NAME --folder NEW --report FILE [--full] [--seed N] [--lanes N]`; with
 * `--list` it prints the names instead. scripts/harness.mjs calls it, shows the result and keeps the books.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    report: { type: 'string' },
    folder: { type: 'string', default: '.' },
    seed: { type: 'string', default: '20261125' },
    lanes: { type: 'string' },
  },
});

// Stopped from outside, it still ends its processes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

if (values.list) {
  process.stdout.write(
    `${JSON.stringify(harnesses.map(({ name, numbers, title, application = false, alone = false }) => ({ name, numbers, title, application, alone })))}\n`,
  );
} else {
  const harness = harnesses.find((each) => each.name === positionals[0]);
  if (harness === undefined) throw new Error(`no harness ${positionals[0] ?? ''}`);
  const before = performance.now();
  const seed = Number(values.seed);
  const { folder } = values;
  const lanes = Number(values.lanes ?? Math.min(availableParallelism(), 8));
  const file = join('test-results', 'harness', `${harness.name}-${seed}.jsonl`);
  const kept = values.full ? new Kept(file, `${buildHash()} ${lanes}`) : null;
  if (kept !== null && kept.size > 0)
    process.stdout.write(`       goes on after ${kept.size} parts of an earlier run\n`);
  const outcome = await harness.run({ full: values.full, seed, folder, lanes, kept });
  kept?.forget();
  const report = {
    ...outcome,
    skipped: outcome.skipped ?? [],
    promises: outcome.promises.map((promised) => ({ ...promised, kept: isKept(promised) })),
    seed,
    seconds: (performance.now() - before) / 1000,
  };
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(report));
}
