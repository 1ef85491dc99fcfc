// npm run typecheck: each part in its own type world; all are checked, so that all errors are seen at once.
import { main, run } from './lib/process.mjs';

const worlds = ['shared', 'electron', 'renderer', 'test'];

await main(async () => {
  let failed = 0;
  // What was found is kept, so that the next run reads only what has changed.
  for (const world of worlds) {
    const kept = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${world}.tsbuildinfo`];
    failed += (await run('tsc', ['-p', `tsconfig.${world}.json`, ...kept])).code === 0 ? 0 : 1;
  }
  return failed === 0 ? 0 : 1;
});
