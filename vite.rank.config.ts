import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The engine of `npm run rank` as one file that plain Node runs: see scripts/lib/rankBuild.mjs. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    target: 'node20.9',
    ssr: resolve(import.meta.dirname, 'shared/snapshot/rank.ts'),
    emptyOutDir: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'rank.mjs' } },
  },
});
