import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { absentJuror } from '../../electron/usecases/demo/marks';
import people from '../../resources/demo/jana-beles.json' with { type: 'json' };
import { lookInto, Secrets } from '../harness/lib/readable';
import { Computer } from './support/computer';
import { figuresOf, markOf, organisationCount, studentCount, writeRegistrations } from './support/demo/data';
import { scoreThroughUseCases } from './support/demo/jurors';
import { goByKeys as go, pressByKeys as press, tabTo, tickByKeys, typeInto } from './support/keyboard';
import { freshFolder, launchApp, type Launched } from './support/launch';
import { expectNoMouse, takeMouseAway } from './support/noMouse';
import { shownCode } from './support/recovery';

/*
 * The whole path in the real application: from a registration spreadsheet to the winners' workbook. It is the
 * demonstration (`npm run demo`) and the first end-to-end test at once; what it made stays in demo-output/.
 * Secretary, chair and organiser have no mouse: every window that is seen here is worked by keyboard alone.
 */

const output = resolve(import.meta.dirname, '../../demo-output');
const pictures = join(output, 'pictures');
const ballots = join(output, 'ballots');
const returned = join(output, 'returned');
const registrations = join(output, 'Тіркеу кестесі.xlsx');
const contestFile = join(output, 'Jana Béles 2026.tarazy');
const workbook = join(output, 'Жеңімпаздар.xlsx');
const organisersWorkbook = join(output, 'Ұйымдастырушыға.xlsx');
const password = 'ақ желең алма 2026';
const homes = { secretary: freshFolder(), juror: freshFolder(), others: freshFolder(), organiser: freshFolder() };
const firstRound = 2;
const final = 3;

test.describe.configure({ mode: 'serial', timeout: 600_000 });

let secretary: Launched;
let picture = 0;

async function shoot(page: Page, name: string): Promise<void> {
  picture += 1;
  await page.screenshot({ path: join(pictures, `${String(picture).padStart(2, '0')}-${name}.png`) });
}

/** Says how long a step of the demonstration took. */
async function step(name: string, work: () => Promise<void>): Promise<void> {
  await test.step(name, async () => {
    const before = performance.now();
    await work();
    process.stdout.write(`\n  ${((performance.now() - before) / 1000).toFixed(1).padStart(5)} s  ${name}\n`);
  });
}

/** Somebody's computer, without a mouse. */
async function launch(userData: string, args: readonly string[] = []): Promise<Launched> {
  const launched = await launchApp({ userData, args });
  await launched.page.setViewportSize({ width: 1280, height: 720 });
  await takeMouseAway(launched.page);
  return launched;
}

test.beforeAll(async () => {
  rmSync(output, { recursive: true, force: true });
  for (const folder of [pictures, ballots, returned]) mkdirSync(folder, { recursive: true });
  await writeRegistrations(registrations, people);
});

test('a contest from the template, in an encrypted file with a code on paper', async () => {
  await step('create the contest', async () => {
    secretary = await launch(homes.secretary);
    const { page } = secretary;
    await shoot(page, 'start');
    await press(page, /^Жаңа байқау құру/);
    await press(page, 'Әрі қарай');
    await typeInto(page, page.getByLabel('Маусымы'), '2026');
    await shoot(page, 'head');
    await press(page, 'Әрі қарай');
    await secretary.answerSave(contestFile);
    await press(page, 'Орнын таңдау');
    await typeInto(page, page.getByLabel('Құпиясөз', { exact: true }), password);
    await typeInto(page, page.getByLabel('Құпиясөз, тағы бір рет'), password);
    await shoot(page, 'protection');
    await press(page, 'Байқауды құру');
    await expect(page.getByText('Осы кодты қағазға түсіріңіз')).toBeVisible({ timeout: 60_000 });
    await shoot(page, 'recovery');
    const code = await shownCode(page).innerText();
    await press(page, 'Код қағазда, тексереміз');
    await expect(page.getByRole('textbox', { name: 'Қағаздағы код' })).toBeFocused();
    await page.keyboard.type(code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation')).toBeVisible();
  });
});

test('seventy-two nominees from the registration spreadsheet, all admitted', async () => {
  const { page } = secretary;
  const all = studentCount + organisationCount;
  await step('import the spreadsheet', async () => {
    await go(page, 'Номинанттар');
    await secretary.answerOpen([registrations]);
    await press(page, 'Кестені таңдау');
    await expect(page.getByRole('heading', { name: `Қосылады: ${all} номинант` })).toBeVisible({ timeout: 60_000 });
    await shoot(page, 'import');
    await press(page, `Қосу: ${all}`);
    await expect(page.getByRole('heading', { level: 1, name: `${all} номинант` })).toBeVisible();
    await shoot(page, 'nominees');
  });
  await step('check them', async () => {
    await press(page, 'Бәрін жіберу');
    const everybody = page.getByRole('dialog').getByRole('button', { name: `Бәрін: ${all}` });
    const closing = page.getByRole('button', { name: 'Кезеңді жабу' });
    await expect(everybody.or(closing).first()).toBeVisible();
    if (await everybody.isVisible()) await press(page, `Бәрін: ${all}`, page.getByRole('dialog'));
    await closeRound(page, 'Техникалық іріктеу');
  });
});

test('seven jurors, the first in the chair', async () => {
  const { page } = secretary;
  await step('name the jury', async () => {
    await go(page, 'Қазылар алқасы');
    await press(page, 'Қазы қосу');
    for (const juror of people.jurors) {
      // Saved with Enter, the form is empty again and its first field has the focus.
      await expect(page.getByLabel('Аты-жөні')).toBeFocused();
      await expect(page.getByLabel('Аты-жөні')).toHaveValue('');
      await page.keyboard.type(juror.name);
      await page.keyboard.press('Tab');
      await page.keyboard.type(juror.title);
      if (juror.chair) await tickByKeys(page, page.getByRole('checkbox', { name: 'Төраға' }));
      else await page.keyboard.press('Enter');
      if (juror.chair) await press(page, 'Сақтау');
      await expect(page.getByRole('table').getByText(juror.name)).toBeVisible();
    }
    await press(page, 'Жабу');
    await shoot(page, 'jury');
  });
});

test('the first round: one juror by keyboard, six through the same calls', async () => {
  const { page } = secretary;
  let codes: ReadonlyMap<string, string> = new Map();
  await step('issue seven ballots', async () => {
    codes = await issue(7);
  });
  await step('mark 72 nominees by keyboard and submit', () => markByKeyboard(codes));
  await step('six jurors mark on their computers', async () => {
    await markByCalls(codes, people.jurors.map((_, i) => i).slice(1), firstRound);
  });
  await step('import seven ballots', () => bringBack(firstRound, 7));
  await go(page, 'Шолу');
  await shoot(page, 'overview');
  await step('close the first round', async () => {
    await go(page, 'Рейтинг');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot(page, 'ranking-first');
    await closeRound(page, 'Сырттай бағалау');
  });
});

test('the final: one juror absent, a tie on the tenth place, the chair decides', async () => {
  const { page } = secretary;
  await step('issue seven ballots for the final', async () => {
    const codes = await issue(7);
    const present = people.jurors.map((_, i) => i).filter((i) => i !== absentJuror);
    await markByCalls(codes, present, final);
  });
  await step('import six ballots, mark one juror absent', async () => {
    await bringBack(final, 6);
    await go(page, 'Қазылар алқасы');
    const absent = people.jurors[absentJuror]?.name ?? '';
    await press(page, absent, page.getByRole('table'));
    await press(page, /^Қатыспайды/, page.getByRole('complementary'));
    const dialog = page.getByRole('dialog');
    await typeInto(page, dialog.getByLabel(/Себебі/), 'Іссапарда');
    await press(page, 'Белгілеу', dialog);
    await expect(page.getByText(`Қатыспайды деп белгіленді: ${absent}`)).toBeVisible();
  });
  await step('settle the tie', async () => {
    await go(page, 'Рейтинг');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2 номинант тең түсті');
    await shoot(page, 'tie');
    await press(page, 'Теңдікті шешу…');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Ашық дауыс беру' })).toBeVisible();
    for (const field of await dialog.locator('.tie-votes input').all()) await typeInto(page, field, '3');
    await typeInto(page, dialog.getByLabel('Негіздеме'), 'Қатысқан алты қазы дауыс берді');
    await shoot(page, 'open-vote');
    await press(page, 'Шешімді жазу', dialog);
    await expect(dialog.getByRole('heading', { name: 'Төрағаның шешуші дауысы' })).toBeVisible();
    await tickByKeys(page, dialog.getByRole('radio').first());
    await typeInto(page, dialog.getByLabel('Негіздеме'), 'Қалалық жобадағы нәтижесі жоғары');
    await shoot(page, 'casting-vote');
    await press(page, 'Шешімді жазу', dialog);
    await expect(dialog).toBeHidden();
    await closeRound(page, 'Финал');
    await shoot(page, 'ranking-final');
  });
});

test('the workbook holds the figures of the application, and its marks recompute to them', async () => {
  const { page } = secretary;
  await step('export the workbook', async () => {
    await go(page, 'Құжаттар');
    await secretary.answerSave(workbook);
    await press(page, 'Кітапты сақтау…');
    await expect(page.getByText('Кітап сақталды')).toBeVisible({ timeout: 60_000 });
    await shoot(page, 'documents');
  });
  await expectNoMouse(page);
  await secretary.close();
  const { written, recomputed } = await figuresOf(workbook);
  expect(written.size).toBe(28);
  for (const [nominee, total] of written)
    expect([nominee, recomputed.get(nominee)?.toFixed(9)]).toEqual([nominee, total.toFixed(9)]);
  const sum = (totals: ReadonlyMap<string, number>) => [...totals.values()].reduce((a, b) => a + b, 0).toFixed(6);
  expect(sum(recomputed)).toBe(sum(written));
});

test('the organiser opens the file with the password, looks at the ranking, prints, and takes the same workbook', async () => {
  await step('the organiser, on another computer', async () => {
    const organiser = await launch(homes.organiser);
    const { page } = organiser;
    await organiser.answerOpen([contestFile]);
    await press(page, /^Байқауды ашу/);
    await expect(page.locator('input[type=password]')).toBeFocused();
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });

    await go(page, 'Рейтинг');
    const names = page.locator('.rank-open');
    await tabTo(page, names.first());
    await page.keyboard.press('ArrowDown');
    await expect(names.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary').locator('.rank-total')).toBeVisible();
    await shoot(page, 'organiser-ranking');

    await go(page, 'Бағалау парақтары');
    const slips = join(freshFolder(), 'Кодтар.pdf');
    await organiser.answerSave(slips);
    await press(page, 'Код қағаздары');
    await press(page, 'PDF сақтау');
    await expect(page.getByText('Сақталды: Кодтар.pdf')).toBeVisible();
    expect(readFileSync(slips).subarray(0, 5).toString()).toBe('%PDF-');

    await go(page, 'Құжаттар');
    await organiser.answerSave(organisersWorkbook);
    await press(page, 'Кітапты сақтау…');
    await expect(page.getByText('Кітап сақталды')).toBeVisible({ timeout: 60_000 });
    await expectNoMouse(page);
    await organiser.close();
  });
  expect((await figuresOf(organisersWorkbook)).written).toEqual((await figuresOf(workbook)).written);
});

test('nothing can be read without a key: not in the files, not in what any computer kept', () => {
  const open = new Set([registrations, workbook, organisersWorkbook]);
  const names = [...people.students, ...people.organisations, ...people.jurors].map((p) => p.name);
  const secrets = new Secrets();
  secrets.addText('the password', password);
  for (const surname of new Set(names.map((name) => name.split(' ')[0] ?? name).filter((word) => word.length > 5)))
    secrets.addText(surname, surname);
  const sent = filesIn(output);
  expect(sent.filter((f) => f.endsWith('.tballot'))).toHaveLength(14);
  expect(sent.filter((f) => f.endsWith('.tscores'))).toHaveLength(13);
  for (const folder of [output, ...Object.values(homes)]) {
    const isOpen = (name: string) => open.has(join(folder, name)) || join(folder, name).startsWith(pictures);
    const { files, found } = lookInto(folder, secrets, isOpen);
    expect(files).toBeGreaterThan(0);
    expect(found).toEqual([]);
  }
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function closeRound(page: Page, name: string): Promise<void> {
  await press(page, 'Кезеңді жабу');
  await press(page, 'Кезеңді жабу', page.getByRole('dialog'));
  await expect(page.getByText(`Кезең жабылды: ${name}`)).toBeVisible();
}

/** Issues ballots to all; gives the code of every juror as the table shows it. */
async function issue(count: number): Promise<ReadonlyMap<string, string>> {
  const { page } = secretary;
  await go(page, 'Бағалау парақтары');
  await secretary.answerOpen([ballots]);
  await press(page, 'Парақ беру');
  await typeInto(page, page.getByLabel('Кімге қайтару керек'), 'Хатшы, 214-бөлме');
  await press(page, `Қалта таңдап беру: ${count}`);
  await expect(page.getByText(`Жазылған парақтар: ${count}`, { exact: false })).toBeVisible({ timeout: 180_000 });
  await shoot(page, 'ballots');
  const codes = new Map<string, string>();
  for (const { name } of people.jurors) {
    const row = page.getByRole('row').filter({ hasText: name });
    codes.set(name, await row.locator('code').innerText());
  }
  return codes;
}

function ballotOf(index: number, round: number): string {
  const stage = round === final ? 'Финал' : 'Сырттай бағалау';
  return join(ballots, `${index + 1}-қазы — ${stage}.tballot`);
}

async function markByKeyboard(codes: ReadonlyMap<string, string>): Promise<void> {
  const chair = await launch(homes.juror, [ballotOf(0, firstRound)]);
  const { page } = chair;
  await expect(page.getByLabel('Код', { exact: true })).toBeFocused();
  await page.keyboard.type(codes.get(people.jurors[0]?.name ?? '') ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Бағалауды бастау' })).toBeFocused({ timeout: 60_000 });
  await shoot(page, 'instructions');
  await page.keyboard.press('Enter');
  const count = studentCount + organisationCount;
  for (let number = 1; number <= count; number += 1) {
    for (let criterion = 0; criterion < 5; criterion += 1) {
      await page.keyboard.type(String(markOf(number, 0, criterion, firstRound)));
      if (criterion < 4) await page.keyboard.press('ArrowDown');
      if (number === 21 && criterion === 3) await shoot(page, 'marking');
    }
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(`Бағаланды: ${count} / ${count}`)).toBeVisible();
  await chair.answerSave(join(returned, '1-қазы.tscores'));
  // Nothing waits for a mark any more: the last Enter has gone to the button that hands in.
  await expect(page.getByRole('button', { name: 'Тапсыру…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Файл дайын. Енді оны хатшыға жіберіңіз')).toBeVisible({ timeout: 60_000 });
  await shoot(page, 'receipt');
  await expectNoMouse(page);
  await chair.close();
}

async function markByCalls(
  codes: ReadonlyMap<string, string>,
  jurors: readonly number[],
  round: number,
): Promise<void> {
  const computer = new Computer(homes.others);
  const folder = round === final ? join(returned, 'final') : returned;
  mkdirSync(folder, { recursive: true });
  for (const index of jurors) {
    const code = codes.get(people.jurors[index]?.name ?? '') ?? '';
    await scoreThroughUseCases(computer, { index, file: ballotOf(index, round), code }, round, folder);
  }
}

async function bringBack(round: number, count: number): Promise<void> {
  const { page } = secretary;
  const folder = round === final ? join(returned, 'final') : returned;
  const files = readdirSync(folder).filter((name) => name.endsWith('.tscores'));
  await go(page, 'Бағалау парақтары');
  await secretary.answerOpen(files.map((name) => join(folder, name)));
  await press(page, 'Парақтарды импорттау');
  await expect(page.getByRole('heading', { name: `Есепке алынды: ${count} / ${count}` })).toBeVisible({
    timeout: 60_000,
  });
  await shoot(page, 'imported');
}
