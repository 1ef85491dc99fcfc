import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Language } from '@shared/model/language';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { openNewContest } from './support/contest';
import { goTo } from './support/page';

// Electron's ICU knows no Kazakh and falls back without a word: order, search, figures and days as the window shows them.

const languages = { kk: 'Қазақша', ru: 'Русский', en: 'English' } as const satisfies Record<Language, string>;
const each = Object.entries(languages) as [Language, string][];

/** In the order of the alphabet; the last three begin with a Latin letter, the first of them by mistake. */
const alphabetical = [
  'Абай Ерасыл',
  'Әлиева Үміт',
  'Байсалов Ержан',
  'Гүлнар Мәди',
  'Ғабитова Дана',
  'Дәулет Асқар',
  'Ершатов Нұрлан',
  'Ёлкин Артём',
  'Жұмабаев Алихан',
  'Ибраев Санжар',
  'Камалова Лаура',
  'Қайратұлы Бекзат',
  'Назарова Әсел',
  'Оралбай Тимур',
  'Өтегенова Сәуле',
  'Рахимов Руслан',
  'Тілеуов Мақсат',
  'Узбеков Фархат',
  'Ұланова Жанна',
  'Үсенов Дияр',
  'Хасенова Гүлім',
  'Һафизов Рамиль',
  'Цой Виктор',
  'Шолпанқұл Ария',
  'Ырысбеков Али',
  'Ілиясова Томирис',
  'Эльмирова Карина',
  'Яковлев Пётр',
  'Aяжан Серік',
  'Adams Grace',
  'Zoe Kim',
] as const;

async function switchLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('navigation').first().getByRole('button').first().press('Enter');
  await page.getByRole('menuitem', { name: languages[language] }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

test.describe('nominees', () => {
  let secretary: Launched;
  test.beforeAll(async () => {
    // Every third, then the next ones: nobody's number tells the order.
    const shuffled = [0, 1, 2].flatMap((from) => alphabetical.filter((_, index) => index % 3 === from)).toReversed();
    secretary = await openNewContest({ students: shuffled });
    await goTo(secretary.page, 'Номинанттар');
  });
  test.afterAll(async () => {
    await secretary.close();
  });

  const words = {
    kk: { title: 'Номинанттар', column: 'Номинант' },
    ru: { title: 'Номинанты', column: 'Номинант' },
    en: { title: 'Nominees', column: 'Nominee' },
  } as const;

  for (const [language] of each)
    test(`sorted by name stand as in the Kazakh alphabet, Latin names last: ${language}`, async () => {
      const { page } = secretary;
      await switchLanguage(page, language);
      const { title, column } = words[language];
      const grid = page.getByRole('grid', { name: title });
      await page.getByRole('columnheader', { name: column }).getByRole('button').press('Enter');
      await grid.focus();
      await page.keyboard.press('Home');
      for (const [index, name] of alphabetical.entries()) {
        await expect(grid.locator(`[data-index="${String(index)}"]`)).toContainText(name);
        await page.keyboard.press('ArrowDown');
      }
    });

  test('are found however they are typed', async () => {
    const { page } = secretary;
    await switchLanguage(page, 'kk');
    const rows = page.getByRole('grid', { name: 'Номинанттар' }).locator('[data-index]');
    const search = page.getByRole('searchbox');
    const found: readonly (readonly [string, string])[] = [
      ['жумабаев', 'Жұмабаев Алихан'],
      ['ЖҰМАБАЕВ', 'Жұмабаев Алихан'],
      ['отегенова', 'Өтегенова Сәуле'],
      ['Гулим', 'Хасенова Гүлім'],
      ['артем', 'Ёлкин Артём'],
      ['хафизов', 'Һафизов Рамиль'],
      ['аяжан', 'Aяжан Серік'],
      ['grace', 'Adams Grace'],
    ];
    for (const [typed, name] of found) {
      await search.fill(typed);
      await expect(rows, typed).toHaveCount(1);
      await expect(rows, typed).toContainText(name);
    }
  });
});

test('totals, percents and days of the demo contest are written as each language writes them', async () => {
  const tarazy = await launchApp();
  const { page } = tarazy;
  await page.evaluate(() => window.tarazy.call('app.setPreferences', { language: 'kk', theme: 'light' }));
  await page.reload();
  await page.getByRole('button', { name: 'Демо-байқауды көру' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  const words = {
    kk: { overview: /^Шолу/, ranking: /^Рейтинг/, due: 'Мерзімі' },
    ru: { overview: /^Обзор/, ranking: /^Рейтинг/, due: 'Срок' },
    en: { overview: /^Overview/, ranking: /^Ranking/, due: 'Due' },
  } as const;
  const totals: Record<string, readonly string[]> = {};
  for (const [language] of each) {
    await switchLanguage(page, language);
    const { overview, ranking, due } = words[language];
    await page.getByRole('navigation').getByRole('button', { name: overview }).first().press('Enter');
    await expect(page.getByText(new RegExp(`${due}.* \\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d`)).first()).toBeVisible();
    await page.getByRole('navigation').getByRole('button', { name: ranking }).first().press('Enter');
    const cells = page.locator('.rank-row td.total');
    await expect(cells.first()).toHaveText(language === 'en' ? /^\d\d\.\d\d$/ : /^\d\d,\d\d$/);
    totals[language] = await cells.allInnerTexts();
    await page.locator('.rank-open').first().press('Enter');
    const sum = page.getByText(/^60.*= \d\d[,.]\d\d$/);
    await expect(sum).toBeVisible();
    const figure = language === 'en' ? '\\d\\d\\.\\d\\d' : '\\d\\d,\\d\\d';
    const percent = language === 'en' ? '%' : '\u00A0%';
    expect(await sum.textContent()).toMatch(
      new RegExp(`^60${percent} × ${figure} \\+ 40${percent} × ${figure} = ${figure}$`),
    );
    await page.locator('.rank-open').first().press('Enter');
  }
  expect(totals['ru']).toEqual(totals['kk']);
  expect(totals['en']).toEqual(totals['kk']?.map((total) => total.replace(',', '.')));
  await tarazy.close();
});

test('the slip with the recovery code has its day in words, in the language of the window', async () => {
  const tarazy = await launchApp();
  const { page } = tarazy;
  await tarazy.answerSave(join(freshFolder(), 'Байқау.tarazy'));
  await page.getByRole('button', { name: /^Жаңа байқау құру/ }).press('Enter');
  const next = page.getByRole('button', { name: 'Әрі қарай' });
  // The templates come a moment after the screen; until then there is nothing to go on with.
  await expect(next).toBeEnabled();
  await next.press('Enter');
  await expect(page.getByLabel('Маусымы')).toBeVisible();
  await next.press('Enter');
  await page.getByRole('button', { name: 'Орнын таңдау' }).press('Enter');
  for (const field of await page.locator('input[type=password]').all()) await field.fill('алты қызыл алма');
  await page.getByRole('button', { name: 'Байқауды құру' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Код қағазда, тексереміз' })).toBeVisible();
  const now = new Date();
  const [day, month, year] = [now.getDate(), now.getMonth(), now.getFullYear()];
  const kazakh = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
  const russian = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
  const english = new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(now);
  const expected: Record<Language, string> = {
    kk: `${String(year)} жылғы ${String(day)} ${kazakh[month] ?? ''}`,
    ru: `${String(day)} ${russian[month] ?? ''} ${String(year)} года`,
    en: `${String(day)} ${english} ${String(year)}`,
  };
  for (const [language, name] of each) {
    await page.getByRole('radio', { name }).press('Space');
    await expect(page.locator('.key-slip-head')).toContainText(expected[language]);
  }
  await tarazy.close();
});
