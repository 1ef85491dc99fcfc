// npm run bench -- NAME…: measures the promised speeds side by side in one run, into docs/benchmarks.md. Never a test's verdict.
import { prepared } from './lib/dependencies.mjs';
import { Stop, say } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { readyToRun } = await import('./lib/ready.mjs');
  const { record, tableOf } = await import('./bench/record.mjs');
  const benches = [
    await import('./bench/ranking.mjs'),
    await import('./bench/startup.mjs'),
    await import('./bench/typing.mjs'),
  ];
  const names = benches.map(({ name }) => name);
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (wanted.length === 0 || unknown.length > 0)
    throw new Stop(`npm run bench -- NAME…\n\nBenches: ${names.join(', ')}`);
  const runtime = await readyToRun();
  for (const bench of benches.filter(({ name }) => wanted.includes(name))) {
    say(`${bench.name}: ${bench.title} …`);
    const figures = await bench.measure(runtime);
    record(bench, figures, runtime);
    say(`\n${tableOf(figures)}\n`);
  }
  return 0;
});
