import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { FromReader, ReaderProcess } from './workers/readApart';

/** Starts a process of the application's own that reads one table. */
export function startReader(): ReaderProcess {
  const entry = fileURLToPath(new URL('./workers/reader.js', import.meta.url));
  // What exceljs writes to the console is about the file's content.
  const child = utilityProcess.fork(entry, [], { serviceName: 'Tarazy table reader', stdio: 'ignore' });
  return {
    onMessage: (listener) => child.on('message', (message: FromReader) => listener(message)),
    onEnd: (listener) => child.once('exit', listener),
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
  };
}
