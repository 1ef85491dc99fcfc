import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
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
