import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './support/launch';

// What is heavy and not needed to show the first window must not be loaded for it.

const out = resolve(import.meta.dirname, '../../out');

/** A text that only this library's code has, and the worker that is started when the library is needed. */
const heavy = [
  { library: 'libsodium', mark: 'crypto_pwhash', worker: 'kdf.js' },
  { library: 'age', mark: '@noble/', worker: 'age.js' },
  { library: 'exceljs', mark: 'CellPositionXform', worker: 'workbook.js' },
];
/** The class of an element that only a chart draws. */
const chartMark = 'arms-beam';
/** What pdf.js says of a worker that is not of its version. */
const pdfMark = 'does not match the Worker version';

/** The file and all that it imports at once, by static imports. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, name] of source.matchAll(/(?:^|[;}\n])(?:import|export)\b[^;'"()]*["'](\.\.?\/[\w./-]+\.js)["']/g))
    if (name !== undefined) loadedWith(join(dirname(file), name), seen);
  return seen;
}

const holding = (files: Iterable<string>, mark: string) =>
  [...files].filter((file) => readFileSync(file, 'utf8').includes(mark));

const application = join(out, 'main/application.js');
/** Only the schema library says this. */
const schemaMark = 'ZodError';

for (const { library, mark, worker } of heavy)
  test(`${library} is in its worker and in nothing that starts with the application`, () => {
    expect(holding([join(out, 'main/workers', worker)], mark)).toHaveLength(1);
    const started = new Set([
      ...loadedWith(join(out, 'main/main.js')),
      ...loadedWith(application),
      ...loadedWith(join(out, 'main/workers/desk.js')),
      join(out, 'preload/preload.cjs'),
    ]);
    expect(started.size).toBeGreaterThan(3);
    expect(holding(started, mark)).toEqual([]);
  });

test('the window waits for neither the schemas nor what answers calls', () => {
  expect(holding(loadedWith(application), schemaMark)).toHaveLength(1);
  expect(holding(loadedWith(join(out, 'main/main.js')), schemaMark)).toEqual([]);
});

test('the page comes with the look of the start screen, and the script draws the same', async () => {
  const tarazy = await launchApp({ language: 'ru' });
  const { page } = tarazy;
  await expect(page.locator('main')).toBeVisible();
  const served = await page.evaluate(async () => (await fetch('/index.html')).text());
  const look = /<div id="root" inert>(.*)<\/div>/s.exec(served)?.[1] ?? '';
  expect(look.replaceAll(/<[^>]*>/g, '')).toBe(await page.locator('.start').textContent());
  const chosen = /data-selected="true".*?<span lang="(\w+)">/s;
  expect([look, await page.locator('.start').innerHTML()].map((each) => chosen.exec(each)?.[1])).toEqual(['ru', 'ru']);
  await tarazy.close();
});

test('the start screen loads no chart, no reader of PDFs, no schemas and none of the heavy libraries', async () => {
  const assets = join(out, 'renderer/assets');
  const built = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const charts = holding(
    built.map((name) => join(assets, name)),
    chartMark,
  );
  expect(charts.length).toBeGreaterThan(0);
  expect(
    holding(
      built.map((name) => join(assets, name)),
      pdfMark,
    ).length,
  ).toBeGreaterThan(0);
  const tarazy = await launchApp();
  await expect(tarazy.page.locator('main')).toBeVisible();
  // The debugger tells every script that the page has run so far.
  const loaded: string[] = [];
  const session = await tarazy.page.context().newCDPSession(tarazy.page);
  session.on('Debugger.scriptParsed', ({ url }) => loaded.push(url));
  await session.send('Debugger.enable');
  await tarazy.close();
  const files = loaded
    .filter((url) => url.startsWith('app:'))
    .map((name) => join(assets, name.split('/').at(-1) ?? ''));
  expect(files.length).toBeGreaterThan(1);
  for (const mark of [chartMark, pdfMark, schemaMark, ...heavy.map((each) => each.mark)])
    expect(holding(files, mark)).toEqual([]);
});
