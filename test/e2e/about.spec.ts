import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type Launched } from './support/launch';
import { pressByKeys, tabTo } from './support/keyboard';
import { expectAccessible } from './support/page';

// About: versions for whoever helps, and the licence of everything that is in the bundle.

const root = resolve(import.meta.dirname, '../..');
let tarazy: Launched;
test.beforeAll(async () => {
  tarazy = await launchApp();
});
test.afterAll(async () => {
  await tarazy.close();
});

async function facts() {
  const [about, engine] = await tarazy.page.evaluate(
    async () => [await window.tarazy.call('app.about', {}), await window.tarazy.call('start.engine', {})] as const,
  );
  if (!about.ok || !engine.ok) throw new Error('nothing is told of the program');
  return { ...about.value, ...engine.value };
}

test('tells the versions of all that it runs on', async () => {
  const { electron, chromium, node, system, sqlite } = await facts();
  for (const version of [electron, chromium, node, sqlite]) expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(system).toContain(process.arch);
});

/** Packages that the sources name, read from the sources themselves and not from what the build says of itself. */
function importedPackages(): readonly string[] {
  const found = new Set<string>();
  for (const house of ['electron', 'renderer', 'shared'])
    for (const file of readdirSync(join(root, house), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file.includes('gallery')) continue;
      const source = readFileSync(join(root, house, file), 'utf8');
      for (const [, name] of source.matchAll(/^import (?!type)[^;]*?['"]((?:@[\w-]+\/)?[\w-]+)(?:\/[^'"]*)?['"];/gm))
        if (name !== undefined && !name.startsWith('@shared')) found.add(name);
    }
  return [...found];
}

test('every package that the code imports has its licence there in full, and so have those behind it', async () => {
  const { packages } = await facts();
  const listed = new Map(packages.map((each) => [each.name, each]));
  const imported = importedPackages();
  expect(imported.length).toBeGreaterThan(15);
  expect(imported.filter((name) => !listed.has(name) && !name.startsWith('node'))).toEqual([]);
  for (const { name, licence, text } of packages) {
    expect(licence, name).not.toBe('');
    expect(text.length, name).toBeGreaterThan(500);
  }
  // What the imported ones bring along, and the typeface.
  for (const name of ['scheduler', '@noble/hashes', 'jszip', 'libsodium-sumo', 'react-aria', 'tarazy'])
    expect(listed.has(name), name).toBe(true);
  expect(listed.get('@fontsource-variable/inter')?.text).toContain('SIL OPEN FONT LICENSE');
  expect(packages.map(({ name }) => name)).not.toContain('buffers');
});

// What a screen reader is told in each language is inspected in accessibility.spec.ts; here what it does not open.
test('is opened, read, copied and closed by keys alone, in every language', async () => {
  const { page } = tarazy;
  for (const [language, open, title] of [
    ['ru', 'О программе', 'О программе'],
    ['en', 'About Tarazy', 'About Tarazy'],
    ['kk', 'Бағдарлама туралы', 'Бағдарлама туралы'],
  ] as const) {
    await page.evaluate((to) => window.tarazy.call('app.setPreferences', { language: to }), language);
    await page.reload();
    await pressByKeys(page, open);
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog.getByText('SQLite', { exact: true })).toBeVisible();
    await expect(dialog.getByText('@fontsource-variable/inter')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await pressByKeys(page, 'Бағдарлама туралы');
  const first = page.locator('summary').first();
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  await expect(page.locator('details[open] pre')).toBeVisible();
  await expectAccessible(page);
  await pressByKeys(page, 'Нұсқаларды көшіру');
  await expect(page.getByText('Нұсқалар көшірілді')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the keys of the program are one press away', async () => {
  await pressByKeys(tarazy.page, 'Пернелер');
  await expect(tarazy.page.getByRole('dialog', { name: 'Бағдарлама пернелері' })).toBeVisible();
  await tarazy.page.keyboard.press('Escape');
});
