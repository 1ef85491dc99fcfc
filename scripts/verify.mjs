// npm run verify -- FILE.tresults: checks a results file by code that shares nothing with the application.
import { spawnSync } from 'node:child_process';
import { prepared } from './lib/dependencies.mjs';

await prepared(import.meta.filename, async () => {
  const { makeVerifier } = await import('./lib/verifier.mjs');
  const file = await makeVerifier();
  return spawnSync(process.execPath, [file, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 2;
});
