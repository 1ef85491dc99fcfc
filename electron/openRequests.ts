import { resolve } from 'node:path';
import { app } from 'electron';
import type { Failure } from '@shared/errors';
import type { OpenedFile } from '@shared/model/snapshot';
import { claimedKind, kindOfFile } from './fileKinds';
import type { FileTokens } from './fileTokens';

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
  readonly #atOnce: string[] = [];

  constructor(files: FileTokens, deliver: (handover: Handover) => void) {
    this.#files = files;
    this.#deliver = deliver;
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

  /** macOS hands files over one event each, and perhaps before anything else; those of one double click come together. */
  listen(): void {
    app.on('open-file', (event, path) => {
      event.preventDefault();
      if (this.#atOnce.push(path) > 1) return;
      setImmediate(() => void this.open(this.#atOnce.splice(0)));
    });
    app.on('second-instance', (_event, argv, workingDirectory) => {
      void this.fromCommandLine(argv.slice(1), workingDirectory);
    });
  }
}
