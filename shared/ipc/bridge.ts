import type { Result } from '../result';
import type { DroppedOnNominee, OpenedFile } from '../model/snapshot';
import type { CallName, InputOf, OutputOf } from './contract';
import type { EventName, Events } from './events';

/** `window.tarazy`, put there by the preload: all that the page can do outside itself. `DroppedFile` is the page's `File`. */
export interface Bridge<DroppedFile> {
  /** Rejects only when the main process refuses the sender or is gone; everything else is in the Result. */
  call<K extends CallName>(name: K, input: InputOf<K>): Promise<Result<OutputOf<K>>>;
  /** @returns ends the subscription */
  on<K extends EventName>(name: K, listener: (payload: Events[K]) => void): () => void;
  /**
   * Exchanges files dropped on the window for references, in the given order. `not-this-kind` for the first one that
   * is none of the kinds that can be opened.
   */
  drop(files: readonly DroppedFile[]): Promise<Result<readonly OpenedFile[]>>;
  /** The same for files dropped on a nominee: each is judged by itself. */
  dropOnNominee(files: readonly DroppedFile[]): Promise<Result<DroppedOnNominee>>;
}
