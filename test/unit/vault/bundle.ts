import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const repository = resolve(import.meta.dirname, '../../..');

/**
 * Bundles the named modules as the application's build does, so that real threads and processes can run them. The
 * folder lies inside node_modules, where the native addon is found. `remove` it when done.
 */
export async function bundle(
  input: Readonly<Record<string, string>>,
): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const cache = join(repository, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'tarazy-test-'));
  await build({
    configFile: false,
    root: repository,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(repository, 'shared') } },
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'], target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20.18',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, join(repository, path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
