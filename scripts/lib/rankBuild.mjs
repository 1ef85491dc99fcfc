// Builds the engine of `npm run rank` into one file; started by scripts/rank.mjs where that file is missing.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { prepared } from './dependencies.mjs';
import { Stop, run } from './process.mjs';
import { rankBundle, rankFolder } from './rankBundle.mjs';

await prepared(import.meta.filename, async () => {
  const bundle = rankBundle();
  // Several may build at once: each does so in a folder of its own, and the last rename wins with the same content.
  const own = join(rankFolder, `building-${process.pid}`);
  mkdirSync(own, { recursive: true });
  try {
    const args = ['build', '--config', 'vite.rank.config.ts', '--outDir', own, '--logLevel', 'warn'];
    const { code, output } = await run('vite', args, { quiet: true });
    if (code !== 0) throw new Stop(`${output.trim()}\n\nThe ranking engine could not be built (exit code ${code}).`);
    for (const name of readdirSync(rankFolder))
      if (name.endsWith('.mjs') && name !== basename(bundle)) rmSync(join(rankFolder, name), { force: true });
    renameSync(join(own, 'rank.mjs'), bundle);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return 0;
});
