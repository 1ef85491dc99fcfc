import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Computer } from '../support/computer';
import { contestPassword, typePassword } from '../support/contest';
import { freshFolder, type Launched } from '../support/launch';
import { dropFiles } from '../support/page';
import { pdfOf } from '../support/pdf';
import type { Walk } from './walk';

export interface VotesContest {
  readonly path: string;
  /** As somebody else counted: one name written otherwise, one unknown, one figure that is none. */
  readonly table: string;
}

const nominees = ['Әбдірахман Сәуле', 'Жұмабаев Алихан', 'Үсенова Дана', 'Қасымов Ерлан', 'Ғабитова Әсел'];

/** «100 New Faces» with its vote open, made on another computer. */
export async function makeVotesContest(): Promise<VotesContest> {
  const office = new Computer();
  const folder = freshFolder();
  const path = join(folder, '100 жаңа есім 2026.tarazy');
  const template = '100-new-faces';
  const { head } = await office.call('contest.templateHead', { template });
  await office.call('contest.create', { template, head, file: office.pick(path), password: contestPassword });
  const { rounds, categories } = office.snapshot.contest;
  const [check] = rounds;
  if (check === undefined) throw new Error('not this template');
  for (const [index, name] of nominees.entries()) {
    const category = categories[index % 2]?.id ?? null;
    const fields = { consent: '2026-11-01', region: 'Алматы қаласы' };
    await office.call('nominees.add', { name, kind: 'person', category, fields });
  }
  await office.call('check.admitAll', { round: check.id });
  await office.call('round.close', { round: check.id });
  await office.call('contest.close', {});
  const table = join(folder, 'Дауыс беру.csv');
  const rows = [
    'Номинант;Дауыс',
    'Әбдірахман Сәуле;1 204',
    'ЖУМАБАЕВ Алихан;987',
    'Сәкен Біреу;77',
    'Қасымов Ерлан;көп',
  ];
  writeFileSync(table, rows.join('\n'));
  return { path, table };
}

/** From the empty round over the table that was brought in to one figure; then a nominee's file. */
export async function walkVotes(walk: Walk, secretary: Launched, { table }: VotesContest): Promise<void> {
  const { page } = secretary;
  await typePassword(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  await walk.goTo(page, 'ballots');
  await walk.shoot(page, 'votes-empty');
  await secretary.answerOpen([table]);
  await walk.press(page, 'tallies:import.button');
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('Сәкен Біреу', { exact: true })).toBeVisible();
  await walk.shoot(page, 'votes-import', true);
  await walk.press(panel, 'tallies:import.write');
  await expect(panel).toHaveCount(0);
  await walk.shoot(page, 'votes');
  await page.locator('[data-index]').nth(2).click();
  await expect(panel).toBeVisible();
  await walk.shoot(page, 'votes-form');

  await walk.goTo(page, 'nominees');
  await page.getByRole('grid').locator('[data-index]').first().click();
  const diploma = join(freshFolder(), 'Диплом.pdf');
  writeFileSync(diploma, pdfOf({ pages: 3, word: 'Diploma' }));
  await dropFiles(page, [diploma], panel);
  const open = walk.button(panel, 'attachments:open');
  await open.scrollIntoViewIfNeeded();
  await walk.shoot(page, 'nominee-attachments', true);
  await open.click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await walk.shoot(page, 'attachment-pdf', true);
  await page.keyboard.press('Escape');
}
