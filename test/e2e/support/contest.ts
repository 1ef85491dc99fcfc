import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
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
  const secretary = await launchApp();
  const { page } = secretary;
  await secretary.answerSave(join(folder, 'Байқау.tarazy'));
  await page.evaluate(
    async ({ students = [], jurors = [], secret }) => {
      const { tarazy } = window;
      const head = await tarazy.call('contest.templateHead', { template: 'jana-beles' });
      const file = await tarazy.call('files.pickSave', { kind: 'contest', suggestedName: 'Байқау' });
      if (!head.ok || !file.ok || file.value === null) throw new Error('nothing to create from');
      const made = await tarazy.call('contest.create', {
        template: 'jana-beles',
        head: { ...head.value.head, edition: '2026' },
        file: file.value.token,
        password: secret,
      });
      if (!made.ok) throw new Error(made.failure.code);
      const { contest } = made.value.snapshot;
      const category = contest.categories[0]?.id ?? null;
      const check = contest.rounds[0]?.id;
      for (const name of students) {
        const fields = { university: 'ҚазҰУ', consent: '2026-11-01' };
        const done = await tarazy.call('nominees.add', { name, kind: 'person', category, fields });
        if (!done.ok) throw new Error(done.failure.code);
      }
      for (const [index, name] of jurors.entries()) {
        const done = await tarazy.call('jury.save', { id: null, name, title: '', contact: '', chair: index === 0 });
        if (!done.ok) throw new Error(done.failure.code);
      }
      if (students.length > 0 && check !== undefined) {
        const admitted = await tarazy.call('check.admitAll', { round: check });
        const closed = await tarazy.call('round.close', { round: check });
        if (!admitted.ok || !closed.ok) throw new Error('the check could not be closed');
      }
      const shut = await tarazy.call('contest.close', {});
      if (!shut.ok) throw new Error(shut.failure.code);
    },
    { ...prepared, secret: contestPassword },
  );
  await page.reload();
  await page.getByText('Байқау.tarazy').first().click();
  await typePassword(page);
  await expect(page.getByRole('navigation', { name: 'Негізгі мәзір' })).toBeVisible();
  return secretary;
}

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
  const juror = await launchApp();
  const target = join(freshFolder(), 'қайтқан.tscores');
  await juror.answerOpen([file]);
  await juror.answerSave(target);
  await juror.page.evaluate(
    async ({ typed, mark }) => {
      const { tarazy } = window;
      const picked = await tarazy.call('files.pick', { kind: 'ballot', multiple: false });
      const from = picked.ok ? picked.value[0] : undefined;
      if (from === undefined) throw new Error('no file was picked');
      const opened = await tarazy.call('ballot.open', { from: { kind: 'file', file: from.token }, code: typed });
      if (!opened.ok) throw new Error(opened.failure.code);
      const { entries, categories, cards } = opened.value;
      for (const [index, card] of cards.entries()) {
        const category = categories.find(({ id }) => id === entries[index]?.category);
        for (const { id } of category?.criteria ?? []) {
          // The ballot names criteria by their numbers; the contract brands them.
          const done = await tarazy.call('ballot.mark', { entry: card.entry, criterion: id as never, value: mark });
          if (!done.ok) throw new Error(done.failure.code);
        }
      }
      const to = await tarazy.call('files.pickSave', { kind: 'returned-ballot', suggestedName: 'ballot' });
      if (!to.ok || to.value === null) throw new Error('no place to save');
      const done = await tarazy.call('ballot.submit', { to: to.value.token, allowIncomplete: false });
      if (!done.ok) throw new Error(done.failure.code);
    },
    { typed: code, mark: value },
  );
  await juror.close();
  return target;
}
