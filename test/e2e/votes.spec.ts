import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { contestPassword, typePassword } from './support/contest';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// «100 новых лиц»: from the template over an imported vote (25) and the jury's choice (7) to the written list of 32.

const folder = freshFolder();
const names = Array.from({ length: 40 }, (_, i) => `Әлиев ${String(i + 1).padStart(2, '0')}`);

/** Runs in the page: forty admitted nominees in seven categories, one juror. */
async function prepare({ people, password }: { readonly people: readonly string[]; readonly password: string }) {
  const { tarazy } = window;
  const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
    if (!result.ok) throw new Error(result.failure.code);
    return result.value;
  };
  const template = '100-new-faces';
  const { head } = must(await tarazy.call('contest.templateHead', { template }));
  const file = must(await tarazy.call('files.pickSave', { kind: 'contest', suggestedName: '100' }));
  if (file === null) throw new Error('nowhere to save');
  const made = must(await tarazy.call('contest.create', { template, head, file: file.token, password }));
  const { categories, rounds, rules } = made.snapshot.contest;
  for (const [i, name] of people.entries()) {
    const category = categories[i % categories.length]?.id ?? null;
    const fields = { consent: '2026-11-01', region: 'Алматы' };
    must(await tarazy.call('nominees.add', { name, kind: 'person', category, fields }));
  }
  must(
    await tarazy.call('setup.saveRules', {
      ties: [...rules.ties],
      jury: { ...rules.jury, minScoresPerNominee: 1 },
      across: { acrossJurors: 'mean' },
      displayDigits: 2,
      rounding: {},
      placeStyle: 'standard',
      winners: { threshold: null, budget: null, quotas: [], oneAward: false, pool: 7 },
    }),
  );
  must(await tarazy.call('jury.save', { id: null, name: 'Ли Виктор', title: '', contact: '', chair: true }));
  const moderation = rounds[0]?.id;
  if (moderation === undefined) throw new Error('not this template');
  must(await tarazy.call('check.admitAll', { round: moderation }));
  must(await tarazy.call('round.close', { round: moderation }));
  must(await tarazy.call('contest.close', {}));
}

/** Runs in the page: a ballot for the one juror. */
async function issue() {
  const { tarazy } = window;
  const picked = await tarazy.call('files.pickFolder', {});
  if (!picked.ok || picked.value === null) throw new Error('no folder');
  const done = await tarazy.call('ballots.issue', {
    round: 3 as never,
    jurors: [1 as never],
    dueAt: '2026-12-01T13:00:00.000Z',
    sendTo: '',
    instructions: { kk: '', ru: '', en: '' },
    folder: picked.value.token,
    task: 'issue',
  });
  if (!done.ok) throw new Error(done.failure.code);
  return (done.value.ballots?.issued ?? []).map(({ fileName, code }) => ({ fileName, code }));
}

/** Runs in the page: the ballot back, the last round closed. */
async function closeJury() {
  const { tarazy } = window;
  const picked = await tarazy.call('files.pick', { kind: 'returned-ballot', multiple: true });
  if (!picked.ok) throw new Error(picked.failure.code);
  const files = picked.value.map(({ token }) => token);
  const taken = await tarazy.call('ballots.import', { files, task: 'import' });
  if (!taken.ok) throw new Error(taken.failure.code);
  const closed = await tarazy.call('round.close', { round: 3 as never });
  if (!closed.ok) throw new Error(closed.failure.code);
  const left = await tarazy.call('contest.close', {});
  if (!left.ok) throw new Error(left.failure.code);
}

/** Runs in the juror's page: no two totals are equal. */
async function mark({ code }: { readonly code: string }) {
  const { tarazy } = window;
  const picked = await tarazy.call('files.pick', { kind: 'ballot', multiple: false });
  const from = picked.ok ? picked.value[0] : undefined;
  if (from === undefined) throw new Error('no file was picked');
  const opened = await tarazy.call('ballot.open', { from: { kind: 'file', file: from.token }, code });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { entries, categories, cards } = opened.value;
  for (const [i, card] of cards.entries()) {
    const { criteria = [] } = categories.find(({ id }) => id === entries[i]?.category) ?? {};
    for (const [k, { id }] of criteria.entries()) {
      const value = k < 2 ? 10 - (i % 8) : i < 8 ? 10 : 4;
      const done = await tarazy.call('ballot.mark', { entry: card.entry, criterion: id as never, value });
      if (!done.ok) throw new Error(done.failure.code);
    }
  }
  const to = await tarazy.call('files.pickSave', { kind: 'returned-ballot', suggestedName: 'ballot' });
  if (!to.ok || to.value === null) throw new Error('no place to save');
  const sent = await tarazy.call('ballot.submit', { to: to.value.token, allowIncomplete: false });
  if (!sent.ok) throw new Error(sent.failure.code);
  return entries.length;
}

let tarazy: Launched;
test.afterAll(async () => {
  await tarazy.close();
});

test('votes from a dirty table and the choice of the jury become one list of 32 winners', async () => {
  test.setTimeout(240_000);
  tarazy = await launchApp({ language: 'ru' });
  const { page } = tarazy;
  await tarazy.answerSave(join(folder, '100.tarazy'));
  await page.evaluate(prepare, { people: names, password: contestPassword });
  await page.reload();
  await page.getByText('100.tarazy').first().click();
  await typePassword(page);

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

  await tarazy.answerOpen([folder]);
  const [ballot] = await page.evaluate(issue);
  if (ballot === undefined) throw new Error('nothing was issued');
  const juror = await launchApp();
  const returned = join(folder, 'қайтқан.tscores');
  await juror.answerOpen([join(folder, ballot.fileName)]);
  await juror.answerSave(returned);
  // Whom the vote has named is not on the jury's ballot.
  expect(await juror.page.evaluate(mark, { code: ballot.code })).toBe(15);
  await juror.close();

  await tarazy.answerOpen([returned]);
  await page.evaluate(closeJury);
  await page.reload();
  await page.getByText('100.tarazy').first().click();
  await typePassword(page);
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
