/** Long work under way, by the id the renderer gave it, so that it can be stopped from outside. */
export class Tasks {
  readonly #running = new Map<string, AbortController>();

  async run<T>(task: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.set(task, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#running.delete(task);
    }
  }

  /** Nothing happens when the task has already ended. */
  cancel(task: string): void {
    this.#running.get(task)?.abort();
  }
}
