import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { languages } from '@shared/model/language';

const docs = resolve(import.meta.dirname, '../../../docs');
/** As wide as a page of text on the screens where the guide is read. */
const guideWidth = 1024;
const guidePicture = /!\[[^\]]*\]\(\.\.\/\.\.\/pictures\/guide\/\w+\/([\w-]+)\.webp\)/g;

/** The guide decides what is shown: every picture that its pages name is taken from the album of their language. */
export async function illustrateGuide(page: Page, albums: string): Promise<void> {
  for (const language of languages) {
    const target = join(docs, 'pictures/guide', language);
    rmSync(target, { recursive: true, force: true });
    const album = join(albums, `${language}-light`);
    const taken = readdirSync(album);
    for (const name of namedIn(join(docs, 'guide', language))) {
      const file = taken.find((each) => new RegExp(String.raw`^\d+-${name}\.png$`).test(each));
      if (file === undefined) throw new Error(`the guide names a picture that no walk takes: ${name}`);
      await saveAsWebp(page, readFileSync(join(album, file)), join(target, `${name}.webp`), guideWidth);
    }
  }
}

function namedIn(folder: string): ReadonlySet<string> {
  const pages = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(pages.flatMap((text) => [...text.matchAll(guidePicture)].map(([, name = '']) => name)));
}

/** The first picture of the README: the demo contest's ranking, twice as sharp, by day and by night. */
export async function illustrateReadme(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.locator('.start-foot').getByRole('button').last().click();
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('navigation').getByRole('button', { name: 'Ranking' }).click();
  const names = page.locator('.rank-open');
  await names.nth(1).click();
  await expect(page.locator('.rank-total')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    const picture = await page.screenshot({ animations: 'disabled', scale: 'device' });
    await saveAsWebp(page, picture, join(docs, `pictures/tarazy-${theme}.webp`), 2560);
  }
}

/** A fifth of the size of a PNG; the page's own encoder does it, so that no library is needed. */
async function saveAsWebp(page: Page, png: Buffer, path: string, width: number): Promise<void> {
  const encoded = await page.evaluate(
    async (given) => {
      const bytes = Uint8Array.from(atob(given.data), (sign) => sign.codePointAt(0) ?? 0);
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(given.width, Math.round((bitmap.height * given.width) / bitmap.width));
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas to draw on');
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
      return Array.from(new Uint8Array(await webp.arrayBuffer()), (byte) => String.fromCodePoint(byte)).join('');
    },
    { data: png.toString('base64'), width },
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(encoded, 'latin1'));
}
