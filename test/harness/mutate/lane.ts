import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { passwordCosts } from '../../../electron/vault/slots';
import { heavy } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Random, seedOf } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { ballotTarget } from './ballotTarget';
import { contestTarget } from './contestTarget';
import { packageTarget } from './packageTarget';
import type { Target } from './target';

/** How each kind of file is made and read; the next kind is one more line. */
const targets = { contest: contestTarget, package: packageTarget, ballot: ballotTarget } as const;
export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as readonly TargetName[];

export interface MutateInput {
  readonly target: TargetName;
  readonly files: number;
  readonly seed: number;
  readonly folder: string;
}

export interface MutateAnswer {
  readonly refusals: Readonly<Record<string, number>>;
  readonly same: number;
  readonly slowestMs: number;
  readonly costliestMs: number;
  readonly peakMiB: number;
  readonly promises: readonly Promised[];
}

const limitMs = 2000;
/** One derivation is not always as quick as another. */
const tolerance = 1.5;

export const part: Part = async (input, tell): Promise<MutateAnswer> => {
  const { target: name, files, seed, folder } = input as MutateInput;
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  const target = await targets[name](own);
  await seesTheGenuine(target);
  const accepted = new Tally('changed files that were accepted');
  const thrown = new Tally('errors instead of an answer');
  const slow = new Tally('files that took more than 2 s');
  const refusals: Record<string, number> = {};
  let same = 0;
  const costly = new Tally(
    'files that ask for high costs and took longer than two passwords at the costs of the application',
  );
  const genuineMs = target.isCostly === undefined ? 0 : 2 * (await derivationMs());
  let slowestMs = 0;
  let costliestMs = 0;
  for (let n = 0; n < files; n += 1) {
    const where = `${name} ${n}, seed ${seed}`;
    tell(where);
    const bytes = await changedOf(target, seed, n);
    // The processor's time, not the clock's: other processes must not make a reader slow.
    const before = process.cpuUsage();
    try {
      const verdict = await target.read(bytes);
      thrown.tried();
      accepted.check(verdict.kind === 'accepted' ? `${where}: ${verdict.what}` : null);
      if (verdict.kind === 'same') same += 1;
      if (verdict.kind === 'refused') refusals[verdict.reason] = (refusals[verdict.reason] ?? 0) + 1;
    } catch (error) {
      thrown.check(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    if (target.isCostly?.(bytes) === true) {
      costliestMs = Math.max(costliestMs, ms);
      costly.check(ms > Math.max(limitMs, genuineMs * tolerance) ? `${where}: ${Math.round(ms)} ms` : null);
    } else {
      slowestMs = Math.max(slowestMs, ms);
      slow.check(ms > limitMs ? `${where}: ${Math.round(ms)} ms` : null);
    }
  }
  await target.close();
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  const tallies = [accepted, thrown, slow, ...(target.isCostly === undefined ? [] : [costly])];
  return { refusals, same, slowestMs, costliestMs, peakMiB, promises: tallies.map((tally) => tally.promised) };
};

/** A reader that refuses everything would keep every promise. */
async function seesTheGenuine(target: Target): Promise<void> {
  const verdict = await target.read(target.genuine);
  if (verdict.kind === 'refused') throw new Error(`the genuine file is refused: ${verdict.reason}`);
}

async function changedOf(target: Target, seed: number, n: number): Promise<Buffer> {
  const random = new Random(seedOf(seed, n));
  for (;;) {
    const bytes = await target.changed(random);
    if (!bytes.equals(target.genuine)) return bytes;
  }
}

/** What one guess costs at the application's own costs on this computer. */
async function derivationMs(): Promise<number> {
  const before = process.cpuUsage();
  const secret = { kind: 'password', text: 'x' } as const;
  await heavy.makeSlot({ fileId: 'x', role: 'secretary', secret, cost: passwordCosts.large, key: new Uint8Array(32) });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
