import type { LockTime } from '@shared/model/lock';

interface Surroundings {
  readonly now: () => number;
  /** Seconds since the last input into any program of this computer; 0 for ever where the system does not tell. */
  readonly systemIdleSeconds: () => number;
  readonly limit: () => LockTime;
  readonly onIdle: () => void;
}

/**
 * Tells that nobody is there: no input has reached the window for the chosen time, and none has reached the computer.
 * Not every system tells the latter (under Wayland it often says 0 whatever happens): one that has never named any
 * pause is not asked, so that the lock does not wait for ever.
 */
export class IdleWatch {
  readonly #around: Surroundings;
  #lastInput: number;
  #systemTells = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#lastInput = around.now();
  }

  /** Somebody moved the mouse over the window, or pressed a key in it. */
  input(): void {
    this.#lastInput = this.#around.now();
  }

  /** Looked at every few seconds, and when the computer wakes up. */
  look(): void {
    const { limit, now, systemIdleSeconds, onIdle } = this.#around;
    const system = systemIdleSeconds();
    if (system > 0) this.#systemTells = true;
    const minutes = limit();
    if (minutes === 'never') return;
    const here = (now() - this.#lastInput) / 1000;
    const seconds = minutes * 60;
    if (here >= seconds && (!this.#systemTells || system >= seconds)) onIdle();
  }
}
