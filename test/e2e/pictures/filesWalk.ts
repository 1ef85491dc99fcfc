import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { freshFolder, type Launched } from '../support/launch';
import { pdfOf } from '../support/pdf';
import type { Walk } from './walk';

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** On the list of nominees: files for the one that is named, one of them refused; each is looked at. */
export async function walkFiles(walk: Walk, secretary: Launched, nominee: RegExp): Promise<void> {
  const { page } = secretary;
  const folder = freshFolder();
  const files = {
    'Диплом 2025.pdf': pdfOf({ pages: 12, word: 'Diploma' }),
    'Бүлінген.pdf': Buffer.from('%PDF-1.7\n'),
    'Фото.png': Buffer.from(onePixel, 'base64'),
    'Сурет.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  };
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  await page.getByRole('grid').getByText(nominee).first().click();
  const panel = page.getByRole('complementary');
  await secretary.answerOpen(paths);
  await walk.press(panel, 'nominees:attachments.add');
  await expect(panel.getByRole('alert')).toBeVisible();
  await panel.getByRole('alert').scrollIntoViewIfNeeded();
  await walk.shoot(page, 'nominee-files', true);
  await open(page, 'Фото.png');
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await walk.shoot(page, 'nominee-picture');
  await page.keyboard.press('Escape');
  await lookAtPdf(walk, page, 'nominee-pdf');
  await open(page, 'Бүлінген.pdf');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await walk.shoot(page, 'nominee-pdf-broken');
  await page.keyboard.press('Escape');
  await walk.press(panel, 'common:close');
}

async function lookAtPdf(walk: Walk, page: Page, name: string): Promise<void> {
  await open(page, 'Диплом 2025.pdf');
  await expect(page.getByRole('dialog').locator('.pdf-words').first()).toHaveText('Diploma 1');
  await walk.shoot(page, name, true);
  await page.keyboard.press('Escape');
}

async function open(page: Page, file: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`: ${file}$`) })
    .first()
    .press('Enter');
}
