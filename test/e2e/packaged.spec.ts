import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readFuses, wantedFuses } from './support/fuses';
import { launchApp } from './support/launch';
import { packagedBinary } from './support/packaged';

// The packaged application as it is shipped: fused, from its asar, driven from outside over the debugging port only.

const binary = packagedBinary();
const resources =
  process.platform === 'darwin' ? join(dirname(binary), '../Resources') : join(dirname(binary), 'resources');

test('every fuse of the binary is as it should be', async () => {
  expect(await readFuses(binary)).toEqual(wantedFuses);
});

test('the folder holds one addon, no sources and no bootstrap', () => {
  expect(existsSync(join(resources, 'app.asar'))).toBe(true);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
  const listing = readFileSync(join(resources, 'app.asar')).subarray(0, 200_000).toString('latin1');
  expect(listing.match(/[\w-]+\.node"/g)).toEqual([`${process.platform}-${process.arch}.node"`]);
  expect(listing).not.toContain('.ts"');
});

test('it starts, shows its start screen, and reaches the encrypted database', async () => {
  const tarazy = await launchApp();
  const { page } = tarazy;
  await expect(page.getByRole('button').first()).toBeVisible();
  expect(page.url()).toBe('app://tarazy/index.html');
  const opened = await page.evaluate(() => window.tarazy.call('contest.demo', { task: 'demo' }));
  expect(opened).toMatchObject({ ok: true, value: { vault: { problem: null } } });
  await tarazy.close();
});
