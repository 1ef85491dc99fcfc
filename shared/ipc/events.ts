import type { Failure } from '../errors';
import type { LockState } from '../model/lock';
import type { MenuCommand } from '../model/menu';
import type { OpenedFile, TaskProgress, VaultState } from '../model/snapshot';

/** What the main process sends by itself, and what each event carries. */
export interface Events {
  readonly vault: VaultState;
  readonly task: TaskProgress;
  /** Files were opened by double click, on the command line, or by a second start of the application: all at once. */
  readonly opened: readonly OpenedFile[];
  /** Such a file is none that can be opened: not what its name says, gone, or not to be read. */
  readonly notOpened: Failure;
  /** The window is to be closed, but the file cannot take the last work. */
  readonly closing: Failure;
  readonly lock: LockState;
  /** Something was chosen in the native menu. */
  readonly menu: MenuCommand;
  /** The desk's thread ended unexpectedly. Everything acknowledged is on disk; the application must be restarted. */
  readonly deskDied: { readonly reference: string };
}
export type EventName = keyof Events;
