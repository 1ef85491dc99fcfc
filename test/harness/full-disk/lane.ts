import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeAll } from '../../../electron/usecases/contestFile';
import { createContest, issueToAll, prepareRound, type JurorWithPackage } from '../lib/contest';
import { deskIn } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Random } from '../lib/random';
import { returnedBallots } from '../lib/returnedBallots';
import { Tally, type Promised } from '../lib/tally';
import { beginning, importing, publishing, scoring } from './fillings';
import { Medium } from './medium';
import { round, stickOf, type Filling, type Ledger } from './rounds';

export interface FullDiskInput {
  /** Rounds in which the medium was full. */
  readonly rounds: number;
  readonly seed: number;
  readonly folder: string;
}

export type FullDiskAnswer =
  | { readonly skipped: string }
  | { readonly rounds: number; readonly full: number; readonly promises: readonly Promised[] };

export const part: Part = async (input, tell): Promise<FullDiskAnswer> => {
  const { rounds, seed, folder } = input as FullDiskInput;
  const mounted = join(folder, 'medium');
  mkdirSync(mounted);
  const medium = Medium.mount(mounted);
  if (typeof medium === 'string') return { skipped: medium };
  const ledger: Ledger = {
    random: new Random(seed),
    medium,
    lost: new Tally('acknowledged steps lost'),
    unclear: new Tally('refusals that do not say disk-full'),
    stuck: new Tally('steps refused although there was room again'),
    unreadable: new Tally('unreadable files'),
    full: 0,
  };
  try {
    const fillings = await prepare(medium, folder, ledger.random);
    let done = 0;
    for (; ledger.full < rounds && done < rounds * 3; done += 1) {
      const [name, filling] = fillings[done % fillings.length] ?? never();
      tell(`round ${done}, ${name}`);
      await round(filling, ledger, `round ${done}, ${name}`);
    }
    const { lost, unclear, stuck, unreadable, full } = ledger;
    return { rounds: done, full, promises: [lost, unclear, stuck, unreadable].map((tally) => tally.promised) };
  } finally {
    medium.unmount();
  }
};

/** Everything that fills up lies on the medium, everything that is only read beside it. */
async function prepare(
  medium: Medium,
  folder: string,
  random: Random,
): Promise<readonly (readonly [string, Filling])[]> {
  const at = (name: string) => join(medium.folder, name);
  mkdirSync(stickOf(medium));
  const published = join(stickOf(medium), 'Жазу.tarazy');
  const imported = join(stickOf(medium), 'Қабылдау.tarazy');
  const writer = deskIn(at('writer'));
  await createContest(writer, published);
  await closeAll(writer);
  const importer = deskIn(at('importer'));
  await createContest(importer, imported);
  prepareRound(importer, 3);
  const jurors = await issueToAll(importer, join(folder, 'packages'));
  await closeAll(importer);
  const juror: JurorWithPackage = jurors[0] ?? never();
  return [
    ['scoring', scoring(at('juror'), juror)],
    ['importing', importing(at('importer'), imported, await returnedBallots(jurors, 20, folder, random))],
    ['publishing', publishing(at('writer'), published, join(folder, 'elsewhere'))],
    ['beginning and submitting', beginning(at('beginners'), juror)],
  ];
}

function never(): never {
  throw new Error('nothing was prepared');
}
