import { join } from 'node:path';
import { Computer } from './computer';
import { instructions, issueBallots } from './contest';
import { freshFolder } from './launch';

export interface IssuedBallot {
  readonly path: string;
  readonly code: string;
  readonly nominees: number;
}

/** A `.tballot` for the final of the demo contest (20 students, 8 organisations), issued on another computer. */
export async function issueBallot(): Promise<IssuedBallot> {
  const folder = freshFolder();
  const office = new Computer();
  await office.call('contest.demo', { task: 'demo' });
  const { contest, jury } = office.snapshot;
  const final = contest.rounds.at(-1);
  const juror = jury.jurors[0];
  if (final === undefined || juror === undefined) throw new Error('the demo has no final');
  await issueBallots(office, final.id, folder, { jurors: [juror.id], instructions });
  const issued = office.snapshot.ballots.issued.findLast((each) => each.juror === juror.id && each.round === final.id);
  if (issued === undefined) throw new Error('no ballot was issued');
  await office.call('contest.close', {});
  return { path: join(folder, issued.fileName), code: issued.code, nominees: 28 };
}
