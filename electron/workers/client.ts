import { Worker } from 'node:worker_threads';
import { fail, ok } from '@shared/result';
import type { CallOptions, Client, FromWorker, Operations, ToWorker } from './operations';

interface Settlement {
  resolve(output: unknown): void;
  reject(error: Error): void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

interface Thread {
  readonly worker: Worker;
  readonly open: Map<number, Settlement>;
  retirement: NodeJS.Timeout | null;
}

export interface ClientSettings {
  /** At most this many threads at once; further calls wait in the least busy one. */
  readonly threads: number;
  /** An idle thread ends after this time and gives its memory back. */
  readonly idleMs: number;
  /** What a thread may keep on its heap; one that wants more ends and rejects with `isOutOfMemory`. */
  readonly heapMiB?: number;
}

export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Calls `operations` of the worker at `url`. Threads start when needed. */
export function workerClient<O extends Operations>(url: URL, settings: ClientSettings): Client<O> {
  const threads = new Set<Thread>();
  let lastId = 0;

  function start(): Thread {
    const { heapMiB } = settings;
    const worker = new Worker(
      url,
      heapMiB === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMiB } },
    );
    const thread: Thread = { worker, open: new Map(), retirement: null };
    worker.on('message', (message: FromWorker) => receive(thread, message));
    worker.on('error', (error) => drop(thread, error));
    worker.on('exit', () => drop(thread, new Error(`the worker ${url.pathname.split('/').at(-1) ?? ''} ended`)));
    return thread;
  }

  function drop(thread: Thread, error: Error): void {
    threads.delete(thread);
    if (thread.retirement !== null) clearTimeout(thread.retirement);
    for (const settlement of thread.open.values()) settlement.reject(error);
    thread.open.clear();
  }

  function receive(thread: Thread, message: FromWorker): void {
    const settlement = thread.open.get(message.id);
    if (settlement === undefined) return;
    if (message.kind === 'progress') {
      settlement.onProgress?.(message.done, message.total);
      return;
    }
    thread.open.delete(message.id);
    if (message.kind === 'done') settlement.resolve(message.output);
    else settlement.reject(message.error);
    if (thread.open.size === 0 && threads.has(thread)) retireLater(thread);
  }

  function retireLater(thread: Thread): void {
    thread.retirement = setTimeout(() => {
      threads.delete(thread);
      void thread.worker.terminate();
    }, settings.idleMs);
    // An idle thread must not keep the application from ending.
    thread.retirement.unref();
    thread.worker.unref();
  }

  function choose(): Thread {
    const idle = [...threads].toSorted((a, b) => a.open.size - b.open.size)[0];
    if (idle !== undefined && (idle.open.size === 0 || threads.size >= settings.threads)) return idle;
    const thread = start();
    threads.add(thread);
    return thread;
  }

  function post(thread: Thread, operation: string, input: unknown, options: CallOptions): Promise<unknown> {
    if (thread.retirement !== null) clearTimeout(thread.retirement);
    thread.retirement = null;
    thread.worker.ref();
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      thread.open.set(id, { resolve, reject, onProgress: options.onProgress });
      const message: ToWorker = { id, operation, input };
      thread.worker.postMessage(message, options.transfer ?? []);
    });
  }

  /** The one cast of this file: a worker answers an operation with that operation's output. */
  const answer = <T>(promise: Promise<unknown>): Promise<T> => promise as Promise<T>;

  return {
    call: (operation, input, options = {}) => answer(post(choose(), operation, input, options)),
    callCancellable: async (operation, input, signal, options = {}) => {
      if (signal.aborted) return fail({ code: 'cancelled' });
      const thread = start();
      const abort = () => void thread.worker.terminate();
      signal.addEventListener('abort', abort, { once: true });
      try {
        return ok(await answer(post(thread, operation, input, options)));
      } catch (error) {
        if (signal.aborted) return fail({ code: 'cancelled' });
        throw error;
      } finally {
        signal.removeEventListener('abort', abort);
        await thread.worker.terminate();
      }
    },
    close: async () => {
      const all = [...threads];
      threads.clear();
      await Promise.all(all.map((thread) => thread.worker.terminate()));
    },
  };
}
