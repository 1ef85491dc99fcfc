import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Heavy } from '../workers/heavy';
import { makePrivateFolder, writeAtomically } from './files';
import { passwordCosts, type PasswordCost, type SlotCost } from './slots';

/** Longer than this nobody should wait each time a file is opened. */
const tooSlowMs = 4_000;

const record = z.object({ profile: z.enum(['large', 'small']), milliseconds: z.number().min(0) });
type Record = z.output<typeof record>;

/**
 * Which profile new passwords get on this computer: measured once, when the first one is set, and kept in
 * `password-profile.json` of the data folder. 256 MiB where that takes at most four seconds, otherwise 64 MiB with more
 * passes; at once 64 MiB where the computer has less than about 3.5 GiB of memory in all. Files carry their own profile,
 * so another computer opens them all the same.
 */
export class PasswordProfile {
  readonly #file: string;
  readonly #clock: () => number;
  #record: Record | null;

  constructor(
    private readonly folder: string,
    { clock = () => performance.now(), totalBytes = totalmem() } = {},
  ) {
    this.#file = join(folder, 'password-profile.json');
    this.#clock = clock;
    this.#record = totalBytes < 3.5 * 2 ** 30 ? { profile: 'small', milliseconds: 0 } : readRecord(this.#file);
  }

  get cost(): PasswordCost {
    return passwordCosts[this.#record?.profile ?? 'large'];
  }

  /** The same work; the first derivation with the large profile is timed, and done again with the small one if slow. */
  measuring(heavy: Heavy): Heavy {
    return {
      ...heavy,
      makeSlot: (input) => this.#timed(input, (again) => heavy.makeSlot(again)),
      makeSigner: (input) => this.#timed(input, (again) => heavy.makeSigner(again)),
    };
  }

  async #timed<I extends { readonly cost: SlotCost }, T>(input: I, derive: (input: I) => Promise<T>): Promise<T> {
    if (this.#record !== null || input.cost !== passwordCosts.large) return derive(input);
    const before = this.#clock();
    const made = await derive(input);
    const milliseconds = Math.round(this.#clock() - before);
    await this.#keep({ profile: milliseconds > tooSlowMs ? 'small' : 'large', milliseconds });
    return milliseconds > tooSlowMs ? derive({ ...input, cost: passwordCosts.small }) : made;
  }

  async #keep(measured: Record): Promise<void> {
    this.#record = measured;
    await makePrivateFolder(this.folder);
    await writeAtomically(this.#file, Buffer.from(JSON.stringify(measured)));
  }
}

/** A missing or unreadable file means that nothing was measured yet. */
function readRecord(file: string): Record | null {
  try {
    return record.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
