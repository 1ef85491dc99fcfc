import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type InputOf, type OutputOf } from '@shared/ipc/contract';
import type { FileToken } from '@shared/model/ids';
import { useCases } from '../../../electron/usecases/useCases';
import type { Desk } from '../../../electron/usecases/context';
import type { DeskCall, UseCase } from '../../../electron/workers/protocol';
import { snapshotOf } from '../lib/contest';
import { deskIn, must, tokenOf } from '../lib/desk';
import type { Texts } from './texts';

export const secretaryPassword = 'ұзын құпиясөз';
export const chairPassword = 'төрағаның өз құпиясөзі';

/** A computer whose calls pass the contract, as a page's do, and are noted. */
export class Office {
  readonly texts: Texts;
  readonly folder: string;
  readonly #desk: Desk;

  constructor(folder: string, texts: Texts) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.texts = texts;
    this.#desk = deskIn(folder);
  }

  async call<K extends DeskCall>(name: K, input: InputOf<K>): Promise<OutputOf<K>> {
    const run: UseCase<K, Desk> = useCases[name];
    const parsed = contract[name].input.parse(input) as InputOf<K>;
    const result = await run(this.#desk, parsed);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure).slice(0, 300)}`);
    // Only what was taken counts as filled.
    this.texts.sent(name, parsed);
    return must(result);
  }

  get snapshot() {
    return snapshotOf(this.#desk);
  }

  pick(path: string): FileToken {
    return tokenOf(this.#desk, path);
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  /** A file of this computer as a dialog gives it. */
  file(name: string, content: string | Uint8Array): FileToken {
    writeFileSync(this.at(name), content);
    return this.pick(this.at(name));
  }

  /** A folder of its own. */
  place(name: string): string {
    mkdirSync(this.at(name), { recursive: true });
    return this.at(name);
  }
}
