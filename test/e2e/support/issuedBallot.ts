import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, launchApp } from './launch';

export interface IssuedBallot {
  readonly path: string;
  readonly code: string;
  readonly nominees: number;
}

/** A `.tballot` for the final of the demo contest (20 students, 8 organisations), issued by the real application. */
export async function issueBallot(): Promise<IssuedBallot> {
  const folder = freshFolder();
  const secretary = await launchApp();
  await secretary.answerOpen([folder]);
  const issued = await secretary.page.evaluate(async () => {
    const { tarazy } = window;
    const demo = await tarazy.call('contest.demo', { task: 'demo' });
    if (!demo.ok) throw new Error(demo.failure.code);
    const final = demo.value.snapshot.contest.rounds.at(-1);
    const juror = demo.value.snapshot.jury.jurors[0];
    const picked = await tarazy.call('files.pickFolder', {});
    if (final === undefined || juror === undefined || !picked.ok || picked.value === null) throw new Error('no final');
    const answer = await tarazy.call('ballots.issue', {
      round: final.id,
      jurors: [juror.id],
      dueAt: '2027-01-15T13:00:00.000Z',
      sendTo: 'hatshy@example.kz',
      instructions: { kk: 'Әр номинанттың материалын оқып шығыңыз.', ru: 'Прочитайте все материалы.', en: '' },
      folder: picked.value.token,
      task: 'issue',
    });
    if (!answer.ok) throw new Error(answer.failure.code);
    const packages = answer.value.ballots?.issued ?? [];
    const newest = packages.findLast((each) => each.juror === juror.id && each.round === final.id);
    return { code: newest?.code ?? '', fileName: newest?.fileName ?? '' };
  });
  await secretary.close();
  if (!readdirSync(folder).includes(issued.fileName)) throw new Error(`${issued.fileName} was not written`);
  return { path: join(folder, issued.fileName), code: issued.code, nominees: 28 };
}
