import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** What is measured without a window, as plain Node runs it; bundled as the harnesses are. See scripts/bench/ranking.mjs. */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { '@shared': at('shared') } },
  ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'], target: 'node' },
  build: {
    ssr: true,
    target: 'node20.18',
    minify: false,
    rolldownOptions: {
      input: { ranking: at('test/bench/ranking.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
