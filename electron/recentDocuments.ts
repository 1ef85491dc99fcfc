import { app } from 'electron';
import { z } from 'zod';
import type { CallsOf, InputOf } from '@shared/ipc/contract';
import { fileToken } from '@shared/model/ids';
import type { Result } from '@shared/result';
import type { FileTokens } from './fileTokens';

type DeskCall = CallsOf<'desk'>;

/** After these calls the list of recent files is another one, or the page has read it: the menu must not start the desk. */
const changing: ReadonlySet<DeskCall> = new Set([
  'contest.create',
  'contest.open',
  'contest.close',
  'lock.leave',
  'contest.demo',
  'contest.publish',
  'ballot.open',
  'results.open',
  'start.forget',
  'start.recents',
]);

/** Keeps the system's own list (dock, taskbar) and the menu's in step with what was opened. */
export class RecentDocuments {
  readonly #files: FileTokens;
  readonly #changed: () => Promise<void>;

  constructor(files: FileTokens, changed: () => Promise<void>) {
    this.#files = files;
    this.#changed = changed;
  }

  /** Hands the answer on, and follows what it says. */
  async after<K extends DeskCall, T>(name: K, input: InputOf<K>, answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    if (!result.ok || !changing.has(name)) return result;
    const token = opening.safeParse(input).data;
    const path = token === undefined ? undefined : this.#files.path(token);
    if (path !== undefined) app.addRecentDocument(path);
    void this.#changed();
    return result;
  }
}

/** The file that a call has opened or made; one from the list of recent files is in the system's list already. */
const opening = z.union([
  z.object({ from: z.object({ kind: z.literal('file'), file: fileToken }) }).transform(({ from }) => from.file),
  z.object({ file: fileToken, password: z.string() }).transform(({ file }) => file),
]);
