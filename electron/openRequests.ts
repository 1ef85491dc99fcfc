import { resolve } from 'node:path';
import type { Failure } from '@shared/errors';
import type { OpenedFile } from '@shared/model/snapshot';
import { claimedKind, kindOfFile } from './fileKinds';
import type { FileTokens } from './fileTokens';
import type { Handed } from './handedOver';

/** Files handed over at once: those that can be opened, together, and why the first of the others cannot. */
export interface Handover {
  readonly files: readonly OpenedFile[];
  readonly refused: Failure | null;
}

/**
 * Files the operating system hands over: a double click, the command line, a second start. They wait until the page
 * listens.
 */
export class OpenRequests {
  readonly #files: FileTokens;
  readonly #deliver: (handover: Handover) => void;
  readonly #waiting: Handover[] = [];
  #pageListens = false;

  constructor(files: FileTokens, deliver: (handover: Handover) => void) {
    this.#files = files;
    this.#deliver = deliver;
  }

  take(handed: Handed): Promise<void> {
    if (handed.kind === 'paths') return this.open(handed.paths);
    return this.fromCommandLine(handed.args, handed.workingDirectory);
  }

  /** Takes every argument that is a file of ours; anything else on a command line is left alone. */
  async fromCommandLine(args: readonly string[], workingDirectory: string): Promise<void> {
    const ours = args.filter((arg) => !arg.startsWith('-') && claimedKind(arg) !== undefined);
    await this.open(ours.map((arg) => resolve(workingDirectory, arg)));
  }

  async open(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    const files: OpenedFile[] = [];
    let refused: Failure | null = null;
    for (const path of paths) {
      const kind = await kindOfFile(path);
      if (kind.ok) files.push({ kind: kind.value, file: this.#files.grant(path) });
      else refused ??= kind.failure;
    }
    if (this.#pageListens) this.#deliver({ files, refused });
    else this.#waiting.push({ files, refused });
  }

  pageListens(): void {
    this.#pageListens = true;
    for (const handover of this.#waiting.splice(0)) this.#deliver(handover);
  }
}
