import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/**
 * The harnesses as plain Node runs them: real processes that can be killed, outside any test runner. Everything is
 * bundled except the native addon, as in the application, and what drives the application itself. See scripts/harness.mjs.
 */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { '@shared': at('shared') } },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3-multiple-ciphers', '@playwright/test', '@electron/fuses'],
    target: 'node',
  },
  build: {
    ssr: true,
    target: 'node20.18',
    minify: false,
    rolldownOptions: {
      input: {
        run: at('test/harness/run.ts'),
        part: at('test/harness/part.ts'),
        // The application's own process and thread, which the harness of hostile workbooks starts.
        reader: at('test/harness/workbooks/child.ts'),
        workbook: at('electron/workers/workbook.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
