import { defineConfig } from '@playwright/test';
import { insideOnlyTest } from './test/e2e/support/insideOnly';

const albums = ['screenshots.spec.ts'];

// Read once in each worker: from here on it and the applications that it starts are on the display that is its own.
const displays = process.env['TARAZY_DISPLAYS']?.split(' ') ?? [];
const own = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (own !== undefined && own !== '') process.env['DISPLAY'] = own;

export default defineConfig({
  testDir: 'test/e2e',
  tsconfig: 'tsconfig.playwright.json',
  // Emptied when it begins; what others leave beside it stays.
  outputDir: 'test-results/end-to-end',
  // scripts/lib/playwright.mjs says how many, and gives each worker its display.
  workers: 1,
  // They only say when to give up: a key takes a second to derive on a quiet computer, and twenty on a busy one; setting a
  // password derives up to four.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  projects: [
    // The development build: quickest to try a change in.
    { name: 'e2e', testIgnore: [...albums, 'demo.spec.ts', 'packaged.spec.ts'] },
    // The few tests that look into the main process; the longest are among them, so they come first.
    { name: 'inside', testIgnore: [...albums, 'demo.spec.ts', 'packaged.spec.ts'], grep: insideOnlyTest },
    // The shipped binary: every other test.
    { name: 'packaged', testIgnore: albums, grepInvert: insideOnlyTest },
    // The shipped binary where no test can answer a file dialog: it starts, and its fuses are as they should be.
    { name: 'smoke', testMatch: 'packaged.spec.ts' },
    { name: 'demo', testMatch: 'demo.spec.ts' },
    { name: 'screenshots', testMatch: 'screenshots.spec.ts', timeout: 600_000 },
  ],
});
