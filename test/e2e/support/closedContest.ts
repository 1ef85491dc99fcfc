import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RoundId } from '@shared/model/ids';
import { Computer } from './computer';
import {
  addStudent,
  admitAll,
  contestPassword,
  createContest,
  issueBallots,
  returnBallot,
  seat,
  typePassword,
} from './contest';
import { freshFolder, launchApp, type Launched } from './launch';

/*
 * A contest that is over: one jury round, three jurors, their ballots back, everything closed; with the chair's own
 * password it is ready to be sealed. It is brought there by the calls that the screens make; the screens have tests of their own.
 */

export const chairPassword = 'төрағаның өз құпиясөзі';
const nominated = ['Әбдірахман Сәуле', 'Жұмабаев Алихан', 'Үсенова Дана'];
const panel = ['Ли Виктор', 'Қалиева Ұлжан', 'Өтегенов Мәди'];

/** The contest's file, a new one each time; nobody has it open. */
export async function makeClosedContest(chair: string | null = chairPassword): Promise<string> {
  const office = new Computer();
  const file = join(freshFolder(), 'Байқау.tarazy');
  await createContest(office, file);
  const { rounds, categories } = office.snapshot.contest;
  const [check, , final] = rounds;
  const [category] = categories;
  if (check === undefined || final === undefined || category === undefined) throw new Error('not this template');
  const scale = 'scale' in final.rules ? final.rules.scale : null;
  await office.call('setup.saveRounds', {
    rounds: [
      { id: check.id, name: check.name, kind: 'technical', scale: null, advance: check.advance, weight: null },
      { id: final.id, name: final.name, kind: 'jury', scale, advance: final.advance, weight: 10_000 },
    ],
    combination: 'weighted_mean',
  });
  for (const name of nominated) await addStudent(office, name, category.id);
  for (const [index, name] of panel.entries()) await seat(office, name, index === 0);
  await admitAll(office);
  await returnAll(office, final.id);
  await office.call('round.close', { round: final.id });
  const current = { kind: 'password', text: contestPassword } as const;
  if (chair !== null) await office.call('access.setChairPassword', { current, next: chair });
  await office.call('contest.close', {});
  return file;
}

/** Every juror's ballot, issued and back: the first gives seven everywhere, each next one more. */
async function returnAll(office: Computer, round: RoundId): Promise<void> {
  const folder = freshFolder();
  await issueBallots(office, round, folder);
  const back = [];
  for (const [index, { fileName, code }] of office.snapshot.ballots.issued.entries())
    back.push(await returnBallot(join(folder, fileName), code, 7 + index));
  await office.call('ballots.import', { files: back.map((path) => office.pick(path)), task: 'import' });
}

/** Without the chair's password. */
export async function openClosedContest(): Promise<Launched> {
  const secretary = await launchApp({ args: [await makeClosedContest(null)] });
  await typePassword(secretary.page);
  await expect(secretary.page.getByRole('navigation')).toBeVisible();
  return secretary;
}
