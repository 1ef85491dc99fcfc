import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The verifier as one file that plain Node runs in any folder: see scripts/lib/verifier.mjs. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    target: 'node20.11',
    ssr: resolve(import.meta.dirname, 'scripts/verifier/main.ts'),
    emptyOutDir: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'tarazy-verify.mjs' } },
  },
});
