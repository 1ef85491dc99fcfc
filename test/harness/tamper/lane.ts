import { mkdirSync } from 'node:fs';
import { encryptWithPassphrase } from '../../../electron/exchange/age';
import { decrypt } from '../../../scripts/verifier/envelope';
import { verifyContent } from '../../../scripts/verifier/verify';
import { cheapWorkFactor } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Random, seedOf } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { newKeyring, sealedAt } from '../recompute/contest';
import { forged, forgeries, type ForgeryName } from './forgeries';

export interface TamperInput {
  readonly contests: number;
  /** Per contest. */
  readonly bytes: number;
  readonly seed: number;
  readonly folder: string;
}

export interface TamperAnswer {
  readonly promises: readonly Promised[];
  readonly forged: Readonly<Record<string, number>>;
}

const code = 'AAAA-BBBB-CCCC';

export const part: Part = async (input, tell): Promise<TamperAnswer> => {
  const { contests, bytes, seed, folder } = input as TamperInput;
  mkdirSync(folder, { recursive: true });
  const changed = new Tally('results with one byte changed in which the verifier finds nothing');
  const locked = new Tally('age files with one byte changed that open and hold');
  const signed = new Tally('forgeries signed by the true keys in which the verifier finds nothing');
  const tried: Record<string, number> = {};
  const keys = await newKeyring();
  for (let n = 0; n < contests; n += 1) {
    const random = new Random(seedOf(seed, n));
    const content = sealedAt(folder, keys, random);
    const holds = (each: Uint8Array): boolean => verifyContent(each, null).finding.problems.length === 0;
    if (!holds(content)) throw new Error('a contest that does not hold unchanged');
    for (let i = 0; i < bytes; i += 1) {
      const { at, other } = withOneChanged(content, i, bytes, random);
      tell(`contest ${n}, byte ${at}`);
      changed.check(holds(other) ? `contest ${n} of seed ${seed}, byte ${at}` : null);
    }
    const file = await encryptWithPassphrase({ bytes: content, passphrase: code, logN: cheapWorkFactor });
    for (let i = 0; i < bytes; i += 1) {
      const { at, other } = withOneChanged(file, i, bytes, random);
      tell(`contest ${n}, age byte ${at}`);
      const opened = await decrypt(other, code);
      locked.check(opened !== null ? `contest ${n} of seed ${seed}, byte ${at}` : null);
    }
    for (const name of Object.keys(forgeries) as readonly ForgeryName[]) {
      tell(`contest ${n}, ${name}`);
      const other = forged(content, name, keys.signers, random);
      if (other === null) continue;
      tried[name] = (tried[name] ?? 0) + 1;
      signed.check(holds(other) ? `contest ${n} of seed ${seed}: ${name}` : null);
    }
  }
  return { promises: [changed.promised, locked.promised, signed.promised], forged: tried };
};

/** The first half of the tries walks over the file evenly, from its first byte; the rest falls anywhere. */
function withOneChanged(
  bytes: Uint8Array,
  i: number,
  tries: number,
  random: Random,
): { readonly at: number; readonly other: Uint8Array } {
  const at = i * 2 < tries ? Math.floor((i * 2 * bytes.length) / tries) : random.below(bytes.length);
  const other = Uint8Array.from(bytes);
  other[at] = (other[at] ?? 0) ^ random.between(1, 255);
  return { at, other };
}
