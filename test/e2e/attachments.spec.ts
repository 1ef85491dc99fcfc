import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { surveyPicture } from '@shared/domain/pictures';
import { openNewContest } from './support/contest';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';
import { pdfOf } from './support/pdf';
import { bomb, photograph, pictures, place } from './support/pictures';

// From the nominee's panel into the juror's materials: two files, their package, and the copy that is saved.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
const picture = join(folder, 'Фото.jpg');
const pdf = join(folder, 'Диплом.pdf');
// Readers look for the table behind it from the end: what is put before that is nobody's.
const page1 = Buffer.concat([
  Buffer.from('%PDF-1.7\n%'),
  Buffer.alloc(3_000_000, 'x'),
  Buffer.from('\n'),
  pdfOf({ pages: 1, word: 'Diploma' }),
]);
let secretary: Launched;
let juror: Launched | undefined;
let ballot = { path: '', code: '' };

test.beforeAll(async () => {
  writeFileSync(pdf, page1);
  writeFileSync(picture, photograph());
  secretary = await openNewContest({ students: ['Әбдірахман Сәуле', 'Жұмабаев Алихан'], jurors: ['Ли Виктор'] });
});
test.afterAll(async () => {
  await secretary.close();
  await juror?.close();
});

test('files are attached to a nominee; a page is refused with the reason', async () => {
  const { page } = secretary;
  await goTo(page, 'Номинанттар');
  await page.getByText('Әбдірахман Сәуле').first().click();
  const files = page.getByRole('region', { name: 'Тіркелген файлдар' });
  await secretary.answerOpen([pdf, picture]);
  await files.getByRole('button', { name: 'Файл тіркеу…' }).press('Enter');
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await expect(files.getByText('2,9 МБ')).toBeVisible();
  const drawing = join(folder, 'сурет.svg');
  writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  // A whole file of 50 kB that would take 1.6 GB, and one whose pixels are none.
  const huge = join(folder, 'кең.png');
  writeFileSync(huge, bomb(20_000, 20_000));
  const broken = join(folder, 'бұзық.png');
  const noise = Buffer.from(pictures.png);
  noise.fill(0x55, noise.indexOf('IDAT') + 4, noise.indexOf('IEND') - 8);
  writeFileSync(broken, noise);
  await secretary.answerOpen([drawing, huge, broken]);
  await files.getByRole('button', { name: 'Файл тіркеу…' }).press('Enter');
  const refused = files.getByRole('alert');
  await expect(refused).toContainText('Бұл файлдар тіркелмеді');
  await expect(refused).toContainText('сурет.svg: SVG, HTML');
  await expect(refused).toContainText('кең.png: Суреттің нүктелері тым көп');
  await expect(refused).toContainText('бұзық.png: Сурет бүлінген не толық емес');
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Жабу' }).press('Enter');
  await expect(refused).toHaveCount(0);
});

test('the secretary sees both in the window and saves a copy', async () => {
  await looksAtBoth(secretary);
});

/** The same for whoever looks: the picture, the PDF, and a copy of that. */
async function looksAtBoth(whose: Launched): Promise<void> {
  const { page } = whose;
  const files = page.getByRole('region', { name: 'Тіркелген файлдар' });
  const shown = page.getByRole('dialog');
  await files.getByRole('button', { name: 'Ашу: Фото.jpg' }).press('Enter');
  const image = shown.getByRole('img', { name: 'Фото.jpg' });
  // Upright, as the photographer held it: red above, white below.
  await expect(image).toBeVisible();
  expect(await image.evaluate(colours)).toEqual({ width: 8, height: 24, top: 'red', foot: 'white' });
  await expectAccessible(page);
  await shown.getByRole('button', { name: 'Жабу' }).press('Enter');
  await files.getByRole('button', { name: 'Ашу: Диплом.pdf' }).press('Enter');
  await expect(shown.getByRole('group', { name: 'Бет: 1', exact: true })).toHaveText('Diploma 1');
  await expectAccessible(page);
  await shown.getByRole('button', { name: 'Жабу' }).press('Enter');
  const copy = join(freshFolder(), 'көшірме.pdf');
  await whose.answerSave(copy);
  await files.getByRole('button', { name: 'Көшірмесін сақтау: Диплом.pdf' }).press('Enter');
  await expect(page.getByText('Көшірме сақталды: көшірме.pdf').first()).toBeVisible();
  await expect(files.getByText('Сақталған көшірме қорғалмайды', { exact: false })).toBeVisible();
  expect(readFileSync(copy).equals(page1)).toBe(true);
  const photo = join(freshFolder(), 'көшірме.jpg');
  await whose.answerSave(photo);
  await files.getByRole('button', { name: 'Көшірмесін сақтау: Фото.jpg' }).press('Enter');
  await expect(page.getByText('Көшірме сақталды: көшірме.jpg').first()).toBeVisible();
  // Where it was taken has stayed with who took it.
  const kept = readFileSync(photo);
  expect(surveyPicture('jpeg', new Uint8Array(kept))).toMatchObject({ width: 8, height: 24, isBare: true });
  expect(kept.includes(place)).toBe(false);
}

/** Runs in the page. */
function colours(shown: SVGElement | HTMLElement) {
  if (!(shown instanceof HTMLCanvasElement)) throw new Error('a picture is drawn');
  const { width, height } = shown;
  const at = (y: number) => [...(shown.getContext('2d')?.getImageData(4, y, 1, 1).data ?? [])];
  const name = ([red = 0, green = 0]: readonly number[]) => (red < 150 ? 'dark' : green < 100 ? 'red' : 'white');
  return { width, height, top: name(at(2)), foot: name(at(21)) };
}

test('the ballot carries them', async () => {
  const { page } = secretary;
  await goTo(page, 'Бағалау парақтары');
  await page.getByRole('button', { name: 'Парақ беру', exact: true }).first().press('Enter');
  await secretary.answerOpen([folder]);
  await page.getByRole('button', { name: 'Қалта таңдап беру: 1' }).press('Enter');
  await expect(page.getByText(/Жазылған парақтар: 1/)).toBeVisible({ timeout: 60_000 });
  const name = readdirSync(folder).find((file) => file.endsWith('.tballot')) ?? '';
  expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  ballot = { path: join(folder, name), code: (await page.locator('code').first().textContent()) ?? '' };
  expect(readFileSync(ballot.path).length).toBeGreaterThan(page1.length);
});

test('the juror sees both in the window and saves a copy', async () => {
  juror = await launchApp({ args: [ballot.path] });
  const { page } = juror;
  await page.getByLabel('Код', { exact: true }).fill(ballot.code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Бағалауды бастау' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Тіркелген файлдар' }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page);
  await looksAtBoth(juror);
});
