import type { Part } from '../lib/parts';
import { Random } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { importing } from './importing';
import { publishing } from './publishing';
import { rekeying } from './rekeying';
import { scoring } from './scoring';
import { sealing } from './sealing';

export interface LaneInput {
  readonly kind: 'scoring' | 'importing' | 'publishing' | 'sealing' | 'rekeying';
  readonly kills: number;
  readonly seed: number;
  readonly folder: string;
}

export interface LaneAnswer {
  readonly acknowledged: number;
  readonly promises: readonly Promised[];
}

export interface Ledger {
  readonly random: Random;
  readonly lost: Tally;
  readonly unreadable: Tally;
  readonly halves: Tally;
  readonly leftovers: Tally;
  acknowledged: number;
}

/** Kills one child after the other on files of its own and looks at what is left. */
export const part: Part = async (input, tell): Promise<LaneAnswer> => {
  const { kind, kills, seed, folder } = input as LaneInput;
  const ledger: Ledger = {
    random: new Random(seed),
    lost: new Tally('acknowledged steps lost'),
    unreadable: new Tally('unreadable files'),
    halves: new Tally('half transactions'),
    leftovers: new Tally('files left behind after the next opening'),
    acknowledged: 0,
  };
  const run = { scoring, importing, publishing, sealing, rekeying }[kind];
  await run(folder, kills, ledger, tell);
  const { lost, unreadable, halves, leftovers, acknowledged } = ledger;
  return { acknowledged, promises: [lost, unreadable, halves, leftovers].map((tally) => tally.promised) };
};
