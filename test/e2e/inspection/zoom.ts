import { expect } from '@playwright/test';
import type { Launched } from '../support/launch';

/** The window's own zoom, as the menu sets it, in the window of 1280 × 720 that the design is made for. */
export async function zoomTo({ app, page }: Launched, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, value) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value);
  }, factor);
  await page.waitForFunction((width) => innerWidth === width, 1280 / factor);
  // Popovers and charts take their new places in the frame after.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

export async function designSize({ app, page }: Launched): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
  });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 720]);
}
