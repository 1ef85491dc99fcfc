import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attach } from '../../../electron/usecases/attachments';
import { closeAll } from '../../../electron/usecases/contestFile';
import { addNominee } from '../../../electron/usecases/nominees';
import { createContest, prepareRound, snapshotOf } from '../lib/contest';
import { deskIn, must, tokenOf } from '../lib/desk';

export const attachmentBytes = 5 * 2 ** 20;

/** A contest ready for its first ballots, with `files` nominees who sent in 5 MiB each. Gives the path of its file. */
export async function prepare(folder: string, files: number): Promise<string> {
  const home = join(folder, 'preparing');
  mkdirSync(home, { recursive: true });
  const desk = deskIn(home);
  const path = join(folder, 'Байқау.tarazy');
  await createContest(desk, path);
  const category = snapshotOf(desk).contest.categories[0];
  if (!category) throw new Error('the template lost a category');
  for (let n = 0; n < files; n += 1) {
    const fields = { consent: '2026-11-01' };
    must(addNominee(desk, { name: `${n + 1}-номинант`, kind: 'person', category: category.id, fields }));
  }
  const nominees = snapshotOf(desk).people.nominees.map(({ id }) => id);
  prepareRound(desk, 1);
  const file = join(home, 'Портфолио.pdf');
  for (const nominee of nominees) {
    writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(attachmentBytes - 9)]));
    const { added } = must(await attach(desk, { nominee, files: [tokenOf(desk, file)] }));
    if (added !== 1) throw new Error('an attachment was refused');
  }
  await closeAll(desk);
  rmSync(home, { recursive: true, force: true });
  return path;
}
