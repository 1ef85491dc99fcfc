import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { firstLook } from './scripts/lib/firstLook.mjs';
import { licences } from './scripts/lib/licences.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '@shared': at('shared') };

const workers = Object.fromEntries(
  ['desk', 'kdf', 'age', 'workbook', 'reader', 'minutes', 'analysis'].map((name) => [
    `workers/${name}`,
    at(`electron/workers/${name}.ts`),
  ]),
);

export default defineConfig({
  main: {
    plugins: [licences(import.meta.dirname)],
    resolve: { alias: { ...alias, unzipper: at('electron/files/withoutUnzipper.ts') } },
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      // Everything is bundled except `dependencies`, which are the native addon alone: the package stays small.
      externalizeDeps: true,
      rolldownOptions: {
        // The application is a file beside main.js, not a chunk below it: it finds its workers from there.
        input: { main: at('electron/main.ts'), application: at('electron/application.ts'), ...workers },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the workers: `new URL('./kdf.js', import.meta.url)` then holds in a shared chunk too.
          chunkFileNames: 'workers/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    plugins: [licences(import.meta.dirname)],
    resolve: { alias },
    build: {
      target: 'node20.18',
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload has no module loader: it must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    resolve: {
      alias: [
        { find: '@shared', replacement: at('shared') },
        { find: /^zod$/, replacement: at('renderer/zodWithoutEval.ts') },
      ],
    },
    plugins: [react(), licences(import.meta.dirname), firstLook(import.meta.dirname)],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      outDir: at('out/renderer'),
      // The content security policy has no data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        // One file for the first screen: every request is answered by a handler in the main process, and thirty small
        // ones cost more than the code in them.
        output: {
          // The reader of PDFs loads its decoders by the names that it knows them by.
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('_nowasm_fallback.js'))
              ? 'assets/[name][extname]'
              : 'assets/[name]-[hash][extname]',
          codeSplitting: {
            groups: [{ name: 'start', tags: ['$initial'] }],
          },
        },
      },
    },
  },
});
