import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Computer } from '../support/computer';
import {
  addStudent,
  admitAll,
  createContest,
  instructions,
  issueBallots,
  returnBallot,
  seat,
} from '../support/contest';
import { freshFolder, type Launched } from '../support/launch';
import type { IssuedBallot } from '../support/issuedBallot';
import type { Walk } from './walk';

/** A ballot that came back, then the name of a criterion changed: the second revision, with the former marks on offer. */
export async function makeReissuedBallot(): Promise<IssuedBallot> {
  const office = new Computer();
  const folder = freshFolder();
  await createContest(office, join(folder, 'Байқау.tarazy'));
  const { rounds, categories } = office.snapshot.contest;
  const first = rounds[1];
  const [category] = categories;
  if (first === undefined || category === undefined) throw new Error('not this template');
  const students = ['Әбдірахман Сәуле', 'Жұмабаев Алихан'];
  for (const name of students) await addStudent(office, name, category.id);
  await seat(office, 'Ли Виктор', true);
  await admitAll(office);
  const issue = async (again: { readonly reason?: string; readonly carry?: boolean }): Promise<IssuedBallot> => {
    await issueBallots(office, first.id, folder, { instructions, ...again });
    const issued = office.snapshot.ballots.issued.find(({ superseded }) => !superseded);
    if (issued === undefined) throw new Error('no ballot was issued');
    return { path: join(folder, issued.fileName), code: issued.code, nominees: students.length };
  };
  const former = await issue({});
  const back = await returnBallot(former.path, former.code, 8);
  await office.call('ballots.import', { files: [office.pick(back)], task: 'import' });
  const reason = 'Өлшемшарттың атауы нақтыланды';
  const name = { kk: 'Қоғамға қосқан үлесі', ru: 'Вклад в общество', en: 'Contribution to society' };
  const criteria = category.criteria.map(({ id, hint, levels, weight, ...own }, index) => ({
    id,
    name: index === 0 ? name : own.name,
    hint,
    levels: [...levels],
    weight,
  }));
  await office.call('setup.saveCriteria', { category: category.id, criteria, reason });
  const again = await issue({ reason, carry: true });
  await office.call('contest.close', {});
  return again;
}

/** What a re-issued ballot tells and offers, and what it looks like once the former marks are in. */
export async function walkReissued(walk: Walk, { page }: Launched, { code }: IssuedBallot): Promise<void> {
  await page.getByLabel(walk.words.of('juror:open.code')).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.locator('.juror-start')).toBeVisible();
  await walk.shoot(page, 'juror-reissued', true);
  await walk.press(page, 'juror:reissued.take');
  await expect(page.locator('.juror-start button')).toBeFocused();
  await walk.shoot(page, 'juror-reissued-taken');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-criterion]').first()).toBeVisible();
  await walk.shoot(page, 'juror-carried');
}
