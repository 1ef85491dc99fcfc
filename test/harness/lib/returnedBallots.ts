import { join } from 'node:path';
import { writeBallotFile, type JurorWithPackage } from './contest';
import type { Random } from './random';

export interface BallotFile {
  readonly path: string;
  readonly juror: JurorWithPackage;
  readonly sequence: number;
  readonly hash: string;
}

/** `each` ballots of every juror as files in `folder`, in any order: an older one may come after a newer one. */
export async function returnedBallots(
  jurors: readonly JurorWithPackage[],
  each: number,
  folder: string,
  random: Random,
): Promise<readonly BallotFile[]> {
  const ballots: BallotFile[] = [];
  for (const juror of jurors) {
    for (let sequence = 1; sequence <= each; sequence += 1) {
      const path = join(folder, `${juror.manifest.juror.number}-${sequence}.tscores`);
      const { hash } = await writeBallotFile(juror, sequence, path);
      ballots.push({ path, juror, sequence, hash });
    }
  }
  return ballots
    .map((ballot) => ({ ballot, at: random.unit() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ ballot }) => ballot);
}
