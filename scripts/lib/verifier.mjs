// dist/tarazy-verify.mjs: the verifier as one file that an auditor runs with plain Node.
import { join } from 'node:path';
import { Stop, root, run } from './process.mjs';

export async function makeVerifier(folder = join(root, 'dist')) {
  const args = ['build', '--config', 'vite.verify.config.ts', '--outDir', folder, '--logLevel', 'warn'];
  const { code, output } = await run('vite', args, { quiet: true });
  if (code !== 0) throw new Stop(`${output.trim()}\n\nThe verifier could not be built (exit code ${code}).`);
  return join(folder, 'tarazy-verify.mjs');
}
