import { app, type BrowserWindow } from 'electron';
import type { Failure } from '@shared/errors';
import type { DeskClient } from './workers/deskClient';

/**
 * The window stays until the desk has written everything out: a stick must not be pulled behind a closed window. Where
 * the file cannot take the last work the page says so first, and the user closes all the same or stays.
 */
export class Closing {
  readonly #window: BrowserWindow;
  readonly #desk: DeskClient;
  #isAsking = false;
  #isStopped = false;

  constructor(window: BrowserWindow, desk: DeskClient, ask: (failure: Failure) => void) {
    this.#window = window;
    this.#desk = desk;
    window.on('close', (event) => {
      if (this.#isStopped) return;
      event.preventDefault();
      void this.#close(ask);
    });
    app.on('window-all-closed', () => app.quit());
  }

  /** The work is safe on this computer, and the start screen tells of it at the next start. */
  closeUnwritten(): void {
    void this.#stop();
  }

  async #close(ask: (failure: Failure) => void): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const written = await this.#desk.run('contest.publish', {});
    this.#isAsking = false;
    // With the desk or the page gone nobody could ask or answer; what was acknowledged is on disk.
    const canAsk = !written.ok && !silent.has(written.failure.code) && !this.#window.webContents.isCrashed();
    if (canAsk) ask(written.failure);
    else await this.#stop();
  }

  async #stop(): Promise<void> {
    await this.#desk.stop();
    this.#isStopped = true;
    app.quit();
  }
}

const silent: ReadonlySet<Failure['code']> = new Set<Failure['code']>(['no-contest-open', 'bug']);
