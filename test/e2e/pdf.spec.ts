import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { openNewContest } from './support/contest';
import { freshFolder, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';
import { pdfOf } from './support/pdf';

// PDFs inside the window: read page by page, by keyboard too; what is wrong with one is said; nothing in one runs.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const reached: string[] = [];
const server = createServer((request, response) => {
  reached.push(request.url ?? '');
  response.end();
});
let secretary: Launched;

test.beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const files = {
    'ұзын.pdf': pdfOf({ pages: 500, word: 'Diploma' }),
    'тым ұзын.pdf': pdfOf({ pages: 2001 }),
    'құлыпты.pdf': pdfOf({ pages: 1, isLocked: true }),
    'бүлінген.pdf': Buffer.from('%PDF-1.7\nthis is nothing'),
    'зиянды.pdf': pdfOf({ pages: 2, word: 'Hostile', hostile: { address } }),
  };
  secretary = await openNewContest({ students: ['Әбдірахман Сәуле'], jurors: ['Ли Виктор'] });
  const { page } = secretary;
  await goTo(page, 'Номинанттар');
  await page.getByText('Әбдірахман Сәуле').first().click();
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  await secretary.answerOpen(paths);
  await page.getByRole('button', { name: 'Файл тіркеу…' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Ашу: / })).toHaveCount(paths.length);
});
test.afterAll(async () => {
  await secretary.close();
  server.close();
});

const dialog = () => secretary.page.getByRole('dialog');
const pagesOf = (file: string) => dialog().getByRole('group', { name: `PDF мазмұны: ${file}` });
const open = (file: string) => secretary.page.getByRole('button', { name: `Ашу: ${file}` }).press('Enter');
const close = () => dialog().getByRole('button', { name: 'Жабу' }).press('Enter');
/** Something other than paper is on the page's picture. */
const isDrawn = (page: Locator) =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value, index) => index % 4 === 0 && value < 100);
  });

test('five hundred pages are read by keyboard, and only those near the eye are drawn', async () => {
  const { page } = secretary;
  await open('ұзын.pdf');
  const pages = pagesOf('ұзын.pdf');
  await expect(pages).toBeFocused();
  await expect(dialog().getByText('1 / 500 бет')).toBeVisible();
  const sheet = (number: number) => pages.getByRole('group', { name: `Бет: ${number}`, exact: true });
  await expect.poll(() => isDrawn(sheet(1))).toBe(true);
  // Its words can be selected and read out.
  await expect(sheet(1)).toHaveText('Diploma 1');
  await page.keyboard.press('PageDown');
  await expect(dialog().getByText('2 / 500 бет')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(dialog().getByText('1 / 500 бет')).toBeVisible();
  await page.keyboard.press('End');
  await expect(dialog().getByText('500 / 500 бет')).toBeVisible();
  await expect(sheet(500)).toHaveText('Diploma 500');
  await expect(sheet(1)).toBeEmpty();
  expect(await pages.locator('canvas').count()).toBeLessThan(10);
  await expectAccessible(page);
  await page.keyboard.press('Home');
  await expect(dialog().getByText('1 / 500 бет')).toBeVisible();
});

test('zoom goes in, out and back to the width, and the place is kept', async () => {
  const { page } = secretary;
  const sheet = pagesOf('ұзын.pdf').getByRole('group', { name: 'Бет: 2', exact: true });
  const width = async () => Math.round((await sheet.boundingBox())?.width ?? 0);
  await page.keyboard.press('PageDown');
  const fitting = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(fitting);
  await expect(dialog().getByText('2 / 500 бет')).toBeVisible();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect.poll(width).toBeLessThan(fitting);
  await dialog().getByRole('button', { name: 'Ені бойынша' }).press('Enter');
  await expect.poll(width).toBe(fitting);
  const copy = join(folder, 'көшірме.pdf');
  await secretary.answerSave(copy);
  await dialog().getByRole('button', { name: 'Көшірмесін сақтау…' }).press('Enter');
  await expect(page.getByText('Көшірме сақталды: көшірме.pdf').first()).toBeVisible();
  expect(readFileSync(copy).equals(readFileSync(join(folder, 'ұзын.pdf')))).toBe(true);
  await close();
  await expect(page.getByRole('button', { name: 'Ашу: ұзын.pdf' })).toBeFocused();
});

test('what cannot be shown is told, with what to do instead', async () => {
  for (const [file, told] of [
    ['құлыпты.pdf', 'Бұл PDF құпиясөзбен қорғалған'],
    ['бүлінген.pdf', 'Бұл PDF оқылмады'],
    ['тым ұзын.pdf', 'Бұл PDF-те 2001 бет бар, ал терезе 2000 бетке дейін көрсетеді.'],
  ] as const) {
    await open(file);
    await expect(dialog().getByRole('alert')).toContainText(told);
    await expect(dialog().getByRole('alert')).toContainText('Көшірмесін сақтап');
    await expectAccessible(secretary.page);
    await close();
  }
});

/** Runs in the reader's thread. The test's own code is let through the policy; what it leaves for later is not. */
const whatBecomesCode = () =>
  new Promise((tell) => {
    setTimeout(() => {
      const tries: Readonly<Record<string, () => unknown>> = {
        eval: () => (0, eval)('1'),
        Function: () => new Function('return 1')(),
        WebAssembly: () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
      };
      const ran = Object.entries(tries).flatMap(([name, attempt]) => {
        try {
          attempt();
          return [name];
        } catch {
          return [];
        }
      });
      tell({ tried: Object.keys(tries).length, ran });
    }, 0);
  });

test('scripts, links and embedded files in a PDF do nothing', async () => {
  const { page } = secretary;
  const asked: string[] = [];
  page.on('dialog', (one) => void asked.push(one.message()));
  page.on('request', (request) => void asked.push(request.url()));
  const before = page.url();
  await open('зиянды.pdf');
  const sheet = pagesOf('зиянды.pdf').getByRole('group', { name: 'Бет: 1', exact: true });
  await expect(sheet).toHaveText('Hostile 1');
  await expect.poll(() => isDrawn(sheet)).toBe(true);
  // The link lies over the whole page.
  await sheet.click({ position: { x: 200, y: 100 } });
  await page.keyboard.press('PageDown');
  await expect(dialog().getByText('2 / 2 бет')).toBeVisible();
  await expect(dialog().locator('a, iframe, object, embed, script, input')).toHaveCount(0);
  // pdf.js has no setting against it any more: the policy that comes with the reader's own script is what forbids it.
  expect(await page.workers()[0]?.evaluate(whatBecomesCode)).toEqual({ tried: 3, ran: [] });
  await close();
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith('app:') && !url.startsWith('blob:'))).toEqual([]);
  expect(reached).toEqual([]);
});
