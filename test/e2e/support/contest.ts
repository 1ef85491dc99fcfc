import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { InputOf } from '@shared/ipc/contract';
import { criterionId, type CategoryId, type RoundId } from '@shared/model/ids';
import { Computer } from './computer';
import { tabTo } from './keyboard';
import { freshFolder, launchApp, type Launched } from './launch';

/** The secretary's password of every contest that `openNewContest` makes. */
export const contestPassword = 'ұзын құпиясөз';

export interface Prepared {
  /** Students by name, admitted, with the technical check closed; none: the contest is empty and the check is open. */
  readonly students?: readonly string[];
  /** The first is the chair. */
  readonly jurors?: readonly string[];
}

/** The secretary's application with a new Jana Béles contest open, in Kazakh, on the overview; its file is in `folder`. */
export async function openNewContest(prepared: Prepared = {}, folder = freshFolder()): Promise<Launched> {
  const file = join(folder, 'Байқау.tarazy');
  await makeContest(file, prepared);
  const secretary = await launchApp({ args: [file] });
  await typePassword(secretary.page);
  await expect(secretary.page.getByRole('navigation', { name: 'Негізгі мәзір' })).toBeVisible();
  return secretary;
}

async function makeContest(file: string, { students = [], jurors = [] }: Prepared): Promise<void> {
  const office = new Computer();
  await createContest(office, file);
  const [category] = office.snapshot.contest.categories;
  if (category === undefined) throw new Error('not this template');
  for (const name of students) await addStudent(office, name, category.id);
  for (const [index, name] of jurors.entries()) await seat(office, name, index === 0);
  if (students.length > 0) await admitAll(office);
  await office.call('contest.close', {});
}

/** A Jana Béles contest as its template has it, open at this computer. */
export async function createContest(office: Computer, file: string): Promise<void> {
  const { head } = await office.call('contest.templateHead', { template: 'jana-beles' });
  await office.call('contest.create', {
    template: 'jana-beles',
    head: { ...head, edition: '2026' },
    file: office.pick(file),
    password: contestPassword,
  });
}

export async function addStudent(office: Computer, name: string, category: CategoryId): Promise<void> {
  const fields = { university: 'ҚазҰУ', consent: '2026-11-01' };
  await office.call('nominees.add', { name, kind: 'person', category, fields });
}

export async function seat(office: Computer, name: string, chair: boolean): Promise<void> {
  await office.call('jury.save', { id: null, name, title: '', contact: '', chair });
}

/** Everybody is admitted, and the technical check, the first round, is closed. */
export async function admitAll(office: Computer): Promise<void> {
  const check = office.snapshot.contest.rounds[0];
  if (check === undefined) throw new Error('no technical check');
  await office.call('check.admitAll', { round: check.id });
  await office.call('round.close', { round: check.id });
}

/** The round's ballots go into `folder`: by default everybody's, due in the future, without instructions. */
export async function issueBallots(
  office: Computer,
  round: RoundId,
  folder: string,
  change: Partial<InputOf<'ballots.issue'>> = {},
): Promise<void> {
  await office.call('ballots.issue', {
    round,
    jurors: office.snapshot.jury.jurors.map(({ id }) => id),
    dueAt: '2027-01-15T13:00:00.000Z',
    sendTo: 'hatshy@example.kz',
    instructions: { kk: '', ru: '', en: '' },
    folder: office.pick(folder),
    task: 'issue',
    ...change,
  });
}

/** What a ballot tells its juror where a test wants something to be told. */
export const instructions = { kk: 'Әр номинанттың материалын оқып шығыңыз.', ru: 'Прочитайте все материалы.', en: '' };

/** Answers the question for the contest's password. */
export async function typePassword(page: Page, password = contestPassword): Promise<void> {
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

/** Closes the contest by keyboard, through the menu of its name; everything is written when the start screen is there. */
export async function closeContest(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('navigation', { name: 'Негізгі мәзір' }).getByRole('button').first());
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: 'Байқауды жабу' });
  for (let steps = 0; steps < 20 && !(await item.evaluate((one) => one === document.activeElement)); steps += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Неден бастаймыз?');
}

/** Marks everything on another computer and gives the submitted file. */
export async function returnBallot(file: string, code: string, value: number): Promise<string> {
  const target = join(freshFolder(), 'қайтқан.tscores');
  const juror = new Computer();
  const { entries, categories, cards } = await juror.call('ballot.open', {
    from: { kind: 'file', file: juror.pick(file) },
    code,
  });
  for (const [index, { entry }] of cards.entries()) {
    const category = categories.find(({ id }) => id === entries[index]?.category);
    // The ballot names criteria by their numbers; the contract brands them.
    for (const { id } of category?.criteria ?? [])
      await juror.call('ballot.mark', { entry, criterion: criterionId.parse(id), value });
  }
  await juror.call('ballot.submit', { to: juror.pick(target), allowIncomplete: false });
  await juror.call('ballot.close', {});
  return target;
}
