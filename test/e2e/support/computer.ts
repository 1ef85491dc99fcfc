import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { FileToken } from '@shared/model/ids';
import type { Snapshot } from '@shared/model/snapshot';
import type { Desk } from '../../../electron/usecases/context';
import { useCases } from '../../../electron/usecases/useCases';
import type { DeskCall, UseCase } from '../../../electron/workers/protocol';
import { snapshotOf } from '../../harness/lib/contest';
import { deskIn, must, tokenOf } from '../../harness/lib/desk';
import { freshFolder } from './launched';

/**
 * Another computer, whose screen nobody looks at: the application's own calls in this process, on real files. Here is made
 * what a spec needs and is not about. Its secrets cost the least that a reader accepts; a file says itself what they
 * cost, so the application opens it like every file, without the second that each password takes where it was set in a window.
 */
export class Computer {
  readonly #desk: Desk;

  /** `home`: where it keeps what it works on. */
  constructor(home = freshFolder()) {
    this.#desk = deskIn(home);
  }

  /** The call as a page makes it; a failure is thrown. */
  async call<K extends DeskCall>(name: K, input: InputOf<K>): Promise<OutputOf<K>> {
    const run: UseCase<K, Desk> = useCases[name];
    return must(await run(this.#desk, input));
  }

  /** Of the contest that is open. */
  get snapshot(): Snapshot {
    return snapshotOf(this.#desk);
  }

  /** A file or a folder as a dialog gives it to the page. */
  pick(path: string): FileToken {
    return tokenOf(this.#desk, path);
  }
}
