import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openAt } from './support/awards';
import { Computer } from './support/computer';
import { issueBallots, openNewContest, typePassword } from './support/contest';
import { freshFolder, type Launched } from './support/launch';
import { expectAccessible, goTo } from './support/page';

// The rules of a contest: every tab is changed, saved, and there again when the file is opened anew.

test.describe.configure({ mode: 'serial' });

const folder = freshFolder();
let secretary: Launched;
test.beforeAll(async () => {
  const prepared = { students: ['Әлиева Үміт'], jurors: ['Қайрат Ермекұлы', 'Гүлнар Әбдіқызы'] };
  secretary = await openNewContest(prepared, folder);
  await goTo(secretary.page, 'Баптау');
});
test.afterAll(async () => {
  await secretary.close();
});

const heading = () => secretary.page.getByRole('heading', { level: 1 });
const table = (name: string) => secretary.page.getByRole('table', { name });
const panel = () => secretary.page.getByRole('complementary');
const save = () => secretary.page.getByRole('button', { name: 'Сақтау', exact: true });

async function openTab(name: string): Promise<void> {
  const tab = secretary.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tab.focus();
  await secretary.page.keyboard.press('Enter');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** Saves what the tab holds; the bar goes away once it is on the disk. */
async function saveTab(): Promise<void> {
  await save().press('Enter');
  await expect(save()).toHaveCount(0);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).press('Enter');
  await page.getByRole('option', { name: option, exact: true }).press('Enter');
}

test('head: an empty title hinders, a new one is saved', async () => {
  const { page } = secretary;
  await expect(heading()).toHaveText('Ережелер дайын, өзгертуге болады');
  await expectAccessible(page);
  const titles = page.getByRole('group', { name: 'Атауы' }).getByRole('textbox');
  for (const title of await titles.all()) await title.fill('');
  await expect(page.getByText('Кемінде бір тілде атауын жазыңыз.')).toBeVisible();
  await expect(page.getByText('Белгіленген өрістерді түзетіңіз.')).toBeVisible();
  await expect(save()).toBeDisabled();
  await expectAccessible(page);
  await titles.first().fill('Жас дарын');
  await page.getByLabel('Басталатын күні').fill('22.11.2026');
  await saveTab();
  await expect(page.getByRole('navigation')).toContainText('Жас дарын 2026');
});

test('categories: renamed, its winners ranked, one more added', async () => {
  const { page } = secretary;
  await openTab('Номинациялар');
  await panel().getByRole('textbox', { name: 'Қазақша' }).fill('Жыл студенті');
  await choose(page, 'Жеңімпаздар', 'Жүлделі орындар');
  await panel().getByRole('textbox', { name: '3-орын' }).fill('2');
  await page.getByRole('button', { name: 'Номинация қосу' }).press('Enter');
  await expect(page.getByText('Номинацияның атауын жазыңыз.').first()).toBeVisible();
  await expect(save()).toBeDisabled();
  await expectAccessible(page);
  await panel().getByRole('textbox', { name: 'Қазақша' }).fill('Үздік жоба');
  await choose(page, 'Кім ұсынылады', 'Жоба');
  await saveTab();
  await expect(table('Номинациялар').getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Жою: Үздік жоба' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Жою' }).press('Enter');
  await expect(table('Номинациялар').getByRole('row')).toHaveCount(3);
});

test('criteria: uneven weights are said and cannot be saved until they come to the whole', async () => {
  const { page } = secretary;
  await openTab('Өлшемшарттар');
  const weights = table('Өлшемшарттар').getByRole('textbox');
  await weights.first().fill('12,5');
  await expect(heading()).toHaveText(/^Салмақтар теңеспеді: 7,5\s% жетпейді$/);
  await expect(page.getByText(/^Жыл студенті: салмақтардың қосындысы 92,5\s%, керегі 100\s?%\.$/)).toBeVisible();
  await expect(save()).toBeDisabled();
  await expectAccessible(page);
  await weights.nth(1).fill('40');
  await expect(heading()).toHaveText(/^Салмақтар теңеспеді: 7,5\s% артық$/);
  await weights.nth(1).fill('32,5');
  await expect(heading()).toHaveText('Ережелер дайын, өзгертуге болады');
  await weights.first().focus();
  await panel().getByRole('textbox', { name: 'Қазақша' }).fill('Оқудағы жетістік');
  await panel().getByRole('textbox', { name: 'Қазыға көрсетілетін нұсқау' }).fill('Соңғы екі семестр');
  await page.getByRole('button', { name: 'Төмен: Оқудағы жетістік' }).press('Enter');
  await saveTab();
});

test('rounds: the cut, the scale and the weights of the rounds', async () => {
  const { page } = secretary;
  await openTab('Кезеңдер');
  const weights = table('Кезеңдер').getByRole('textbox');
  await weights.first().fill('70');
  await expect(page.getByText(/^Кезеңдердің салмағы: 110\s%$/)).toBeVisible();
  await expect(save()).toBeDisabled();
  await weights.last().fill('30');
  await page.getByRole('button', { name: /^2\. Сырттай бағалау/ }).press('Enter');
  await panel().getByRole('textbox', { name: 'Жыл студенті' }).fill('15');
  await panel().getByRole('textbox', { name: 'Қадамы' }).fill('3');
  await expect(page.getByText('Шкала бүтін қадамдардан тұруы керек.')).toBeVisible();
  await expectAccessible(page);
  await panel().getByRole('textbox', { name: 'Қадамы' }).fill('0,5');
  await saveTab();
  await expect(table('Кезеңдер')).toContainText('15 + 8');
});

test('ties: the chain is put in another order and made longer', async () => {
  const { page } = secretary;
  await openTab('Тең балл');
  await page.getByRole('button', { name: 'Жоғары: Қазылар бағасының медианасы жоғары' }).press('Enter');
  await page.getByRole('button', { name: 'Қадам қосу' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Жеребе' }).press('Enter');
  await expectAccessible(page);
  await saveTab();
});

test('counting: the highest and the lowest may be left out, how many is chosen', async () => {
  const { page } = secretary;
  await openTab('Есептеу');
  await expect(page.getByRole('radio', { name: 'Орташа', exact: true })).toBeChecked();
  await page.getByRole('radio', { name: 'Орташа', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Қиылған орташа' })).toBeChecked();
  await page.getByRole('radio', { name: '2', exact: true }).press('Space');
  await expect(page.getByText('Кемінде қажет балл саны: 5.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(5 + 3);
  await page.getByRole('button', { name: 'Басқа әдістер' }).press('Enter');
  await expect(page.getByRole('radio', { name: 'Борда ұпайлары' })).toBeVisible();
  await choose(page, 'Қазының баллы', 'Үтірден кейінгі таңбалар: 2');
  await choose(page, 'Тең түскендердің орны', '1, 2,5, 2,5, 4: орындарының орташасы');
  await expectAccessible(page);
  await saveTab();
});

test('jury: a quorum above the whole is refused, rules are saved', async () => {
  const { page } = secretary;
  await openTab('Қазылар');
  await page.getByRole('textbox', { name: 'Кворумның алымы' }).fill('4');
  await expect(page.getByText('Кворум бүтіннен үлкен бола алмайды.')).toBeVisible();
  await expect(save()).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Кворумның алымы' }).fill('3');
  await page.getByRole('textbox', { name: 'Кворумның бөлімі' }).fill('5');
  await page.getByRole('textbox', { name: 'Номинантқа кемінде баға' }).fill('2');
  await page.getByRole('switch', { name: 'Қазылар саны тақ болуы керек' }).focus();
  await page.keyboard.press('Space');
  await saveTab();
});

async function reopen(): Promise<void> {
  const { page } = secretary;
  await page.reload();
  await page.getByText('Байқау.tarazy').first().click();
  await typePassword(page);
  await goTo(page, 'Баптау');
}

async function expectEverythingAsSaved(): Promise<void> {
  const { page } = secretary;
  await openTab('Жалпы');
  await expect(page.getByRole('textbox', { name: 'Қазақша' }).first()).toHaveValue('Жас дарын');
  await expect(page.getByLabel('Басталатын күні')).toHaveValue('22.11.2026');
  await openTab('Номинациялар');
  await expect(table('Номинациялар').getByRole('row').nth(1)).toContainText('Жыл студенті');
  await expect(table('Номинациялар').getByRole('row').nth(1)).toContainText('Жүлделі орындар: 3');
  await expect(panel().getByRole('textbox', { name: '3-орын' })).toHaveValue('2');
  await openTab('Өлшемшарттар');
  const criteria = table('Өлшемшарттар').getByRole('row');
  await expect(criteria.nth(1).getByRole('textbox')).toHaveValue('32,5');
  await expect(criteria.nth(2)).toContainText('Оқудағы жетістік');
  await expect(criteria.nth(2)).toContainText('0–10, қадамы 0,5');
  await expect(criteria.nth(2).getByRole('textbox')).toHaveValue('12,5');
  await criteria.nth(2).getByRole('textbox').focus();
  await expect(panel().getByRole('textbox', { name: 'Қазыға көрсетілетін нұсқау' })).toHaveValue('Соңғы екі семестр');
  await openTab('Кезеңдер');
  await expect(table('Кезеңдер').getByRole('textbox').first()).toHaveValue('70');
  await expect(table('Кезеңдер')).toContainText('15 + 8');
  await openTab('Есептеу');
  await expect(page.getByRole('radio', { name: 'Қиылған орташа' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '2', exact: true })).toBeChecked();
  await expect(page.getByRole('button', { name: /^Үтірден кейінгі таңбалар: 2/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^1, 2,5, 2,5, 4/ })).toBeVisible();
  await openTab('Тең балл');
  await expect(page.locator('.tie-steps b')).toHaveText([
    'Қазылар бағасының медианасы жоғары',
    'Салмағы үлкен өлшемшарттың бағасы жоғары',
    'Қатысқан қазылардың ашық дауысы',
    'Төрағаның шешуші даусы',
    'Жеребе',
  ]);
  await openTab('Қазылар');
  await expect(page.getByRole('textbox', { name: 'Кворумның алымы' })).toHaveValue('3');
  await expect(page.getByRole('textbox', { name: 'Кворумның бөлімі' })).toHaveValue('5');
  await expect(page.getByRole('textbox', { name: 'Номинантқа кемінде баға' })).toHaveValue('2');
  await expect(page.getByRole('switch', { name: 'Қазылар саны тақ болуы керек' })).not.toBeChecked();
}

test('all of it is there when the file is opened anew', async () => {
  const { page } = secretary;
  await page.evaluate(() => window.tarazy.call('contest.close', {}));
  await reopen();
  await expectEverythingAsSaved();
});

test('once ballots are out the rules are locked and read; the head is still written', async () => {
  const { page } = secretary;
  await page.evaluate(() => window.tarazy.call('contest.close', {}));
  const office = new Computer();
  await openAt(office, join(folder, 'Байқау.tarazy'));
  const { contest } = office.snapshot;
  const round = contest.rounds.find(({ rules }) => rules.kind === 'jury');
  if (round === undefined) throw new Error('no jury round');
  await issueBallots(office, round.id, freshFolder());
  await office.call('contest.close', {});
  await reopen();
  await expect(heading()).toHaveText('Ережелер бекітілген: парақтар берілді');
  await expectEverythingAsSaved();
  for (const tab of ['Номинациялар', 'Өлшемшарттар', 'Кезеңдер', 'Есептеу', 'Тең балл', 'Қазылар']) {
    await openTab(tab);
    // What is folded opens to be read: the regulations may name a method that stands behind it.
    if (tab === 'Есептеу') {
      await page.getByRole('button', { name: 'Басқа әдістер' }).press('Enter');
      await expect(page.getByRole('radio', { name: 'Шульце' })).toBeDisabled();
    }
    await expect(page.getByRole('button', { name: /^(Жою|Жоғары|Төмен): |қосу$/ })).toHaveCount(0);
    for (const field of await page.getByRole('tabpanel').getByRole('textbox').all())
      await expect(field).not.toBeEditable();
    for (const field of await panel().getByRole('textbox').all()) await expect(field).not.toBeEditable();
    await expectAccessible(page);
  }
  await openTab('Жалпы');
  await page.getByRole('group', { name: 'Қаласы' }).getByRole('textbox', { name: 'Қазақша' }).fill('Астана');
  await saveTab();
});
