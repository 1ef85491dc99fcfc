import type { CallsOf, InputOf, OutputOf } from '@shared/ipc/contract';
import type { EventName, Events } from '@shared/ipc/events';
import type { FileToken } from '@shared/model/ids';
import type { SpreadsheetData } from '@shared/model/imports';
import type { Opened } from '@shared/model/lock';
import type { Result } from '@shared/result';

/**
 * What the main thread and the desk's worker thread say to each other. Inputs were parsed by the main thread; the
 * desk trusts them. Paths travel only in grants, beside the calls, so that no call can name a path.
 */
export type DeskCall = CallsOf<'desk'>;

export type ToDesk =
  | { readonly kind: 'run'; readonly id: number; readonly call: DeskCall; readonly input: unknown }
  | { readonly kind: 'grant'; readonly token: FileToken; readonly path: string }
  | { readonly kind: 'table'; readonly id: number; readonly table: TableRead }
  /** Publish what is dirty, close the files, answer with `stopped`. */
  | { readonly kind: 'stop' };

export type FromDesk =
  | { readonly kind: 'done'; readonly id: number; readonly result: Result<unknown> }
  | {
      readonly kind: 'threw';
      readonly id: number;
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: Events[EventName] }
  | { readonly kind: 'grant'; readonly token: FileToken; readonly path: string }
  /** Before the answer of the call that has opened or closed something. */
  | { readonly kind: 'opened'; readonly opened: Opened | null }
  /** Only the main process starts processes; `table` answers. */
  | { readonly kind: 'readTable'; readonly id: number; readonly path: string }
  | { readonly kind: 'stopped' };

/** What came of reading a table: what the reader says of it, or why there was no reader. */
export type TableRead = { readonly said: Result<SpreadsheetData> } | { readonly threw: string };

/** `workerData` of the desk. */
export interface DeskSettings {
  readonly dataDir: string;
  readonly appVersion: string;
}

export type UseCase<K extends DeskCall, Context> = (
  context: Context,
  input: InputOf<K>,
) => Result<OutputOf<K>> | Promise<Result<OutputOf<K>>>;

export type UseCases<Context> = { readonly [K in DeskCall]: UseCase<K, Context> };
