import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import type { OpenedFile } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { claimedKind, kindOfFile } from './fileKinds';
import type { FileTokens } from './fileTokens';

/**
 * Files the operating system hands over: a double click, the command line, a second start. They wait until the page
 * listens.
 */
export class OpenRequests {
  readonly #files: FileTokens;
  readonly #deliver: (file: Result<OpenedFile>) => void;
  readonly #waiting: Result<OpenedFile>[] = [];
  #pageListens = false;

  constructor(files: FileTokens, deliver: (file: Result<OpenedFile>) => void) {
    this.#files = files;
    this.#deliver = deliver;
  }

  /** Takes the first argument that is a file of ours; anything else on a command line is left alone. */
  async fromCommandLine(args: readonly string[], workingDirectory: string): Promise<void> {
    const candidate = args.find((arg) => !arg.startsWith('-') && claimedKind(arg) !== undefined);
    if (candidate === undefined) return;
    const path = resolve(workingDirectory, candidate);
    if (existsSync(path)) await this.open(path);
  }

  async open(path: string): Promise<void> {
    const kind = await kindOfFile(path);
    const opened = kind.ok ? ok({ kind: kind.value, file: this.#files.grant(path) }) : kind;
    if (this.#pageListens) this.#deliver(opened);
    else this.#waiting.push(opened);
  }

  pageListens(): void {
    this.#pageListens = true;
    for (const file of this.#waiting.splice(0)) this.#deliver(file);
  }

  /** macOS hands files over by an event that may come before anything else. */
  listen(): void {
    app.on('open-file', (event, path) => {
      event.preventDefault();
      void this.open(path);
    });
    app.on('second-instance', (_event, argv, workingDirectory) => {
      void this.fromCommandLine(argv.slice(1), workingDirectory);
    });
  }
}
