import type { Transferable } from 'node:worker_threads';
import type { Result } from '@shared/result';

/** What an operation may tell while it runs. */
export interface Reporter {
  progress(done: number, total: number): void;
}

/** The operations of one worker: each takes one structured-cloneable input and gives one back. */
export type Operations = Readonly<Record<string, (input: never, report: Reporter) => unknown>>;
export type InputOf<O extends Operations, K extends keyof O> = Parameters<O[K]>[0];
export type OutputOf<O extends Operations, K extends keyof O> = Awaited<ReturnType<O[K]>>;

export interface ToWorker {
  readonly id: number;
  readonly operation: string;
  readonly input: unknown;
}

export type FromWorker =
  | { readonly id: number; readonly kind: 'done'; readonly output: unknown }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'threw'; readonly error: Error };

export interface CallOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Ports and buffers in the input that move to the thread. */
  readonly transfer?: readonly Transferable[];
}

export interface Client<O extends Operations> {
  /** Rejects when the operation threw, or its thread died. */
  call<K extends keyof O & string>(operation: K, input: InputOf<O, K>, options?: CallOptions): Promise<OutputOf<O, K>>;
  /** The same in a thread of its own, which is ended at once when `signal` aborts. */
  callCancellable<K extends keyof O & string>(
    operation: K,
    input: InputOf<O, K>,
    signal: AbortSignal,
    options?: CallOptions,
  ): Promise<Result<OutputOf<O, K>, { readonly code: 'cancelled' }>>;
  close(): Promise<void>;
}
