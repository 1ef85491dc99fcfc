import { fork } from 'node:child_process';
import type { FromReader, ReaderProcess } from '../../../electron/workers/readApart';

export interface ForkedReader extends ReaderProcess {
  readonly pid: number;
}

/** The process that reads a table, as plain Node starts one: `entry` says what a reader says. */
export function forkReader(entry: string): ForkedReader {
  const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  if (child.pid === undefined) throw new Error(`${entry} did not start`);
  return {
    pid: child.pid,
    onMessage: (listener) => child.on('message', (message) => listener(message as FromReader)),
    onEnd: (listener) => child.once('exit', listener),
    send: (message) => void child.send(message),
    kill: () => void child.kill('SIGKILL'),
  };
}
