import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What puts something in the place of a module, of the clock, or of the page: a process for each file. */
const apart = ['design', 'renderer', 'shell', 'tooling', 'vault/keyChange.test.ts'].map((path) =>
  path.endsWith('.ts') ? `test/unit/${path}` : `test/unit/${path}/**/*.test.{ts,tsx}`,
);

/** The scoring rules, which hold the threshold of coverage. */
const rules = ['domain', 'snapshot', 'exchange'].map((room) => `test/unit/${room}/**/*.test.ts`);

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      // The others keep nothing in their modules: one process reads and compiles them once for many files.
      { extends: true, test: { name: 'rules', include: rules, isolate: false } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: [...apart, ...rules],
          isolate: false,
        },
      },
    ],
    // Real key derivation and real databases: threads would share the addon's state, and more workers than cores thrash.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['electron/**', 'shared/**'],
      thresholds: { 'shared/domain/**': { branches: 95 } },
    },
  },
});
