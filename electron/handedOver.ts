import { app } from 'electron';

/** Named by the system one by one, or written on the command line of a second start. */
export type Handed =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'arguments'; readonly args: readonly string[]; readonly workingDirectory: string };

/**
 * Listens to the operating system from the first moment (macOS names a double-clicked file before the application is
 * ready) and keeps what it hands over until somebody takes it.
 */
export class HandedOver {
  readonly #waiting: Handed[] = [];
  readonly #atOnce: string[] = [];
  #take: ((handed: Handed) => void) | undefined;

  constructor() {
    // One event for each file; those of one double click come together.
    app.on('open-file', (event, path) => {
      event.preventDefault();
      if (this.#atOnce.push(path) > 1) return;
      setImmediate(() => this.#hand({ kind: 'paths', paths: this.#atOnce.splice(0) }));
    });
    app.on('second-instance', (_event, argv, workingDirectory) => {
      this.#hand({ kind: 'arguments', args: argv.slice(1), workingDirectory });
    });
  }

  /** `take` is given what has come so far, and everything that comes from now on. */
  giveTo(take: (handed: Handed) => void): void {
    this.#take = take;
    for (const handed of this.#waiting.splice(0)) take(handed);
  }

  #hand(handed: Handed): void {
    if (this.#take === undefined) this.#waiting.push(handed);
    else this.#take(handed);
  }
}
