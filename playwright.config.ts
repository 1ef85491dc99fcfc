import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Real windows on few cores: more than one at a time makes each test slower and the figures worthless.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  projects: [
    { name: 'e2e', testIgnore: ['demo.spec.ts', 'packaged.spec.ts', 'screenshots.spec.ts'] },
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
    { name: 'demo', testMatch: 'demo.spec.ts', timeout: 600_000 },
    { name: 'screenshots', testMatch: 'screenshots.spec.ts', timeout: 600_000 },
  ],
});
