import { app, type BrowserWindow } from 'electron';
import type { Failure } from '@shared/errors';
import type { DeskClient } from './workers/deskClient';

interface Surroundings {
  readonly desk: DeskClient;
  readonly ask: (failure: Failure) => void;
  /** Where the window is left. */
  readonly remember: () => Promise<void>;
}

/**
 * The window stays until the desk has written everything out: a stick must not be pulled behind a closed window. Where
 * the file cannot take the last work the page says so first, and the user closes all the same or stays.
 */
export class Closing {
  readonly #window: BrowserWindow;
  readonly #around: Surroundings;
  #isAsking = false;
  #isStopped = false;

  constructor(window: BrowserWindow, around: Surroundings) {
    this.#window = window;
    this.#around = around;
    window.on('close', (event) => {
      if (this.#isStopped) return;
      event.preventDefault();
      void this.#close();
    });
    app.on('window-all-closed', () => app.quit());
  }

  /** The work is safe on this computer, and the start screen tells of it at the next start. */
  closeUnwritten(): void {
    void this.#stop();
  }

  async #close(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const written = await this.#around.desk.run('contest.publish', {});
    this.#isAsking = false;
    // With the desk or the page gone nobody could ask or answer; what was acknowledged is on disk.
    const canAsk = !written.ok && !silent.has(written.failure.code) && !this.#window.webContents.isCrashed();
    if (canAsk) this.#around.ask(written.failure);
    else await this.#stop();
  }

  async #stop(): Promise<void> {
    await Promise.all([this.#around.remember(), this.#around.desk.stop()]);
    this.#isStopped = true;
    app.quit();
  }
}

const silent: ReadonlySet<Failure['code']> = new Set<Failure['code']>(['no-contest-open', 'bug']);
