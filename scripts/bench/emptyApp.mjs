// Builds the empty window beside Tarazy, with the same tools and targets, as a folder and as a package.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/process.mjs';

const source = join(import.meta.dirname, 'empty');
const built = join(root, 'dist', 'bench', 'empty');

/** @returns {Promise<string>} the folder that Electron can be started with */
export async function buildEmpty() {
  const { build } = await import('vite');
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  for (const name of ['package.json', 'main.mjs', 'preload.cjs']) cpSync(join(source, name), join(built, name));
  await build({
    root: source,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      target: 'chrome130',
      minify: true,
      outDir: join(built, 'page'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
  return built;
}

/** @returns {Promise<string>} the packaged executable */
export async function packageEmpty(runtime) {
  const { build, Platform } = await import('electron-builder');
  const output = join(root, 'dist', 'bench', 'packaged');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  // A lock file of its own keeps the packager from looking for dependencies in the repository around it.
  writeFileSync(join(built, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}\n');
  let folder = '';
  await build({
    targets: Platform.current().createTarget('dir'),
    projectDir: built,
    publish: 'never',
    config: {
      appId: 'kz.tarazy.bench.empty',
      npmRebuild: false,
      directories: { output },
      electronVersion: runtime.version,
      ...(runtime.source === 'installed' ? {} : { electronDist: runtime.dist }),
      electronLanguages: ['en-US', 'ru'],
      linux: { executableName: 'empty' },
      afterPack: ({ appOutDir }) => {
        folder = appOutDir;
        rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
      },
    },
  });
  return join(folder, 'empty');
}
