import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { makeFrom, openAt, openInWindow, scoreRound, seatJury } from './support/awards';
import { Computer } from './support/computer';
import { typePassword } from './support/contest';
import { freshFolder, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// «100 новых лиц»: from the template over an imported vote (25) and the jury's choice (7) to the written list of 32.

const folder = freshFolder();
const names = Array.from({ length: 40 }, (_, i) => `Әлиев ${String(i + 1).padStart(2, '0')}`);

/** Forty admitted nominees in seven categories, one juror; the moderation is closed. */
async function prepare(): Promise<string> {
  const office = new Computer();
  const path = await makeFrom(office, { template: '100-new-faces' });
  const { categories, rounds } = office.snapshot.contest;
  for (const [i, name] of names.entries()) {
    const category = categories[i % categories.length]?.id ?? null;
    const fields = { consent: '2026-11-01', region: 'Алматы' };
    await office.call('nominees.add', { name, kind: 'person', category, fields });
  }
  await seatJury(office, ['Ли Виктор'], { threshold: null, budget: null, quotas: [], oneAward: false, pool: 7 });
  const moderation = rounds[0]?.id;
  if (moderation === undefined) throw new Error('not this template');
  await office.call('check.admitAll', { round: moderation });
  await office.call('round.close', { round: moderation });
  await office.call('contest.close', {});
  return path;
}

/** The jury's round, marked and closed at another computer of the secretary's; gives whom it was about. */
async function judge(path: string): Promise<readonly number[]> {
  const office = new Computer();
  await openAt(office, path);
  const { contest, jury } = office.snapshot;
  const round = contest.rounds.at(-1)?.id;
  if (round === undefined) throw new Error('not this template');
  const asked: number[] = [];
  // No two totals are equal.
  await scoreRound(
    office,
    round,
    jury.jurors.map(({ id }) => id),
    (nominee, _juror, criterion) => {
      if (!asked.includes(nominee)) asked.push(nominee);
      const place = asked.indexOf(nominee);
      return criterion < 2 ? 10 - (place % 8) : place < 8 ? 10 : 4;
    },
  );
  await office.call('round.close', { round });
  await office.call('contest.close', {});
  return asked;
}

let tarazy: Launched;
test.afterAll(async () => {
  await tarazy.close();
});

test('votes from a dirty table and the choice of the jury become one list of 32 winners', async () => {
  test.setTimeout(240_000);
  const file = await prepare();
  tarazy = await openInWindow(file, 'ru');
  const { page } = tarazy;

  await goTo(page, 'Оценочные листы');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Таблицы ещё нет');
  const votes = names.map((name, i) => `${name};${1000 - i * 10}`);
  votes[0] = '  АЛИЕВ   01 ;1 000';
  const extra = ['Әлиев 02;5', 'Сәкен Біреу;77', 'Әлиев 40;көп'];
  const table = join(folder, 'Дауыс.csv');
  writeFileSync(table, ['Номинант;Голоса', ...votes.slice(0, 39), ...extra].join('\n'));
  await tarazy.answerOpen([table]);
  await page.getByRole('button', { name: 'Загрузить таблицу' }).click();
  await expect(page.getByRole('heading', { name: 'Строк к записи: 38' })).toBeVisible();
  await expect(page.getByText('Такого номинанта в этапе нет')).toBeVisible();
  await expect(page.getByText('Не число: көп')).toBeVisible();
  await expect(page.getByText('Тот же номинант в строке 41')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Не брать: Әлиев 02, строка 41' }).click();
  await page.getByText('Остальные получили 0 голосов: 1').click();
  await page.getByRole('button', { name: 'Записать 40' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Данные есть обо всех');
  await expectAccessible(page);

  await goTo(page, 'Рейтинг');
  await expect(page.getByText('уже назван')).toHaveCount(0);
  await expect(page.locator('.rank-row').first()).toContainText('Әлиев 01');
  await page.getByRole('button', { name: 'Закрыть этап' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть этап' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.evaluate(() => window.tarazy.call('contest.close', {}));
  // Whom the vote has named is not on the jury's ballot.
  expect(await judge(file)).toHaveLength(15);
  await page.reload();
  await page.getByText('100-new-faces.tarazy').first().click();
  await typePassword(page);
  // The united list stands beside the ranking before any document.
  await goTo(page, 'Рейтинг');
  await page.getByRole('button', { name: 'Итог и решения' }).click();
  const outcome = page.getByRole('complementary');
  await expect(outcome.getByRole('heading', { name: 'Все списки вместе' })).toBeVisible();
  await expect(outcome).toContainText(/Общенародное онлайн-голосование: \d, Отбор жюри: \d/);
  await expect(outcome.locator('.rank-laureates').last()).toContainText('Әлиев 01 Общенародное онлайн-голосование');
  await goTo(page, 'Документы');
  const path = join(folder, 'итоги.xlsx');
  await tarazy.answerSave(path);
  await page.getByRole('button', { name: 'Сохранить книгу…' }).click();
  await expect(page.getByText('Книга сохранена')).toBeVisible({ timeout: 60_000 });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(path).buffer);
  const lines: { readonly name: string; readonly award: string }[] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const name = row.getCell(4).text;
    if (name.startsWith('Әлиев')) lines.push({ name, award: row.getCell(3).text });
  });
  const by = (list: string) => lines.filter(({ award }) => award.includes(list)).map(({ name }) => name);
  expect(by('Общенародное онлайн-голосование').toSorted()).toEqual(names.slice(0, 25));
  expect(by('Отбор жюри')).toHaveLength(7);
  expect(new Set(lines.map(({ name }) => name)).size).toBe(32);
});
