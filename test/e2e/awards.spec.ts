import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fingerprintText } from '@shared/domain/fingerprint';
import {
  grantProjects,
  makeFrom,
  makeGrants,
  openAt,
  openInWindow,
  partsOf,
  regionalFile,
  rowsOfWorkbook,
  scoreRound,
  sealTo,
  seatJury,
  type MarkOf,
} from './support/awards';
import { Computer } from './support/computer';
import { contestPassword } from './support/contest';
import { press } from './support/contestFile';
import { freshFolder, launchApp } from './support/launch';
import { dropFiles, expectAccessible, goTo } from './support/page';
import { tryOutShownCode } from './support/recovery';

// Three awards from their templates to the written list: what decides there, and what the list says of it.

const consent = { consent: '2026-11-01' };
const wait = { timeout: 90_000 };

const sheetOf = (book: ReadonlyMap<string, readonly string[]>, name: string): readonly string[] =>
  [...book].find(([tab]) => tab.includes(name))?.[1] ?? [];

async function workbookOf(office: Computer): Promise<ReadonlyMap<string, readonly string[]>> {
  const path = join(freshFolder(), 'list.xlsx');
  await office.call('documents.workbook', { language: 'en', file: office.pick(path), task: 'workbook' });
  return rowsOfWorkbook(path);
}

test('Jana Béles: two rounds, a tie on the tenth place decided by a vote with its reason, ten in the list', async () => {
  const office = new Computer();
  const path = await makeFrom(office, { template: 'jana-beles' });
  const { category, first: check, second: first, last: final } = partsOf(office);
  const students = 'Абай Бақыт Ғалым Дана Ермек Жанар Зере Қайрат Мәди Нұрлан Сәуле'.split(' ');
  for (const name of students) await office.call('nominees.add', { name, kind: 'person', category, fields: consent });
  const seats = await seatJury(office, ['Ли Виктор', 'Өтегенов Мәди']);
  await office.call('check.admitAll', { round: check });
  await office.call('round.close', { round: check });
  // The last two are equal in everything that the chain looks at; who is before them is no question.
  const markOf: MarkOf = (nominee, juror, criterion) => (nominee < 10 ? 9 : 5) - ((juror + criterion) % 2);
  await scoreRound(office, first, seats, markOf);
  await office.call('round.close', { round: first });
  await scoreRound(office, final, seats, markOf);
  expect(await office.call('seal.checks', {})).not.toEqual([]);
  await office.call('contest.close', {});

  const tarazy = await openInWindow(path, 'en');
  const { page } = tarazy;
  await goTo(page, 'Ranking');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2.nominees share place.10/);
  await page.getByRole('button', { name: 'Resolve the tie…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Open vote' });
  await dialog.getByLabel('Сәуле').fill('2');
  await dialog.getByLabel('Нұрлан').fill('0');
  await dialog.getByRole('button', { name: 'Record the decision' }).press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Reason').fill('Her project reaches all districts');
  await dialog.getByRole('button', { name: 'Record the decision' }).press('Enter');
  await expect(dialog).toBeHidden();
  await tarazy.close();

  await openAt(office, path);
  await office.call('round.close', { round: final });
  const book = await workbookOf(office);
  const list = sheetOf(book, 'Winners').filter((row) => row.includes('| laureate |'));
  const laureates = students.filter((name) => name !== 'Нұрлан');
  expect(list.map((row) => laureates.find((name) => row.includes(name)))).toEqual(laureates);
  expect(JSON.stringify([...book])).toContain('Her project reaches all districts');
});

test('Ару-Ана: three regions’ files become the national nominees, six categories, nobody wins twice', async () => {
  const almaty = await regionalFile('Алматы қаласы', ['Ана мектебі', 'Шебер қол']);
  const astana = await regionalFile('Астана қаласы', ['Жасыл аула']);
  const turkistan = await regionalFile('Түркістан облысы', ['Ақ босаға']);
  const tarazy = await launchApp();
  const { page } = tarazy;
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  await press(page, /^Жаңа байқау құру/);
  await page.getByRole('radio', { name: /Ару-Ана/ }).press('Space');
  await expect(button('Әрі қарай')).toBeDisabled();
  await page.getByRole('radio', { name: 'Республикалық байқау' }).press('Space');
  await expectAccessible(page);
  await press(page, 'Әрі қарай');
  await page.getByLabel('Маусымы').fill('2026');
  await press(page, 'Әрі қарай');
  const national = join(freshFolder(), 'Ару-Ана.tarazy');
  await tarazy.answerSave(national);
  await press(page, 'Орнын таңдау');
  await page.getByRole('textbox', { name: 'Құпиясөз', exact: true }).fill(contestPassword);
  await page.getByRole('textbox', { name: 'Құпиясөз, тағы бір рет' }).fill(contestPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Қалпына келтіру коды' })).toBeVisible(wait);
  await tryOutShownCode(page);
  await expect(page.getByRole('navigation')).toBeVisible(wait);

  await goTo(page, 'Номинанттар');
  const panel = page.getByRole('complementary');
  const code = panel.getByRole('textbox', { name: 'Код' });
  const compared = panel.getByRole('checkbox');

  // Another code is told beside its field; then everything that tells whose file it is, before anything is written.
  await tarazy.answerOpen([almaty.path]);
  await press(page, 'Өңір нәтижесін қабылдау');
  await code.fill('0000-0000-0000');
  await page.keyboard.press('Enter');
  await expect(code).toHaveAccessibleDescription(/Код сәйкес келмеді/, wait);
  await code.fill(almaty.code);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Файл оқылды, әзірге ештеңе жазылған жоқ', wait);
  await expect(panel).toContainText(/Алматы қаласы.*2026.*мөр 1.*Қалиева Ұлжан.*Ана мектебі/s);
  await expect(panel.locator('.fingerprint')).toHaveAttribute('aria-label', new RegExp(fingerprintText(almaty.seal)));
  await expect(panel).not.toContainText('Шебер қол');
  await expectAccessible(page);
  await press(panel, 'Қабылдау: 1');
  await expect(panel).toContainText('Алдымен өңірмен салыстырып, белгілеңіз.');
  await compared.press('Space');
  await press(panel, 'Қабылдау: 1');
  await expect(page.getByRole('grid')).toContainText('Ана мектебі', wait);

  // Dropped on the window, a results file is offered to this contest.
  for (const file of [astana, turkistan]) {
    await dropFiles(page, [file.path]);
    await press(page, 'Өңірдің нәтижесі ретінде қабылдау');
    await code.fill(file.code);
    await page.keyboard.press('Enter');
    await compared.press('Space', wait);
    await press(panel, 'Қабылдау: 1');
    await expect(panel).toHaveCount(0, wait);
  }

  // The same file once more changes nothing, and says so.
  await tarazy.answerOpen([almaty.path]);
  await press(page, 'Өңір нәтижесін қабылдау');
  await code.fill(almaty.code);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('Дәл осы файл бұрын қабылданған: Алматы қаласы', wait);
  await expect(panel.getByRole('button', { name: /^(Қабылдау|Ауыстыру)/ })).toHaveCount(0);
  await expectAccessible(page);
  await press(panel.locator('.panel-foot'), 'Жабу');

  // The commission's category, on the nominee; where it came from stands there.
  await page.getByRole('row').filter({ hasText: 'Жасыл аула' }).click();
  await expect(panel).toContainText(fingerprintText(astana.seal));
  await tarazy.close();

  const office = new Computer();
  await openAt(office, national);
  const { contest, people } = office.snapshot;
  expect(contest.categories).toHaveLength(6);
  const [round] = contest.rounds;
  if (round === undefined) throw new Error('no round');
  for (const [i, nominee] of people.nominees.entries()) {
    const category = contest.categories[i * 2]?.id ?? null;
    const { id, name, fields } = nominee;
    await office.call('nominees.edit', { id, name, category, fields: { ...fields, ...consent, author: 'Автор' } });
  }
  const fields = { region: 'Алматы қаласы' };
  await expect(
    office.call('nominees.add', { name: 'Қосымша', kind: 'project', category: null, fields }),
  ).rejects.toThrow('region-full');

  const seats = await seatJury(office, ['Ахметова Айгүл'], { oneAward: true });
  await scoreRound(office, round.id, seats, () => 8);
  await office.call('round.close', { round: round.id });
  const book = await workbookOf(office);
  const list = sheetOf(book, 'Winners').filter((row) => row.includes('| 1 |'));
  const winners = ['Ана мектебі', 'Жасыл аула', 'Ақ босаға'];
  expect(list.map((row) => winners.filter((name) => row.includes(name)))).toEqual(winners.map((name) => [name]));
  const path = join(freshFolder(), 'Республика.tresults');
  const sealed = await sealTo(office, path);

  const organiser = await launchApp({ args: [path] });
  await organiser.page.getByRole('textbox', { name: 'Код' }).fill(sealed);
  await organiser.page.keyboard.press('Enter');
  await expect(organiser.page.getByRole('heading', { level: 1 })).toHaveText(/^Нәтиже түпнұсқа/, wait);
  await expect(organiser.page.getByRole('main')).toContainText(fingerprintText(turkistan.seal));
  await organiser.close();
});

test('small grants: half of the points at least, and a fund that ends in the middle; the list says why not', async () => {
  const office = new Computer();
  const { path, round } = await makeGrants(office);

  const tarazy = await openInWindow(path, 'en');
  const { page } = tarazy;
  await goTo(page, 'Ranking');
  const rows = page.getByRole('table', { name: 'Ranking of the nominees' }).locator('.rank-row');
  const said = [
    'grant 300,000 KZT',
    'grant 300,000 KZT',
    'the fund has ended',
    'the fund has ended',
    'below the threshold',
  ];
  for (const [i, text] of said.entries()) {
    await expect(rows.nth(i)).toContainText(grantProjects[i] ?? '');
    await expect(rows.nth(i)).toContainText(text);
  }
  await expect(page.getByText('The fund ends here; left of it: 50,000 KZT')).toBeVisible();
  await tarazy.close();

  await openAt(office, path);
  await office.call('round.close', { round });
  const book = await workbookOf(office);
  const granted = sheetOf(book, 'Winners').filter((row) => row.includes('| grant: '));
  expect(granted.map((row) => grantProjects.find((name) => row.includes(name)))).toEqual(grantProjects.slice(0, 2));
  const all = [...book.values()].flat();
  const whyNot = (name: string) =>
    all.find((row) => row.includes(name) && /fund has ended|below the threshold/.test(row));
  expect(whyNot('Таза өзен')).toContain('the fund has ended');
  expect(whyNot('Кешкі мектеп')).toContain('below the threshold of 50');
});
