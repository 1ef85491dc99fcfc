import { parentPort, workerData } from 'node:worker_threads';
import type { EventName, Events } from '@shared/ipc/events';
import type { SpreadsheetData } from '@shared/model/imports';
import type { Result } from '@shared/result';
import { packageWorkFactor } from '../exchange/ageHeader';
import { FileTokens } from '../fileTokens';
import { closeAll } from '../usecases/contestFile';
import type { Desk } from '../usecases/context';
import { openedIn } from '../usecases/locking';
import { Tasks } from '../usecases/tasks';
import { useCases } from '../usecases/useCases';
import { PasswordProfile } from '../vault/passwordProfile';
import type { DeskCall, DeskSettings, FromDesk, TableRead, ToDesk } from './protocol';
import { workerHeavy } from './workerHeavy';

/**
 * The desk: the one thread that owns the database and runs the use cases. Calls are answered as they finish; each use
 * case does its long preparations first and then writes in one synchronous transaction, so none sees half of another.
 */

const port = parentPort;
if (port === null) throw new Error('the desk runs in a worker thread only');
const send = (message: FromDesk): void => port.postMessage(message);

const settings = workerData as DeskSettings;
const profile = new PasswordProfile(settings.dataDir);
const tables = new Map<number, (table: TableRead) => void>();
const heavy = profile.measuring(workerHeavy(new URL('./', import.meta.url), readTable));
const desk: Desk = {
  dataDir: settings.dataDir,
  appVersion: settings.appVersion,
  costs: {
    get password() {
      return profile.cost;
    },
    packageWorkFactor,
  },
  heavy,
  files: new FileTokens((token, path) => send({ kind: 'grant', token, path })),
  tasks: new Tasks(),
  now: () => new Date(),
  emit: <N extends EventName>(name: N, payload: Events[N]) => send({ kind: 'event', name, payload }),
  contest: null,
  ballot: null,
  results: null,
};

port.on('message', (message: ToDesk) => {
  switch (message.kind) {
    case 'run':
      void answer(message.id, message.call, message.input);
      return;
    case 'grant':
      desk.files.remember(message.token, message.path);
      return;
    case 'table':
      tables.get(message.id)?.(message.table);
      tables.delete(message.id);
      return;
    case 'stop':
      void stop();
  }
});

let lastTable = 0;

async function readTable({ path }: { readonly path: string }): Promise<Result<SpreadsheetData>> {
  const table = await new Promise<TableRead>((resolve) => {
    const id = ++lastTable;
    tables.set(id, resolve);
    send({ kind: 'readTable', id, path });
  });
  if ('threw' in table) throw new Error(table.threw);
  return table.said;
}

async function answer(id: number, call: DeskCall, input: unknown): Promise<void> {
  try {
    // The main thread has parsed the input with the schema of this very call.
    const run = useCases[call] as (context: Desk, input: unknown) => Result<unknown> | Promise<Result<unknown>>;
    const result = await run(desk, input);
    tellOpened();
    send({ kind: 'done', id, result });
  } catch (error) {
    tellOpened();
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'threw', id, error: { name, message, stack } });
  }
}

let told = JSON.stringify(null);

/** What is open, when it is another than was told before: the lock must know it before the page does. */
function tellOpened(): void {
  const opened = openedIn(desk);
  const now = JSON.stringify(opened);
  if (now === told) return;
  told = now;
  send({ kind: 'opened', opened });
}

/** Whatever cannot be written to a file now is safe in its working copy and offered at the next opening. */
async function stop(): Promise<void> {
  try {
    await closeAll(desk);
  } finally {
    await heavy.close();
    send({ kind: 'stopped' });
  }
}
