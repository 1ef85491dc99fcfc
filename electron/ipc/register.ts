import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { contract, type CallName, type CallsOf, type InputOf, type OutputOf } from '@shared/ipc/contract';
import type { DroppedOnNominee, OpenedFile } from '@shared/model/snapshot';
import { fail, type Result } from '@shared/result';
import { isAnsweredWhileLocked } from '../locking/whileLocked';
import { logBug, logWarning, partsOf } from '../log';

export type ShellHandlers = {
  readonly [K in CallsOf<'shell'>]: (input: InputOf<K>) => Result<OutputOf<K>> | Promise<Result<OutputOf<K>>>;
};

export interface Routes {
  /** Whether a message comes from the application's own page in its own window. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  readonly shell: ShellHandlers;
  readonly desk: <K extends CallsOf<'desk'>>(name: K, input: InputOf<K>) => Promise<Result<OutputOf<K>>>;
  readonly isLocked: () => boolean;
  readonly dropped: (paths: readonly string[]) => Promise<Result<readonly OpenedFile[]>>;
  readonly droppedOnNominee: (paths: readonly string[]) => Promise<Result<DroppedOnNominee>>;
}

const droppedPaths = z.array(z.string().max(4096)).max(500);

/**
 * The only place where messages from a page arrive: one handler per call of the contract. Each checks the sender, parses
 * the input, runs, and answers with a Result; what is thrown behind it is logged and answered as a bug.
 */
export function registerCalls(routes: Routes): void {
  for (const name of Object.keys(contract) as CallName[])
    handle(routes, `call:${name}`, {
      schema: contract[name].input,
      isBehindLock: !isAnsweredWhileLocked(name),
      run: runnerOf(routes, name),
    });
  const dropped = { schema: droppedPaths, isBehindLock: true } as const;
  handle(routes, 'files:dropped', { ...dropped, run: routes.dropped });
  handle(routes, 'files:droppedOnNominee', { ...dropped, run: routes.droppedOnNominee });
}

type Runner = (input: never) => Result<unknown> | Promise<Result<unknown>>;

interface Door {
  readonly schema: z.ZodType;
  /** Refused while the window is locked, whatever the input. */
  readonly isBehindLock: boolean;
  readonly run: Runner;
}

/**
 * The one place where a call's name and its input part ways: the schema of that very name has parsed the input, which
 * the compiler cannot follow through a loop over all names.
 */
function runnerOf(routes: Routes, name: CallName): Runner {
  if (contract[name].owner === 'shell') return routes.shell[name as CallsOf<'shell'>];
  return (input) => routes.desk(name as CallsOf<'desk'>, input);
}

function handle(routes: Routes, channel: string, { schema, isBehindLock, run }: Door): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Result<unknown>> => {
    if (!routes.isTrusted(event)) {
      logWarning(`refused ${channel}: not from our own page`);
      throw new Error('refused');
    }
    if (isBehindLock && routes.isLocked()) return fail({ code: 'locked' });
    const parsed = schema.safeParse(args[0]);
    if (!parsed.success || args.length !== 1) {
      const field = parsed.error?.issues[0]?.path.join('.').slice(0, 100) ?? '';
      logWarning(`refused ${channel}: malformed input`);
      return fail({ code: 'invalid', field });
    }
    try {
      return await run(parsed.data as never);
    } catch (error) {
      return fail({ code: 'bug', reference: logBug(channel, partsOf(error)) });
    }
  });
}
