import { join } from 'node:path';
import { chairPassword } from '../support/closedContest';
import { Computer } from '../support/computer';
import { addStudent, admitAll, contestPassword, createContest, issueBallots, seat } from '../support/contest';
import { freshFolder } from '../support/launch';

export interface IssuedContest {
  readonly path: string;
  /** In the order of the jurors. */
  readonly issued: readonly { readonly file: string; readonly code: string }[];
}

/** A Jana Béles contest whose ballots are out, with the chair's own password, made on another computer. */
export async function makeIssuedContest(
  nominees: readonly string[],
  jurors: readonly string[],
): Promise<IssuedContest> {
  const office = new Computer();
  const path = join(freshFolder(), 'Jana Béles 2026.tarazy');
  await createContest(office, path);
  const { rounds, categories } = office.snapshot.contest;
  const first = rounds[1];
  const [category] = categories;
  if (first === undefined || category === undefined) throw new Error('not this template');
  for (const name of nominees) await addStudent(office, name, category.id);
  for (const [index, name] of jurors.entries()) await seat(office, name, index === 0);
  await admitAll(office);
  const folder = freshFolder();
  await issueBallots(office, first.id, folder);
  const issued = office.snapshot.ballots.issued.map(({ fileName, code }) => ({ file: join(folder, fileName), code }));
  await office.call('access.setChairPassword', {
    current: { kind: 'password', text: contestPassword },
    next: chairPassword,
  });
  await office.call('contest.close', {});
  return { path, issued };
}
