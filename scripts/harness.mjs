// npm run harness -- NAME… [--full] [--seed N]: breaks things on purpose and counts what was lost. `all` runs every harness.
import { parseArgs } from 'node:util';
import { prepared } from './lib/dependencies.mjs';
import { Stop, say } from './lib/process.mjs';
import { summary } from './lib/counts.mjs';

const usage = 'npm run harness -- NAME… | all [--full] [--seed N]';

await prepared(import.meta.filename, async () => {
  const { listHarnesses, runHarnesses, withHarnesses } = await import('./lib/harness.mjs');
  const { recordReliability } = await import('./lib/reliability.mjs');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, seed: { type: 'string' } },
  });
  return withHarnesses(async (bundle) => {
    const known = (await listHarnesses(bundle)).map(({ name }) => name);
    const wanted = positionals.includes('all') ? known : positionals;
    const unknown = wanted.filter((name) => !known.includes(name));
    if (wanted.length === 0 || unknown.length > 0)
      throw new Stop(`${usage}\n\nHarnesses: ${known.join(', ')}${unknown.length > 0 ? `; not ${unknown}` : ''}`);
    const done = await runHarnesses(bundle, wanted, values);
    // Only the counts that are promised per release go into the books; the short version changes no file.
    if (values.full) await recordReliability(done.reports);
    say(`\n${summary(done.counts)}`);
    return done.counts.failed === 0 ? 0 : 1;
  });
});
